import Mustache
import Testing

@Suite struct PartialTests {
  @Test("a partial is rendered in place of its tag", arguments: names + whitespace)
  func renders(_ example: Example) throws {
    try example.check()
  }

  @Test("a dynamic name is what the data says", arguments: dynamicNames)
  func rendersDynamicNames(_ example: Example) throws {
    try example.check()
  }

  @Test("a source is asked for a name once in a rendering")
  func asksOnce() throws {
    var asked: [String] = []
    let source = PartialSource { name throws(TemplateError) in
      asked.append(name)
      return name == "p" ? try Template(name: name, source: "<{{.}}>") : nil
    }
    let template = try Template(name: "main", source: "{{#a}}{{>p}}{{>q}}{{/a}}")
    #expect(try template.render(["a": [1, 2, 3]], partials: source) == "<1><2><3>")
    #expect(asked == ["p", "q"])
  }

  static let names = [
    Example("by name", "({{>p}})", partials: ["p": "from p"], is: "(from p)"),
    Example("not found", "({{>p}})", is: "()"),
    Example(
      "in the context of the tag", "{{#a}}{{>p}}{{/a}}", ["a": ["b": "c"]], partials: ["p": "<{{b}}>"], is: "<c>"),
    Example("within a partial", "{{>p}}", ["a": 1, "b": 2], partials: ["p": "{{a}}{{>q}}", "q": "{{b}}"], is: "12"),
    Example(
      "within itself", "{{>p}}", ["v": 1, "c": [["v": 2, "c": []], ["v": 3, "c": [["v": 4, "c": []]]]]],
      partials: ["p": "{{v}}({{#c}}{{>p}}{{/c}})"], is: "1(2()3(4()))"),
    Example(
      "a period in its name is just a period", "{{>p.md}}{{>a/b}}", ["p": ["md": "no"]],
      partials: ["p.md": "1", "a/b": "2"], is: "12"),
    Example("padding counts for nothing", "({{> p }})", partials: ["p": "x"], is: "(x)"),
  ]

  static let whitespace = [
    Example("blanks around an inline tag stay", "| {{>p}} |", partials: ["p": "\t|\t"], is: "| \t|\t |"),
    Example(
      "an inline tag indents nothing", "  {{a}}  {{>p}}\n", ["a": "|"], partials: ["p": "1\n2"], is: "  |  1\n2\n"),
    Example("alone: its line feed goes", "1\n{{>p}}\n3\n", partials: ["p": "2\n"], is: "1\n2\n3\n"),
    Example("alone: what follows a partial without a last line feed", "{{>p}}\n2", partials: ["p": "1"], is: "12"),
    Example("alone and indented: each line is", "1\n  {{>p}}\n4\n", partials: ["p": "2\n3\n"], is: "1\n  2\n  3\n4\n"),
    Example("with a tab", "\t{{>p}}\n", partials: ["p": "1\n2\n"], is: "\t1\n\t2\n"),
    Example("empty lines as well", " {{>p}}\n", partials: ["p": "1\n\n2\n"], is: " 1\n \n 2\n"),
    Example(
      "but not what the data holds", " {{>p}}\n", ["a": "1\n2"], partials: ["p": "{{{a}}}\n3\n"], is: " 1\n2\n 3\n"),
    Example("nor lines removed", "  {{>p}}\n", ["a": true], partials: ["p": "{{#a}}\n1\n{{/a}}\n"], is: "  1\n"),
    Example(
      "each line of each item", "  {{>p}}\n", ["a": [1, 2]], partials: ["p": "{{#a}}\n{{.}}\n{{/a}}\n"],
      is: "  1\n  2\n"),
    Example(
      "a line that starts with a tag", "  {{>p}}\n", ["a": "x"], partials: ["p": "{{a}}\n{{#a}}y{{/a}}\n"],
      is: "  x\n  y\n"),
    Example(
      "partials within add up", " {{>p}}\n", partials: ["p": "1\n {{>q}}\n2\n", "q": "3\n4\n"], is: " 1\n  3\n  4\n 2\n"
    ),
    Example(
      "an inline partial within is not indented anew", "  {{>p}}\n", partials: ["p": "a{{>q}}b\n", "q": "-"],
      is: "  a-b\n"),
    Example("a last line without a line feed", "1\n  {{>p}}", partials: ["p": "2\n3"], is: "1\n  2\n  3"),
    Example("on the first line", "  {{>p}}\n3", partials: ["p": "1\n2"], is: "  1\n  23"),
    Example("CR LF", "|\r\n{{>p}}\r\n|", partials: ["p": "-"], is: "|\r\n-|"),
    Example("indented lines that end in CR LF", " {{>p}}\r\n|", partials: ["p": "1\r\n2\r\n"], is: " 1\r\n 2\r\n|"),
    Example("not found: its line goes all the same", "1\n  {{>p}}\n2\n", is: "1\n2\n"),
  ]

