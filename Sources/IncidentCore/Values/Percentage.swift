/// A whole share of a hundred, 0 to 100.
public struct Percentage: Hashable, Comparable, Sendable {
  /// 0 to 100.
  public let value: Int

  /// All of it.
  public static let all = Percentage(unchecked: 100)

  /// Nil outside 0 to 100.
  public init?(_ value: Int) {
    guard (0...100).contains(value) else { return nil }
    self.value = value
  }

  private init(unchecked value: Int) {
    self.value = value
  }

  /// As it is typed: `20`, `20%`, `20 %`; nil for anything else.
  public init?(typed text: String) {
    let digits = text.hasSuffix("%") ? text.dropLast() : Substring(text)
    let number = digits.last == " " ? digits.dropLast() : digits
    guard (1...3).contains(number.utf8.count), number.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let value = Int(number)
    else { return nil }
    self.init(value)
  }

  /// The smaller first.
  public static func < (left: Percentage, right: Percentage) -> Bool { left.value < right.value }
}

extension Percentage: CustomStringConvertible {
  /// `20 %`.
  public var description: String { "\(value) %" }
}
