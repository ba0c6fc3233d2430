import IncidentCore
import JSONTree
import Testing

@testable import IncidentReports

@Suite("Budget page")
struct BudgetPageTests {
  static let now = Timestamp("2026-11-20 18:00")

  /// A head that hit payments in November, in times such as `12 09:30`.
  private static func head(
    _ suffix: String, _ title: String, _ severity: String, _ from: String, _ to: String?, _ percent: Int? = nil,
    service: String = "payments"
  ) throws -> Snapshot {
    var interval: JSONObject = ["from": .string(Timestamp("2026-11-\(from)").description)]
    if let to { interval["to"] = .string(Timestamp("2026-11-\(to)").description) }
    if let percent { interval["percent"] = .number(JSONNumber(percent)) }
    return try Snapshot(head: [
      "id": .string("INC-20261120-\(suffix)"), "title": .string(title), "severity": .string(severity),
      "status": .string(to == nil ? "investigating" : "resolved"), "services": [.string(service)],
      "impacted": [.object(interval)],
    ])
  }

  private static func promise(_ service: String, _ percent: String, _ window: ObjectiveWindow) throws
    -> ServiceObjective
  {
    let objective = try #require(JSONNumber(percent).flatMap { Objective($0) })
    return ServiceObjective(service: service, objective: objective, window: window)
  }

  /// One that is half gone, one that is overspent, one of a month that goes on too fast, and one that nothing hit.
  static func everything() throws -> [Budget] {
    let hostile = "\u{1B}[2J| `x` <b>\n# \u{202E}gpj"
    let snapshots = [
      try head("7QK4", "Payment latency above 5 s", "SEV2", "02 09:00", "02 09:18"),
      try head("8RR4", "Connection pool of the payment database exhausted", "SEV1", "11 22:41", "11 22:47", 40),
      try head("M1N0", hostile, "SEV3", "11 22:41", "11 23:41"),
      try head("A000", "Cards of one bank refused", "SEV3", "19 10:00", "19 10:20", 5),
      try head("B000", "Slow", "SEV3", "18 10:00", "18 10:05", 3),
      try head("C000", "Slow again", "SEV3", "17 10:00", "17 10:05", 2),
      try head("D000", "Typo on the receipt", "SEV4", "16 10:00", "16 11:05"),
      try head("F000", "Front page down", "SEV1", "20 16:30", nil, service: "web"),
      try head("E000", "Front page slow", "SEV2", "20 12:10", "20 12:00", service: "web"),
      try head("G000", "Search is down", "SEV1", "03 12:10", "03 16:10", service: "search"),
    ]
    return Budget.all(
      of: [
        try promise("payments", "99.9", .standard), try promise("web", "99.95", .rolling(days: 7)),
        try promise("search", "99.3", .month), try promise(hostile, "99.9", .standard),
      ],
      spentBy: snapshots, policy: .standard, now: now, in: .utc)
  }

  @Test("everything at once, as recorded", arguments: ShowPageTests.looks)
  func recorded(look: (width: Int?, color: Bool, name: String)) throws {
    let page = BudgetPage(try Self.everything(), whatIf: TimeSpan(seconds: 1_200))
    expectSnapshot(page.lines(width: look.width).text(color: look.color), "budget-\(look.name)")
  }

  @Test("no line is wider than the terminal", arguments: [40, 60, 80, 100])
  func width(columns: Int) throws {
    let lines = BudgetPage(try Self.everything(), whatIf: nil).lines(width: columns)
    #expect(lines.allSatisfy { $0.width <= columns } && !lines.contains { $0.plainText.hasSuffix(" ") })
  }

  @Test("as Markdown and as JSON, as recorded")
  func documents() throws {
    let budgets = try Self.everything()
    let whatIf = TimeSpan(seconds: 1_200)
    expectSnapshot(BudgetMarkdown.text(budgets, whatIf: whatIf), "budget-markdown")
    let json = BudgetDocument.json(budgets, now: Self.now, timeZone: "UTC", whatIf: whatIf)
    var bytes: [UInt8] = []
    json.pretty(into: &bytes, escaping: .terminalSafe)
    expectSnapshot(String(decoding: bytes, as: UTF8.self) + "\n", "budget-json")
    #expect(BudgetMarkdown.text([], whatIf: nil).isEmpty)
  }

  @Test(
    "what is left says so in words",
    arguments: [
      (600, 0, "10 min", "100.0 %"), (600, 45, "9 min 15 s", "92.5 %"), (600, 600, "none", "0.0 %"),
      (600, 665, "none, overspent by 1 min 5 s", nil), (0, 0, "0 s", nil), (0, 1, "none, overspent by 1 s", nil),
    ])
  func left(allowed: Int, spent: Int, text: String, percent: String?) {
    let account = BudgetAccount(allowedSeconds: allowed, spent: Downtime(seconds: spent, weight: .all))
    #expect(BudgetText.left(account) == text && BudgetText.leftPercent(account) == percent)
  }
}
