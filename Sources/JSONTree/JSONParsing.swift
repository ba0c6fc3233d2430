extension JSON {
  /// Reads a whole JSON text strictly by RFC 8259, in UTF-8.
  ///
  /// Refuses besides: two equal keys in an object, escaped surrogates that stand alone, a byte order mark, and more
  /// than 512 arrays and objects inside one another.
  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSON {
    try bytes.withUnsafeBufferPointer { (text) throws(JSONError) in try parse(text) }
  }

  /// Reads a whole JSON text from memory that someone else holds; strict as `parse(_:)` of an array.
  public static func parse(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSON {
    try parse(bytes.assumingMemoryBound(to: UInt8.self))
  }

  /// Reads a whole JSON text; strict as `parse(_:)` of an array.
  public static func parse(_ text: String) throws(JSONError) -> JSON {
    try parse(Array(text.utf8))
  }

  private static func parse(_ text: UnsafeBufferPointer<UInt8>) throws(JSONError) -> JSON {
    guard var reader = JSONReader(text) else { throw JSONError.emptyText(expected: .value) }
    return try reader.readDocument()
  }
}

extension JSONError {
  /// A text without a byte.
  static func emptyText(expected: Expectation) -> JSONError {
    JSONError(
      kind: .unexpectedEnd(expected: expected),
      position: JSONPosition(offset: 0, in: UnsafeBufferPointer(start: nil, count: 0)))
  }
}
