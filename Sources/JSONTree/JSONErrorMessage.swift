extension JSONError: CustomStringConvertible {
  /// `line:column: message`, both from 1.
  public var description: String {
    "\(position.line):\(position.column): \(message)"
  }

  /// One sentence, without a full stop: what is wrong and what was expected. Text of the document appears in it
  /// shortened and escaped, so that it is safe on a terminal.
  public var message: String {
    switch kind {
    case .unexpectedEnd(let expected):
      if position.offset == 0 {
        "the text is empty: expected \(expected.phrase)"
      } else {
        "the text ends too early: expected \(expected.phrase)"
      }
    case .unexpectedCharacter(let found, let expected):
      "expected \(expected.phrase), found \(Self.name(of: found))"
    case .unknownWord(let word):
      "\(Self.excerpt(of: word)) is no JSON value: the only words are true, false and null, in lower case"
        + ", and text needs double quotes"
    case .invalidNumber(let fault):
      fault.sentence
    case .duplicateKey(let key, let first):
      "the key \(Self.excerpt(of: key)) appears twice in this object, first at line \(first.line)"
        + " column \(first.column): expected each key once"
    case .controlCharacterInString(let byte) where byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"):
      "a line break inside a string: expected the closing quote before it, or \\n in its place"
    case .controlCharacterInString(let byte):
      "the control character \(Self.codePoint(UInt32(byte))) inside a string: expected it escaped, as \\u"
        + Self.hexadecimal(UInt32(byte), digits: 4)
    case .invalidEscape(let scalar):
      "a backslash before \(Self.name(of: scalar)): expected one of \" \\ / b f n r t u after it"
    case .invalidHexEscape:
      "an incomplete \\u escape: expected four hexadecimal digits"
    case .loneSurrogate(let unit):
      "the surrogate \\u\(Self.hexadecimal(UInt32(unit), digits: 4)) stands alone: expected a pair,"
        + " \\ud800–\\udbff then \\udc00–\\udfff"
    case .invalidUTF8(let byte):
      "the byte 0x\(Self.hexadecimal(UInt32(byte), digits: 2).uppercased()) is no valid UTF-8 here:"
        + " expected text in UTF-8"
    case .byteOrderMark:
      "the text opens with a byte order mark: expected UTF-8 without one"
    case .tooDeep(let limit):
      "more than \(limit) arrays and objects inside one another: expected at most \(limit)"
    case .trailingContent:
      "something follows the end of the value: expected nothing but white space"
    }
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    let isVisible = scalar.value > 0x20 && !scalar.isUnsafeOnTerminal
    if scalar.value >= 0x20 && scalar.value < 0x7F { return "'\(scalar)'" }
    return isVisible ? "'\(scalar)' (\(codePoint(scalar.value)))" : codePoint(scalar.value)
  }

  private static func codePoint(_ value: UInt32) -> String {
    "U+" + hexadecimal(value, digits: 4).uppercased()
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// The text's first 40 scalars, quoted and escaped.
  private static func excerpt(of text: String) -> String {
    let scalars = text.unicodeScalars
    let shown = String(scalars.prefix(40))
    return JSON.string(shown.utf8.count < text.utf8.count ? shown + "…" : shown).inlineText(escaping: .terminalSafe)
  }
}

extension JSONError.Expectation {
  fileprivate var phrase: String {
    switch self {
    case .value: "a value"
    case .valueAfterComma: "another value after the comma"
    case .valueOrArrayEnd: "a value or ']'"
    case .commaOrArrayEnd: "',' or ']'"
    case .object: "an object, which begins with '{'"
    case .keyOrObjectEnd: "a key in double quotes or '}'"
    case .keyAfterComma: "another key in double quotes after the comma"
    case .colon: "':' after the key"
    case .commaOrObjectEnd: "',' or '}'"
    case .restOfString: "the string's closing quote"
    case .restOfWord: "the rest of true, false or null"
    case .restOfNumber: "the rest of the number"
    }
  }
}

extension JSONError.NumberFault {
  fileprivate var sentence: String {
    switch self {
    case .noDigits: "a number without digits: expected a digit after the minus sign"
    case .leadingZero: "a number with a leading zero: expected no digit after the zero"
    case .noFractionDigits: "a number that ends in a point: expected a digit after it"
    case .noExponentDigits: "a number with an empty exponent: expected a digit in it"
    }
  }
}
