import Mustache
import Testing

@testable import IncidentReports

@Suite("Template library")
struct TemplateLibraryTests {
  private let library = TemplateLibrary(team: [
    "postmortem.md": "our own {{title}}{{> footer}}", "footer.md": " -- {{id}}", "page.html": "<p>{{title}}</p>",
    "plain.txt": "{{title}}", "broken.md": "a\n{{#b}}", ".hidden.md": "x",
  ])
  private let context: MustacheValue = ["title": "# <b> & *c*", "id": "7"]

  @Test("names the team's and the built-in ones, each once")
  func names() {
    #expect(
      library.names == [
        "broken", "comms-executive", "comms-external", "comms-internal", "footer", "handoff", "page", "plain",
        "postmortem", "report",
      ])
  }

  @Test("finds by name with or without extension, the team's first", arguments: ["postmortem", "postmortem.md"])
  func shadowing(name: String) throws {
    let entry = try #require(library.entry(named: name))
    #expect(entry.origin == .team && entry.name == "postmortem" && entry.fileName == "postmortem.md")
    #expect(TemplateLibrary.builtIn.entry(named: name)?.origin == .builtIn)
  }

  @Test("escapes as the format needs")
  func escapes() throws {
    #expect(try library.render("postmortem", with: context) == "our own \\# &lt;b> & \\*c\\* -- 7")
    #expect(try library.render("page", with: context) == "<p># &lt;b&gt; &amp; *c*</p>")
    #expect(try library.render("plain", with: context) == "# <b> & *c*")
    #expect(try library.render("nowhere", with: context) == nil)
  }

  @Test("tells where a fault is, and which partial is missing")
  func faults() throws {
    #expect {
      try library.template(named: "broken")
    } throws: { error in
      guard let fault = error as? TemplateError else { return false }
      return fault.template == "templates/broken.md" && fault.line == 2
    }
    let lost = TemplateLibrary(team: ["a.md": "{{> b}}"])
    #expect(throws: TemplateError(.partialNotFound(name: "b"), template: "templates/a.md", line: 1, column: 1)) {
      try lost.render("a", with: context)
    }
  }

  @Test(
    "never asks for a file by a path",
    arguments: ["", ".", "..", "../x", "a/b", "/etc/passwd", "a\\b", "a\0b", ".hidden", ".hidden.md", "a\nb"])
  func paths(name: String) {
    let library = TemplateLibrary(team: [name: "not a file of the folder"])
    #expect(library.entry(named: name) == nil)
    #expect(library.names == TemplateLibrary.builtIn.names)
  }
}
