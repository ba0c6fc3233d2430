import JSONTree

/// What becomes of values that two sides may have changed, and which of them both did.
struct ThreeWay {
  /// The ways to the values that both sides changed, in different ways.
  private(set) var conflicts: [[String]] = []

  /// The side that changed a value; of objects that both changed, their members one by one. Nil stands for a value that
  /// is not there.
  mutating func merged(_ base: JSON?, _ ours: JSON?, _ theirs: JSON?, at path: [String]) -> JSON? {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    if let ours = ours?.object, let theirs = theirs?.object {
      return .object(merged(objects: base?.object, ours, theirs, at: path))
    }
    conflicts.append(path)
    return ours
  }

  /// The members of both objects, one by one.
  mutating func merged(
    objects base: JSONObject?, _ ours: JSONObject, _ theirs: JSONObject, at path: [String]
  ) -> JSONObject {
    var copy = self
    let all = Self.members(base: base ?? [:], ours, theirs) { key, base, ours, theirs in
      copy.merged(base, ours, theirs, at: path + [key])
    }
    self = copy
    return all
  }

  /// The members of both objects, each as `value` says.
  ///
  /// The order is that of the side that changed anything, where both did that of the one with the lesser bytes. A
  /// member that only the other has stands behind what it stood behind there. So the bytes are the same on every
  /// clone, whichever side is called ours.
  static func members(
    base: JSONObject, _ ours: JSONObject, _ theirs: JSONObject,
    value: (_ key: String, _ base: JSON?, _ ours: JSON?, _ theirs: JSON?) -> JSON?
  ) -> JSONObject {
    let isOursFirst =
      ours == theirs || theirs == base || (ours != base && isGreater(.object(theirs), than: .object(ours)))
    let (first, second) = isOursFirst ? (ours, theirs) : (theirs, ours)
    let (inBase, inFirst, inSecond) = (MemberIndex(base), MemberIndex(first), MemberIndex(second))
    let kept = first.compactMap { member in
      value(member.key, inBase[member.key], member.value, inSecond[member.key]).map { (member.key, $0) }
    }
    return JSONObject(kept).taking(from: second) { member in
      inFirst[member.key] == nil ? value(member.key, inBase[member.key], nil, member.value) : nil
    }
  }

  /// By the bytes of the canonical text, so that every clone picks the same.
  private static func isGreater(_ left: JSON, than right: JSON) -> Bool {
    right.inlineText().utf8.lexicographicallyPrecedes(left.inlineText().utf8)
  }
}
