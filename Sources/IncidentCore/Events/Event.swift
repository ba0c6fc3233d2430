public import JSONTree

/// One immutable entry of a record's timeline: when it happened, who says so, and what.
public struct Event: Hashable, Sendable {
  /// When it was recorded, and unique by chance.
  public let id: EventID
  /// When it happened.
  public let at: Timestamp
  /// Who recorded it.
  public let by: String
  /// What happened.
  public let body: EventBody
  /// The event as it stands in the file, with keys this version does not know, in their places.
  public let json: JSONObject

  /// A new event.
  public init(id: EventID, at: Timestamp, by: String, body: EventBody) {
    self.id = id
    self.at = at
    self.by = by
    self.body = body
    var json: JSONObject = [
      "id": .string(id.text), "at": .string(at.description), "by": .string(by), "type": .string(body.type),
    ]
    body.payload?.encode(into: &json)
    self.json = json
  }

  /// An event as it stands in a file.
  ///
  /// What this version does not know stays: a type it has no case for, or a known type with a field it cannot read,
  /// becomes ``EventBody/unreadable(_:)``, which changes no state and is written back as it was.
  /// - Throws: where `id`, `at`, `by` or `type` is missing or of the wrong form, without which it is no event.
  public init(json: JSONObject) throws(EventProblem) {
    let fields = EventFields(json)
    guard let id = EventID(try fields.text("id")) else { throw EventProblem(key: "id", kind: .notAnEventID) }
    self.id = id
    at = try fields.time("at")
    by = try fields.text("by")
    body = EventBody(type: try fields.text("type"), fields: fields)
    self.json = json
  }

  /// When it was recorded, by the clock of whoever did.
  public var recorded: Timestamp? { id.recorded }

  /// What a person wrote, if anything.
  public var message: String? { json["message"]?.string }

  /// Whether it was recorded so long after it happened that a reader should know: over two minutes.
  public var isLoggedLate: Bool {
    guard let recorded else { return false }
    // A command stands where it began, and is recorded when it ended.
    let took = if case .ran(let ran) = body { ran.seconds } else { 0 }
    return recorded.seconds(since: at) - took > 120
  }

  /// Whether `other` says the same thing of the same moment by the same person, ids aside: a command typed twice.
  public func repeats(_ other: Event) -> Bool {
    var mine = json
    var theirs = other.json
    mine["id"] = nil
    theirs["id"] = nil
    return mine == theirs
  }

  /// The event with its words blanked: every string in it, however deep, but those that the state needs. Those are its
  /// id, time, author and type, and of a kind this version can read its services, names, roles, times and words of
  /// closed lists.
  ///
  /// What this version cannot read, a whole event or a member of one, may hold words anywhere.
  var blanked: Event {
    let kept = Self.keys + (body.payload.map { Swift.type(of: $0).stateKeys } ?? [])
    let members = json.map { member in
      (member.key, kept.contains(member.key) ? member.value : member.value.blanked)
    }
    return Event(blanked: JSONObject(members), of: self)
  }

  /// Whether there is anything in it that a redaction would blank.
  public var hasWords: Bool { blanked.json != json }

  /// The texts that a redaction would blank, at the top of the event.
  public var words: [String] {
    zip(json, blanked.json).compactMap { $0.value == $1.value ? nil : $0.value.string }
  }

  /// The members of every event.
  private static let keys = ["id", "at", "by", "type"]

  private init(blanked json: JSONObject, of event: Event) {
    id = event.id
    at = event.at
    by = event.by
    body = EventBody(type: event.body.type, fields: EventFields(json))
    self.json = json
  }

  /// What stands in place of a text that was blanked for good.
  public static let blank = "[redacted]"
}

extension Event: Comparable {
  /// The order of a timeline on every clone: by when it happened, then by id.
  public static func < (left: Event, right: Event) -> Bool {
    (left.at, left.id) < (right.at, right.id)
  }
}

extension JSON {
  /// The value with every string in it blanked.
  fileprivate var blanked: JSON {
    switch self {
    case .string: .string(Event.blank)
    case .array(let elements): .array(elements.map(\.blanked))
    case .object(let object): .object(JSONObject(object.map { ($0.key, $0.value.blanked) }))
    case .null, .bool, .number: self
    }
  }
}