  static let dynamicNames = [
    Example("of a string", "({{>*a}})", ["a": "p"], partials: ["p": "from p"], is: "(from p)"),
    Example(
      "the asterisk is no part of the key", "{{>*a}}", ["a": "p", "*a": "q"], partials: ["p": "1", "q": "2"], is: "1"),
    Example("missing", "({{>*a}})", partials: ["a": "no", "*a": "no"], is: "()"),
    Example("no such partial", "({{>*a}})", ["a": "p"], partials: ["a": "no"], is: "()"),
    Example("not a string", "({{>*a}}{{>*b}})", ["a": ["p"], "b": 1], partials: ["p": "no", "1": "no"], is: "()"),
    Example(
      "in the context of the tag", "{{#s}}{{>*a}}{{/s}}", ["s": ["a": "p", "v": "x"]], partials: ["p": "{{v}}"], is: "x"
    ),
    Example("parts", "{{>*a.b}}", ["a": ["b": "p"]], partials: ["p": "x"], is: "x"),
    Example(
      "parts are not resolved anew", "({{>*a.b}})", ["a": "c", "c": ["b": "p"]], partials: ["p": "no"], is: "()"),
    Example("parts enter nothing", "({{>*a.b}})", ["a": ["b": "p", "v": "x"]], partials: ["p": "{{v}}"], is: "()"),
    Example("the item itself", "{{#a}}{{>*.}}{{/a}}", ["a": ["p", "q"]], partials: ["p": "1", "q": "2"], is: "12"),
    Example(
      "a different one for each item", "{{#a}}{{>*k}}{{/a}}", ["a": [["k": "p"], ["k": "q"]]],
      partials: ["p": "1", "q": "2"], is: "12"),
    Example(
      "within itself", "{{>*k}}", ["k": "p", "v": 1, "c": [["v": 2, "c": []]]],
      partials: ["p": "{{v}}<{{#c}}{{>*k}}{{/c}}>"], is: "1<2<>>"),
    Example(
      "two asterisks resolve once", "({{>**a}})", ["a": "b", "b": "p"], partials: ["p": "no", "b": "no"], is: "()"),
    Example(
      "an asterisk in a later part is part of the key", "({{>*a.*b}})", ["a": ["b": "p"], "b": "p"],
      partials: ["p": "no"], is: "()"),
    Example("alone and indented", "1\n  {{>*a}}\n4\n", ["a": "p"], partials: ["p": "2\n3\n"], is: "1\n  2\n  3\n4\n"),
    Example("inline", "  {{a}} {{>*a}}\n", ["a": "p"], partials: ["p": "1\n2"], is: "  p 1\n2\n"),
    Example("CR LF", "|\r\n{{>*a}}\r\n|", ["a": "p"], partials: ["p": "-"], is: "|\r\n-|"),
    Example("padding counts for nothing", "{{> * a }}", ["a": "p"], partials: ["p": "x"], is: "x"),
    Example("other delimiters", "{{=| |=}}|>*a|", ["a": "p"], partials: ["p": "{{a}}"], is: "p"),
    Example("a parent", "{{<*a}}{{$b}}x{{/b}}{{/*a}}", ["a": "p"], partials: ["p": "<{{$b}}d{{/b}}>"], is: "<x>"),
    Example("a parent, padded", "{{< * a }}{{/ * a }}", ["a": "p"], partials: ["p": "{{$b}}d{{/b}}"], is: "d"),
    Example("a parent that is missing", "({{<*a}}{{$b}}x{{/b}}{{/*a}})", is: "()"),
  ]
}
