import IncidentCore
import JSONTree
import Testing

@testable import IncidentReports

@Suite("Status page")
struct StatusPageTests {
  private static func everything() throws -> [Incident] {
    [
      try Sample.cancelled(), try Sample.reopenedDrill(), try Sample.hostile(), try Sample.monitoring(),
      try Sample.declared(), try activeDrill(), try resolved("INC-20261120-M1N0", .sev3),
      try resolved("INC-20261101-0DD0", .sev1),
    ]
  }

  private static func activeDrill() throws -> Incident {
    var writer = IncidentWriter("INC-20261121-DR22")
    writer.at(
      "2026-11-21 00:30", by: "sam", .declared(Declared(title: "Lost region", severity: .sev1, kind: .drill)))
    return try writer.incident
  }

  private static func resolved(_ id: String, _ severity: Severity) throws -> Incident {
    var writer = IncidentWriter(id)
    writer.at("2026-11-01 10:00", by: "sam", .declared(Declared(title: "A full disk", severity: severity)))
    writer.at("2026-11-01 10:20", by: "sam", .resolved(Resolved()))
    return try writer.incident
  }

  private func page(_ incidents: [Incident], width: Int?) -> [StyledLine] {
    StatusPage(incidents.map(\.snapshot), now: Sample.now, policy: .standard).lines(width: width)
  }

  @Test("everything at once, as recorded", arguments: ShowPageTests.looks)
  func recorded(look: (width: Int?, color: Bool, name: String)) throws {
    let text = page(try Self.everything(), width: look.width).text(color: look.color)
    expectSnapshot(text, "status-\(look.name)")
  }

  @Test("says so where nothing is active")
  func nothing() throws {
    #expect(page([], width: 80).text(color: false) == "No active incidents.\n")
    #expect(page([try Sample.cancelled()], width: nil).text(color: false) == "No active incidents.\n")
    let owing = page([try Sample.reopenedDrill()], width: nil).map(\.plainText)
    #expect(owing.first == "No active incidents.")
    #expect(owing.last == "SEV2  DR11  postmortem due in 1 d 9 h  DRILL Region fail-over")
  }

  @Test("real ones come before drills, then the most severe, then the most overdue")
  func order() throws {
    let snapshots = try Self.everything().map(\.snapshot)
    let active = StatusOrder.active(in: snapshots, now: Sample.now, policy: .standard)
    #expect(active.map(\.id.shortText) == ["A0B1", "EV1A", "7QK4", "DR22"])
    #expect(StatusOrder.owing(in: snapshots, policy: .standard).map(\.id.shortText) == ["0DD0", "DR11", "M1N0"])
  }

  @Test("of thousands that nobody closes the newest ten are named, and how many more there are")
  func manyToClose() throws {
    let one = try Self.resolved("INC-20261101-0000", .sev3).snapshot
    let snapshots = (0..<3_000).map { number in
      var other = one
      other.id = IncidentID("INC-20261101-\(String(number + 1_000))") ?? one.id
      return other
    }
    let page = StatusPage(snapshots.shuffled(), now: Sample.now, policy: .standard)
    let newest = (3_990..<4_000).map(String.init).joined(separator: ", ")
    #expect(
      page.lines(width: nil).map(\.plainText).last
        == "to close    \(newest), and 2990 more: incident list --status resolved")
    let ten = StatusPage(Array(snapshots.suffix(10)), now: Sample.now, policy: .standard)
    #expect(ten.lines(width: nil).map(\.plainText).last == "to close    \(newest)")
    #expect(page.lines(width: 40).allSatisfy { $0.width <= 40 })
  }

  @Test("no line is wider than the terminal, and no record makes a line of its own", arguments: [33, 40, 59, 60, 80])
  func fits(width: Int) throws {
    let lines = page(try Self.everything(), width: width)
    #expect(lines.allSatisfy { $0.width <= width && !$0.plainText.contains("\n") })
    #expect(!lines.contains { $0.plainText.hasPrefix("INC-") })
  }

  @Test("the heading breaks before the time and never within it", arguments: [26, 30, 40, 45])
  func heading(width: Int) throws {
    let lines = page(try Self.everything(), width: width).prefix(2).map(\.plainText)
    #expect(lines == ["4 active incidents", "21 November 2026 00:44 UTC"])
  }

  @Test("the document, as recorded")
  func document() throws {
    expectSnapshot(try json(Self.everything()).prettyText(escaping: .terminalSafe) + "\n", "status-json")
  }

  @Test("derived members: seconds to or past what is due, absent where nothing is")
  func derived() throws {
    let document = try json([Sample.monitoring(), Sample.reopenedDrill()])
    let active = try #require(document["active"]?[0])
    #expect(active["ageSeconds"] == 7_420)
    #expect(active["overdueBySeconds"] == 750)
    #expect(active["nextUpdateInSeconds"] == nil)
    #expect(active["acknowledgeInSeconds"] == nil && active["acknowledgeOverdueBySeconds"] == nil)
    #expect(active["emptyRoles"] == ["technicalLead"])
    #expect(active["nextCommand"] == "incident update -m TEXT")
    let owed = try #require(document["owed"]?[0])
    #expect(owed["nextCommand"] == "incident postmortem publish dr11")
    #expect(owed["ageSeconds"] == nil && owed["emptyRoles"] == nil)
  }

  @Test("a record cannot bring the derived members along")
  func forged() throws {
    let incident = try Sample.waiting()
    var head = incident.snapshotJSON
    head["overdueBySeconds"] = 1
    head["emptyRoles"] = ["scribe"]
    head["timeline"] = []
    let entry = StatusDocument.Entry(snapshot: incident.snapshot, head: head)
    let members = StatusDocument.json([entry], now: Sample.now, policy: .standard)["active"]?[0]
    #expect(members?["overdueBySeconds"] == nil && members?["timeline"] == nil)
    #expect(members?["emptyRoles"] == ["incidentCommander"])
  }

  private func json(_ incidents: [Incident]) -> JSON {
    StatusDocument.json(
      incidents.map { StatusDocument.Entry(snapshot: $0.snapshot, head: $0.snapshotJSON) }, now: Sample.now,
      policy: .standard)
  }
}

extension Sample {
  /// One that waits for its next update, and for nothing else.
  fileprivate static func waiting() throws -> Incident {
    var writer = IncidentWriter("INC-20261121-WA1T")
    writer.at(
      "2026-11-21 00:20", by: "li",
      .declared(Declared(title: "Slow checkout", severity: .sev3, nextUpdateDue: Timestamp("2026-11-21 04:20"))))
    return try writer.incident
  }
}
