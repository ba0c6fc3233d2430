/// What something is given that may be a credential.
struct SecretValue {
  let bytes: Slice<UnsafeRawBufferPointer>

  init(_ bytes: Slice<UnsafeRawBufferPointer>) {
    self.bytes = bytes
  }

  /// Whether a thing of such a name keeps a credential in it.
  /// - Parameter isDirect: Whether a computer wrote it, `name=value` or in quotes; people write `password: wrong`.
  func isSecret(_ kind: SecretName.Kind, isDirect: Bool) -> Bool {
    guard !isPlaceholder, !isPath, !isProse else { return false }
    switch kind {
    case .password:
      if isDirect { return bytes.count >= 4 && !isBlankSeparated }
      return bytes.count >= 6 && !isNumeric && (digits > 0 || hasStrongSymbol) && letters > 0
    case .key:
      if isUUID { return false }
      return isDirect ? bytes.count >= 8 && looksRandom : bytes.count >= 16 && looksRandom
    }
  }

  /// `***`, `<password>`, `$PASSWORD`, `${PASSWORD}`, `{{password}}`, `%s`, `[redacted]`, `xxxx`, `...`.
  var isPlaceholder: Bool {
    guard let first = bytes.first, let last = bytes.last else { return true }
    if bytes.allSatisfy({ $0 == first }), bytes.count < 3 || !Bytes.isDigit(first) && !Bytes.isLetter(first) {
      return true
    }
    if bytes.allSatisfy({ $0 | 0x20 == UInt8(ascii: "x") }) { return true }
    switch first {
    case UInt8(ascii: "$"):
      return bytes.count > 1 && bytes.dropFirst().allSatisfy { Bytes.isName($0) || Self.isBrace($0) }
    case UInt8(ascii: "<"): return last == UInt8(ascii: ">")
    case UInt8(ascii: "{"): return last == UInt8(ascii: "}")
    case UInt8(ascii: "["): return last == UInt8(ascii: "]")
    case UInt8(ascii: "("): return true
    case UInt8(ascii: "%"): return bytes.count <= 2 || last == UInt8(ascii: "%")
    case UInt8(ascii: "*"): return bytes.count(where: { $0 == UInt8(ascii: "*") }) * 2 >= bytes.count
    case 0xE2: return true  // … and • in UTF-8 begin so
    default: return Bytes.isOneOf(bytes, Self.placeholders)
    }
  }

  /// Whether it looks drawn by chance rather than put together from words.
  var looksRandom: Bool {
    var (upper, lower, digit) = (false, false, 0)
    for byte in bytes {
      switch byte {
      case 0x41...0x5A: upper = true
      case 0x61...0x7A: lower = true
      case 0x30...0x39: digit += 1
      case UInt8(ascii: " "): return false
      default: break
      }
    }
    if bytes.count >= 20, upper, lower, digit > 0 { return true }
    // A part of eight or more with both letters and digits; words joined by hyphens have none.
    return bytes.split { !Bytes.isDigit($0) && !Bytes.isLetter($0) }.contains { part in
      part.count >= 8 && part.count(where: Bytes.isDigit) >= 2 && part.contains(where: Bytes.isLetter)
    }
  }

  /// Whether nobody can have written it: 32 and more hexadecimal digits, or 24 characters and more of all kinds.
  var isDrawn: Bool {
    guard bytes.count >= 24, digits > 0, letters > 0 else { return false }
    if bytes.count >= 32, bytes.allSatisfy(TokenFormat.Alphabet.hex.contains) { return true }
    return bytes.contains { 0x41...0x5A ~= $0 } && bytes.contains { 0x61...0x7A ~= $0 }
  }

  private var digits: Int { bytes.count(where: Bytes.isDigit) }
  private var letters: Int { bytes.count(where: Bytes.isLetter) }
  private var isNumeric: Bool { bytes.allSatisfy { !Bytes.isLetter($0) } }
  private var isBlankSeparated: Bool { bytes.count(where: { $0 == UInt8(ascii: " ") }) >= 3 }

  private var hasStrongSymbol: Bool {
    bytes.contains { byte in
      switch byte {
      case UInt8(ascii: "!"), UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
        UInt8(ascii: "^"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "~"):
        true
      default: false
      }
    }
  }

  private var isPath: Bool {
    bytes.first == UInt8(ascii: "/") || bytes.first == UInt8(ascii: "~") || bytes.starts(with: "./".utf8)
      || bytes.starts(with: "http://".utf8) || bytes.starts(with: "https://".utf8)
  }

  private var isProse: Bool { Bytes.isOneOf(bytes, Self.prose) }

  /// 8-4-4-4-12 hexadecimal digits (RFC 9562).
  private var isUUID: Bool {
    guard bytes.count == 36 else { return false }
    let hyphens = [8, 13, 18, 23]
    return bytes.enumerated().allSatisfy { index, byte in
      hyphens.contains(index) ? byte == UInt8(ascii: "-") : TokenFormat.Alphabet.hex.contains(byte)
    }
  }

  private static func isBrace(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ":"),
      UInt8(ascii: "?"):
      true
    default: false
    }
  }

  private static let placeholders: [StaticString] = [
    "redacted", "masked", "hidden", "removed", "filtered", "example", "placeholder", "changeme", "your-password",
    "yourpassword", "your_password", "todo", "tbd",
  ]

  /// What logs and people say of a password.
  private static let prose: [StaticString] = [
    "wrong", "incorrect", "invalid", "expired", "missing", "required", "empty", "null", "none", "nil", "true", "false",
    "undefined", "unset", "changed", "reset", "failed", "rejected", "accepted", "rotated", "unknown", "prompt",
    "string",
    "disabled", "enabled", "yes", "no", "ok", "set", "not", "file", "optional", "default", "authentication",
  ]
}
