/// Whom a message about an incident is for.
public enum Audience: String, CaseIterable, Hashable, Sendable {
  /// The company: everything that helps people to help.
  case `internal`
  /// Customers and the status page: what they see, what is done, when they hear next.
  case external
  /// The leadership: impact on the business, confidence, what is needed.
  case executive

  /// As people write it; nil for anything else.
  public init?(typed text: String) {
    switch text.lowercased() {
    case "internal", "int", "team", "company": self = .internal
    case "external", "ext", "customers", "customer", "public", "statuspage": self = .external
    case "executive", "exec", "leadership": self = .executive
    default: return nil
    }
  }

  /// The words to choose from when one was not understood.
  public static let typedWords = allCases.map(\.rawValue)

  /// Further words that ``init(typed:)`` takes, to find what a mistyped one was meant to be.
  public static let otherWords = [
    "team", "company", "customers", "customer", "public", "statuspage", "leadership",
  ]
}
