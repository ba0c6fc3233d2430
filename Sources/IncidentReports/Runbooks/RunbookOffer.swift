public import IncidentCore

/// What is said of a runbook that may help, or is being followed.
public enum RunbookOffer {
  /// The best one, why, and how to begin.
  /// - Parameters:
  ///   - id: the incident, where the command has to say which is meant.
  ///   - width: the terminal's columns; nil where nothing is broken.
  public static func lines(_ match: RunbookMatch, for id: IncidentID?, width: Int?) -> [StyledLine] {
    Phrase.flow(phrases(match, for: id), separator: "  ", prefix: "\("runbook:", .muted) ", indent: 2, width: width)
  }

  /// The same as the section of a page.
  static func section(_ match: RunbookMatch, for id: IncidentID?, width: Int?) -> [StyledLine] {
    [StyledLine("Runbook", .heading)]
      + Phrase.flow(phrases(match, for: id), separator: "  ", prefix: "  ", indent: 4, width: width)
  }

  /// How far each runbook of an incident was followed, and what comes next.
  static func section(_ runbooks: [RunbookProgress], of snapshot: Snapshot, namesReference: Bool, width: Int?)
    -> [StyledLine]
  {
    var lines = [StyledLine(runbooks.count == 1 ? "Runbook" : "Runbooks", .heading)]
    let left = runbooks.count { $0.nextStep != nil }
    for progress in runbooks {
      var phrases = [Phrase(progress.name, .label), Phrase(standing(progress))]
      if let isHelpful = progress.isHelpful {
        phrases.append(Phrase(isHelpful ? "helpful" : "not helpful", isHelpful ? .ok : .warning))
      }
      lines += Phrase.flow(phrases, separator: "  ", prefix: "  ", indent: 4, width: width)
      guard let next = progress.nextStep, snapshot.status.isActive else { continue }
      let name = left > 1 ? " --runbook \(RunbookVariables.word(progress.name))" : ""
      let reference = namesReference ? " \(snapshot.id.typedText)" : ""
      lines += Phrase.flow(
        [
          Phrase("next: \(next) \(progress.steps[next - 1])", isRunning: true),
          Phrase("incident runbook step \(next) --done\(name)\(reference)", .accent),
        ], separator: "  ", prefix: "    ", indent: 4, width: width)
    }
    return lines
  }

  /// `3 of 9 done, 1 skipped`.
  static func standing(_ progress: RunbookProgress) -> String {
    let skipped = progress.count(.skipped)
    guard !progress.steps.isEmpty else { return "started" }
    return "\(progress.count(.done)) of \(progress.steps.count) done" + (skipped > 0 ? ", \(skipped) skipped" : "")
  }

  private static func phrases(_ match: RunbookMatch, for id: IncidentID?) -> [Phrase] {
    let reason = RunbookHeadText.reason(match.reason)
    guard let name = match.runbook else {
      guard case .link(let address) = match.reason else { return [] }
      return [Phrase(address, .label), Phrase("an alert links to it", .muted)]
    }
    let reference = id.map { " \($0.typedText)" } ?? ""
    return [
      Phrase(name, .label), Phrase(reason, .muted),
      Phrase("incident runbook start \(RunbookVariables.word(name))\(reference)", .accent),
    ]
  }
}
