import JSONTree

/// Where a random key was put into the head of a record: at the top, or inside one of our objects.
struct UnknownKeyPlace {
  let object: String?
  let key: String

  func value(in json: JSONObject) -> JSON? {
    object.map { json[$0]?[key] } ?? json[key]
  }
}

extension RandomTimeline {
  /// `json` with up to five keys that no version of the record knows, at random places at the top and inside the
  /// objects that are ours, and where they went.
  mutating func salted(_ json: JSONObject) -> (json: JSONObject, added: [UnknownKeyPlace]) {
    var json = json
    var added: [UnknownKeyPlace] = []
    for _ in 0..<(random.next() % 6) {
      let key = random.pick(["x", "$schema", "actions", "é", "e\u{301}", "", "Title", "\u{202E}"])
      let value: JSON = random.pick([.null, [], [:], "", ["status": "draft", "deep": [1, [2]]]])
      let object = random.once(in: 2) ? nil : random.pick(["roles", "milestones", "postmortem"])
      if let object, var inner = json[object]?.object {
        inner.insert(value, forKey: key, at: Int(random.next() % UInt64(inner.count + 1)))
        json[object] = .object(inner)
        added.append(UnknownKeyPlace(object: object, key: key))
      } else if object == nil {
        json.insert(value, forKey: key, at: Int(random.next() % UInt64(json.count + 1)))
        added.append(UnknownKeyPlace(object: nil, key: key))
      }
    }
    return (json, added)
  }
}
