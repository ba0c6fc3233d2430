/// Questions about bytes of ASCII.
enum Bytes {
  static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
  static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }
  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") }
  static func isName(_ byte: UInt8) -> Bool { isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") }

  static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }

  static func isBracket(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "$"): true
    default: false
    }
  }

  static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"),
      UInt8(ascii: ">"), UInt8(ascii: "?"):
      true
    default: false
    }
  }

  /// Whether the bytes are one of the words, in any case.
  static func isOneOf(_ bytes: Slice<UnsafeRawBufferPointer>, _ words: [StaticString]) -> Bool {
    words.contains { word in
      bytes.count == word.utf8CodeUnitCount
        && zip(bytes, 0..<bytes.count).allSatisfy { $0 == word.utf8Start[$1] || $0 | 0x20 == word.utf8Start[$1] }
    }
  }

  static func ends(_ bytes: [UInt8], with word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    return bytes.count >= count && zip(bytes.suffix(count), 0..<count).allSatisfy { $0 == word.utf8Start[$1] }
  }

  static func contains(_ bytes: [UInt8], _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard bytes.count >= count else { return false }
    return (0...(bytes.count - count)).contains { start in
      (0..<count).allSatisfy { bytes[start + $0] == word.utf8Start[$0] }
    }
  }

  /// What base 64 of either alphabet holds (RFC 4648), up to the first byte that is none.
  static func base64(_ text: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
    var output: [UInt8] = []
    var (bits, count): (UInt32, Int) = (0, 0)
    for byte in text {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: return output
      }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return output
  }
}
