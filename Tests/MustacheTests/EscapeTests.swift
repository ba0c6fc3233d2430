import Mustache
import Testing

@Suite struct EscapeTests {
  @Test("HTML: four characters become entities, all others stay")
  func escapesHTML() throws {
    let template = try Template(name: "main", source: "{{a}}")
    #expect(try template.render(["a": "<>&\""]) == "&lt;&gt;&amp;&quot;")
    #expect(try template.render(["a": "&amp; ' / \u{0} é 🔥 \u{202E}"]) == "&amp;amp; ' / \u{0} é 🔥 \u{202E}")
    #expect(try template.render(["a": "<\u{301}"]) == "&lt;\u{301}", "a combining mark hides no character")
  }

  @Test("none: the text as it is")
  func escapesNothing() throws {
    let template = try Template(name: "main", source: "{{a}}")
    #expect(try template.render(["a": "<>&\""], escape: .none) == "<>&\"")
  }

  @Test("one's own escape is used for two braces, and only there")
  func usesOwnEscape() throws {
    let shout = Escape { text, _, output in output += text.uppercased() }
    let template = try Template(name: "main", source: "a{{a}}{{{a}}}{{&a}}{{#l}}{{.}}{{/l}}{{n}}{{t}}")
    #expect(
      try template.render(["a": "x", "l": ["y"], "n": .number("1e5"), "t": true], escape: shout) == "aXxxY1E5TRUE")
  }

  @Test(
    "an escape is told what stands on the line before it",
    arguments: [
      ("{{a}}", ""),
      ("- {{a}}", "- "),
      ("one\n{{a}}", ""),
      ("one\ntwo {{a}}", "two "),
      ("one\r\n> {{a}}", "> "),
      ("one\r{{a}}", ""),
      ("{{#t}}\n{{a}}\n{{/t}}\n", ""),
      ("{{#t}}- {{/t}}{{a}}", "- "),
      ("{{{x}}}{{a}}", "1. "),
      ("{{{feed}}}{{a}}", "after"),
      ("  {{>p}}\n", "  "),
      ("> x\n  {{>q}}\n", "  * "),
      ("{{<r}}{{$b}}\n  {{a}}{{/b}}{{/r}}", "    "),
    ])
  func tellsLine(_ text: String, _ line: String) throws {
    let quote = Escape { text, line, output in output += text == "value" ? "[\(line)]" : text }
    let template = try Template(name: "main", source: text)
    let context: MustacheValue = ["a": "value", "t": true, "x": "1. ", "feed": "before\nafter"]
    let partials = source(of: ["p": "{{a}}", "q": "* {{a}}", "r": "    {{$b}}\n    {{/b}}"])
    let rendered = try template.render(context, partials: partials, escape: quote)
    #expect(rendered.contains("[\(line)]"), "\(rendered)")
  }

  @Test("what an escape wrote stands on the line for the next one")
  func tellsEscapedText() throws {
    let count = Escape { text, line, output in output += "\(text)\(line.utf8.count)" }
    let template = try Template(name: "main", source: "{{a}}{{a}}{{a}}")
    #expect(try template.render(["a": "x"], escape: count) == "x0x2x4")
    #expect(try template.render(["a": "\n"], escape: count) == "\n0\n1\n1")
  }
}
