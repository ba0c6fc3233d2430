/// The first members of an object: what `JSON.parseHead` has read.
public struct JSONHead: Hashable, Sendable {
  /// Why reading stopped.
  public enum Stop: Hashable, Sendable {
    /// The key to stop before was reached; nothing after it has been read.
    case key
    /// The object ended without that key, and nothing but white space follows.
    case objectEnd
    /// The bytes ended before either, and nothing is wrong with them so far: more are needed.
    case cutOff
  }

  /// The members before the stop. Where the bytes were cut off, those that a comma has followed.
  public let members: JSONObject
  /// Why reading stopped.
  public let stop: Stop
  /// How far reading came, in bytes: the key's opening quote, the place after the object's brace, or the end.
  public let offset: Int
}

extension JSON {
  /// Reads the members of an object up to the key given, and looks at no byte after that key. The cost is that of
  /// the bytes before it, however many follow.
  ///
  /// Strict as `parse(_:)`, for the bytes it reads. Bytes that end too early are no error here: the result says so.
  public static func parseHead(_ bytes: [UInt8], stoppingBefore key: String) throws(JSONError) -> JSONHead {
    try bytes.withUnsafeBufferPointer { (text) throws(JSONError) in try parseHead(text, stoppingBefore: key) }
  }

  /// Reads the head of an object from memory that someone else holds, as `parseHead(_:stoppingBefore:)` of an array.
  public static func parseHead(
    _ bytes: UnsafeRawBufferPointer, stoppingBefore key: String
  ) throws(JSONError) -> JSONHead {
    try parseHead(bytes.assumingMemoryBound(to: UInt8.self), stoppingBefore: key)
  }

  private static func parseHead(
    _ text: UnsafeBufferPointer<UInt8>, stoppingBefore key: String
  ) throws(JSONError) -> JSONHead {
    guard var reader = JSONReader(text) else {
      return JSONHead(members: JSONObject(), stop: .cutOff, offset: 0)
    }
    return try reader.readHead(stoppingBefore: key)
  }
}

extension JSONReader {
  /// Reads the top-level object's members up to the key.
  mutating func readHead(stoppingBefore stopKey: String) throws(JSONError) -> JSONHead {
    var complete = 0
    do throws(JSONError) {
      return try readHead(stoppingBefore: stopKey, complete: &complete)
    } catch {
      guard error.isUnexpectedEnd else { throw error }
      members.drop(from: complete)
      return JSONHead(members: JSONObject(distinct: members.take(from: 0)), stop: .cutOff, offset: end - start)
    }
  }

  /// Counts in `complete` the members that a comma has followed.
  private mutating func readHead(
    stoppingBefore stopKey: String, complete: inout Int
  ) throws(JSONError) -> JSONHead {
    try refuseByteOrderMark()
    skipWhiteSpace()
    guard cursor < end, cursor.pointee == UInt8(ascii: "{") else { throw unexpected(.object) }
    try descend()
    var index: KeyIndex?
    var expected = JSONError.Expectation.keyOrObjectEnd
    if next(is: UInt8(ascii: "}")) { return try readHeadEnd() }
    while true {
      skipWhiteSpace()
      let keyOffset = cursor - start
      let key = try readKey(expected, firstMember: 0, firstKey: 0, index: &index)
      if key.isExactly(stopKey) {
        return JSONHead(members: JSONObject(distinct: members.take(from: 0)), stop: .key, offset: keyOffset)
      }
      try readColon()
      members.push(JSONObject.Member(key: key, value: try readValue(.value)))
      if next(is: UInt8(ascii: ",")) {
        expected = .keyAfterComma
        complete = members.count
      } else if next(is: UInt8(ascii: "}")) {
        return try readHeadEnd()
      } else {
        throw unexpected(.commaOrObjectEnd)
      }
    }
  }

  private mutating func readHeadEnd() throws(JSONError) -> JSONHead {
    let offset = cursor - start
    try readEnd()
    return JSONHead(members: JSONObject(distinct: members.take(from: 0)), stop: .objectEnd, offset: offset)
  }
}
