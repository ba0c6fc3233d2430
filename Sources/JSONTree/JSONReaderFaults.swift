/// The slow path: what exactly is wrong, and where.
extension JSONReader {
  /// The text being read.
  private var text: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: end - start)
  }

  @inline(never)
  func failure(_ kind: JSONError.Kind, at place: UnsafePointer<UInt8>) -> JSONError {
    JSONError(kind: kind, position: JSONPosition(offset: place - start, in: text))
  }

  /// Something other than what was expected stands at the cursor.
  @inline(never)
  func unexpected(_ expected: JSONError.Expectation) -> JSONError {
    guard cursor < end else { return failure(.unexpectedEnd(expected: expected), at: end) }
    switch WellFormedUTF8.decode(from: cursor, to: end) {
    case .scalar(let scalar, _): return failure(.unexpectedCharacter(scalar, expected: expected), at: cursor)
    case .cutOff: return failure(.unexpectedEnd(expected: expected), at: end)
    case .malformed: return failure(.invalidUTF8(cursor.pointee), at: cursor)
    }
  }

  /// What stands at the cursor begins no value: a word perhaps, whole or cut off.
  @inline(never)
  func unexpectedInPlaceOfValue(_ expected: JSONError.Expectation) -> JSONError {
    let bytes = UnsafeBufferPointer(start: cursor, count: end - cursor)
    let length = bytes.firstIndex { !Self.isWordByte($0) } ?? bytes.count
    guard length > 0 else { return unexpected(expected) }
    let word = String(decoding: bytes.prefix(min(length, 32)), as: UTF8.self)
    if length == bytes.count, ["true", "false", "null"].contains(where: { $0.hasPrefix(word) }) {
      return failure(.unexpectedEnd(expected: .restOfWord), at: end)
    }
    return failure(.unknownWord(word), at: cursor)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
    default: false
    }
  }

  @inline(never)
  func duplicate(_ key: String, at quote: UnsafePointer<UInt8>, firstAt offset: Int) -> JSONError {
    failure(.duplicateKey(key, firstAt: JSONPosition(offset: offset, in: text)), at: quote)
  }

  /// The first thing wrong with the string whose opening quote stands at the cursor.
  @inline(never)
  func stringFault() -> JSONError {
    var place = cursor + 1
    while place < end {
      switch place.pointee {
      case 0x00..<0x20:
        return failure(.controlCharacterInString(place.pointee), at: place)
      case UInt8(ascii: "\\"):
        if let fault = escapeFault(&place) { return fault }
      default:
        switch WellFormedUTF8.decode(from: place, to: end) {
        case .scalar(_, let length): place += length
        case .cutOff: place = end
        case .malformed: return failure(.invalidUTF8(place.pointee), at: place)
        }
      }
    }
    return failure(.unexpectedEnd(expected: .restOfString), at: end)
  }

  /// What is wrong with the escape whose backslash stands at `place`; moves past it where nothing is.
  private func escapeFault(_ place: inout UnsafePointer<UInt8>) -> JSONError? {
    let backslash = place
    place += 1
    guard place < end else { return nil }
    switch place.pointee {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      place += 1
      return nil
    case UInt8(ascii: "u"):
      return hexEscapeFault(&place, backslash: backslash)
    default:
      switch WellFormedUTF8.decode(from: place, to: end) {
      case .scalar(let scalar, _): return failure(.invalidEscape(scalar), at: backslash)
      case .cutOff: return failure(.unexpectedEnd(expected: .restOfString), at: end)
      case .malformed: return failure(.invalidUTF8(place.pointee), at: place)
      }
    }
  }

  /// What is wrong with the `\u` escape, or pair of them, whose `u` stands at `place`.
  private func hexEscapeFault(_ place: inout UnsafePointer<UInt8>, backslash: UnsafePointer<UInt8>) -> JSONError? {
    place += 1
    guard let unit = hexadecimalUnit(&place) else { return incompleteHexEscape(digits: place, backslash: backslash) }
    if UTF16.isTrailSurrogate(unit) { return failure(.loneSurrogate(unit), at: backslash) }
    guard UTF16.isLeadSurrogate(unit), place < end else { return nil }
    guard place.pointee == UInt8(ascii: "\\") else { return failure(.loneSurrogate(unit), at: backslash) }
    let second = place
    guard second + 1 < end else {
      place = end
      return nil
    }
    guard second[1] == UInt8(ascii: "u") else { return failure(.loneSurrogate(unit), at: backslash) }
    place += 2
    guard let low = hexadecimalUnit(&place) else { return incompleteHexEscape(digits: place, backslash: second) }
    return UTF16.isTrailSurrogate(low) ? nil : failure(.loneSurrogate(unit), at: backslash)
  }

  private func incompleteHexEscape(
    digits: UnsafePointer<UInt8>, backslash: UnsafePointer<UInt8>
  ) -> JSONError {
    let present = UnsafeBufferPointer(start: digits, count: min(4, end - digits))
    if present.count < 4, present.allSatisfy({ Self.hexadecimalDigit($0) != nil }) {
      return failure(.unexpectedEnd(expected: .restOfString), at: end)
    }
    return failure(.invalidHexEscape, at: backslash)
  }

  /// Refuses a byte order mark: of UTF-8 (EF BB BF) or UTF-16 (FE FF, FF FE).
  func refuseByteOrderMark() throws(JSONError) {
    if text.starts(with: [0xEF, 0xBB, 0xBF]) || text.starts(with: [0xFE, 0xFF]) || text.starts(with: [0xFF, 0xFE]) {
      throw failure(.byteOrderMark, at: start)
    }
  }
}
