/// One step from a value to a value inside it.
public enum JSONPathComponent: Hashable, Sendable {
  /// To the value of a key.
  case key(String)
  /// To an element, by its position from 0.
  case index(Int)
}

extension JSON {
  /// Where the value at a path begins, or with `atKey` the key that leads to it. Nil where the text has no such
  /// value, or cannot be read up to it. An empty path is the whole value.
  ///
  /// Reads the text anew: meant for error messages.
  public static func position(
    of path: [JSONPathComponent], in bytes: [UInt8], atKey: Bool = false
  ) -> JSONPosition? {
    bytes.withUnsafeBufferPointer { text in
      guard var reader = JSONReader(text) else { return nil }
      return (try? reader.seek(path, atKey: atKey)).flatMap { $0 }.map { JSONPosition(offset: $0, in: text) }
    }
  }
}

extension JSONReader {
  /// The offset of the value at the path, or of the key that leads to it.
  fileprivate mutating func seek(_ path: [JSONPathComponent], atKey: Bool) throws(JSONError) -> Int? {
    var keyOffset: Int?
    for component in path {
      skipWhiteSpace()
      switch component {
      case .key(let key):
        guard next(is: UInt8(ascii: "{")), let offset = try seekMember(key) else { return nil }
        keyOffset = offset
      case .index(let index):
        guard next(is: UInt8(ascii: "[")), try seekElement(index) else { return nil }
        keyOffset = nil
      }
    }
    skipWhiteSpace()
    return atKey ? keyOffset ?? cursor - start : cursor - start
  }

  /// Moves to a member's value, from the first byte inside the object; returns the offset of its key.
  private mutating func seekMember(_ key: String) throws(JSONError) -> Int? {
    repeat {
      skipWhiteSpace()
      guard cursor < end, cursor.pointee == UInt8(ascii: "\"") else { return nil }
      let offset = cursor - start
      let isFound = try readString().text.isExactly(key)
      try readColon()
      if isFound { return offset }
      _ = try readValue(.value)
    } while next(is: UInt8(ascii: ","))
    return nil
  }

  /// Moves to an element, from the first byte inside the array.
  private mutating func seekElement(_ index: Int) throws(JSONError) -> Bool {
    guard index >= 0, !next(is: UInt8(ascii: "]")) else { return false }
    for _ in 0..<index {
      _ = try readValue(.value)
      guard next(is: UInt8(ascii: ",")) else { return false }
    }
    return true
  }
}
