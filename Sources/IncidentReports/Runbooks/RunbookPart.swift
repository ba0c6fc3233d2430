/// What a section of a runbook is about.
public enum RunbookPart: String, CaseIterable, Hashable, Sendable {
  /// How to tell that it is this trouble.
  case symptoms
  /// What to look at first.
  case quickChecks
  /// What to do about it.
  case commonFixes
  /// Whom to call, and when.
  case escalation

  /// As the built-in runbooks head it.
  public var title: String {
    switch self {
    case .symptoms: "Symptoms"
    case .quickChecks: "Quick checks"
    case .commonFixes: "Common fixes"
    case .escalation: "Escalation"
    }
  }

  /// Words in the headings of runbooks from elsewhere; one that ends in `*` is the beginning of a word.
  private var words: [String] {
    switch self {
    case .symptoms: ["symptom*", "signs", "what you see", "meaning", "impact", "detection"]
    case .quickChecks:
      [
        "check", "checks", "checklist", "diagnos*", "triage", "investigat*", "verify", "verification", "debugging",
        "troubleshooting", "first steps", "initial response", "analysis", "assess*", "identif*",
      ]
    case .commonFixes:
      [
        "fix", "fixes", "mitigat*", "remed*", "resol*", "solution*", "recover*", "repair*", "action", "actions",
        "contain*", "rollback", "roll back", "steps", "procedure*", "instructions", "playbook", "what to do",
        "how to",
      ]
    case .escalation: ["escalat*", "contact*", "whom to call", "who to call", "on-call", "on call", "get help"]
    }
  }

  /// By its heading, numbered or not, in any case; nil where it says nothing known.
  public init?(heading: String) {
    let folded = " " + heading.lowercased().split { !$0.isLetter && $0 != "-" }.joined(separator: " ") + " "
    // What says most of itself comes first: "Escalation steps", "Symptoms to check".
    let order: [RunbookPart] = [.escalation, .symptoms, .quickChecks, .commonFixes]
    let part = order.first { part in
      part.words.contains { folded.contains(" " + ($0.hasSuffix("*") ? String($0.dropLast()) : $0 + " ")) }
    }
    guard let part else { return nil }
    self = part
  }
}
