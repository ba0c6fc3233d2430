import IncidentCore
import JSONTree

/// Moments as monitoring systems write them.
enum AlertTime {
  /// Nil for what is no time, for one that no calendar has, and for the zero that stands for none: `0001-01-01T00:00:00Z`
  /// of Go, 0 and whatever else lies before ``earliest``.
  static func moment(_ value: JSON?) -> Timestamp? {
    switch value {
    case .number(let number): moment(of: number)
    case .string(let text): moment(of: text)
    case nil, .null, .bool, .array, .object: nil
    }
  }

  /// In seconds since 1970: 3 March 1973. No alert is older, and numbers that are no times are smaller.
  private static let earliest = 100_000_000

  /// Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by their size: as seconds a number below
  /// 10¹¹ lies before the year 5139.
  private static func moment(of number: JSONNumber) -> Timestamp? {
    guard var seconds = number.double, seconds > 0 else { return nil }
    if let whole = number.int { return moment(of: whole) }
    var scales = 0
    while seconds >= 1e11 {
      guard scales < 3 else { return nil }
      seconds /= 1_000
      scales += 1
    }
    return known(Int(seconds))
  }

  private static func moment(of number: Int) -> Timestamp? {
    var seconds = number
    while seconds >= 100_000_000_000 { seconds /= 1_000 }
    return known(seconds)
  }

  private static func known(_ seconds: Int) -> Timestamp? {
    seconds >= earliest ? Timestamp(seconds: seconds) : nil
  }

  /// RFC 3339 and what comes near to it: an offset of hours alone or none, which is UTC, a comma before the fraction,
  /// what Go prints (`2026-11-20 22:41:00.5 +0000 UTC m=+1.2`), a number in quotes.
  private static func moment(of text: String) -> Timestamp? {
    // More digits than this are no fraction that anyone prints.
    guard text.utf8.count <= 100 else { return nil }
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard let first = parts.first else { return nil }
    if parts.count == 1, let number = JSONNumber(String(first)) { return moment(of: number) }
    let hasTime = first.utf8.contains { $0 | 0x20 == UInt8(ascii: "t") }
    guard hasTime || parts.count > 1 else { return nil }
    let zone = parts.dropFirst(hasTime ? 1 : 2).first { !$0.hasPrefix("m=") }
    var written = String((hasTime ? String(first) : first + "T" + parts[1]).map { $0 == "," ? "." : $0 })
    // Ten digits of the date, and after them the time.
    let time = written.utf8.dropFirst(10)
    if !time.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 | 0x20 == UInt8(ascii: "z") }) {
      switch zone?.uppercased() {
      case nil, "UTC", "GMT", "Z": written += "Z"
      case let zone?: written += zone
      }
    }
    let end = written.utf8.suffix(3)
    if let sign = end.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { written += "00" }
    return Timestamp(rfc3339: written).flatMap { known($0.seconds) }
  }
}
