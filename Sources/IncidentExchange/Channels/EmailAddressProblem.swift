/// Why a text is no list of addresses.
public enum EmailAddressProblem: Error, Hashable, Sendable {
  /// Nothing stands before, after or between commas.
  case empty
  /// Semicolons stand between addresses.
  case semicolon(String)
  /// A quoted name that does not end.
  case openQuote(String)
  /// Letters beyond ASCII in the address itself, which only some mail servers take (SMTPUTF8, RFC 6531).
  case notASCII(String)
  /// Anything else that is no address.
  case invalid(String)

  /// What is wrong, in a sentence without its full stop.
  public var message: String {
    switch self {
    case .empty: "an address is missing"
    case .semicolon(let text): "`\(text)` has a semicolon; commas stand between addresses"
    case .openQuote(let text): "`\(text)` has a quote that does not end"
    case .notASCII(let text):
      "`\(text)` is not ASCII, and not every server takes such an address; a domain has an ASCII form (xn--…)"
    case .invalid(let text): "`\(text)` is no mail address"
    }
  }
}
