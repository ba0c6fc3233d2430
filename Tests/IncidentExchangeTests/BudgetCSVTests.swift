import IncidentCore
import IncidentExchange
import JSONTree
import Testing

@Suite struct BudgetCSVTests {
  @Test("budgets, what an outage would make of them, incidents and burn are rows of one table")
  func rows() throws {
    let now = try #require(Timestamp(canonical: "2026-11-20T18:00:00Z"))
    let objective = try #require(JSONNumber("99.9").flatMap { Objective($0) })
    let snapshot = try Snapshot(head: [
      "id": "INC-20261120-7QK4", "title": "=1+1, or \"so\"", "severity": "SEV2", "status": "resolved",
      "services": ["payments"],
      "impacted": [
        ["from": "2026-11-20T12:00:00Z", "to": "2026-11-20T12:02:00Z"],
        ["from": "2026-11-20T13:00:00Z", "to": "2026-11-20T12:59:00Z"],
      ],
    ])
    let budgets = Budget.all(
      of: [ServiceObjective(service: "payments", objective: objective, window: .rolling(days: 1))],
      spentBy: [snapshot], policy: .standard, now: now, in: .utc)
    let text = BudgetCSV.text(budgets, whatIf: TimeSpan(seconds: 120))
    let lines = text.split(separator: "\r\n")
    let window = "payments,99.9,1d,2026-11-19T18:00:00Z,2026-11-20T18:00:00Z"
    #expect(lines[1] == "budget,\(window),86,60,26,69.8,no,,,,,,")
    #expect(lines[2] == "whatIf,\(window),86,180,-94,209.3,yes,,,,,,")
    #expect(lines[3] == "incident,\(window),,60,,,,INC-20261120-7QK4,\"'=1+1, or \"\"so\"\"\",SEV2,120,120,50")
    #expect(
      lines[4] == "impossible,payments,99.9,1d,2026-11-20T13:00:00Z,2026-11-20T12:59:00Z,,,,,,INC-20261120-7QK4,,,,,")
    #expect(lines[5] == "burn,payments,99.9,1d,2026-11-19T18:00:00Z,2026-11-19T19:00:00Z,,0,,,,,,,,,")
    #expect(lines.count == 5 + 24)
    #expect(lines[0].split(separator: ",").count == 17)
  }
}
