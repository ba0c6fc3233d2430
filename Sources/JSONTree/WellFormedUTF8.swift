/// What stands at a place of a text that should be UTF-8 (Unicode, table 3-7).
enum WellFormedUTF8 {
  /// A scalar of `length` bytes.
  case scalar(Unicode.Scalar, length: Int)
  /// The beginning of a sequence that the end of the text cuts off.
  case cutOff
  /// No beginning of any well-formed sequence.
  case malformed

  /// Decodes one scalar; `start` must lie before `end`.
  @inline(__always)
  static func decode(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> WellFormedUTF8 {
    let lead = start.pointee
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0x00...0x7F: return .scalar(Unicode.Scalar(lead), length: 1)
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return .malformed
    }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for index in 1..<length {
      guard start + index < end else { return .cutOff }
      let byte = start[index]
      guard (index == 1 ? second : 0x80...0xBF).contains(byte) else { return .malformed }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return Unicode.Scalar(value).map { .scalar($0, length: length) } ?? .malformed
  }

  /// Whether all bytes from `start` to `end` are well-formed UTF-8.
  static func isWellFormed(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> Bool {
    var cursor = start
    while cursor < end {
      if end - cursor >= 8, StringScan.word(at: cursor) & 0x8080_8080_8080_8080 == 0 {
        cursor += 8
      } else if case .scalar(_, let length) = decode(from: cursor, to: end) {
        cursor += length
      } else {
        return false
      }
    }
    return true
  }
}
