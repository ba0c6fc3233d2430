import JSONTree

/// Numbers with decimals, written the same in every locale.
enum DecimalText {
  /// `83.3` of 833 tenths.
  static func tenths(_ value: Int) -> String {
    let sign = value < 0 ? "-" : ""
    let (whole, tenth) = abs(value).quotientAndRemainder(dividingBy: 10)
    return "\(sign)\(whole).\(tenth)"
  }

  /// `0.0312` of a share from 0 to 1: up to six decimals, no zeros at the end.
  static func share(_ value: Double) -> String {
    let millionths = Int((min(max(value, 0), 1) * 1_000_000).rounded())
    guard millionths % 1_000_000 != 0 else { return String(millionths / 1_000_000) }
    var digits = String(1_000_000 + millionths).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "0." + digits
  }
}

extension JSON {
  /// A number of that text; the text itself where it is none.
  static func number(text: String) -> JSON {
    JSONNumber(text).map(JSON.number) ?? .string(text)
  }
}
