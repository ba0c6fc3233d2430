public import JSONTree

extension Incident {
  /// A record as its file holds it.
  /// - Throws: ``RecordProblem`` with the path of what is wrong.
  public init(json: JSON) throws(RecordProblem) {
    guard var head = json.object else { throw RecordProblem(path: [], kind: .notAnObject) }
    let schema = try Self.schema(of: head)
    let id = try HeadFields(head).word(
      "id", expected: "an incident id such as INC-20261120-7QK4", IncidentID.init(_:))
    guard let timeline = head["timeline"] else { throw RecordProblem(path: [], kind: .missing("timeline")) }
    guard let entries = timeline.array else {
      throw RecordProblem(path: [.key("timeline")], kind: .unexpected("timeline", expected: "an array of events"))
    }
    var events: [Event] = []
    events.reserveCapacity(entries.count)
    for (index, entry) in entries.enumerated() {
      guard let object = entry.object else {
        throw RecordProblem(
          path: [.key("timeline"), .index(index)], kind: .unexpected("timeline", expected: "an array of events"))
      }
      do throws(EventProblem) {
        events.append(try Event(json: object))
      } catch {
        let place: [JSONPathComponent] = object[error.key] == nil ? [] : [.key(error.key)]
        throw RecordProblem(path: [.key("timeline"), .index(index)] + place, kind: .event(error))
      }
    }
    head["timeline"] = .array([])
    try self.init(id: id, schema: schema, events: events, head: head)
  }

  /// The version of a record's form; a head says it before all else.
  public static func schema(of head: JSONObject) throws(RecordProblem) -> Int {
    guard let value = head["schema"] else { throw RecordProblem(path: [], kind: .missing("schema")) }
    guard let schema = value.int, schema >= 1 else {
      throw RecordProblem(path: [.key("schema")], kind: .unexpected("schema", expected: "a whole number from 1 on"))
    }
    return schema
  }

  /// The record as its file holds it: the snapshot, keys that this version does not know where they stood, and the
  /// timeline.
  public var json: JSONObject {
    var json = headJSON
    json["timeline"] = .array(events.map { .object($0.json) })
    return json
  }

  /// ``json`` without the timeline.
  public var snapshotJSON: JSONObject {
    var json = headJSON
    json["timeline"] = nil
    return json
  }

  /// Whether the head that was read is not the one its timeline gives; a record that was never read has none to differ.
  public var storedSnapshotDiffers: Bool {
    !head.isEmpty && head != headJSON
  }

  /// The first member of the head that was read and is not what the timeline gives; nil where a member is missing.
  public var firstDifferingKey: String? {
    let folded = MemberIndex(headJSON)
    return head.first { folded[$0.key] != $0.value }?.key
  }

  private var headJSON: JSONObject {
    var written = snapshot.json(schema: schema)
    written["timeline"] = .array([])
    return UnknownKeys.restored(from: head, into: written)
  }
}
