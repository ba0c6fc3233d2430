import CommandArguments
import IncidentCore
import IncidentReports

extension Session {
  /// A line that is not blank, asked for until it is given.
  func ask(_ question: String) throws(CommandFailure) -> String {
    while true {
      tell("\(question, .label)")
      guard let line = environment.streams.readLine() else {
        throw .refused("the answer is missing: nothing was recorded")
      }
      if line.hasWords { return line }
    }
  }
}

/// The levels to choose from, with what each asks of the team.
enum SeverityTable {
  static func lines(_ policy: Policy, width: Int?) -> [StyledLine] {
    let columns = [
      TextTable.Column("", dropOrder: nil), TextTable.Column("severity"), TextTable.Column("means", leastWidth: 16),
      TextTable.Column("respond within", dropOrder: 2), TextTable.Column("update every", dropOrder: 1),
    ]
    let rows = Severity.allCases.map { severity -> [StyledLine] in
      let rules = policy[severity]
      let respond =
        switch rules.respondWithin {
        case .within(let span): DurationText.long(seconds: span.seconds)
        case .nextBusinessDay: "next business day"
        }
      return [
        StyledLine("\(severity.rawValue)", .accent), "\(severity.label) \(severity.word)", "\(severity.meaning)",
        "\(respond)", "\(rules.updateEvery.map { DurationText.long(seconds: $0.seconds) } ?? "—")",
      ]
    }
    return TextTable(columns: columns, rows: rows).lines(width: width)
  }
}
