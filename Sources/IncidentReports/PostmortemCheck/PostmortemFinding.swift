/// Something in a postmortem that is not as it should be, where it stands, and a better wording.
public struct PostmortemFinding: Hashable, Sendable {
  /// The rule that found it.
  public let rule: PostmortemCheckRule
  /// From 1.
  public let line: Int
  /// From 1, in Unicode scalars of the line.
  public let column: Int
  /// A sentence without its full stop.
  public let message: String
  /// The text there; empty where there is none to show.
  public let excerpt: String
  /// A better wording, or what mends it; a sentence without its full stop.
  public let suggestion: String

  /// How much it weighs.
  public var gravity: PostmortemCheckRule.Gravity { rule.gravity }

  init(
    _ rule: PostmortemCheckRule, at place: MarkdownPlace, _ message: String, excerpt: String = "", suggestion: String
  ) {
    self.rule = rule
    line = place.line
    column = place.column
    self.message = message
    self.excerpt = excerpt
    self.suggestion = suggestion
  }
}

extension PostmortemFinding: Comparable {
  /// By place, then by rule.
  public static func < (left: PostmortemFinding, right: PostmortemFinding) -> Bool {
    (left.line, left.column, left.rule.rank, left.message) < (right.line, right.column, right.rule.rank, right.message)
  }
}

extension PostmortemCheckRule {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
