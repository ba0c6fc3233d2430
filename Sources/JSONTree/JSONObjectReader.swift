/// What tells a key of the object being read from most others at a glance.
struct KeyMark {
  /// Equal for equal keys.
  let fingerprint: UInt64
  /// Where the key's opening quote stands.
  let offset: Int
}

extension JSONReader {
  /// Objects of up to this many members look for duplicate keys by walking the marks, larger ones in a dictionary.
  static let walkedMembers = 16

  /// The keys of an object too large to walk, with the index of each.
  typealias KeyIndex = [ExactText: Int]

  /// Reads the object whose brace stands at the cursor.
  mutating func readObject() throws(JSONError) -> JSONObject {
    try descend()
    let firstMember = members.count
    let firstKey = keys.count
    if next(is: UInt8(ascii: "}")) {
      depth -= 1
      return JSONObject()
    }
    var index: KeyIndex?
    var expected = JSONError.Expectation.keyOrObjectEnd
    while true {
      let key = try readKey(expected, firstMember: firstMember, firstKey: firstKey, index: &index)
      try readColon()
      members.push(JSONObject.Member(key: key, value: try readValue(.value)))
      if next(is: UInt8(ascii: ",")) {
        expected = .keyAfterComma
      } else if next(is: UInt8(ascii: "}")) {
        depth -= 1
        keys.drop(from: firstKey)
        return JSONObject(distinct: members.take(from: firstMember))
      } else {
        throw unexpected(.commaOrObjectEnd)
      }
    }
  }

  @inline(__always)
  mutating func readColon() throws(JSONError) {
    guard next(is: UInt8(ascii: ":")) else { throw unexpected(.colon) }
  }

  /// Reads a key, refuses it where the object already has it, and marks it.
  @inline(__always)
  mutating func readKey(
    _ expected: JSONError.Expectation, firstMember: Int, firstKey: Int, index: inout KeyIndex?
  ) throws(JSONError) -> String {
    skipWhiteSpace()
    guard cursor < end, cursor.pointee == UInt8(ascii: "\"") else { throw unexpected(expected) }
    let quote = cursor
    let key = try readString()
    if let first = firstOccurrence(of: key, firstMember: firstMember, firstKey: firstKey, index: &index) {
      throw duplicate(key.text, at: quote, firstAt: keys.base[first].offset)
    }
    keys.push(KeyMark(fingerprint: key.fingerprint, offset: quote - start))
    return key.text
  }

  /// The place on the stack of marks of an equal key of the same object.
  @inline(__always)
  private mutating func firstOccurrence(
    of key: ReadString, firstMember: Int, firstKey: Int, index: inout KeyIndex?
  ) -> Int? {
    let count = keys.count - firstKey
    if count >= Self.walkedMembers {
      return indexedOccurrence(of: key, firstMember: firstMember, index: &index).map { firstKey + $0 }
    }
    for position in 0..<count where keys.base[firstKey + position].fingerprint == key.fingerprint {
      if members.base[firstMember + position].key.isExactly(key.text) { return firstKey + position }
    }
    return nil
  }

  @inline(never)
  private func indexedOccurrence(of key: ReadString, firstMember: Int, index: inout KeyIndex?) -> Int? {
    let count = members.count - firstMember
    var known =
      index.take()
      ?? {
        var known = KeyIndex(minimumCapacity: count * 2)
        for position in 0..<count { known[ExactText(text: members.base[firstMember + position].key)] = position }
        return known
      }()
    let first = known.updateValue(count, forKey: ExactText(text: key.text))
    index = known
    return first
  }
}
