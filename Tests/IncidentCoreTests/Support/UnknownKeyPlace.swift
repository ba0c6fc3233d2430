import JSONTree

/// Where a random key was put into the head of a record: at the top, inside one of our objects, or inside a stretch of
/// impact.
struct UnknownKeyPlace {
  let object: String?
  /// When the stretch began.
  var from: JSON?
  let key: String

  /// Whether the key is there, or the stretch it was in is not.
  func isKept(in json: JSONObject) -> Bool {
    guard let object else { return json[key] != nil }
    guard let from else { return json[object]?[key] != nil }
    let stretches = json[object]?.array?.filter { $0["from"] == from } ?? []
    return stretches.isEmpty || stretches.contains { $0[key] != nil }
  }
}

extension RandomTimeline {
  private static let values: [JSON] = [.null, [], [:], "", ["status": "draft", "deep": [1, [2]]]]

  /// `json` with up to five keys that no version of the record knows, at random places at the top and inside the
  /// objects that are ours, and where they went. A key has the same value wherever it is put.
  mutating func salted(_ json: JSONObject) -> (json: JSONObject, added: [UnknownKeyPlace]) {
    var json = json
    var added: [UnknownKeyPlace] = []
    for _ in 0..<(random.next() % 6) {
      let key = random.pick(["x", "$schema", "actions", "é", "e\u{301}", "", "Title", "\u{202E}"])
      let value = Self.values[key.utf8.count % Self.values.count]
      let object = random.once(in: 2) ? nil : random.pick(["roles", "milestones", "postmortem", "impacted"])
      if let object, var inner = json[object]?.object {
        insert(value, key, into: &inner)
        json[object] = .object(inner)
        added.append(UnknownKeyPlace(object: object, key: key))
      } else if let object, var stretches = json[object]?.array {
        let place = Int(random.next() % UInt64(stretches.count))
        guard var stretch = stretches[place].object else { continue }
        insert(value, key, into: &stretch)
        stretches[place] = .object(stretch)
        json[object] = .array(stretches)
        added.append(UnknownKeyPlace(object: object, from: stretch["from"], key: key))
      } else if object == nil {
        insert(value, key, into: &json)
        added.append(UnknownKeyPlace(object: nil, key: key))
      }
    }
    return (json, added)
  }

  private mutating func insert(_ value: JSON, _ key: String, into object: inout JSONObject) {
    object.insert(value, forKey: key, at: Int(random.next() % UInt64(object.count + 1)))
  }
}
