public import JSONTree

extension ActionItem {
  /// The members this version writes, in their fixed order.
  static let keys = ["id", "title", "kind", "owner", "due", "priority", "link", "status", "done", "event"]

  /// The follow-up as the head of a record holds it. Absent is absent.
  public var json: JSONObject {
    var json: JSONObject = ["id": .string(name), "title": .string(title)]
    json.append("kind", kind?.rawValue)
    json.append("owner", owner)
    json.append("due", due?.description)
    json.append("priority", priority?.rawValue)
    json.append("link", link)
    json.append("status", status.rawValue)
    json.append("done", done)
    json.append("event", event.text)
    return json
  }

  /// One that a head holds; nil for one that the fold would not write.
  init?(json: JSON) {
    guard let event = json["event"]?.string.flatMap(EventID.init(_:)),
      let number = json["id"]?.string.flatMap(Self.number(name:)), let title = json["title"]?.string,
      let status = json["status"]?.string.flatMap(ActionStatus.init(key:))
    else { return nil }
    self.init(
      event: event, number: number, title: title, kind: json["kind"]?.string.flatMap(ActionKind.init(key:)),
      owner: json["owner"]?.string, due: json["due"]?.string.flatMap { CivilDate($0) },
      priority: json["priority"]?.string.flatMap(ActionPriority.init(key:)), link: json["link"]?.string, status: status,
      done: json["done"]?.string.flatMap(Timestamp.init(canonical:)))
  }

  /// The number in a short name exactly as a record has it; nil for anything else.
  static func number(name: String) -> Int? {
    name.utf8.first == UInt8(ascii: "A") ? number(typed: name) : nil
  }
}
