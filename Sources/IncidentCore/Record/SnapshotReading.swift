public import JSONTree

extension Snapshot {
  /// A snapshot as the head of a record holds it, without its timeline: enough for lists and metrics.
  ///
  /// What the fold would not write is passed over; it is the timeline that counts.
  /// - Throws: ``RecordProblem`` where id, title, severity or status is missing or not a known one.
  public init(head: JSONObject) throws(RecordProblem) {
    let fields = HeadFields(head)
    self.init(
      id: try fields.word("id", expected: "an incident id such as INC-20261120-7QK4", IncidentID.init(_:)),
      title: try fields.word("title", expected: "a string") { $0 },
      severity: try fields.word("severity", expected: "SEV1 to SEV4", Severity.init(label:)),
      status: try fields.word("status", expected: "a known status", Status.init(key:)))
    var stretches: [ResponseStretch] = []
    for member in head {
      switch (member.key, member.value) {
      case ("kind", .string(let text)): kind = IncidentKind(rawValue: text) ?? .incident
      case ("services", .array(let elements)): services = elements.compactMap(\.string)
      case ("impact", .string(let text)): impact = text
      case ("publicTitle", .string(let text)): publicTitle = text
      case ("publicImpact", .string(let text)): publicImpact = text
      case ("cause", .string(let text)): cause = text
      case ("duplicateOf", .string(let text)): duplicateOf = IncidentID(text)
      case ("eta", .string(let text)): eta = Timestamp(canonical: text)
      case ("nextUpdateDue", .string(let text)): nextUpdateDue = Timestamp(canonical: text)
      case ("roles", .object(let object)): readRoles(object)
      case ("milestones", .object(let object)): readMilestones(object)
      case ("impacted", .array(let elements)): impacted = ImpactIntervals(elements.compactMap(Self.interval))
      case ("responded", .array(let elements)): stretches = elements.compactMap(Self.stretch)
      case ("reopened", let value): reopenings = max(0, value.int ?? 0)
      case ("updates", .object(let object)): updates = UpdateCount(json: object) ?? UpdateCount()
      case ("duty", .array(let elements)): duties = elements.compactMap(Self.duty)
      case ("runbooks", .array(let elements)): runbooks = elements.compactMap(RunbookUse.init(json:))
      case ("actions", .array(let elements)): actions = elements.compactMap(ActionItem.init(json:))
      case ("postmortem", .object(let object)):
        postmortem = object["status"]?.string.flatMap(PostmortemStatus.init(rawValue:))
        postmortemPublished = object["published"]?.string.flatMap(Timestamp.init(canonical:))
      default: break
      }
    }
    setResponded(stretches)
  }

  private mutating func readRoles(_ object: JSONObject) {
    for member in object {
      guard let role = Role(key: member.key), let names = member.value.array else { continue }
      roles.set(role, to: names.compactMap(\.string))
    }
  }

  private mutating func readMilestones(_ object: JSONObject) {
    for member in object {
      guard let milestone = Milestone(key: member.key), let text = member.value.string else { continue }
      milestones[milestone] = Timestamp(canonical: text)
    }
  }

  private static func interval(_ json: JSON) -> ImpactInterval? {
    guard let from = json["from"]?.string.flatMap(Timestamp.init(canonical:)) else { return nil }
    return ImpactInterval(
      from: from, to: json["to"]?.string.flatMap(Timestamp.init(canonical:)),
      percent: json["percent"]?.int.flatMap { Percentage($0) })
  }

  private static func stretch(_ json: JSON) -> ResponseStretch? {
    guard let severity = json["severity"]?.string.flatMap(Severity.init(label:)),
      let from = json["from"]?.string.flatMap(Timestamp.init(canonical:))
    else { return nil }
    return ResponseStretch(
      severity: severity, from: from, to: json["to"]?.string.flatMap(Timestamp.init(canonical:)))
  }

  private static func duty(_ json: JSON) -> Duty? {
    guard let name = json["name"]?.string, let from = json["from"]?.string.flatMap(Timestamp.init(canonical:)) else {
      return nil
    }
    return Duty(
      name: name, role: json["role"]?.string.flatMap(Role.init(key:)), from: from,
      to: json["to"]?.string.flatMap(Timestamp.init(canonical:)))
  }
}

/// Typed reading of a head's members.
struct HeadFields {
  private let head: JSONObject

  init(_ head: JSONObject) {
    self.head = head
  }

  /// A string member of a form that `read` knows.
  func word<Word>(
    _ key: String, expected: String, _ read: (String) -> Word?
  ) throws(RecordProblem) -> Word {
    guard let value = head[key] else { throw RecordProblem(path: [], kind: .missing(key)) }
    guard let text = value.string, let word = read(text) else {
      throw RecordProblem(path: [.key(key)], kind: .unexpected(key, expected: expected))
    }
    return word
  }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
  /// The case that a record's word means, as `init(rawValue:)`, which makes a string of every case to compare it with.
  init?(key: String) {
    for word in Self.allCases where word.rawValue == key {
      self = word
      return
    }
    return nil
  }
}
