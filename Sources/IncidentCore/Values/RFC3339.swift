extension Timestamp {
  /// An RFC 3339 date-time: `2026-11-20T22:41:00Z`, `2026-11-20 23:41:00.5+01:00`.
  ///
  /// A fraction is cut off, an offset is taken into account, and the seconds may be left out as people do.
  /// Nil for anything else, and for a date or a time of day that does not exist.
  public init?(rfc3339 text: some StringProtocol) {
    var scanner = DigitScanner(text)
    guard let year = scanner.number(digits: 4), scanner.take("-"), let month = scanner.number(digits: 2),
      scanner.take("-"), let day = scanner.number(digits: 2),
      let date = CivilDate(year: year, month: month, day: day),
      scanner.take("T", "t", " "),
      let time = TimeOfDay(scanning: &scanner),
      let offset = UTCOffset(scanning: &scanner), scanner.isAtEnd,
      let local = Timestamp(date: date, hour: time.hour, minute: time.minute, second: time.second)
    else { return nil }
    self.init(seconds: local.seconds - offset.seconds)
  }

  /// Exactly the form a record holds, `2026-11-20T22:41:00Z`; nil for any other, even an equal one.
  public init?(canonical text: String) {
    var text = text
    guard let moment = text.withUTF8(Self.canonical) else { return nil }
    self = moment
  }

  /// By the places of its digits, since lists read seven of them a record.
  static func canonical(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    guard bytes.count == 20, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      bytes[19] == UInt8(ascii: "Z"), let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10]), let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
      let second = number(bytes[17..<19]), let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return Timestamp(date: date, hour: hour, minute: minute, second: second)
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var number = 0
    for byte in digits {
      let digit = byte &- 0x30
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}

/// `22:47`, `22:47:09` or `22:47:09.25`.
struct TimeOfDay {
  let hour: Int
  let minute: Int
  let second: Int

  init?(scanning scanner: inout DigitScanner) {
    guard let hour = scanner.shortNumber(), hour < 24, scanner.take(":"),
      let minute = scanner.number(digits: 2), minute < 60
    else { return nil }
    var second = 0
    if scanner.take(":") {
      guard let seconds = scanner.number(digits: 2), seconds < 60 else { return nil }
      second = seconds
      if scanner.take(".") {
        guard scanner.number(digits: 1) != nil else { return nil }
        while scanner.number(digits: 1) != nil {}
      }
    }
    self.hour = hour
    self.minute = minute
    self.second = second
  }
}

/// `Z`, `+01:00` or `-0530`.
struct UTCOffset {
  /// East of Greenwich is positive.
  let seconds: Int

  init?(scanning scanner: inout DigitScanner) {
    if scanner.take("Z", "z") {
      seconds = 0
      return
    }
    let east = scanner.take("+")
    guard east || scanner.take("-"), let hours = scanner.number(digits: 2), hours < 24 else { return nil }
    _ = scanner.take(":")
    guard let minutes = scanner.number(digits: 2), minutes < 60 else { return nil }
    seconds = (east ? 1 : -1) * (hours * 3_600 + minutes * 60)
  }
}
