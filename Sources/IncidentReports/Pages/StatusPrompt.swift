public import IncidentCore

/// What goes on, in one short segment for a shell's prompt.
public enum StatusPrompt {
  /// `SEV2 7QK4 47m`, and where an update is overdue by how much: `SEV2 7QK4 47m late 12m`; `+2` for others that go on.
  /// Nil where nothing does.
  ///
  /// Drills are left out while a real incident goes on. No title and no name: a prompt stands in every screenshot.
  /// - Parameter unreadable: How many records could not be read, of which one may be the worst.
  public static func line(_ snapshots: [Snapshot], unreadable: Int = 0, now: Timestamp) -> StyledLine? {
    let broken: [StyledLine] = unreadable > 0 ? ["\("unreadable \(unreadable)", .alarm)"] : []
    let parts = (segment(snapshots, now: now).map { [$0] } ?? []) + broken
    return parts.dropFirst().reduce(parts.first) { ($0 ?? "") + " " + $1 }
  }

  private static func segment(_ snapshots: [Snapshot], now: Timestamp) -> StyledLine? {
    let active = snapshots.filter(\.status.isActive)
    let real = active.filter { $0.kind == .incident }
    let shown = real.isEmpty ? active : real
    guard let worst = shown.min(by: { isMoreUrgent($0, than: $1, now: now) }) else { return nil }
    var line: StyledLine = "\(worst.severity.label, worst.severity.style) \(String(worst.id.shortText), .label)"
    if worst.kind == .drill { line = "\("drill", .accent) " + line }
    if let age = IncidentAge(worst, now: now) { line = line + " \(DurationText.compact(seconds: age.seconds))" }
    if let late = worst.nextUpdateDue?.overdue(at: now) {
      line = line + " \("late \(DurationText.compact(seconds: late))", .alarm)"
    }
    return shown.count > 1 ? line + " \("+\(shown.count - 1)", .muted)" : line
  }

  /// The most severe first, then the most overdue, then the oldest.
  private static func isMoreUrgent(_ left: Snapshot, than right: Snapshot, now: Timestamp) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    let late = [left, right].map { $0.nextUpdateDue?.overdue(at: now) ?? .min }
    return late[0] != late[1] ? late[0] > late[1] : left.id < right.id
  }
}
