/// Reads the head of a record that stands in the file exactly as this version writes it, straight from the bytes: lists
/// read 100,000, and the tree of ``Snapshot/init(head:)`` costs them four times as much.
///
/// Anything else, however slight, is not read here: a member this version does not know, another order, an escape in a
/// string, a blank too many. The full reader decides about it, and tells what is wrong with it and where. So this one
/// holds no rule of its own, and what it accepts the full reader accepts with the same result, which a test holds.
struct SnapshotScanner {
  let bytes: UnsafeRawBufferPointer
  var place = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// The snapshot; nil where the head is not as this version writes it, or not whole.
  mutating func snapshot() -> Snapshot? {
    guard take("{\n  \"schema\": 1,\n  \"id\": "), let idText = span(), let packed = PackedIncidentID(idText.bytes),
      take(",\n  \"title\": "), let title = string(),
      take(",\n  \"kind\": "), let kind = word(of: Self.kinds),
      take(",\n  \"severity\": "), let severity = word(of: Self.severities),
      take(",\n  \"status\": "), let status = word(of: Self.statuses)
    else { return nil }
    var snapshot = Snapshot(id: IncidentID(packed), title: title, severity: severity, status: status)
    snapshot.kind = kind
    guard readParts(of: &snapshot), readRest(of: &snapshot), take(",\n  \"timeline\"") else { return nil }
    return snapshot
  }

  /// The members that may be absent, in the order they are written in. False where one is there in another form.
  private mutating func readParts(of snapshot: inout Snapshot) -> Bool {
    if take(",\n  \"services\": ") {
      guard let names = strings() else { return false }
      snapshot.services = names
    }
    if take(",\n  \"impact\": ") {
      guard let text = string() else { return false }
      snapshot.impact = text
    }
    if take(",\n  \"publicTitle\": ") {
      guard let text = string() else { return false }
      snapshot.publicTitle = text
    }
    if take(",\n  \"publicImpact\": ") {
      guard let text = string() else { return false }
      snapshot.publicImpact = text
    }
    if take(",\n  \"cause\": ") {
      guard let text = string() else { return false }
      snapshot.cause = text
    }
    if take(",\n  \"duplicateOf\": ") {
      guard let id = span().flatMap({ PackedIncidentID($0.bytes) }) else { return false }
      snapshot.duplicateOf = IncidentID(id)
    }
    if take(",\n  \"eta\": ") {
      guard let moment = moment() else { return false }
      snapshot.eta = moment
    }
    if take(",\n  \"roles\": {") {
      guard readRoles(of: &snapshot) else { return false }
    }
    if take(",\n  \"milestones\": {") {
      guard readMilestones(of: &snapshot) else { return false }
    }
    if take(",\n  \"impacted\": [") {
      guard let intervals = list({ $0.interval() }) else { return false }
      snapshot.impacted = ImpactIntervals(intervals)
    }
    return true
  }

  /// The same, from the stretches of the response on.
  private mutating func readRest(of snapshot: inout Snapshot) -> Bool {
    var stretches: [ResponseStretch] = []
    if take(",\n  \"responded\": [") {
      guard let all = list({ $0.stretch() }) else { return false }
      stretches = all
    }
    snapshot.setResponded(stretches)
    if take(",\n  \"reopened\": ") {
      guard let count = number() else { return false }
      snapshot.reopenings = count
    }
    if take(",\n  \"nextUpdateDue\": ") {
      guard let moment = moment() else { return false }
      snapshot.nextUpdateDue = moment
    }
    if take(",\n  \"updates\": {\"owed\": ") {
      guard let owed = number(), let late = optional(", \"late\": ", { $0.number() }),
        let updates = UpdateCount(owed: owed, late: late ?? 0), take("}")
      else { return false }
      snapshot.updates = updates
    }
    if take(",\n  \"actions\": [") {
      guard let actions = list({ $0.action() }) else { return false }
      snapshot.actions = actions
    }
    if take(",\n  \"postmortem\": {\"status\": ") {
      guard let status = word(of: Self.postmortems), let published = optional(", \"published\": ", { $0.moment() }),
        take("}")
      else { return false }
      snapshot.postmortem = status
      snapshot.postmortemPublished = published
    }
    if take(",\n  \"duty\": [") {
      guard let duties = list({ $0.duty() }) else { return false }
      snapshot.duties = duties
    }
    if take(",\n  \"runbooks\": [") {
      guard let uses = list({ $0.runbook() }) else { return false }
      snapshot.runbooks = uses
    }
    return true
  }

