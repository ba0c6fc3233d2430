import JSONTree

/// Brings together what two heads hold that this version does not know; what it knows is folded anew in any case.
enum HeadMerge {
  /// Every member of both heads, each by the rule of ``ThreeWay``; those inside roles, milestones and postmortem
  /// likewise, one by one.
  ///
  /// The order is that of the side that changed anything, where both did that of the one with the lesser bytes, and a member that only the other has stands behind what it
  /// stood behind there: the same bytes on every clone, whichever side is called ours.
  static func merged(base: JSONObject, _ ours: JSONObject, _ theirs: JSONObject) -> JSONObject {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    let isOursFirst = ThreeWay.isGreater(.object(theirs), than: .object(ours))
    let (first, second) = isOursFirst ? (ours, theirs) : (theirs, ours)
    return merged(base: base, first: first, second: second, nested: UnknownKeys.nested.map(\.key))
  }

  private static func merged(
    base: JSONObject, first: JSONObject, second: JSONObject, nested: [String]
  ) -> JSONObject {
    func value(_ key: String) -> JSON? {
      guard nested.contains(key) else { return ThreeWay.merged(base: base[key], first[key], second[key]) }
      let inner = merged(
        base: base[key]?.object ?? [:], first: first[key]?.object ?? [:], second: second[key]?.object ?? [:], nested: []
      )
      return inner.isEmpty ? nil : .object(inner)
    }
    var result: JSONObject = [:]
    for member in first { result[member.key] = value(member.key) }
    var place = 0
    for member in second {
      if first[member.key] == nil, let value = value(member.key) {
        result.insert(value, forKey: member.key, at: place)
      }
      if let index = result.index(forKey: member.key) { place = index + 1 }
    }
    return result
  }
}

/// What becomes of one value that two sides may have changed.
enum ThreeWay {
  /// The side that changed it; where both did, the one that did not drop it, else the one with the greater bytes.
  /// Nil stands for a value that is not there.
  static func merged(base: JSON?, _ ours: JSON?, _ theirs: JSON?) -> JSON? {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    guard let ours, let theirs else { return ours ?? theirs }
    return isGreater(theirs, than: ours) ? theirs : ours
  }

  /// By the bytes of the canonical text, so that every clone picks the same.
  static func isGreater(_ left: JSON, than right: JSON) -> Bool {
    right.inlineText().utf8.lexicographicallyPrecedes(left.inlineText().utf8)
  }
}
