public import IncidentCore

/// Every incident that needs somebody now, and what is owed for those that are over.
public struct StatusPage: Sendable {
  let active: [Snapshot]
  let owing: [Snapshot]
  let now: Timestamp
  let policy: Policy

  /// - Parameter snapshots: those of the whole store, in any order; the page picks and sorts.
  public init(_ snapshots: [Snapshot], now: Timestamp, policy: Policy) {
    active = StatusOrder.active(in: snapshots, now: now, policy: policy)
    owing = StatusOrder.owing(in: snapshots, policy: policy)
    self.now = now
    self.policy = policy
  }

  /// The page, every time in UTC.
  /// - Parameter width: the terminal's columns; nil where there is none and nothing is cut or wrapped.
  public func lines(width: Int?) -> [StyledLine] {
    let layout = PageLayout(width: width)
    return heading(layout) + activeLines(layout) + owingLines(layout)
  }

  private func heading(_ layout: PageLayout) -> [StyledLine] {
    guard !active.isEmpty else { return ["No active incidents."] }
    let count = active.count == 1 ? "1 active incident" : "\(active.count) active incidents"
    return Phrase.flow([Phrase(count, .heading), Phrase(MomentText.full(now), .muted)], width: layout.width)
  }

  // MARK: Active

  private func activeLines(_ layout: PageLayout) -> [StyledLine] {
    let ages = active.map { IncidentAge($0, now: now).map { DurationText.long(seconds: $0.seconds) } ?? "" }
    let statusWidth = active.map(\.status.rawValue.count).max() ?? 0
    let ageWidth = ages.map(\.count).max() ?? 0
    return zip(active, ages).flatMap { snapshot, age in
      let status = DisplayWidth.padded(snapshot.status.rawValue, to: statusWidth)
      let standing = [
        Phrase(status, snapshot.status.style), Phrase(DisplayWidth.leftPadded(age, to: ageWidth)),
      ]
      return titled(snapshot, standing, layout)
        + Phrase.flow(
          details(of: snapshot), separator: " · ", prefix: StyledLine(indent(layout)), width: layout.width)
    }
  }

  /// Severity, id and standing; the title behind them where it has the room to say something, else on a line of its own,
  /// cut to that line.
  private func titled(_ snapshot: Snapshot, _ standing: [Phrase], _ layout: PageLayout) -> [StyledLine] {
    let names = [
      Phrase(snapshot.severity.label, snapshot.severity.style), Phrase(String(snapshot.id.shortText), .label),
    ]
    let lines = Phrase.flow(names + standing, separator: "  ", indent: 2, width: layout.width)
    let title: StyledLine =
      snapshot.kind == .drill ? "\("DRILL", .accent) \(snapshot.title, .heading)" : "\(snapshot.title, .heading)"
    let width = layout.width ?? .max
    if let line = lines.last, width - line.width >= min(26, 2 + title.width) {
      return lines.dropLast() + [(line + "  " + title).truncated(to: width)]
    }
    return lines + [(StyledLine(indent(layout)) + title).truncated(to: width)]
  }

  private func indent(_ layout: PageLayout) -> String {
    DisplayWidth.spaces(layout.isNarrow ? 2 : 6)
  }

  private func details(of snapshot: Snapshot) -> [Phrase] {
    let deadlines = Deadlines(snapshot, policy: policy)
    let isCommanderRequired = policy[snapshot.severity].requiredRoles.contains(.incidentCommander)
    var phrases = [
      snapshot.roles.commander.map { Phrase("commander \($0)") }
        ?? Phrase("no commander", isCommanderRequired ? .alarm : .muted)
    ]
    if let due = deadlines.acknowledgement {
      phrases.append(DeadlineText.phrase(due, now: now).following("not acknowledged,"))
    }
    if let due = deadlines.nextUpdate {
      phrases.append(DeadlineText.phrase(due, now: now).following("next update"))
    }
    return phrases
  }

  // MARK: Over, and something owed

  private func owingLines(_ layout: PageLayout) -> [StyledLine] {
    guard !owing.isEmpty else { return [] }
    var lines: [StyledLine] = [StyledLine(), StyledLine("Resolved, and still owed", .heading)]
    var closing: [IncidentID] = []
    for snapshot in owing {
      guard let due = Deadlines(snapshot, policy: policy).postmortem else {
        closing.append(snapshot.id)
        continue
      }
      lines += titled(snapshot, [DeadlineText.phrase(due, now: now).following("postmortem")], layout)
    }
    return lines + closingLines(closing, layout)
  }

  /// The newest of those that only have to be closed. A team may close thousands late or never.
  private func closingLines(_ ids: [IncidentID], _ layout: PageLayout) -> [StyledLine] {
    guard !ids.isEmpty else { return [] }
    let newest = ids.sorted(by: >).prefix(Self.mostToClose)
    var phrases = newest.reversed().map { Phrase(String($0.shortText), .label) }
    if ids.count > newest.count {
      phrases.append(Phrase("and \(ids.count - newest.count) more: incident list --status resolved", .muted))
    }
    return Phrase.flow(phrases, prefix: "to close    ", width: layout.width)
  }

  /// How many are named that only have to be closed.
  private static let mostToClose = 10
}
