public import IncidentCore

/// How far a postmortem is, in words.
public enum PostmortemText {
  /// `not begun`, `draft`, `in review` or `published`: what follows `the postmortem is`.
  /// - Parameter status: nil before it is begun.
  public static func standing(_ status: PostmortemStatus?) -> String {
    switch status {
    case nil: "not begun"
    case .draft: "draft"
    case .inReview: "in review"
    case .published: "published"
    }
  }
}
