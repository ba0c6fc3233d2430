import Mustache
import Testing

@Suite struct LimitsTests {
  @Test(
    "a recursion without end ends in an error at its tag",
    arguments: [
      ("{{>a}}", ["a": "x\n {{>a}}"], 2, 2),
      ("{{>a}}", ["a": "{{#x}}{{>a}}{{/x}}"], 1, 7),
      ("{{>a}}", ["a": "{{<a}}{{/a}}"], 1, 1),
      ("{{>a}}", ["a": "{{>*n}}"], 1, 1),
      ("{{>a}}", ["a": "1{{<b}}{{$c}}{{>a}}{{/c}}{{/b}}", "b": "{{$c}}{{/c}}"], 1, 14),
    ])
  func boundsRecursion(_ main: String, _ partials: [String: String], line: Int, column: Int) throws {
    let template = try Template(name: "main", source: main)
    let error = try #require(throws: TemplateError.self) {
      try template.render(["n": "a", "x": [true, true]], partials: source(of: partials))
    }
    #expect(error.template == "a")
    guard case .recursionTooDeep(_, limit: 128) = error.kind else {
      Issue.record("\(error)")
      return
    }
    #expect(error.line == line)
    #expect(error.column == column)
  }

  @Test("a list within a list that lacks the key finds the outer list again, which is such a recursion")
  func boundsRecursionThroughContext() throws {
    let template = try Template(name: "node", source: "{{#children}}{{>node}}{{/children}}")
    let error = try #require(throws: TemplateError.self) {
      try template.render(["children": [["leaf": true]]], partials: PartialSource(["node": template]))
    }
    #expect(error.kind == .recursionTooDeep(name: "node", limit: 128))
  }

  @Test("as deep as the limit is allowed, one deeper is not", arguments: [0, 1, 5, 5_000])
  func countsDepth(_ depth: Int) throws {
    let partial = try Template(name: "p", source: "{{#next}}{{>p}}{{/next}}{{^next}}end{{/next}}")
    var context: MustacheValue = ["next": false]
    for _ in 1..<max(depth, 1) { context = ["next": context] }
    let main = try Template(name: "main", source: depth == 0 ? "end" : "{{>p}}")
    let partials = PartialSource(["p": partial])
    #expect(try main.render(context, partials: partials, limits: Limits(depth: depth)) == "end")
    if depth > 0 {
      #expect(throws: TemplateError.self) {
        try main.render(context, partials: partials, limits: Limits(depth: depth - 1))
      }
    }
  }

  @Test("the output may be as long as the limit, and no byte longer", arguments: ["äöü", "{{a}}", "{{{a}}}", "{{>p}}"])
  func boundsOutput(_ text: String) throws {
    let template = try Template(name: "main", source: "\n" + text)
    let partials = source(of: ["p": "{{a}}"])
    #expect(try template.render(["a": "äöü"], partials: partials, limits: Limits(output: 7)) == "\näöü")
    let error = try #require(throws: TemplateError.self) {
      try template.render(["a": "äöü"], partials: partials, limits: Limits(output: 6))
    }
    #expect(error.kind == .outputTooLarge(limit: 6))
    #expect(error.line == (text == "{{>p}}" ? 1 : 2))
  }

  @Test("what was written before an error stays written, and nothing exceeds the limit")
  func keepsEarlierOutput() throws {
    let template = try Template(name: "main", source: "{{#a}}{{.}};{{/a}}")
    var written = "> "
    #expect(throws: TemplateError.self) {
      try template.render(["a": ["12", "34", "56"]], limits: Limits(output: 7), into: &written)
    }
    #expect(written == "> 12;34;")
  }

  @Test("indentation counts as output")
  func countsIndentation() throws {
    let template = try Template(name: "main", source: "    {{>p}}\n")
    #expect(throws: TemplateError(.outputTooLarge(limit: 9), template: "p", line: 2, column: 1)) {
      try template.render([:], partials: source(of: ["p": "1\n2\n"]), limits: Limits(output: 9))
    }
  }

  @Test("rendering may take as many steps as the limit, and not one more")
  func boundsSteps() throws {
    // The line, the section, and twice a text and the section's end.
    let template = try Template(name: "main", source: "{{#a}}x{{/a}}")
    let context: MustacheValue = ["a": [1, 2]]
    #expect(try template.render(context, limits: Limits(steps: 6)) == "xx")
    #expect(throws: TemplateError(.tooManySteps(limit: 5), template: "main", line: 1, column: 8)) {
      try template.render(context, limits: Limits(steps: 5))
    }
  }

  @Test("sections within one another that render nothing come to an end", arguments: ["{{#a}}", "{{^b}}{{#a}}"])
  func survivesMultiplyingSections(_ open: String) throws {
    let close = open.contains("b") ? "{{/a}}{{/b}}" : "{{/a}}"
    let source = String(repeating: open, count: 12) + String(repeating: close, count: 12)
    let template = try Template(name: "main", source: source)
    let context: MustacheValue = ["a": .list(Array(repeating: true, count: 100))]
    let error = try #require(throws: TemplateError.self) {
      try template.render(context, limits: Limits(steps: 100_000))
    }
    #expect(error.kind == .tooManySteps(limit: 100_000))
    #expect(error.message.hasSuffix("?") && error.message.contains("100000"))
  }

  @Test("sections may stand as deep as the limit", arguments: ["#", "^", "<", "$"])
  func boundsNesting(_ sigil: String) throws {
    let open = String(repeating: "{{\(sigil)a}}", count: 3)
    let close = String(repeating: "{{/a}}", count: 3)
    _ = try Template(name: "main", source: open + close, limits: Limits(nesting: 3))
    #expect(throws: TemplateError(.nestingTooDeep(limit: 2), template: "main", line: 1, column: 13)) {
      try Template(name: "main", source: open + close, limits: Limits(nesting: 2))
    }
  }

  @Test("sections thousands deep within one another are an error, or rendered, but no crash")
  func survivesDeepNesting() throws {
    func nested(_ count: Int) -> String {
      String(repeating: "{{#a}}", count: count) + "x" + String(repeating: "{{/a}}", count: count)
    }
    #expect(throws: TemplateError.self) { try Template(name: "main", source: nested(100_000)) }
    let template = try Template(name: "main", source: nested(2_000), limits: Limits(nesting: 2_000))
    #expect(try template.render(["a": true]) == "x")
  }

  @Test("a negative limit is zero")
  func clampsLimits() {
    #expect(
      Limits(depth: -1, output: -1, nesting: -1, steps: -1) == Limits(depth: 0, output: 0, nesting: 0, steps: 0))
  }
}
