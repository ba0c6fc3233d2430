/// A mailbox: an address, and maybe the name of its owner.
public struct EmailAddress: Hashable, Sendable {
  /// `dana@example.org`: a dot-atom, `@`, and the name of a host (RFC 5322, section 3.4.1), in ASCII.
  public let address: String
  /// What people call it; nil where it has none.
  public let name: String?

  /// `dana@example.org`, `Dana D <dana@example.org>` or `"D, Dana" <dana@example.org>`; nil for anything else.
  public init?(_ text: String) {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
      guard Self.isAddress(text) else { return nil }
      (address, name) = (text, nil)
      return
    }
    address = String(text[text.index(after: open)...].dropLast())
    guard Self.isAddress(address) else { return nil }
    var label = text[..<open]
    while label.last == " " { label.removeLast() }
    let called = Self.unquoted(label) ?? String(label)
    name = called.isEmpty ? nil : called
  }

  /// `incident@localhost`, where nobody says who sends.
  public static let unknownSender = EmailAddress(address: "incident@localhost")

  private init(address: String) {
    (self.address, name) = (address, nil)
  }

  /// What a quoted name says (RFC 5322, section 3.2.4): a backslash takes the next character as it is. Nil where it is not
  /// quoted from its beginning to its end.
  private static func unquoted(_ label: Substring) -> String? {
    guard label.unicodeScalars.first == "\"" else { return nil }
    var scalars = label.unicodeScalars.dropFirst()
    var name = String.UnicodeScalarView()
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"": return scalars.isEmpty ? String(name) : nil
      case "\\":
        guard let next = scalars.popFirst() else { return nil }
        name.append(next)
      default: name.append(scalar)
      }
    }
    return nil
  }

  private static func isAddress(_ text: String) -> Bool {
    guard text.utf8.count <= 254, let at = text.lastIndex(of: "@") else { return false }
    let local = text[..<at]
    let host = text[text.index(after: at)...]
    return local.utf8.count <= 64 && areParts(local, isAtom)
      && areParts(host) { isAtom($0) && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-") }
  }

  /// Whether a text is made of parts of such characters, with dots between them.
  private static func areParts(_ text: Substring, _ isPart: (Unicode.Scalar) -> Bool) -> Bool {
    text.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.allSatisfy(isPart) }
  }

  /// `atext` of RFC 5322, section 3.2.3.
  private static func isAtom(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "!", "#", "$", "%", "&", "'", "*", "+", "-", "/", "=", "?", "^", "_", "`":
      true
    case "{", "|", "}", "~": true
    default: false
    }
  }
}
