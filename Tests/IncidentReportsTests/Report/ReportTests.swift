import Foundation
import IncidentCore
import JSONTree
import Mustache
import Testing

@testable import IncidentReports

@Suite("Reports")
struct ReportTests {
  private func text(_ answer: ReportAnswer) throws -> String {
    try #require(try TemplateLibrary.builtIn.render("report", with: ReportContext(answer).value))
  }

  @Test("of a month: what happened, how fast, what was kept and what came back, who carried it, how mature it is")
  func month() throws {
    let answer = try ReportSample.halfYear().report("2024-06")
    expectSnapshot(try text(answer), "report")
    let json = ReportDocument.json(answer)
    #expect(
      json.object?.map(\.key) == [
        "at", "period", "timeZone", "incidents", "leftOut", "figures", "compare", "trend", "budgets", "followUps",
        "assessment",
      ])
    #expect(json["incidents"]?.array?.last?["durationSeconds"] == .number(JSONNumber(2_566_800)))
    #expect(json["followUps"]?.array?.first?["isOverdue"] == true)
    #expect(json["budgets"]?.array?.map { $0["service"] } == ["payments", "search"])
    #expect(json["budgets"]?.array?.first?["kept"]?["n"] == 0)
    #expect(json["trend"]?.array?.map { $0["incidents"] } == [1, 0, 0, 6, 7])
  }

  @Test("of nothing say so, and show no zeros")
  func empty() throws {
    let sample = ReportSample()
    let text = try text(try sample.report("2024-06"))
    #expect(text.contains("**No incidents.**"), "\(text)")
    for part in ["mermaid", "## How fast", "## Maturity", "## Load", "n = 0", " 0 ", "0 s", "0.0 %"] {
      #expect(!text.contains(part), "\(part) in \(text)")
    }
    let json = ReportDocument.json(try sample.report("2024-06"))
    #expect(json["figures"] == nil && json["assessment"] == nil && json["incidents"] == [] && json["trend"] == [])
  }

  @Test("of a period in which nothing was but false alarms tell those alone")
  func falseAlarms() throws {
    var sample = ReportSample()
    try sample.add("2024-06-22T10:00:00Z", "Nothing", minutes: nil, .cancelled(Cancelled()))
    let answer = try sample.report("2024-06")
    let text = try text(answer)
    #expect(text.contains("**No incidents.**") && text.contains("- **False alarms**: 1"), "\(text)")
    #expect(answer.assessment == nil && !text.contains("## Maturity"))
  }

  @Test("go by the team's midnights: a month has its own incidents, also where clocks change")
  func zone() throws {
    var sample = ReportSample()
    try sample.add("2024-02-29T23:00:00Z", "First second of March", minutes: 10)
    try sample.add("2024-03-31T21:59:59Z", "Last second of March", minutes: 10)
    try sample.add("2024-03-31T22:00:00Z", "First second of April", minutes: 10)
    let march = try sample.report("2024-03")
    #expect(march.incidents.map(\.title) == ["First second of March", "Last second of March"])
    #expect(march.period.period.seconds == 31 * 86_400 - 3_600)
    #expect(try sample.report("2024-04").incidents.map(\.title) == ["First second of April"])
    #expect(try sample.report("2024-04").before.selection.counted.count == 2)
  }

  @Test(
    "have a title, and the period before it",
    arguments: [
      ("2024-06", "June 2024", "2024-05"), ("2024-Q1", "Q1 2024", "2023-Q4"), ("2024", "2024", "2023"),
      ("2024-W02", "week 02 of 2024", "2024-W01"), ("2024-01", "January 2024", "2023-12"),
    ])
  func titles(typed: String, title: String, before: String) throws {
    let answer = try ReportSample().report(typed)
    #expect(answer.period.title(in: answer.setting.zone) == title)
    #expect(answer.before.period.label == before)
    #expect(answer.trend.isEmpty)
  }

  @Test("of any stretch are held against as long a one before it")
  func stretch() throws {
    let (from, until) = (try time("2024-06-03T00:00:00Z"), try time("2024-06-13T00:00:00Z"))
    let period = ReportPeriod(Period(from: from, until: until, label: "2024-06-03"), in: .utc)
    #expect(period.unit == nil && period.title(in: .utc) == "3 June 2024 to 12 June 2024")
    #expect(period.before(in: .utc).from == (try time("2024-05-24T00:00:00Z")))
    #expect(period.trend(in: .utc).map(\.label).first == "2024-04-14")
    #expect(period.trend(in: .utc).count == 6)
  }

  private func time(_ text: String) throws -> Timestamp { try #require(Timestamp(rfc3339: text)) }

  @Test("a trend begins with the first period that has an incident, and holds the empty ones after it")
  func trend() throws {
    let answer = try ReportSample.halfYear().report("2024-06")
    #expect(answer.trend.map(\.period.label) == ["2024-02", "2024-03", "2024-04", "2024-05", "2024-06"])
    #expect(answer.trend.map(\.selection.counted.count) == [1, 0, 0, 6, 7])
    #expect(answer.incidentsChart?.contains("  bar [1, 0, 0, 6, 7]\n") == true)
    // A median of nothing is no zero.
    #expect(answer.chart(of: .timeToResolve)?.contains("  x-axis [\"2024-02\", \"2024-05\", \"2024-06\"]\n") == true)
  }

  @Test("only of a service leave out what hit others")
  func service() throws {
    let answer = try ReportSample.halfYear().report("2024-06", services: ["Search"])
    #expect(Set(answer.incidents.map(\.title)) == ["Search down"] && answer.followUps.isEmpty)
    #expect(try text(answer).contains("- **Services**: Search, no others"))
  }

  @Test("show each budget as it stood when the period was over, and at the end of how many months it was kept")
  func budgets() throws {
    var sample = ReportSample()
    // Midnight of the first of June in Berlin: 10 minutes of May, 20 of June.
    try sample.add("2024-05-31T21:50:00Z", "Slow", severity: .sev1, minutes: 30, service: "Payments")
    let objective = try #require(Objective(millionths: 99_950_000))
    sample.objectives = [ServiceObjective(service: "payments", objective: objective, window: .month)]
    let may = try #require(try sample.report("2024-05").budgets.first)
    #expect(may.last.account.spentSeconds == 600 && may.last.window.month == "2024-05" && may.kept == Share(1, of: 1))
    let june = try #require(try sample.report("2024-06").budgets.first)
    #expect(june.last.account.spentSeconds == 1_200 && june.last.window.month == "2024-06")
    // 21 min 36 s are allowed of 30 days, and 22 min 19 s of 31.
    let quarter = try sample.report("2024-Q2")
    #expect(quarter.budgets.first?.kept == Share(3, of: 3) && quarter.budgets.first?.last.window.month == "2024-06")
    let now = try #require(try sample.report("this-month").budgets.first)
    #expect(now.last.account.spentSeconds == 0 && now.last.now == quarter.setting.now)
    sample.objectives[0].objective = try #require(Objective(millionths: 99_980_000))
    let kept = try sample.report("2024-Q2").assessment?.findings.first { $0.criterion == .budgetsKept }
    // 8 min 55 s of May and 8 min 38 s of June.
    #expect(kept?.evidence == .share(try #require(Share(1, of: 3))) && kept?.isMet == false)
  }

  @Test("of many incidents tell a hundred, and how many more")
  func many() throws {
    var sample = ReportSample()
    for number in 0..<103 {
      let minute = number % 60
      try sample.add("2024-06-0\(1 + number / 60)T10:\(minute < 10 ? "0" : "")\(minute):00Z", "Slow", minutes: 10)
    }
    let text = try text(try sample.report("2024-06"))
    #expect(text.contains("\nand 3 more, which `incident report --json` has.\n"))
    #expect(text.matches(of: /\n\| INC-/).count == 100)
    #expect(text.contains("| pool | payments | 103 | INC-") && text.contains(" and 98 before |\n"))
  }

  @Test("are open to no text of a record", arguments: 0..<UInt64(40))
  func hostile(seed: UInt64) throws {
    // Equal texts stay equal, so that causes repeat and people are the same.
    var number: UInt64 = 0
    var words: [String: String] = [:]
    let hostile = try ReportSample.halfYear { text in
      if let word = words[text] { return word }
      number += 1
      let word = "\(number)" + HostileText.sample(seed: seed &* 1_000 &+ number)
      words[text] = word
      return word
    }
    let (text, expected) = (
      try text(try hostile.report("2024-06")), try text(try ReportSample.halfYear().report("2024-06"))
    )
    #expect(shape(text) == shape(expected), "seed \(seed)\n\(text)")
    guard GitHubMarkdown.path != nil else { return }
    #expect(try elements(text) == elements(expected), "seed \(seed)\n\(text)")
  }

  /// How each line begins, and how many cells it has.
  private func shape(_ text: String) -> [String] {
    text.split(separator: "\n").map { line in
      let cells = line.replacing("\\|", with: "").count { $0 == "|" }
      return "\(line.first { $0 != " " }.map { "#-|`".contains($0) ? String($0) : "text" } ?? "") \(cells)"
    }
  }

  private func elements(_ markdown: String) throws -> [String] {
    try GitHubMarkdown.html(markdown).matches(of: /<!--|<\/?[a-z0-9]+/).map { String($0.output) }.filter { $0 != "<br" }
  }
}
