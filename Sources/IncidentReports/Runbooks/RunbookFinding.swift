/// Something in a runbook that is not as it should be, where it stands, and what mends it.
public struct RunbookFinding: Hashable, Sendable {
  /// The rule that found it.
  public let rule: RunbookCheckRule
  /// From 1; nil for the file as a whole.
  public let line: Int?
  /// From 1, in Unicode scalars of the line.
  public let column: Int?
  /// A sentence without its full stop.
  public let message: String
  /// The text there; empty where there is none to show.
  public let excerpt: String
  /// What mends it; a sentence without its full stop.
  public let remedy: String

  /// A finding of a file as a whole, or at a place in it.
  public init(
    _ rule: RunbookCheckRule, line: Int? = nil, column: Int? = nil, _ message: String, excerpt: String = "",
    remedy: String
  ) {
    self.rule = rule
    self.line = line
    self.column = column
    self.message = message
    self.excerpt = excerpt
    self.remedy = remedy
  }
}

extension RunbookFinding: Comparable {
  /// By place, then by rule.
  public static func < (left: RunbookFinding, right: RunbookFinding) -> Bool {
    left.key < right.key
  }

  private var key: (Int, Int, Int, String) {
    (line ?? 0, column ?? 0, RunbookCheckRule.allCases.firstIndex(of: rule) ?? 0, message)
  }
}
