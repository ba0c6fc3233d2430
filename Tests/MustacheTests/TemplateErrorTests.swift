import Mustache
import Testing

/// A template that is wrong, and what is said of it.
struct Fault: Sendable, CustomTestStringConvertible {
  let source: String
  let kind: TemplateError.Kind
  let line: Int
  let column: Int

  init(_ source: String, _ kind: TemplateError.Kind, _ line: Int, _ column: Int) {
    self.source = source
    self.kind = kind
    self.line = line
    self.column = column
  }

  var testDescription: String { source.debugDescription }
}

@Suite struct TemplateErrorTests {
  @Test("a template that cannot be parsed is refused with the place", arguments: faults)
  func refuses(_ fault: Fault) throws {
    let error = try #require(throws: TemplateError.self) {
      try Template(name: "page.md", source: fault.source)
    }
    #expect(error == TemplateError(fault.kind, template: "page.md", line: fault.line, column: fault.column))
    #expect(error.message.hasSuffix(".") || error.message.hasSuffix("?"))
    #expect(error.description == "page.md:\(fault.line):\(fault.column): \(error.message)")
  }

  static let faults = [
    Fault("{{a", .unclosedTag(closing: "}}"), 1, 1),
    Fault("a\n  {{a}", .unclosedTag(closing: "}}"), 2, 3),
    Fault("{{{a}}", .unclosedTag(closing: "}}}"), 1, 1),
    Fault("{{! a", .unclosedTag(closing: "}}"), 1, 1),
    Fault("{{=| |}}", .unclosedTag(closing: "=}}"), 1, 1),
    Fault("{{=<% %>=}}\n<%a", .unclosedTag(closing: "%>"), 2, 1),
    Fault("{{", .unclosedTag(closing: "}}"), 1, 1),
    Fault("äöü🔥 {{a", .unclosedTag(closing: "}}"), 1, 6),
    Fault("\r\n\r\n{{a", .unclosedTag(closing: "}}"), 3, 1),
    Fault("{{}}", .emptyTag, 1, 1),
    Fault("a {{ \n }}", .emptyTag, 1, 3),
    Fault("{{#}}{{/}}", .emptyTag, 1, 1),
    Fault("{{{ }}}", .emptyTag, 1, 1),
    Fault("{{>}}", .emptyTag, 1, 1),
    Fault("{{<}}{{/}}", .emptyTag, 1, 1),
    Fault("{{$}}{{/}}", .emptyTag, 1, 1),
    Fault("{{a b}}", .malformedName("a b"), 1, 1),
    Fault("{{#a\nb}}", .malformedName("a\nb"), 1, 1),
    Fault("{{>a b}}", .malformedName("a b"), 1, 1),
    Fault("{{$a b}}", .malformedName("a b"), 1, 1),
    Fault("{{a..b}}", .malformedName("a..b"), 1, 1),
    Fault("{{.a}}", .malformedName(".a"), 1, 1),
    Fault("{{^a.}}", .malformedName("a."), 1, 1),
    Fault("{{>*}}", .malformedName("*"), 1, 1),
    Fault("{{>*a..b}}", .malformedName("*a..b"), 1, 1),
    Fault("{{==}}", .badDelimiters(""), 1, 1),
    Fault("\n{{=|=}}", .badDelimiters("|"), 2, 1),
    Fault("{{=a b c=}}", .badDelimiters("a b c"), 1, 1),
    Fault("{{=a= b=}}", .badDelimiters("a= b"), 1, 1),
    Fault("1\n {{#a}}\n2", .unclosedSection(tag: "#a"), 2, 2),
    Fault("{{#a}}{{^b}}{{/b}}", .unclosedSection(tag: "#a"), 1, 1),
    Fault("{{#a}}{{^b}}", .unclosedSection(tag: "^b"), 1, 7),
    Fault("{{<p}}", .unclosedSection(tag: "<p"), 1, 1),
    Fault("{{<p}}{{$a}}", .unclosedSection(tag: "$a"), 1, 7),
    Fault("1{{/a}}", .unopenedSection(name: "a"), 1, 2),
    Fault("{{#a}}{{/a}}\n{{/a}}", .unopenedSection(name: "a"), 2, 1),
    Fault("1\n{{#a}}\n{{/b}}", .mismatchedSection(name: "b", open: "#a", line: 2, column: 1), 3, 1),
    Fault("{{#a}}{{#b}}{{/a}}{{/b}}", .mismatchedSection(name: "a", open: "#b", line: 1, column: 7), 1, 13),
    Fault("{{#a.b}}{{/a}}", .mismatchedSection(name: "a", open: "#a.b", line: 1, column: 1), 1, 9),
    Fault("{{<*a}}{{/a}}", .mismatchedSection(name: "a", open: "<*a", line: 1, column: 1), 1, 8),
    Fault("{{<p}}{{#a}}{{/p}}", .mismatchedSection(name: "p", open: "#a", line: 1, column: 7), 1, 13),
    Fault("{{<p}}\n{{$a}}1{{/a}}\n{{$a}}2{{/a}}{{/p}}", .duplicateBlock(name: "a", line: 2, column: 1), 3, 1),
  ]

  @Test("bytes that are not UTF-8 are refused at the first of them")
  func refusesInvalidUTF8() throws {
    let error = try #require(throws: TemplateError.self) {
      try Template(name: "page", bytes: Array("a\nö".utf8) + [0xC3, 0x28])
    }
    #expect(error == TemplateError(.invalidUTF8, template: "page", line: 2, column: 2))
  }

  @Test("bytes that are UTF-8 are read as text")
  func readsUTF8() throws {
    let template = try Template(name: "page", bytes: Array("ö {{a}} 🔥".utf8))
    #expect(try template.render(["a": "ü"]) == "ö ü 🔥")
    #expect(template.name == "page")
  }

  @Test("a fault in a partial names the partial, and its own line")
  func namesPartial() throws {
    let template = try Template(name: "main", source: "1\n2\n{{>p}}")
    let error = try #require(throws: TemplateError.self) {
      try template.render([:], partials: source(of: ["p": "x\n y{{/z}}"]))
    }
    #expect(error == TemplateError(.unopenedSection(name: "z"), template: "p", line: 2, column: 3))
  }

  @Test("a strict source takes a missing partial for an error at its tag")
  func refusesMissingPartial() throws {
    let template = try Template(name: "main", source: "{{>p}}")
    let partials = source(of: ["p": "1\n {{>q}}"], strict: true)
    let error = try #require(throws: TemplateError.self) { try template.render([:], partials: partials) }
    #expect(error == TemplateError(.partialNotFound(name: "q"), template: "p", line: 2, column: 2))
    let parent = try Template(name: "main", source: "\n{{<*a}}{{/*a}}")
    let missing = try #require(throws: TemplateError.self) { try parent.render(["a": "z"], partials: partials) }
    #expect(missing == TemplateError(.partialNotFound(name: "z"), template: "main", line: 2, column: 1))
    #expect(try parent.render([:], partials: partials) == "\n", "a dynamic name without a value names no partial")
  }
}
