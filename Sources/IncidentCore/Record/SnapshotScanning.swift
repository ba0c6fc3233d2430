/// The values, words and places that a ``SnapshotScanner`` reads a head by.
extension SnapshotScanner {
  /// The bytes between two quotes, of which none is an escape or a control character, and whether all are ASCII.
  @inline(__always)
  mutating func span() -> (bytes: UnsafeRawBufferPointer, isASCII: Bool)? {
    guard take("\"") else { return nil }
    var end = place
    var seen: UInt8 = 0
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: "\"") {
        defer { place = end + 1 }
        return (UnsafeRawBufferPointer(rebasing: bytes[place..<end]), seen < 0x80)
      }
      guard byte >= 0x20, byte != UInt8(ascii: "\\") else { return nil }
      seen |= byte
      end += 1
    }
    return nil
  }

  /// A string of well-formed UTF-8.
  mutating func string() -> String? {
    guard let span = span() else { return nil }
    return span.isASCII
      ? String(decoding: span.bytes, as: UTF8.self)
      : String(validating: span.bytes.assumingMemoryBound(to: UInt8.self), as: UTF8.self)
  }

  /// An array of strings, of which there is at least one.
  mutating func strings() -> [String]? {
    guard take("["), let first = string() else { return nil }
    var strings = [first]
    while take(", ") {
      guard let next = string() else { return nil }
      strings.append(next)
    }
    return take("]") ? strings : nil
  }

  /// A whole number of up to nine digits, as it is written.
  mutating func number() -> Int? {
    var number = 0
    let start = place
    while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) {
      guard place - start < 9 else { return nil }
      number = number * 10 + Int(bytes[place] - UInt8(ascii: "0"))
      place += 1
    }
    guard place > start, place - start == 1 || bytes[start] != UInt8(ascii: "0") else { return nil }
    return number
  }

  mutating func moment() -> Timestamp? {
    guard let span = span() else { return nil }
    return Timestamp.canonical(span.bytes.assumingMemoryBound(to: UInt8.self))
  }

  // MARK: Words

  /// What stands in the file for each of some values.
  typealias Words<Value> = [(text: [UInt8], value: Value)]

  static let kinds = words(IncidentKind.allCases) { "\"\($0.rawValue)\"" }
  static let severities = words(Severity.allCases) { "\"\($0.label)\"" }
  static let statuses = words(Status.allCases) { "\"\($0.rawValue)\"" }
  static let actionKinds = words(ActionKind.allCases) { "\"\($0.rawValue)\"" }
  static let priorities = words(ActionPriority.allCases) { "\"\($0.rawValue)\"" }
  static let actionStatuses = words(ActionStatus.allCases) { "\"\($0.rawValue)\"" }
  static let roleNames = words(Role.allCases) { "\"\($0.rawValue)\"" }
  static let postmortems = words(PostmortemStatus.allCases) { "\"\($0.rawValue)\"" }
  static let flags: Words<Bool> = words([true, false]) { $0 ? "true" : "false" }
  static let roles = words(Role.allCases) { "\n    \"\($0.rawValue)\": " }
  static let milestones = words(Milestone.allCases) { "\n    \"\($0.rawValue)\": " }

  static func words<Value>(_ values: [Value], _ text: (Value) -> String) -> Words<Value> {
    values.map { (Array(text($0).utf8), $0) }
  }

  mutating func word<Value>(of words: Words<Value>) -> Value? {
    for (text, value) in words where take(text) { return value }
    return nil
  }

  // MARK: Places

  /// Whether `text` comes next, and past it where it does.
  mutating func take(_ text: [UInt8]) -> Bool {
    guard bytes.count - place >= text.count else { return false }
    for index in text.indices where bytes[place + index] != text[index] { return false }
    place += text.count
    return true
  }

  /// Whether `text` comes next, and past it where it does.
  @inline(__always)
  mutating func take(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard bytes.count - place >= length else { return false }
    for index in 0..<length where bytes[place + index] != text.utf8Start[index] { return false }
    place += length
    return true
  }
}
