public import IncidentCore

/// Reads a runbook as a reviewer does.
///
/// It copes with what other people wrote in other shapes: a section counts by what its heading says
/// (``RunbookPart/init(heading:)``), steps are what there is of numbered items, boxes to tick, headings and plain items.
public enum RunbookCheck {
  /// A runbook that nobody looked at for more days than these is stale.
  public static let reviewEvery = 180

  /// What is found in a runbook, in the order of its lines.
  /// - Parameters:
  ///   - folder: The folders from the top of the repository down to the one that the runbook stands in.
  ///   - linked: What stands at a path from the top.
  public static func findings(
    in runbook: Runbook, today: CivilDate, folder: [String] = [],
    linked: @escaping ([String]) -> RunbookLinkedFile = { _ in .unknown }
  ) -> [RunbookFinding] {
    let lines = SourceLines(Array(runbook.source.utf8))
    var findings = runbook.head.problems.map { problem in
      RunbookFinding(
        .frontMatter, line: problem.line, column: problem.column, problem.message,
        excerpt: lines.excerpt(at: MarkdownPlace(line: problem.line, column: problem.column)), remedy: problem.remedy)
    }
    findings += settings(of: runbook.head, today: today)
    findings += sections(of: runbook)
    findings += runbook.steps.filter { !RunbookAction.isNamed(in: $0, lines) }.map { step in
      RunbookFinding(
        .noAction, line: step.line, column: 1, "step \(step.number) has no command and does not say what to do",
        excerpt: lines.excerpt(at: MarkdownPlace(line: step.line, column: 1)),
        remedy: "begin it with what to do (\"Restart …\", \"Look at …\"), or put a command below it")
    }
    var links = RunbookLinkCheck(runbook.source, linked)
    for link in runbook.links {
      guard let fault = links.fault(of: RunbookLinkTarget(link.destination, from: folder)) else { continue }
      findings.append(
        RunbookFinding(
          .deadLink, line: link.line, column: link.column, fault.message,
          excerpt: lines.excerpt(at: MarkdownPlace(line: link.line, column: link.column)), remedy: fault.remedy))
    }
    return findings.sorted()
  }

  /// What the settings leave out. Settings that are there and cannot be read are told already.
  private static func settings(of head: RunbookHead, today: CivilDate) -> [RunbookFinding] {
    guard head.settings.isThere || head.problems.isEmpty else { return [] }
    let line = head.settings.isThere ? 1 : nil
    func isMissing(_ key: String) -> Bool {
      switch head.settings[key] {
      case nil, .nothing?: true
      case .text(let text)?: !text.value.hasWords
      case .list(let items)?: items.isEmpty
      case .map(let entries)?: entries.allSatisfy { $0.value == .nothing || $0.value == .list([]) }
      }
    }
    var findings: [RunbookFinding] = []
    if head.triggers.isEmpty, isMissing("triggers") {
      findings.append(
        RunbookFinding(
          .noTrigger, line: line, column: line, "no alert leads to it",
          remedy: "name the alerts it is for: triggers: {alerts: [\"*Latency*\"]}"))
    }
    if head.owner == nil, isMissing("owner") {
      findings.append(
        RunbookFinding(
          .noOwner, line: line, column: line, "nobody owns it", remedy: "say who keeps it right: owner: TEAM"))
    }
    return findings + review(of: head, today: today, isMissing: isMissing("reviewed"), line: line)
  }

  private static func review(
    of head: RunbookHead, today: CivilDate, isMissing: Bool, line: Int?
  ) -> [RunbookFinding] {
    let remedy = "read it once more, and say so: reviewed: \(today)"
    guard let reviewed = head.reviewed else {
      guard isMissing else { return [] }
      return [
        RunbookFinding(
          .staleReview, line: line, column: line, "nobody says when it was last reviewed", remedy: remedy)
      ]
    }
    let place = head.settings.entries.first { $0.key == "reviewed" }?.line
    let days = today.daysSinceEpoch - reviewed.daysSinceEpoch
    if days > reviewEvery {
      return [
        RunbookFinding(
          .staleReview, line: place, column: 1,
          "nobody has reviewed it for \(days) days; \(reviewEvery) are the most", remedy: remedy)
      ]
    }
    // The day has begun somewhere else already.
    guard days < -1 else { return [] }
    return [
      RunbookFinding(.staleReview, line: place, column: 1, "the day of its review is still to come", remedy: remedy)
    ]
  }

  private static func sections(of runbook: Runbook) -> [RunbookFinding] {
    if runbook.steps.isEmpty {
      return [
        RunbookFinding(
          .noStep, "there is nothing to do in it",
          remedy: "number the checks below \"## Quick checks\", and give each fix a heading below \"## Common fixes\"")
      ]
    }
    let missing = RunbookPart.allCases.filter { !runbook.parts.contains($0) }
    guard let titles = EventText.list(missing.map { "\"\($0.title)\"" }) else { return [] }
    return [
      RunbookFinding(
        .missingSection, "no section \(titles)",
        remedy: "add " + missing.map { "\"## \($0.title)\": \($0.question)" }.joined(separator: "; "))
    ]
  }
}

extension RunbookPart {
  /// What the section answers.
  fileprivate var question: String {
    switch self {
    case .symptoms: "how to tell that it is this trouble"
    case .quickChecks: "what to look at first, numbered"
    case .commonFixes: "what to do about it, a heading for each fix"
    case .escalation: "whom to call, and when"
    }
  }
}
