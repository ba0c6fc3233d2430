import Mustache
import Testing

@Suite struct SectionTests {
  @Test("a section is rendered for each item, or for a truthy value", arguments: values + names)
  func rendersValues(_ example: Example) throws {
    try example.check()
  }

  @Test("a section's tags take their lines with them when alone", arguments: whitespace)
  func rendersWhitespace(_ example: Example) throws {
    try example.check()
  }

  static let values = [
    Example("true", "({{#a}}yes{{/a}})", ["a": true], is: "(yes)"),
    Example("false", "({{#a}}yes{{/a}})", ["a": false], is: "()"),
    Example("null", "({{#a}}yes{{/a}})", ["a": nil], is: "()"),
    Example("missing", "({{#a}}yes{{/a}})", is: "()"),
    Example("the empty list", "({{#a}}yes{{/a}})", ["a": []], is: "()"),
    Example("a string", "({{#a}}yes{{/a}})", ["a": "x"], is: "(yes)"),
    Example("the empty string is truthy", "({{#a}}yes{{/a}})", ["a": ""], is: "(yes)"),
    Example("zero is truthy", "({{#a}}yes{{/a}})", ["a": 0], is: "(yes)"),
    Example("the empty object is truthy", "({{#a}}yes{{/a}})", ["a": [:]], is: "(yes)"),
    Example("a list of one false item has one item", "({{#a}}yes{{/a}})", ["a": [false]], is: "(yes)"),
    Example("each item", "{{#a}}<{{b}}>{{/a}}", ["a": [["b": 1], ["b": 2], ["b": 3]]], is: "<1><2><3>"),
    Example("twice in one template", "{{#a}}1{{/a}}{{b}}{{#a}}3{{/a}}", ["a": true, "b": 2], is: "123"),
    Example("within itself, truthy", "a{{#b}}c{{#b}}d{{/b}}e{{/b}}f", ["b": true], is: "acdef"),
    Example("within itself, falsey", "a{{#b}}c{{#b}}d{{/b}}e{{/b}}f", ["b": false], is: "af"),
    Example(
      "an inner section after an outer item", "{{#a}}{{#b}}{{.}}{{/b}};{{/a}}",
      ["a": [["b": [1, 2]], ["b": []], ["b": [3]]]], is: "12;;3;"),
  ]

  static let names = [
    Example("an object is entered", "{{#a}}{{b}}{{/a}}", ["a": ["b": "c"]], is: "c"),
    Example("and left again", "{{#a}}{{b}}{{/a}}{{b}}", ["a": ["b": "c"], "b": "d"], is: "cd"),
    Example(
      "names are sought outwards", "{{#s}}{{a}} {{b}} {{c.d}}{{/s}}",
      ["a": "1", "b": "wrong", "s": ["b": "2"], "c": ["d": "3"]], is: "1 2 3"),
    Example("null hides the outer value", "({{#s}}{{a}}{{/s}})", ["a": "x", "s": ["a": nil]], is: "()"),
    Example(
      "a value that is no object is passed over", "{{#a}}{{.}} {{a}} {{b}}{{/a}}", ["a": "x", "b": "y"], is: "x x y"),
    Example(
      "through several levels", "{{#a}}{{#b}}{{#c}}{{x}}{{y}}{{z}}{{/c}}{{/b}}{{/a}}",
      ["a": [["x": 1, "b": [["y": 2, "c": [["z": 3], ["z": 4]]]]]]], is: "123124"),
    Example("parts", "({{#a.b.c}}yes{{/a.b.c}})", ["a": ["b": ["c": true]]], is: "(yes)"),
    Example("parts, falsey", "({{#a.b.c}}yes{{/a.b.c}})", ["a": ["b": ["c": false]]], is: "()"),
    Example("parts, missing", "({{#a.b.c}}yes{{/a.b.c}})", ["a": [:]], is: "()"),
    Example(
      "parts enter only the last one", "({{#a.b}}{{c}}{{d}}{{/a.b}})", ["a": ["b": ["c": 1], "d": 2]], is: "(1)"),
    Example("a period over strings", "{{#a}}({{.}}){{/a}}", ["a": ["x", "y"]], is: "(x)(y)"),
    Example("a period over numbers", "{{#a}}({{.}}){{/a}}", ["a": [1, 2.5, 3.10]], is: "(1)(2.5)(3.1)"),
    Example("a period is escaped", "{{#a}}({{.}}{{{.}}}{{&.}}){{/a}}", ["a": ["<"]], is: "(&lt;<<)"),
    Example("lists within lists", "{{#a}}({{#.}}{{.}}{{/.}}){{/a}}", ["a": [[1, 2], ["x"]]], is: "(12)(x)"),
    Example("the context itself is a list", "{{#.}}({{a}}){{/.}}", [["a": 1], ["a": 2]], is: "(1)(2)"),
  ]

  static let whitespace = [
    Example("blanks around inline tags stay", " | {{#a}}\t|\t{{/a}} | \n", ["a": true], is: " | \t|\t | \n"),
    Example("blanks within stay", "{{#a}} {{! x }}\n {{/a}}|\n", ["a": true], is: " \n |\n"),
    Example("open and close on one line are not alone", "  {{#a}}x{{/a}}\n", ["a": true], is: "  x\n"),
    Example("nor with nothing within", " {{#a}}{{/a}}\n", ["a": true], is: " \n"),
    Example("alone: their lines go", "1\n{{#a}}\n2\n{{/a}}\n3\n", ["a": true], is: "1\n2\n3\n"),
    Example("alone and falsey", "1\n{{#a}}\n2\n{{/a}}\n3\n", ["a": false], is: "1\n3\n"),
    Example("alone and indented", "1\n  {{#a}}\n2\n\t{{/a}}\n3\n", ["a": true], is: "1\n2\n3\n"),
    Example("alone with blanks after", "{{#a}}  \n1\n{{/a}}\t\n2", ["a": true], is: "1\n2"),
    Example("CR LF", "1\r\n{{#a}}\r\n{{/a}}\r\n2", ["a": true], is: "1\r\n2"),
    Example("on the first line", "  {{#a}}\n1{{/a}}\n2", ["a": true], is: "1\n2"),
    Example("on a last line without a line feed", "1{{#a}}\n2\n  {{/a}}", ["a": true], is: "1\n2\n"),
    Example("blank lines within are text", "{{#a}}\n\n  \n{{/a}}\n", ["a": true], is: "\n  \n"),
    Example("the lines of each item", "{{#a}}\n- {{.}}\n{{/a}}\n", ["a": [1, 2]], is: "- 1\n- 2\n"),
    Example("padding counts for nothing", "{{# a }}x{{/ a }}{{ # a }}y{{ / a }}", ["a": true], is: "xy"),
  ]
}
