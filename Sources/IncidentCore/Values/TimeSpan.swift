/// A length of time in whole seconds, never negative: `15m`, `4h`, `1h30m`, `72h`, `3d`.
public struct TimeSpan: Hashable, Comparable, Sendable {
  /// 0 to 100 years.
  public let seconds: Int

  /// Nil when negative or above 100 years.
  public init?(seconds: Int) {
    guard (0...3_155_760_000).contains(seconds) else { return nil }
    self.seconds = seconds
  }

  private init(whole seconds: Int) {
    self.seconds = seconds
  }

  /// `minutes` minutes; for the numbers of the default policy.
  static func minutes(_ minutes: UInt16) -> TimeSpan {
    TimeSpan(whole: Int(minutes) * 60)
  }

  /// `hours` hours; for the numbers of the default policy.
  static func hours(_ hours: UInt16) -> TimeSpan {
    TimeSpan(whole: Int(hours) * 3_600)
  }

  /// Numbers with units, largest first or not: `90s`, `15m`, `15 min`, `1h30m`, `2 days`, `1w`. Nil for anything else,
  /// a bare number included, since nobody can tell minutes from hours.
  public init?(_ text: some StringProtocol) {
    var scanner = DigitScanner(text)
    var total = 0
    scanner.skipSpaces()
    guard !scanner.isAtEnd else { return nil }
    while !scanner.isAtEnd {
      guard let number = scanner.anyNumber() else { return nil }
      scanner.skipSpaces()
      guard let unit = Self.unit(scanner.word()) else { return nil }
      let (product, tooLarge) = number.multipliedReportingOverflow(by: unit)
      let (sum, overflow) = total.addingReportingOverflow(product)
      guard !tooLarge, !overflow else { return nil }
      total = sum
      scanner.skipSpaces()
    }
    self.init(seconds: total)
  }

  /// The seconds in a unit of time, by any of its usual names.
  private static func unit(_ name: String) -> Int? {
    switch name {
    case "s", "sec", "secs", "second", "seconds": 1
    case "m", "min", "mins", "minute", "minutes": 60
    case "h", "hr", "hrs", "hour", "hours": 3_600
    case "d", "day", "days": 86_400
    case "w", "week", "weeks": 604_800
    default: nil
    }
  }

  /// The shorter first.
  public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    left.seconds < right.seconds
  }
}

extension TimeSpan: CustomStringConvertible {
  /// The shortest exact form that ``init(_:)`` reads again: `15m`, `1h30m`, `3d`, `0s`.
  public var description: String {
    var rest = seconds
    var text = ""
    for (name, unit) in [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)] where rest >= unit {
      text += "\(rest / unit)\(name)"
      rest %= unit
    }
    return text.isEmpty ? "0s" : text
  }
}
