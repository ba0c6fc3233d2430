import IncidentCore

/// How a deadline is said: the same words on every page.
enum DeadlineText {
  /// `due in 12 min`, `due now`, or, loudly, `OVERDUE by 3 min`.
  static func phrase(_ due: Timestamp, now: Timestamp) -> Phrase {
    if let late = due.overdue(at: now) { return Phrase("OVERDUE by \(DurationText.long(seconds: late))", .alarm) }
    let left = due.seconds(since: now)
    if left == 0 { return Phrase("due now", .warning) }
    return Phrase("due in \(DurationText.long(seconds: left))", left <= 300 ? .warning : .plain)
  }

  /// `by 23:32 UTC`, or `was due 23:32 UTC`.
  static func moment(_ due: Timestamp, now: Timestamp) -> Phrase {
    Phrase("\(due < now ? "was due" : "by") \(MomentText.short(due, near: now))", .muted)
  }
}
