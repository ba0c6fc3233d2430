import JSONTree
import Testing

@testable import IncidentCore
@testable import IncidentExchange

@Suite struct TrackerTests {
  private func entry(_ title: String, number: Int = 1, kind: ActionKind? = .detect, link: String? = nil) throws
    -> ActionEntry
  {
    let id = try #require(IncidentID("INC-20261120-7QK4"))
    let event = try #require(EventID("01KAH000000000000000000001"))
    return ActionEntry(
      ActionItem(
        event: event, number: number, title: title, kind: kind, owner: "@dana", due: CivilDate("2026-12-04"),
        priority: .high, link: link, status: .open),
      of: id)
  }

  @Test("a title for a tracker is one line, cut at a word, never within a character")
  func title() {
    #expect(TrackerTitle.line(" a\r\n\tb\u{0}c\u{7F} d ", most: 100) == "a b c d")
    #expect(TrackerTitle.line("eins zwei drei", most: 10) == "eins…")
    #expect(TrackerTitle.line(String(repeating: "x", count: 300), most: 256).unicodeScalars.count == 256)
    let family = "👨‍👩‍👧‍👦"
    let many = String(repeating: family, count: 60)
    let cut = TrackerTitle.line(many, most: 256)
    #expect(cut.dropLast().allSatisfy { String($0) == family } && cut.unicodeScalars.count <= 256 && cut.hasSuffix("…"))
  }

  @Test("an issue of GitHub has a title, a body and labels, and assigns nobody")
  func github() throws {
    let issue = GitHubIssue.json(try entry("Alert\non saturation"), body: "- x\n")
    #expect(issue == ["title": "Alert on saturation", "body": "- x\n", "labels": ["incident", "detect"]])
  }

  @Test("issues of Jira come fifty to a request, with texts that interpret nothing")
  func jira() throws {
    let project = try #require(JiraProjectKey("ops"))
    let documents = JiraIssues.documents(
      try (1...120).map { try entry("{code}*a* @b \($0)", number: $0) }, project: project)
    #expect(documents.map { $0["issueUpdates"]?.array?.count } == [50, 50, 20])
    let fields = try #require(documents[0]["issueUpdates"]?.array?.first?["fields"])
    #expect(fields["project"] == ["key": "OPS"] && fields["issuetype"] == ["name": "Task"])
    #expect(fields["summary"] == "{code}*a* @b 1" && fields["duedate"] == "2026-12-04")
    #expect(fields["priority"] == ["name": "High"] && fields["labels"] == ["incident", "detect"])
    let paragraphs = try #require(fields["description"]?["content"]?.array)
    #expect(fields["description"]?["type"] == "doc" && fields["description"]?["version"] == 1)
    for paragraph in paragraphs {
      #expect(paragraph["type"] == "paragraph" && paragraph["content"]?.array?.first?["type"] == "text")
    }
    #expect(JiraIssues.documents([], project: project).isEmpty)
    let hostile = JiraIssues.documents([try entry("a\u{0}b\u{1B}[2J\u{9B}1m", number: 1)], project: project)
    #expect(hostile[0]["issueUpdates"]?.array?.first?["fields"]?["summary"] == "a b [2J 1m")
  }

  @Test(
    "the key of a project",
    arguments: [
      ("OPS", true), ("ops2_X", true), ("O", false), ("2OPS", false), ("O-PS", false), ("ÖPS", false), ("", false),
      ("O PS", false),
    ])
  func key(typed: String, isKey: Bool) {
    #expect((JiraProjectKey(typed) != nil) == isKey)
  }

  @Test("a table of follow-ups has no formula in it")
  func csv() throws {
    let text = ActionCSV.text(
      [try entry("=1+1", kind: nil, link: "https://example.org/,1")], today: try #require(CivilDate("2026-12-05")))
    #expect(
      text == "incident,id,title,kind,owner,due,priority,status,overdue,link\r\n"
        + "INC-20261120-7QK4,A1,'=1+1,,'@dana,2026-12-04,high,open,yes,\"https://example.org/,1\"\r\n")
  }
}
