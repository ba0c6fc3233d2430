/// What stands at a place where a number should: RFC 8259, section 6.
enum NumberScan {
  /// A number, up to the byte given.
  case number(end: UnsafePointer<UInt8>)
  /// No number: something is missing or too much at the byte given, which may be the end of the text.
  case fault(JSONError.NumberFault, at: UnsafePointer<UInt8>)

  /// Reads the longest number that begins at `start`; looks at no byte from `end` on.
  @inline(__always)
  static func scan(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> NumberScan {
    var cursor = start
    if cursor < end, cursor.pointee == UInt8(ascii: "-") { cursor += 1 }
    guard cursor < end, isDigit(cursor.pointee) else { return .fault(.noDigits, at: cursor) }
    if cursor.pointee == UInt8(ascii: "0") {
      cursor += 1
      if cursor < end, isDigit(cursor.pointee) { return .fault(.leadingZero, at: cursor - 1) }
    } else {
      skipDigits(&cursor, to: end)
    }
    if cursor < end, cursor.pointee == UInt8(ascii: ".") {
      cursor += 1
      guard cursor < end, isDigit(cursor.pointee) else { return .fault(.noFractionDigits, at: cursor) }
      skipDigits(&cursor, to: end)
    }
    if cursor < end, cursor.pointee | 0x20 == UInt8(ascii: "e") {
      cursor += 1
      if cursor < end, cursor.pointee == UInt8(ascii: "+") || cursor.pointee == UInt8(ascii: "-") { cursor += 1 }
      guard cursor < end, isDigit(cursor.pointee) else { return .fault(.noExponentDigits, at: cursor) }
      skipDigits(&cursor, to: end)
    }
    return .number(end: cursor)
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10
  }

  @inline(__always)
  private static func skipDigits(_ cursor: inout UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) {
    while cursor < end, isDigit(cursor.pointee) { cursor += 1 }
  }
}
