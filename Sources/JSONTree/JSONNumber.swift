/// A JSON number, held as the text it was written with, so that `1.0`, `1E400` and `12345678901234567890` survive.
///
/// Equality compares texts: `1` and `1.0` are different.
public struct JSONNumber: Hashable, Sendable {
  /// The number as written; always valid by the grammar of RFC 8259, section 6.
  public let text: String

  /// Nil unless the whole text is one number by the grammar of RFC 8259, section 6: no plus sign, no leading zero,
  /// digits on both sides of a point, no space around it.
  public init?(_ text: String) {
    var text = text
    let isValid = text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return false }
      let end = start + bytes.count
      guard case .number(let numberEnd) = NumberScan.scan(from: start, to: end) else { return false }
      return numberEnd == end
    }
    guard isValid else { return nil }
    self.text = text
  }

  /// The integer in decimal.
  public init(_ value: Int) {
    text = String(value)
  }

  /// Takes a text that a scan has already found valid.
  init(valid text: String) {
    self.text = text
  }

  /// The value, where the text is written as an integer and fits: nil for `1.0`, `1e3` and `12345678901234567890`;
  /// `-0` is 0.
  public var int: Int? {
    Int(text)
  }

  /// The nearest double. Nil where it would be infinite, as for `1E400`.
  public var double: Double? {
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }
}
