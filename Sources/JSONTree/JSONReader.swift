/// Reads one JSON text in one pass over its bytes.
///
/// Recursive: `depthLimit` bounds the stack. Whatever is wrong is found here and described in `JSONReaderFaults.swift`,
/// off the fast path.
struct JSONReader: ~Copyable {
  /// The most arrays and objects inside one another.
  static let depthLimit = 512

  let start: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  var cursor: UnsafePointer<UInt8>
  var depth = 0
  /// The elements of the arrays being read, and the members and keys of the objects: those of the innermost on top.
  var elements = MoveStack<JSON>(capacity: 32)
  var members = MoveStack<JSONObject.Member>(capacity: 64)
  var keys = MoveStack<KeyMark>(capacity: 64)
  /// Room for the string being unescaped.
  var unescaped = MoveStack<UInt8>(capacity: 1024)

  /// Nil for an empty text.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress, !text.isEmpty else { return nil }
    self.start = start
    end = start + text.count
    cursor = start
  }

  /// Reads the only value of the text and what follows it.
  mutating func readDocument() throws(JSONError) -> JSON {
    try refuseByteOrderMark()
    let value = try readValue(.value)
    try readEnd()
    return value
  }

  /// Refuses all but white space up to the end of the text.
  mutating func readEnd() throws(JSONError) {
    skipWhiteSpace()
    guard cursor == end else { throw failure(.trailingContent, at: cursor) }
  }

  /// Reads a value after any white space.
  mutating func readValue(_ expected: JSONError.Expectation) throws(JSONError) -> JSON {
    skipWhiteSpace()
    guard cursor < end else { throw unexpected(expected) }
    switch cursor.pointee {
    case UInt8(ascii: "\""):
      return .string(try readString().text)
    case UInt8(ascii: "{"):
      return .object(try readObject())
    case UInt8(ascii: "["):
      return .array(try readArray())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(try readNumber())
    case UInt8(ascii: "t") where consume("true"):
      return .bool(true)
    case UInt8(ascii: "f") where consume("false"):
      return .bool(false)
    case UInt8(ascii: "n") where consume("null"):
      return .null
    default:
      throw unexpectedInPlaceOfValue(expected)
    }
  }

  private mutating func readArray() throws(JSONError) -> [JSON] {
    try descend()
    let base = elements.count
    if next(is: UInt8(ascii: "]")) {
      depth -= 1
      return []
    }
    var expected = JSONError.Expectation.valueOrArrayEnd
    while true {
      elements.push(try readValue(expected))
      if next(is: UInt8(ascii: ",")) {
        expected = .valueAfterComma
      } else if next(is: UInt8(ascii: "]")) {
        depth -= 1
        return elements.take(from: base)
      } else {
        throw unexpected(.commaOrArrayEnd)
      }
    }
  }

  private mutating func readNumber() throws(JSONError) -> JSONNumber {
    switch NumberScan.scan(from: cursor, to: end) {
    case .number(let numberEnd):
      let text = String(decoding: UnsafeBufferPointer(start: cursor, count: numberEnd - cursor), as: UTF8.self)
      cursor = numberEnd
      return JSONNumber(valid: text)
    case .fault(let fault, let place):
      if place == end {
        cursor = end
        throw unexpected(.restOfNumber)
      }
      throw failure(.invalidNumber(fault), at: place)
    }
  }

  /// Enters the array or object whose bracket stands at the cursor.
  @inline(__always)
  mutating func descend() throws(JSONError) {
    depth += 1
    guard depth <= Self.depthLimit else { throw failure(.tooDeep(limit: Self.depthLimit), at: cursor) }
    cursor += 1
  }

  @inline(__always)
  mutating func skipWhiteSpace() {
    while cursor < end {
      switch cursor.pointee {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): cursor += 1
      default: return
      }
    }
  }

  /// Skips white space, then the byte if it stands there.
  @inline(__always)
  mutating func next(is byte: UInt8) -> Bool {
    skipWhiteSpace()
    guard cursor < end, cursor.pointee == byte else { return false }
    cursor += 1
    return true
  }

  /// Skips the word if it stands at the cursor.
  @inline(__always)
  private mutating func consume(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard end - cursor >= length else { return false }
    for index in 0..<length where cursor[index] != word.utf8Start[index] { return false }
    cursor += length
    return true
  }
}
