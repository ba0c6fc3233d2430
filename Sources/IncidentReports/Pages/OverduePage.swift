public import IncidentCore
public import JSONTree

/// What `status --check` prints: one entry for each thing that is overdue, and nothing where all is well, so that cron
/// sends no mail.
public enum OverduePage {
  /// Loudly what is late and by how much, then what to type.
  public static func lines(_ overdue: [Overdue], width: Int?) -> [StyledLine] {
    overdue.flatMap { late in
      let snapshot = late.snapshot
      let phrases = [
        Phrase(snapshot.severity.label, snapshot.severity.style), Phrase(snapshot.id.text, .label),
      ]
      let words = [
        Phrase("\(late.duty.rawValue) OVERDUE by \(DurationText.long(seconds: late.seconds))", .alarm),
        Phrase(snapshot.title, isRunning: true),
      ]
      return Phrase.flow(
        phrases + (snapshot.kind == .drill ? [.drill] : []) + words, separator: "  ", indent: 6, width: width)
        + Phrase.flow([Phrase(late.command, .accent)], prefix: "      ", width: width)
    }
  }

  /// `{"at": …, "overdue": [{"incident", "kind", "title", "severity", "duty", "due", "overdueBySeconds", "nextCommand"}]}`.
  public static func json(_ overdue: [Overdue], now: Timestamp) -> JSON {
    [
      "at": .string(now.description),
      "overdue": .array(
        overdue.map { late in
          [
            "incident": .string(late.snapshot.id.text), "kind": .string(late.snapshot.kind.rawValue),
            "title": .string(late.snapshot.title),
            "severity": .string(late.snapshot.severity.label), "duty": .string(late.duty.rawValue),
            "due": .string(late.due.description), "overdueBySeconds": .number(JSONNumber(late.seconds)),
            "nextCommand": .string(late.command),
          ]
        }),
    ]
  }
}
