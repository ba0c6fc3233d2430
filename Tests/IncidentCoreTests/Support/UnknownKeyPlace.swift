import JSONTree

/// Where a random key was put into the head of a record: at the top, inside one of our objects, or inside an element of
/// one of our arrays.
struct UnknownKeyPlace {
  let object: String?
  /// What tells the element from others: its member of that key, and its value.
  var identity: (key: String, value: JSON)?
  let key: String

  /// Whether the key is there, or the element it was in is not.
  func isKept(in json: JSONObject) -> Bool {
    guard let object else { return json[key] != nil }
    guard let identity else { return json[object]?[key] != nil }
    let elements = json[object]?.array?.filter { $0[identity.key] == identity.value } ?? []
    return elements.isEmpty || elements.contains { $0[key] != nil }
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
      let key = random.pick(["x", "$schema", "followUps", "é", "e\u{301}", "", "Title", "\u{202E}"])
      let value = Self.values[key.utf8.count % Self.values.count]
      let object = random.once(in: 2) ? nil : random.pick(["roles", "milestones", "postmortem", "impacted", "actions"])
      if let object, var inner = json[object]?.object {
        insert(value, key, into: &inner)
        json[object] = .object(inner)
        added.append(UnknownKeyPlace(object: object, key: key))
      } else if let object, var elements = json[object]?.array {
        let place = Int(random.next() % UInt64(elements.count))
        let name = object == "actions" ? "event" : "from"
        guard var element = elements[place].object, let identity = element[name] else { continue }
        insert(value, key, into: &element)
        elements[place] = .object(element)
        json[object] = .array(elements)
        added.append(UnknownKeyPlace(object: object, identity: (name, identity), key: key))
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
