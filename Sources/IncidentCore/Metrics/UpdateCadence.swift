import JSONTree

/// One update that those who waited were owed: when, and when it came.
public struct UpdateOwed: Hashable, Sendable {
  /// When it was due, as the policy or a person had set it at the update before.
  public let due: Timestamp
  /// When it came; nil while it has not.
  public let given: Timestamp?

  /// Both times.
  public init(due: Timestamp, given: Timestamp?) {
    self.due = due
    self.given = given
  }

  /// Seconds by which it came after it was due, or is late at `now`; nil where it is in time so far.
  public func lateness(at now: Timestamp) -> Int? {
    let end = given ?? now
    return end > due ? end.seconds(since: due) : nil
  }
}

/// Of the updates that those who waited were owed, those that were given.
public struct UpdateCount: Hashable, Sendable {
  /// How many.
  public let owed: Int
  /// How many of them came after they were due.
  public let late: Int

  /// None.
  public init() {
    (owed, late) = (0, 0)
  }

  /// Nil for counts that cannot be.
  public init?(owed: Int, late: Int) {
    guard owed >= 0, (0...owed).contains(late) else { return nil }
    (self.owed, self.late) = (owed, late)
  }

  /// Those that were given.
  init(_ updates: [UpdateOwed]) {
    let given = updates.compactMap { update in update.given.map { $0 > update.due } }
    owed = given.count
    late = given.count { $0 }
  }

  /// As a head has it.
  init?(json: JSONObject) {
    guard let owed = json["owed"]?.int else { return nil }
    self.init(owed: owed, late: json["late"]?.int ?? 0)
  }

  /// As a head has it: `late` is absent where none was.
  var json: JSONObject {
    var json: JSONObject = ["owed": .number(JSONNumber(owed))]
    if late > 0 { json["late"] = .number(JSONNumber(late)) }
    return json
  }
}

extension Incident {
  /// Every update that was owed while a response went on, in order, and the one that is owed now.
  public var updatesOwed: [UpdateOwed] {
    let all = UpdateOwed.all(in: countingEvents)
    return snapshot.status.isActive ? all : all.filter { $0.given != nil }
  }
}

extension UpdateOwed {
  /// Every update that was owed by events that count, in order. Each event that sets when the next one is due gives the
  /// one before it, and so does the end of the response: those who wait hear of it. Nothing is owed before the
  /// declaration, nor when the incident is over, whatever moment its end was given later.
  static func all(in events: [Event]) -> [UpdateOwed] {
    var owed: [UpdateOwed] = []
    var due: Timestamp?
    var isDeclared = false
    var isOver = false
    func give(_ event: Event, next: Timestamp?) {
      guard isDeclared, !isOver else { return }
      if let due { owed.append(UpdateOwed(due: due, given: event.at)) }
      due = next
    }
    for event in events {
      switch event.body {
      case .declared(let body):
        if !isDeclared, !isOver { due = body.nextUpdateDue }
        isDeclared = true
      case .updated(let body): if let next = body.nextUpdateDue { give(event, next: next) }
      case .mitigated(let body): if let next = body.nextUpdateDue { give(event, next: next) }
      case .severityChanged(let body): give(event, next: body.nextUpdateDue)
      case .resolved, .cancelled:
        give(event, next: nil)
        isOver = true
      case .reopened(let body):
        if isOver { due = body.nextUpdateDue }
        isOver = false
      case .closed, .acknowledged, .noted, .communicated, .assigned, .released, .postmortem, .actionAdded,
        .actionChanged, .alerted, .ran, .runbookStarted, .runbookStepped, .runbookReviewed, .retracted, .redacted,
        .unreadable:
        break
      }
    }
    if let due { owed.append(UpdateOwed(due: due, given: nil)) }
    return owed
  }
}
