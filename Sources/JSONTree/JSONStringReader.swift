/// A string from the text, with what tells it from most others at a glance.
struct ReadString {
  let text: String
  /// Equal for equal strings; depends on the length and the first and last eight bytes.
  let fingerprint: UInt64

  /// Nil unless the bytes are well-formed UTF-8, which is taken for granted where `isASCII`.
  @inline(__always)
  init?(start: UnsafePointer<UInt8>, count: Int, isASCII: Bool) {
    guard isASCII || WellFormedUTF8.isWellFormed(from: start, to: start + count) else { return nil }
    text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    fingerprint = Self.fingerprint(start: start, count: count)
  }

  @inline(__always)
  private static func fingerprint(start: UnsafePointer<UInt8>, count: Int) -> UInt64 {
    if count >= 8 {
      let first = StringScan.word(at: start)
      let last = StringScan.word(at: start + count - 8)
      return (first &* 0x9E37_79B9_7F4A_7C15) ^ last ^ UInt64(count)
    }
    var bytes: UInt64 = 0
    for index in 0..<count { bytes = bytes << 8 | UInt64(start[index]) }
    return bytes << 8 | UInt64(count)
  }
}

extension JSONReader {
  /// Reads the string whose opening quote stands at the cursor.
  @inline(__always)
  mutating func readString() throws(JSONError) -> ReadString {
    let first = cursor + 1
    var isASCII = true
    let special = StringScan.firstSpecial(from: first, to: end, isASCII: &isASCII)
    guard special < end, special.pointee == UInt8(ascii: "\"") else { return try readEscapedString() }
    guard let string = ReadString(start: first, count: special - first, isASCII: isASCII) else { throw stringFault() }
    cursor = special + 1
    return string
  }

  /// Reads the string whose opening quote stands at the cursor, where it holds an escape or something is wrong.
  @inline(never)
  private mutating func readEscapedString() throws(JSONError) -> ReadString {
    unescaped.drop(from: 0)
    var run = cursor + 1
    var isASCII = true
    while true {
      let special = StringScan.firstSpecial(from: run, to: end, isASCII: &isASCII)
      unescaped.push(contentsOf: UnsafeBufferPointer(start: run, count: special - run))
      guard special < end, special.pointee >= 0x20 else { throw stringFault() }
      run = special + 1
      if special.pointee == UInt8(ascii: "\"") { break }
      guard unescape(&run) else { throw stringFault() }
    }
    // What an escape stands for is well-formed in itself, so ASCII in between is all that matters.
    guard let string = ReadString(start: unescaped.base, count: unescaped.count, isASCII: isASCII) else {
      throw stringFault()
    }
    cursor = run
    return string
  }

  /// Reads the escape whose backslash stands before `place` and moves past it. False where there is none.
  private mutating func unescape(_ place: inout UnsafePointer<UInt8>) -> Bool {
    guard place < end else { return false }
    let letter = place.pointee
    place += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.push(letter)
    case UInt8(ascii: "b"): unescaped.push(0x08)
    case UInt8(ascii: "f"): unescaped.push(0x0C)
    case UInt8(ascii: "n"): unescaped.push(0x0A)
    case UInt8(ascii: "r"): unescaped.push(0x0D)
    case UInt8(ascii: "t"): unescaped.push(0x09)
    case UInt8(ascii: "u"):
      guard let scalar = unescapeScalar(&place), let encoded = UTF8.encode(scalar) else { return false }
      for byte in encoded { unescaped.push(byte) }
    default: return false
    }
    return true
  }

  /// Reads the digits of a `\u` escape, and the low surrogate after a high one.
  private func unescapeScalar(_ place: inout UnsafePointer<UInt8>) -> Unicode.Scalar? {
    guard let unit = hexadecimalUnit(&place) else { return nil }
    guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) }
    guard end - place >= 6, place[0] == UInt8(ascii: "\\"), place[1] == UInt8(ascii: "u") else { return nil }
    place += 2
    guard let low = hexadecimalUnit(&place), UTF16.isTrailSurrogate(low) else { return nil }
    return Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
  }

  /// Reads four hexadecimal digits. Nil where there are fewer.
  func hexadecimalUnit(_ place: inout UnsafePointer<UInt8>) -> UInt16? {
    guard end - place >= 4 else { return nil }
    var unit: UInt16 = 0
    for index in 0..<4 {
      guard let digit = Self.hexadecimalDigit(place[index]) else { return nil }
      unit = unit << 4 | digit
    }
    place += 4
    return unit
  }

  /// The value of a hexadecimal digit of either case.
  static func hexadecimalDigit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
