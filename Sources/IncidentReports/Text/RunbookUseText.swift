public import IncidentCore

/// How far runbooks were followed and what came of them, in words.
public enum RunbookUseText {
  /// `4 of 9 steps done, 2 skipped`; `no steps` where it has none.
  static func steps(of use: RunbookUse) -> String {
    guard use.steps > 0 else { return "no steps" }
    let skipped = use.skipped > 0 ? ", \(use.skipped) skipped" : ""
    return "\(use.done) of \(use.steps) \(use.steps == 1 ? "step" : "steps") done\(skipped)"
  }

  /// `it helped`, `it did not help`.
  static func verdict(isHelpful: Bool) -> String { isHelpful ? "it helped" : "it did not help" }

  /// `3 runbooks used, 1 unhelpful, 2 never used`; nil where there is nothing to say.
  public static func summary(_ counts: RunbookCounts) -> String? {
    guard !counts.isEmpty else { return nil }
    var parts: [String] = []
    if counts.used.isEmpty {
      parts.append("no runbook used")
    } else {
      parts.append(counts.used.count == 1 ? "1 runbook used" : "\(counts.used.count) runbooks used")
    }
    if !counts.unhelpful.isEmpty { parts.append("\(counts.unhelpful.count) unhelpful") }
    if !counts.neverUsed.isEmpty { parts.append("\(counts.neverUsed.count) never used") }
    return parts.joined(separator: ", ")
  }
}
