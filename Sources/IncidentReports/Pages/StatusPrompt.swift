public import IncidentCore

/// What goes on, in one short segment for a shell's prompt.
public enum StatusPrompt {
  /// `SEV2 7QK4 47m`, and by how much an acknowledgement or an update is overdue: `SEV2 7QK4 47m late 12m`; `+2` for
  /// others that go on, with the worst lateness among them: `+2 late 1h12m`. Nil where nothing goes on.
  ///
  /// Drills are left out while a real incident goes on. No title and no name: a prompt stands in every screenshot.
  /// - Parameter unreadable: How many records could not be read, of which one may be the worst.
  public static func line(_ snapshots: [Snapshot], unreadable: Int = 0, now: Timestamp, policy: Policy) -> StyledLine? {
    let broken: [StyledLine] = unreadable > 0 ? ["\("unreadable \(unreadable)", .alarm)"] : []
    let parts = (segment(snapshots, now: now, policy: policy).map { [$0] } ?? []) + broken
    return parts.dropFirst().reduce(parts.first) { ($0 ?? "") + " " + $1 }
  }

  private static func segment(_ snapshots: [Snapshot], now: Timestamp, policy: Policy) -> StyledLine? {
    let active = StatusOrder.active(in: snapshots, now: now, policy: policy)
    guard let worst = active.first else { return nil }
    let others = active.dropFirst().filter { $0.kind == worst.kind }
    var line: StyledLine = "\(worst.severity.label, worst.severity.style) \(String(worst.id.shortText), .label)"
    if worst.kind == .drill { line = "\("drill", .accent) " + line }
    if let age = IncidentAge(worst, now: now) { line = line + " \(DurationText.compact(seconds: age.seconds))" }
    if let late = lateness(of: [worst], now: now, policy: policy) { line = line + late }
    guard !others.isEmpty else { return line }
    return line + " \("+\(others.count)", .muted)" + (lateness(of: others, now: now, policy: policy) ?? "")
  }

  private static func lateness(of snapshots: [Snapshot], now: Timestamp, policy: Policy) -> StyledLine? {
    let worst = snapshots.compactMap { Deadlines($0, policy: policy).mostOverdue(now: now) }.max()
    guard let worst, worst > 0 else { return nil }
    return " \("late \(DurationText.compact(seconds: worst))", .alarm)"
  }
}
