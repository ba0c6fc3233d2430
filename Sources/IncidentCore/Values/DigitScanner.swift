/// Reads fixed runs of ASCII digits and single characters off the front of a text.
struct DigitScanner {
  private var rest: Substring.UTF8View

  init(_ text: some StringProtocol) {
    rest = Substring(text).utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// Exactly `digits` digits; nil, with nothing taken, when they are not there.
  mutating func number(digits: Int) -> Int? {
    let run = rest.prefix(digits)
    guard run.count == digits, run.allSatisfy(Self.isDigit) else { return nil }
    rest = rest.dropFirst(digits)
    return run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// One or two digits.
  mutating func shortNumber() -> Int? {
    number(digits: 2) ?? number(digits: 1)
  }

  /// One digit or more, up to eighteen, which an `Int` always holds.
  mutating func anyNumber() -> Int? {
    let digits = rest.prefix(while: Self.isDigit).count
    return (1...18).contains(digits) ? number(digits: digits) : nil
  }

  /// True, and past it, when any of `characters` comes next.
  mutating func take(_ characters: Unicode.Scalar...) -> Bool {
    guard let next = rest.first, characters.contains(where: { $0.value == UInt32(next) }) else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func skipSpaces() {
    rest = rest.drop { $0 == UInt8(ascii: " ") }
  }

  /// A run of ASCII letters, lower-cased; empty when none comes next.
  mutating func word() -> String {
    let run = rest.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
    rest = rest.dropFirst(run.count)
    return String(decoding: run.map { $0 | 0x20 }, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
