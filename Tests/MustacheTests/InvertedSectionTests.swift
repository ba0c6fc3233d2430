import Mustache
import Testing

@Suite struct InvertedSectionTests {
  @Test("an inverted section is rendered where a section is not", arguments: values + whitespace)
  func renders(_ example: Example) throws {
    try example.check()
  }

  static let values = [
    Example("false", "({{^a}}no{{/a}})", ["a": false], is: "(no)"),
    Example("true", "({{^a}}no{{/a}})", ["a": true], is: "()"),
    Example("null", "({{^a}}no{{/a}})", ["a": nil], is: "(no)"),
    Example("missing", "({{^a}}no{{/a}})", is: "(no)"),
    Example("the empty list", "({{^a}}no{{/a}})", ["a": []], is: "(no)"),
    Example("a list", "({{^a}}no{{/a}})", ["a": [1]], is: "()"),
    Example("an object", "({{^a}}no{{b}}{{/a}})", ["a": ["b": 1]], is: "()"),
    Example("the empty string and zero are truthy", "({{^a}}no{{/a}}{{^b}}no{{/b}})", ["a": "", "b": 0], is: "()"),
    Example("it enters nothing", "{{^a}}{{b}}{{.}}{{/a}}", ["a": false, "b": "c"], is: "c"),
    Example("twice in one template", "{{^a}}1{{/a}}{{b}}{{^a}}3{{/a}}", ["a": false, "b": 2], is: "123"),
    Example("within itself, falsey", "a{{^b}}c{{^b}}d{{/b}}e{{/b}}f", ["b": false], is: "acdef"),
    Example("within itself, truthy", "a{{^b}}c{{^b}}d{{/b}}e{{/b}}f", ["b": true], is: "af"),
    Example("the other side of a section", "{{#a}}{{.}}{{/a}}{{^a}}none{{/a}}", ["a": []], is: "none"),
    Example("parts, truthy", "({{^a.b}}no{{/a.b}})", ["a": ["b": true]], is: "()"),
    Example("parts, falsey", "({{^a.b}}no{{/a.b}})", ["a": ["b": false]], is: "(no)"),
    Example("parts, missing", "({{^a.b.c}}no{{/a.b.c}})", ["a": [:]], is: "(no)"),
    Example("a period", "{{#a}}{{^.}}no{{/.}}{{/a}}", ["a": [false, true, nil]], is: "nono"),
  ]

  static let whitespace = [
    Example("blanks around inline tags stay", " | {{^a}}\t|\t{{/a}} | \n", is: " | \t|\t | \n"),
    Example("blanks within stay", "{{^a}} {{! x }}\n {{/a}}|\n", is: " \n |\n"),
    Example("open and close on one line are not alone", " {{^a}}x{{/a}}\n", is: " x\n"),
    Example("alone: their lines go", "1\n{{^a}}\n2\n{{/a}}\n3\n", is: "1\n2\n3\n"),
    Example("alone and indented", "1\n  {{^a}}\n2\n\t{{/a}}\n3\n", is: "1\n2\n3\n"),
    Example("alone and truthy", "1\n  {{^a}}\n2\n\t{{/a}}\n3\n", ["a": true], is: "1\n3\n"),
    Example("CR LF", "1\r\n{{^a}}\r\n{{/a}}\r\n2", is: "1\r\n2"),
    Example("on the first line", "  {{^a}}\n1{{/a}}\n2", is: "1\n2"),
    Example("on a last line without a line feed", "1{{^a}}\n2\n  {{/a}}", is: "1\n2\n"),
    Example("padding counts for nothing", "{{^ a }}x{{/ a }}", is: "x"),
  ]
}
