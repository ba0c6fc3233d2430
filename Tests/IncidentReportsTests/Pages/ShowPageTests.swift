import IncidentCore
import Testing

@testable import IncidentReports

@Suite("Show page")
struct ShowPageTests {
  static let looks: [(width: Int?, color: Bool, name: String)] = [
    (80, false, "80"), (40, false, "40"), (nil, false, "piped"), (80, true, "80-color"),
  ]

  private func page(_ incident: Incident, _ look: (width: Int?, color: Bool, name: String)) -> String {
    ShowPage(incident, now: Sample.now, policy: .standard).lines(width: look.width).text(color: look.color)
  }

  @Test("an incident under way, as recorded", arguments: looks)
  func monitoring(look: (width: Int?, color: Bool, name: String)) throws {
    expectSnapshot(page(try Sample.monitoring(), look), "show-monitoring-\(look.name)")
  }

  @Test("an incident just declared, as recorded", arguments: looks)
  func declared(look: (width: Int?, color: Bool, name: String)) throws {
    expectSnapshot(page(try Sample.declared(), look), "show-declared-\(look.name)")
  }

  @Test("a drill that was reopened, as recorded", arguments: looks)
  func reopenedDrill(look: (width: Int?, color: Bool, name: String)) throws {
    expectSnapshot(page(try Sample.reopenedDrill(), look), "show-reopened-drill-\(look.name)")
  }

  @Test("hostile text, as recorded", arguments: looks)
  func hostile(look: (width: Int?, color: Bool, name: String)) throws {
    expectSnapshot(page(try Sample.hostile(), look), "show-hostile-\(look.name)")
  }

  @Test("follow-ups, the overdue loud and the finished counted, as recorded", arguments: looks)
  func actions(look: (width: Int?, color: Bool, name: String)) throws {
    expectSnapshot(page(try Sample.followedUp(), look), "show-actions-\(look.name)")
  }

  @Test("a cancelled incident, as recorded")
  func cancelled() throws {
    expectSnapshot(page(try Sample.cancelled(), (80, false, "")), "show-cancelled-80")
  }

  @Test("with handles and references, as recorded")
  func handles() throws {
    let page = ShowPage(
      try Sample.monitoring(), now: Sample.now, policy: .standard, showsIDs: true, namesReference: true)
    expectSnapshot(page.lines(width: 80).text(color: false), "show-handles-80")
  }

  @Test("the milestones of an incident under way stand among the facts, a date where the day changes")
  func milestones() throws {
    func line(_ incident: Incident) -> String? {
      ShowPage(incident, now: Sample.now, policy: .standard).lines(width: nil).map(\.plainText)
        .first { $0.hasPrefix("Milestones") }
    }
    #expect(
      try line(Sample.monitoring())
        == "Milestones    started 20 November 2026 22:41, detected 22:47, declared 22:47, acknowledged 22:48, "
        + "mitigated 21 November 2026 00:02 UTC")
    #expect(try line(Sample.declared()) == nil)
    #expect(try line(Sample.reopenedDrill()) == nil)
  }

  @Test("a handle is the end of the id of the event beside it")
  func handle() throws {
    let incident = try Sample.monitoring()
    let lines = ShowPage(incident, now: Sample.now, policy: .standard, showsIDs: true).lines(width: nil)
    let event = try #require(incident.events.first { $0.message == "Limit raised." })
    let line = try #require(lines.first { $0.plainText.contains("Limit raised.") })
    #expect(line.plainText.contains(" \(event.id.text.suffix(6).lowercased()) "))
  }

  @Test("a run of events logged late in one minute names that minute once, and each bears the mark")
  func loggedLate() throws {
    var writer = IncidentWriter("INC-20261120-1A7E")
    let evening = "2026-11-21 00:41:05"
    writer.at(
      "2026-11-20 22:47", by: "dana", recorded: evening, .declared(Declared(title: "Slow", severity: .sev3)))
    writer.at("2026-11-20 22:50", by: "dana", recorded: "2026-11-21 00:41:50", .acknowledged(Acknowledged()))
    writer.at("2026-11-20 23:00", by: "dana", recorded: "2026-11-21 00:42:10", .noted(Noted(message: "a")))
    writer.at("2026-11-21 00:10", by: "dana", recorded: "2026-11-21 00:42:40", .noted(Noted(message: "b")))
    writer.at("2026-11-21 00:43", by: "dana", .noted(Noted(message: "c")))
    let lines = ShowPage(try writer.incident, now: Sample.now, policy: .standard).lines(width: nil)
      .map(\.plainText).filter { $0.contains("  dana  ") }
    #expect(
      lines == [
        "  22:47  dana  [logged late, 21 November 2026 00:41 UTC]  declared as SEV3",
        "  22:50  dana  [logged late]  acknowledged",
        "  23:00  dana  [logged late, 21 November 2026 00:42 UTC]  note — a",
        "  00:10  dana  [logged late]  note — b",
        "  00:43  dana  note — c",
      ])
  }

  @Test(
    "no line is wider than the terminal, ends in a space or holds a control character", arguments: [20, 33, 40, 80])
  func fits(width: Int) throws {
    for incident in [try Sample.monitoring(), try Sample.hostile(), try Sample.reopenedDrill()] {
      for line in ShowPage(incident, now: Sample.now, policy: .standard).lines(width: width) {
        #expect(line.width <= width)
        #expect(!line.plainText.hasSuffix(" "))
        #expect(!line.plainText.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
      }
    }
  }

  @Test("only indented lines can say what a person wrote, so that none stands for a line of the page")
  func noForgery() throws {
    let lines = ShowPage(try Sample.hostile(), now: Sample.now, policy: .standard).lines(width: nil)
    #expect(!lines.contains { $0.plainText.hasPrefix("INC-20261121-FAKE") })
  }
}

extension [StyledLine] {
  /// As it is printed.
  func text(color: Bool) -> String {
    map { $0.rendered(color: color) + "\n" }.joined()
  }
}
