/// Something in a message for customers that is not theirs to read, and where it stands.
public struct Leak: Hashable, Sendable {
  /// What it is.
  public let rule: LeakRule
  /// The words themselves, with one blank for every white space and without what nobody sees; of a credential its first
  /// characters.
  public let text: String
  /// The line they begin in, from 1.
  public let line: Int
  /// The column they begin in, in Unicode scalars of the line, from 1.
  public let column: Int
}

/// What no customer is to read.
public enum LeakRule: String, CaseIterable, Hashable, Sendable {
  /// The name of somebody in the record.
  case person
  /// A name that only the company's own network knows.
  case host
  /// A network address that is private by RFC 1918, RFC 4193, RFC 6598 and the like.
  case address
  /// An e-mail address.
  case email
  /// The key of a ticket or the id of an incident.
  case ticket
  /// What looks like a credential.
  case secret
  /// How bad the company takes it to be.
  case severity
  /// A word of the team's `internalWords`.
  case internalWord = "internal-word"

  /// `a person's name`.
  public var title: String {
    switch self {
    case .person: "a person's name"
    case .host: "an internal host name"
    case .address: "a private address"
    case .email: "an e-mail address"
    case .ticket: "a ticket key"
    case .secret: "a credential"
    case .severity: "a severity"
    case .internalWord: "an internal word"
    }
  }
}
