import Testing

@testable import IncidentReports

@Suite("Code in runbooks")
struct RunbookCodeTests {
  private func runbook(_ body: String) -> Runbook {
    Runbook(name: "r", origin: .team, source: "# R\n\n## Steps\n\n" + body)
  }

  private func page(_ runbook: Runbook) throws -> [String] {
    let step = try #require(runbook.steps.first)
    return RunbookPage(runbook).lines(of: step, width: nil).map(\.plainText)
  }

  @Test(
    "indented code stays in its lines and is there to type",
    arguments: [
      "1. Restart it\n\n       kubectl get pods\n       kubectl delete pod p\n",
      "1. Restart it\n\n   Look first.\n\n       kubectl get pods\n       kubectl delete pod p\n",
      "- Restart it\n\n      kubectl get pods\n      kubectl delete pod p\n",
    ])
  func indented(body: String) throws {
    let runbook = runbook(body)
    #expect(runbook.steps.first?.commands.map(\.text) == ["kubectl get pods\nkubectl delete pod p"])
    let lines = try page(runbook)
    #expect(lines.contains("kubectl get pods"), "\(lines)")
    #expect(lines.contains("kubectl delete pod p"), "\(lines)")
  }

  @Test("empty lines within indented code are of it")
  func emptyLine() {
    let runbook = runbook("1. Do\n\n       cat <<E\n\n       E\n")
    #expect(runbook.steps.first?.commands.map(\.text) == ["cat <<E\n\nE"])
  }

  @Test("text that goes on with a paragraph or an item's text is no code")
  func prose() {
    let runbook = runbook("1. Look\n       further\n\n   here\n           and there\n\n    - or here\n")
    #expect(runbook.steps.first?.commands == [])
  }

  @Test("quoted code loses the marks of the quote")
  func quoted() throws {
    let runbook = runbook("1. Clean up\n\n   > ```sh\n   > rm -rf /tmp/cache\n   > df -h\n   > ```\n")
    #expect(runbook.steps.first?.commands.map(\.text) == ["rm -rf /tmp/cache\ndf -h"])
    let lines = try page(runbook)
    #expect(lines.contains("rm -rf /tmp/cache"), "\(lines)")
    #expect(!lines.contains { $0.contains(">") }, "\(lines)")
  }
}
