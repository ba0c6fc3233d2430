extension PosixZone {
  /// The longest text that is looked at, in bytes; those of the time zone database have fewer than 40.
  static let sizeLimit = 128

  /// Reads `CET-1CEST,M3.5.0,M10.5.0/3`; nil for anything else, and for a second name without its rules, since what
  /// those are then is the choice of each system.
  init?(_ text: String) {
    guard text.utf8.count <= Self.sizeLimit else { return nil }
    var scanner = PosixZoneScanner(text)
    guard scanner.takeName(), let west = scanner.offset() else { return nil }
    standardOffset = -west
    if scanner.isAtEnd {
      daylight = nil
      return
    }
    guard scanner.takeName() else { return nil }
    var offset = standardOffset + 3_600
    if !scanner.isNext(",") {
      guard let west = scanner.offset() else { return nil }
      offset = -west
    }
    guard scanner.take(","), let start = scanner.rule(), scanner.take(","), let end = scanner.rule(), scanner.isAtEnd
    else { return nil }
    daylight = Daylight(offset: offset, start: start, end: end)
  }
}

/// Reads the parts of a POSIX `TZ` text off its front.
private struct PosixZoneScanner {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = Substring(text).utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  func isNext(_ character: Unicode.Scalar) -> Bool {
    rest.first.map { UInt32($0) == character.value } ?? false
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard isNext(character) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// Past a name of three letters or more: `CET`, `<+0330>`.
  mutating func takeName() -> Bool {
    let isQuoted = take("<")
    let name = rest.prefix { byte in
      Self.isLetter(byte)
        || isQuoted && (Self.isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"))
    }
    rest = rest.dropFirst(name.count)
    return name.count >= 3 && (!isQuoted || take(">"))
  }

  /// `-1`, `5:30`, `+03:30:00` in seconds: up to 24 hours.
  mutating func offset() -> Int? {
    time(hours: 24)
  }

  /// `M3.5.0/3`, `J60`, `59/-2`.
  mutating func rule() -> PosixZoneRule? {
    let day: PosixZoneRule.Day
    if take("M") {
      guard let month = number(1...12), take("."), let week = number(1...5), take("."), let weekday = number(0...6)
      else { return nil }
      day = .weekday(weekday, week: week, month: month)
    } else if take("J") {
      guard let number = number(1...365) else { return nil }
      day = .julian(number)
    } else {
      guard let number = number(0...365) else { return nil }
      day = .ordinal(number)
    }
    guard take("/") else { return PosixZoneRule(day: day, time: 7_200) }
    return time(hours: 167).map { PosixZoneRule(day: day, time: $0) }
  }

  private mutating func time(hours limit: Int) -> Int? {
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    guard let hours = number(0...limit) else { return nil }
    var seconds = hours * 3_600
    for unit in [60, 1] {
      guard take(":") else { break }
      guard let part = number(0...59) else { return nil }
      seconds += part * unit
    }
    return isNegative ? -seconds : seconds
  }

  /// Up to three digits.
  private mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(while: Self.isDigit)
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return range.contains(number) ? number : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }
}
