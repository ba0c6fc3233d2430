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
    return [heading] + activeLines(layout) + owingLines(layout)
  }

  private var heading: StyledLine {
    guard !active.isEmpty else { return "No active incidents." }
    let count = active.count == 1 ? "1 active incident" : "\(active.count) active incidents"
    return "\(count, .heading)\(", \(MomentText.full(now))", .muted)"
  }

  // MARK: Active

  private func activeLines(_ layout: PageLayout) -> [StyledLine] {
    let ages = active.map { IncidentAge($0, now: now).map { DurationText.long(seconds: $0.seconds) } ?? "" }
    let statusWidth = active.map(\.status.rawValue.count).max() ?? 0
    let ageWidth = ages.map(\.count).max() ?? 0
    return zip(active, ages).flatMap { snapshot, age in
      let status = DisplayWidth.padded(snapshot.status.rawValue, to: statusWidth)
      var line: StyledLine = "\(snapshot.severity.label, snapshot.severity.style)  \(snapshot.id.shortText, .label)  "
      line.append(status, snapshot.status.style)
      line.append("  \(DisplayWidth.leftPadded(age, to: ageWidth))")
      return titled(line, snapshot, layout)
        + Phrase.flow(details(of: snapshot), prefix: StyledLine(indent(layout)), width: layout.width)
    }
  }

  /// The title where it has the room to say something, else on a line of its own; cut to that line.
  private func titled(_ line: StyledLine, _ snapshot: Snapshot, _ layout: PageLayout) -> [StyledLine] {
    let title: StyledLine =
      snapshot.kind == .drill ? "\("DRILL", .accent) \(snapshot.title, .heading)" : "\(snapshot.title, .heading)"
    guard let width = layout.width else { return [line + "  " + title] }
    if width - line.width >= 26 || line.width + 2 + title.width <= width {
      return [(line + "  " + title).truncated(to: width)]
    }
    return [line, (StyledLine(indent(layout)) + title).truncated(to: width)]
  }

  private func indent(_ layout: PageLayout) -> String {
    DisplayWidth.spaces(layout.isNarrow ? 2 : 6)
  }

  private func details(of snapshot: Snapshot) -> [Phrase] {
    let deadlines = Deadlines(snapshot, policy: policy)
    var phrases = [
      snapshot.roles.commander.map { Phrase("commander \($0)") }
        ?? Phrase("no commander", policy[snapshot.severity].requiredRoles.isEmpty ? .muted : .alarm)
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
    var lines: [StyledLine] = ["", "\("Resolved, and still owed", .heading)"]
    var closing: [Phrase] = []
    for snapshot in owing {
      guard let due = Deadlines(snapshot, policy: policy).postmortem else {
        closing.append(Phrase(String(snapshot.id.shortText), .label))
        continue
      }
      let prefix: StyledLine =
        "\(snapshot.severity.label, snapshot.severity.style)  \(snapshot.id.shortText, .label)  "
      let owed = DeadlineText.phrase(due, now: now).following("postmortem")
      let line = prefix + StyledLine(owed.text, owed.style)
      lines += titled(line, snapshot, layout)
    }
    if !closing.isEmpty { lines += Phrase.flow(closing, prefix: "to close    ", width: layout.width) }
    return lines
  }
}
