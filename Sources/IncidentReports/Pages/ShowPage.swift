public import IncidentCore

/// What an engineer wants to see of one incident at 03:12.
public struct ShowPage: Sendable {
  let incident: Incident
  let now: Timestamp
  let policy: Policy
  let showsIDs: Bool
  let namesReference: Bool
  let recurrence: RecurrenceText?
  let runbook: RunbookMatch?

  /// - Parameters:
  ///   - showsIDs: whether each event comes with the last six characters of its id, in lower case, by which it can be
  ///     retracted.
  ///   - namesReference: whether the commands that the page suggests have to say which incident is meant.
  ///   - recurrence: what it repeats.
  ///   - runbook: what may help, where no runbook is followed yet.
  public init(
    _ incident: Incident, now: Timestamp, policy: Policy, showsIDs: Bool = false, namesReference: Bool = false,
    recurrence: RecurrenceText? = nil, runbook: RunbookMatch? = nil
  ) {
    self.runbook = runbook
    self.recurrence = recurrence
    self.incident = incident
    self.now = now
    self.policy = policy
    self.showsIDs = showsIDs
    self.namesReference = namesReference
  }

  /// The page, every time in UTC.
  /// - Parameter width: the terminal's columns; nil where there is none and nothing is cut or wrapped.
  public func lines(width: Int?) -> [StyledLine] {
    let layout = PageLayout(width: width)
    let sections = [
      headline(layout), facts(layout), alerts(layout), runbooks(layout), roles(layout), actions(layout),
      recurrence?.lines(width: width) ?? [], timeline(layout), intervals(layout), nextStep(layout),
    ]
    var lines: [StyledLine] = []
    for section in sections where !section.isEmpty {
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines += section
    }
    return lines
  }

  var snapshot: Snapshot { incident.snapshot }

  /// Whether it is resolved, so that there is something to measure.
  var showsIntervals: Bool { !snapshot.status.isActive && snapshot.milestones.resolved != nil }

  private func headline(_ layout: PageLayout) -> [StyledLine] {
    let phrases = [Phrase(snapshot.id.text, .label)] + snapshot.standing
    return Phrase.flow(phrases, separator: "  ", width: layout.width)
      + WrappedText.lines(VisibleText.line(snapshot.title), .heading, width: layout.width)
  }

  private func roles(_ layout: PageLayout) -> [StyledLine] {
    let empty = RoleGaps.empty(in: snapshot, policy: policy)
    let listed = Role.allCases.filter { empty.contains($0) || !snapshot.roles[$0].isEmpty }
    guard !listed.isEmpty else { return [] }
    let labels = listed.map { layout.isNarrow ? $0.alias : $0.title }
    let labelWidth = (labels.map(\.count).max() ?? 0) + 2
    var lines = [StyledLine("Roles", .heading)]
    for (role, label) in zip(listed, labels) {
      var phrases = snapshot.roles[role].map { Phrase($0) }
      if phrases.isEmpty {
        let command = NextStep.assigning(role, in: snapshot.id, namesReference: namesReference)
        phrases = [Phrase("EMPTY", .alarm), Phrase(command, .accent)]
      }
      let separator = empty.contains(role) ? "  " : ", "
      let prefix: StyledLine = "  \(DisplayWidth.padded(label, to: labelWidth), .label)"
      lines += Phrase.flow(phrases, separator: separator, prefix: prefix, width: layout.width)
    }
    if let name = RoleGaps.overloaded(in: snapshot) {
      let text = RoleGaps.overloadedSentence(VisibleText.line(name))
      lines += WrappedText.lines(text, .warning, prefix: "  ", width: layout.width)
    }
    return lines
  }

  private func runbooks(_ layout: PageLayout) -> [StyledLine] {
    guard snapshot.runbooks.isEmpty else {
      return RunbookOffer.section(
        incident.runbooks, of: snapshot, namesReference: namesReference, width: layout.width)
    }
    return runbook.map {
      RunbookOffer.section($0, for: namesReference ? snapshot.id : nil, width: layout.width)
    } ?? []
  }

  private func timeline(_ layout: PageLayout) -> [StyledLine] {
    [StyledLine("Timeline (UTC)", .heading)]
      + TimelineText(incident: incident, showsIDs: showsIDs).lines(width: layout.width)
  }

  private func intervals(_ layout: PageLayout) -> [StyledLine] {
    guard showsIntervals else { return [] }
    return [StyledLine("Intervals", .heading)]
      + Measure.allCases.flatMap { IntervalLines.lines($0, of: snapshot.milestones, layout) }
  }

  private func nextStep(_ layout: PageLayout) -> [StyledLine] {
    let step = NextStep(for: snapshot, now: now, policy: policy, namesReference: namesReference)
    guard let step else { return [] }
    return Phrase.flow(
      [Phrase(step.command, .accent), Phrase(step.reason, .muted)], separator: "  ", prefix: "\("Next", .label)  ",
      width: layout.width)
  }
}
