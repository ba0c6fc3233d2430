/// Why a text is not the JSON that was asked for, and where. `message` is the sentence for people.
public struct JSONError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The text ends too early. The only kind that more bytes could mend.
    case unexpectedEnd(expected: Expectation)
    /// Another character stands where something is expected.
    case unexpectedCharacter(Unicode.Scalar, expected: Expectation)
    /// A bare word that is not `true`, `false` or `null`; its first 32 bytes at most.
    case unknownWord(String)
    /// A number that breaks the grammar of RFC 8259, section 6.
    case invalidNumber(NumberFault)
    /// A key that the same object already has.
    case duplicateKey(String, firstAt: JSONPosition)
    /// A character below U+0020 in a string, which must be escaped.
    case controlCharacterInString(UInt8)
    /// A backslash followed by a character that begins no escape.
    case invalidEscape(Unicode.Scalar)
    /// `\u` followed by fewer than four hexadecimal digits.
    case invalidHexEscape
    /// An escaped surrogate (0xD800–0xDFFF) without its other half.
    case loneSurrogate(UInt16)
    /// A byte that begins no well-formed UTF-8 sequence (Unicode, table 3-7).
    case invalidUTF8(UInt8)
    /// The text opens with a byte order mark, of UTF-8 or UTF-16.
    case byteOrderMark
    /// More arrays and objects inside one another than `limit`.
    case tooDeep(limit: Int)
    /// Something other than white space follows the value.
    case trailingContent
  }

  /// What the grammar asks for at a place.
  public enum Expectation: Hashable, Sendable {
    /// Any value.
    case value
    /// A value, as a comma came before.
    case valueAfterComma
    /// A value, or the end of an array that has none yet.
    case valueOrArrayEnd
    /// A comma or the end of the array.
    case commaOrArrayEnd
    /// The start of an object.
    case object
    /// A key, or the end of an object that has none yet.
    case keyOrObjectEnd
    /// A key, as a comma came before.
    case keyAfterComma
    /// The colon after a key.
    case colon
    /// A comma or the end of the object.
    case commaOrObjectEnd
    /// More of a string, and its closing quote.
    case restOfString
    /// More of a word: `true`, `false` or `null`.
    case restOfWord
    /// More digits of a number.
    case restOfNumber
  }

  /// What is wrong with a number.
  public enum NumberFault: Hashable, Sendable {
    /// No digit where the number begins, or after its minus sign.
    case noDigits
    /// A zero before other digits.
    case leadingZero
    /// No digit after the point.
    case noFractionDigits
    /// No digit in the exponent.
    case noExponentDigits
  }

  /// What is wrong.
  public let kind: Kind
  /// Where: the first byte that no valid text could have there. For a duplicate key, an escape, a word and a
  /// UTF-8 sequence, their first byte; at the end of the text, the place after its last byte.
  public let position: JSONPosition

  /// Whether the text is the beginning of a valid one: more bytes could mend it.
  public var isUnexpectedEnd: Bool {
    if case .unexpectedEnd = kind { true } else { false }
  }
}
