import JSONTree

/// Brings together what two heads hold that this version does not know; what it knows is folded anew in any case.
enum HeadMerge {
  /// Every member of both heads, each by the rule of ``ThreeWay``; those inside the parts of ``KnownPart`` likewise,
  /// one by one.
  ///
  /// The order is that of the side that changed anything, where both did that of the one with the lesser bytes. A
  /// member that only the other has stands behind what it stood behind there. So the bytes are the same on every
  /// clone, whichever side is called ours.
  static func merged(base: JSONObject, _ ours: JSONObject, _ theirs: JSONObject) -> JSONObject {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    let isOursFirst = ThreeWay.isGreater(.object(theirs), than: .object(ours))
    let (first, second) = isOursFirst ? (ours, theirs) : (theirs, ours)
    return merged(base: base, first, second) { key, base, first, second in
      guard let part = KnownPart.all.first(where: { $0.key == key }) else {
        return ThreeWay.merged(base: base, first, second)
      }
      guard let identity = part.identity else { return merged(objects: base, first, second) }
      return merged(arrays: base, first, second, identity)
    }
  }

  /// The members of both objects, each as `value` says, in the order of `first`.
  private static func merged(
    base: JSONObject, _ first: JSONObject, _ second: JSONObject,
    value: (_ key: String, _ base: JSON?, _ first: JSON?, _ second: JSON?) -> JSON?
  ) -> JSONObject {
    let (inBase, inFirst, inSecond) = (MemberIndex(base), MemberIndex(first), MemberIndex(second))
    let kept = first.compactMap { member in
      value(member.key, inBase[member.key], member.value, inSecond[member.key]).map { (member.key, $0) }
    }
    return JSONObject(kept).taking(from: second) { member in
      inFirst[member.key] == nil ? value(member.key, inBase[member.key], nil, member.value) : nil
    }
  }

  /// The members of both objects, one by one; one that is not there has none.
  private static func merged(objects base: JSON?, _ first: JSON?, _ second: JSON?) -> JSON? {
    let inner = merged(base: base?.object ?? [:], first?.object ?? [:], second?.object ?? [:]) {
      _, base, first, second in
      ThreeWay.merged(base: base, first, second)
    }
    return inner.isEmpty ? nil : .object(inner)
  }

  /// The elements of both arrays. One that only one side has stays: whether it counts is for the timeline to say.
  private static func merged(arrays base: JSON?, _ first: JSON?, _ second: JSON?, _ identity: String) -> JSON? {
    func elements(_ part: JSON?) -> JSONObject { KnownPart.byIdentity(part?.array ?? [], identity) }
    let all = merged(base: elements(base), elements(first), elements(second)) { _, base, first, second in
      guard let first, let second else { return first ?? second }
      return merged(objects: base, first, second)
    }
    return all.isEmpty ? nil : .array(all.map(\.value))
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
