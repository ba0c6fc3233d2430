import JSONTree

/// Brings together what two heads hold that this version does not know; what it knows is folded anew in any case.
enum HeadMerge {
  /// Every member of both heads, each by the rule of ``ThreeWay``; those inside the parts of ``KnownPart`` likewise,
  /// one by one.
  static func merged(
    base: JSONObject, _ ours: JSONObject, _ theirs: JSONObject, _ rule: inout ThreeWay
  ) -> JSONObject {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    return ThreeWay.members(base: base, ours, theirs) { key, base, ours, theirs in
      if let part = KnownPart.all.first(where: { $0.key == key }) {
        guard let identity = part.identity else {
          return merged(part, base?.object, ours?.object, theirs?.object, at: [key], &rule).map(JSON.object)
        }
        return merged(part, base?.array, ours?.array, theirs?.array, identity, &rule)
      }
      // What the timeline gives is no word of anybody's.
      if Snapshot.keys.contains(key) || key == "timeline" { return ours ?? theirs }
      return rule.merged(base, ours, theirs, at: [key])
    }
  }

  /// The members of a part, of which those this version writes are folded anew.
  private static func merged(
    _ part: KnownPart, _ base: JSONObject?, _ ours: JSONObject?, _ theirs: JSONObject?, at path: [String],
    _ rule: inout ThreeWay
  ) -> JSONObject? {
    let all = ThreeWay.members(base: base ?? [:], ours ?? [:], theirs ?? [:]) { key, base, ours, theirs in
      part.innerKeys.contains(key) ? ours ?? theirs : rule.merged(base, ours, theirs, at: path + [key])
    }
    return all.isEmpty ? nil : all
  }

  /// The elements of a part. One that only one side has stays: whether it counts is for the timeline to say.
  private static func merged(
    _ part: KnownPart, _ base: [JSON]?, _ ours: [JSON]?, _ theirs: [JSON]?, _ identity: String, _ rule: inout ThreeWay
  ) -> JSON? {
    func elements(_ elements: [JSON]?) -> JSONObject { KnownPart.byIdentity(elements ?? [], identity) }
    let all = ThreeWay.members(base: elements(base), elements(ours), elements(theirs)) { key, base, ours, theirs in
      guard let ours, let theirs else { return ours ?? theirs }
      return merged(part, base?.object, ours.object, theirs.object, at: [part.key, key], &rule).map(JSON.object)
    }
    return all.isEmpty ? nil : .array(all.map(\.value))
  }
}
