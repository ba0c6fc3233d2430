/// Where a text holds what looks like a credential. It does not hold the credential.
public struct SecretFinding: Hashable, Sendable {
  /// What it looks like.
  public let rule: SecretRule
  /// Where it begins, in bytes of the text, from 0.
  public let offset: Int
  /// How many bytes it has.
  public let length: Int
  /// The line it begins in, from 1.
  public let line: Int
  /// The column it begins in, in Unicode scalars of the line, from 1.
  public let column: Int
}

/// A search for credentials in a text, so that they do not get into Git, where nothing is ever forgotten.
public enum SecretScan {
  /// What looks like credentials, in the order of the text; where two rules fit one place, the one that names a service.
  ///
  /// What nobody sees, such as a joiner in the middle, is passed over: it is copied and pasted with the rest. Takes time
  /// in proportion to the text.
  public static func findings(in text: String) -> [SecretFinding] {
    var copy = text
    return copy.withUTF8 { bytes in
      guard let visible = VisibleBytes(text) else { return placed(matches(in: bytes), in: bytes) }
      let found: [SecretScanner.Match] = visible.bytes.withUnsafeBufferPointer { matches(in: $0) }
      return placed(found.map { SecretScanner.Match(rule: $0.rule, range: visible.original($0.range)) }, in: bytes)
    }
  }

  private static func matches(in bytes: UnsafeBufferPointer<UInt8>) -> [SecretScanner.Match] {
    var scanner = SecretScanner(UnsafeRawBufferPointer(bytes))
    return scanner.matches()
  }

  private static func placed(_ matches: [SecretScanner.Match], in text: UnsafeBufferPointer<UInt8>) -> [SecretFinding] {
    var (line, column, position) = (1, 1, 0)
    return matches.map { match in
      while position < match.range.lowerBound {
        switch text[position] {
        case UInt8(ascii: "\n"): (line, column) = (line + 1, 1)
        case 0x80...0xBF: break
        default: column += 1
        }
        position += 1
      }
      return SecretFinding(
        rule: match.rule, offset: match.range.lowerBound, length: match.range.count, line: line, column: column)
    }
  }
}
