/// Finds the bytes of strings that need attention, eight at a time.
enum StringScan {
  /// The first byte that is `"`, `\` or below 0x20; `end` where there is none.
  ///
  /// Sets `isASCII` to false where a byte from 0x80 on comes before it; up to seven bytes after it may do so too.
  @inline(__always)
  static func firstSpecial(
    from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, isASCII: inout Bool
  ) -> UnsafePointer<UInt8> {
    var cursor = start
    var seen: UInt64 = 0
    defer { if seen & 0x8080_8080_8080_8080 != 0 { isASCII = false } }
    while end - cursor >= 8 {
      let bytes = word(at: cursor)
      seen |= bytes
      let flags = specialBytes(in: bytes)
      if flags != 0 { return cursor + flags.trailingZeroBitCount / 8 }
      cursor += 8
    }
    while cursor < end, !isSpecial(cursor.pointee) {
      seen |= UInt64(cursor.pointee)
      cursor += 1
    }
    return cursor
  }

  /// The eight bytes from `start` on, the first one lowest.
  @inline(__always)
  static func word(at start: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// Sets the high bit of every special byte. Bytes above the lowest special one may be flagged wrongly, as a
  /// subtraction borrows from them; the lowest flag is exact.
  @inline(__always)
  private static func specialBytes(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let backslashes = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let controls = (word &- ones &* 0x20) & ~word
    return (controls | ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)) & (ones &* 0x80)
  }
}