  /// What follows the brace, and its end.
  private mutating func readRoles(of snapshot: inout Snapshot) -> Bool {
    for (key, role) in Self.roles where take(key) {
      guard let names = strings() else { return false }
      snapshot.roles.set(role, to: names)
      guard take(",") else { return take("\n  }") }
    }
    return false
  }

  /// What follows the brace, and its end.
  private mutating func readMilestones(of snapshot: inout Snapshot) -> Bool {
    for (key, milestone) in Self.milestones where take(key) {
      guard let moment = moment() else { return false }
      snapshot.milestones[milestone] = moment
      guard take(",") else { return take("\n  }") }
    }
    return false
  }

  /// What follows the bracket of an array, of which `read` reads the elements, and its end.
  private mutating func list<Element>(_ read: (inout Self) -> Element?) -> [Element]? {
    var elements: [Element] = []
    repeat {
      guard let element = read(&self) else { return nil }
      elements.append(element)
    } while take(", ")
    return take("]") ? elements : nil
  }

  private mutating func interval() -> ImpactInterval? {
    guard take("{\"from\": "), let from = moment(), let end = optional(", \"to\": ", { $0.moment() }),
      let percent = optional(", \"percent\": ", { $0.number().flatMap { Percentage($0) } }), take("}")
    else { return nil }
    return ImpactInterval(from: from, to: end, percent: percent)
  }

  private mutating func stretch() -> ResponseStretch? {
    guard take("{\"severity\": "), let severity = word(of: Self.severities), take(", \"from\": "), let from = moment(),
      let end = optional(", \"to\": ", { $0.moment() }), take("}")
    else { return nil }
    return ResponseStretch(severity: severity, from: from, to: end)
  }

  private mutating func duty() -> Duty? {
    guard take("{\"name\": "), let name = string(),
      let role = optional(", \"role\": ", { $0.word(of: Self.roleNames) }), take(", \"from\": "),
      let from = moment(), let end = optional(", \"to\": ", { $0.moment() }), take("}")
    else { return nil }
    return Duty(name: name, role: role, from: from, to: end)
  }

  private mutating func runbook() -> RunbookUse? {
    guard take("{\"name\": "), let name = string(),
      let steps = optional(", \"steps\": ", { $0.number() }),
      let done = optional(", \"done\": ", { $0.number() }),
      let skipped = optional(", \"skipped\": ", { $0.number() }),
      let isHelpful = optional(", \"helpful\": ", { $0.word(of: Self.flags) }), take("}"),
      // This version writes no zero.
      steps != 0, done != 0, skipped != 0
    else { return nil }
    return RunbookUse(name: name, steps: steps ?? 0, done: done ?? 0, skipped: skipped ?? 0, isHelpful: isHelpful)
  }

  private mutating func action() -> ActionItem? {
    guard take("{\"id\": "), let number = string().flatMap(ActionItem.number(name:)),
      take(", \"title\": "), let title = string(),
      let kind = optional(", \"kind\": ", { $0.word(of: Self.actionKinds) }),
      let owner = optional(", \"owner\": ", { $0.string() }),
      let due = optional(", \"due\": ", { $0.string().flatMap { CivilDate($0) } }),
      let priority = optional(", \"priority\": ", { $0.word(of: Self.priorities) }),
      let link = optional(", \"link\": ", { $0.string() }),
      take(", \"status\": "), let status = word(of: Self.actionStatuses),
      let done = optional(", \"done\": ", { $0.moment() }),
      take(", \"event\": "), let event = string().flatMap(EventID.init(_:)), take("}")
    else { return nil }
    return ActionItem(
      event: event, number: number, title: title, kind: kind, owner: owner, due: due, priority: priority, link: link,
      status: status, done: done)
  }

  /// A member that may be absent, which is an inner nil; an outer one where it is there in another form.
  private mutating func optional<Value>(_ key: StaticString, _ read: (inout Self) -> Value?) -> Value?? {
    guard take(key) else { return .some(nil) }
    return read(&self).map { .some($0) }
  }
}

extension Snapshot {
  /// The snapshot of a record that begins with `bytes`, where its head stands there exactly as this version writes it;
  /// nil where it does not, or not all of it, which says nothing about what is wrong.
  public init?(canonicalHead bytes: UnsafeRawBufferPointer) {
    var scanner = SnapshotScanner(bytes)
    guard let snapshot = scanner.snapshot() else { return nil }
    self = snapshot
  }
}
