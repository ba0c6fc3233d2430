import JSONTree

/// Keeps what a newer version or another tool wrote into the head of a record.
enum UnknownKeys {
  /// `written`, with the members of `stored` that this version does not know where they stood: each behind the one it
  /// stood behind, and those inside the parts of ``KnownPart`` likewise.
  ///
  /// An object whose known members are all gone stays for the unknown ones; an element of an array that is gone takes
  /// its unknown members with it.
  static func restored(from stored: JSONObject, into written: JSONObject) -> JSONObject {
    let known = Snapshot.keys + ["timeline"]
    var result = written
    for part in KnownPart.all {
      guard let storedPart = stored[part.key] else { continue }
      if let identity = part.identity {
        guard let storedElements = storedPart.array, let elements = written[part.key]?.array else { continue }
        result[part.key] = .array(restored(storedElements, into: elements, part, identity))
      } else if let storedObject = storedPart.object {
        let restored = restored(storedObject, into: written[part.key]?.object ?? [:], known: part.innerKeys)
        guard !restored.isEmpty else { continue }
        let before = known.prefix { $0 != part.key }.last { result[$0] != nil }
        result.insert(.object(restored), forKey: part.key, after: before ?? "")
      }
    }
    return restored(stored, into: result, known: known)
  }

  private static func restored(
    _ stored: JSONObject, into written: JSONObject, known: [String]
  ) -> JSONObject {
    guard hasUnknown(stored, known) else { return written }
    return written.taking(from: stored) { known.contains($0.key) ? nil : $0.value }
  }

  private static func restored(
    _ stored: [JSON], into written: [JSON], _ part: KnownPart, _ identity: String
  ) -> [JSON] {
    guard stored.contains(where: { $0.object.map { hasUnknown($0, part.innerKeys) } ?? false }) else { return written }
    let index = MemberIndex(KnownPart.byIdentity(stored, identity))
    return KnownPart.byIdentity(written, identity).map { element in
      guard let mine = element.value.object, let theirs = index[element.key]?.object else { return element.value }
      return .object(restored(theirs, into: mine, known: part.innerKeys))
    }
  }

  private static func hasUnknown(_ object: JSONObject, _ known: [String]) -> Bool {
    !object.allSatisfy { known.contains($0.key) }
  }
}
