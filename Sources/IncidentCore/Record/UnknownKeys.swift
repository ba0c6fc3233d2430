import JSONTree

/// Keeps what a newer version or another tool wrote into the head of a record.
enum UnknownKeys {
  /// `written`, with the members of `stored` that this version does not know where they stood: each behind the one it
  /// stood behind, and those inside roles, milestones and postmortem likewise.
  static func restored(from stored: JSONObject, into written: JSONObject) -> JSONObject {
    let known = Snapshot.keys + ["timeline"]
    var result = written
    for (key, innerKeys) in nested {
      guard let storedObject = stored[key]?.object else { continue }
      let restored = restored(storedObject, into: written[key]?.object ?? [:], known: innerKeys)
      guard !restored.isEmpty else { continue }
      let before = known.prefix { $0 != key }.last { result[$0] != nil }
      result.insert(.object(restored), forKey: key, after: before ?? "")
    }
    return restored(stored, into: result, known: known)
  }

  /// The objects of a head that are ours to write, and the keys we write there.
  static let nested: [(key: String, innerKeys: [String])] = [
    ("roles", Role.allCases.map(\.rawValue)),
    ("milestones", Milestone.allCases.map(\.rawValue)),
    ("postmortem", ["status"]),
  ]

  private static func restored(_ stored: JSONObject, into written: JSONObject, known: [String]) -> JSONObject {
    var result = written
    var predecessor: String?
    for member in stored {
      if !known.contains(member.key) {
        if let predecessor {
          result.insert(member.value, forKey: member.key, after: predecessor)
        } else {
          result.insert(member.value, forKey: member.key, at: 0)
        }
        predecessor = member.key
      } else if result[member.key] != nil {
        predecessor = member.key
      }
    }
    return result
  }
}
