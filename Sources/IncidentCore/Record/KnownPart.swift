import JSONTree

/// A member of the head that holds more members, of which this version may not know all.
struct KnownPart: Sendable {
  let key: String
  /// The keys this version writes inside.
  let innerKeys: [String]
  /// Where the part is an array of objects: the key whose value tells one from another. Nil where it is an object.
  let identity: String?

  init(_ key: String, _ innerKeys: [String], identity: String? = nil) {
    self.key = key
    self.innerKeys = innerKeys
    self.identity = identity
  }

  /// Every part of a head that this version writes.
  static let all = [
    KnownPart("roles", Role.allCases.map(\.rawValue)),
    KnownPart("milestones", Milestone.allCases.map(\.rawValue)),
    KnownPart("impacted", ["from", "to", "percent"], identity: "from"),
    KnownPart("responded", ["severity", "from", "to"], identity: "from"),
    KnownPart("updates", ["owed", "late"]),
    KnownPart("actions", ActionItem.keys, identity: "event"),
    KnownPart("postmortem", ["status", "published"]),
    KnownPart("duty", ["name", "role", "from", "to"], identity: "name"),
    KnownPart("runbooks", RunbookUse.keys, identity: "name"),
  ]

  /// The objects of an array by their identities, in order. Of several with the same one each is told by its turn.
  static func byIdentity(_ elements: [JSON], _ identity: String) -> JSONObject {
    var turns: [JSON: Int] = [:]
    return JSONObject(
      elements.compactMap { element in
        guard let name = element[identity] else { return nil }
        let turn = turns[name, default: 0]
        turns[name] = turn + 1
        return (JSON.array([name, .number(JSONNumber(turn))]).inlineText(), element)
      })
  }
}
