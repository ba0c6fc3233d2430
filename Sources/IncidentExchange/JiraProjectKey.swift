/// The key of a project in Jira, `OPS`: a capital letter, then capital letters, digits or underscores, ten in all where a
/// site does not allow more
/// (<https://confluence.atlassian.com/adminjiraserver/changing-the-project-key-format-938847081.html>).
public struct JiraProjectKey: Hashable, Sendable {
  /// The key.
  public let text: String

  /// How long a key may be where a site allows more than ten: what its setting takes at most.
  static let mostLength = 255

  /// Nil for what is no key; small letters are read as capitals.
  public init?(_ typed: String) {
    let key = typed.uppercased()
    guard (2...Self.mostLength).contains(key.utf8.count), let first = key.utf8.first, (0x41...0x5A).contains(first),
      key.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") })
    else { return nil }
    text = key
  }
}
