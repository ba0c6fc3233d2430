extension MetricsSelection {
  /// How long people responded to each severity: the stretches of the response, what goes on until now.
  public func severityTimes(_ setting: MetricsSetting) -> Observations {
    var observations = Observations()
    for snapshot in counted {
      for stretch in snapshot.responded.all {
        guard let seconds = stretch.seconds(until: setting.now) else {
          observations.leaveOut(snapshot.id, "impossible: a stretch as \(stretch.severity.label) ends before it begins")
          continue
        }
        observations.all.append(
          Observation(
            snapshot.id, from: stretch.severity.label, start: stretch.from, end: stretch.to ?? setting.now,
            seconds: seconds, notes: stretch.to == nil ? ["goes on"] : []))
      }
    }
    return observations
  }

  /// Those that were taken up again after they had been resolved.
  public var reopened: Observations {
    var observations = Observations()
    for snapshot in counted where snapshot.reopenings > 0 {
      observations.all.append(Observation(snapshot.id, notes: ["\(snapshot.reopenings) ×"]))
    }
    return observations
  }

  /// Causes that came more than once on one service, the most frequent first.
  public var repeats: [RepeatedCause] {
    struct Key: Hashable {
      let cause: String
      let service: String
    }
    var groups: [Key: RepeatedCause] = [:]
    for place in counted.indices {
      guard let cause = counted[place].cause, let label = PrecedentQuery.label(cause) else { continue }
      for service in counted[place].services {
        guard let name = PrecedentQuery.label(service) else { continue }
        let key = Key(cause: label, service: name)
        groups[key, default: RepeatedCause(cause: cause, service: service, incidents: [])].add(counted[place].id)
      }
    }
    return groups.values.filter { $0.incidents.count > 1 }.sorted { left, right in
      (right.incidents.count, left.cause, left.service) < (left.incidents.count, right.cause, right.service)
    }
  }

  /// Follow-ups: one observation each.
  public var actions: Observations {
    var observations = Observations()
    for snapshot in counted {
      for action in snapshot.actions {
        observations.all.append(
          Observation(
            snapshot.id, from: action.name, end: action.done, isMet: action.isInTime,
            notes: [action.status.rawValue] + (action.due.map { ["due \($0)"] } ?? [])))
      }
    }
    return observations
  }
}

/// A cause that came more than once on one service.
public struct RepeatedCause: Hashable, Sendable {
  /// The cause, as the first of them has it.
  public let cause: String
  /// The service, likewise.
  public let service: String
  /// Which ones, the first declared first.
  public private(set) var incidents: [IncidentID]

  init(cause: String, service: String, incidents: [IncidentID]) {
    self.cause = cause
    self.service = service
    self.incidents = incidents
  }

  fileprivate mutating func add(_ incident: IncidentID) {
    if incidents.last != incident { incidents.append(incident) }
  }
}

/// Follow-ups by how far they are.
public struct ActionCount: Hashable, Sendable {
  /// All of them.
  public private(set) var total = 0
  /// Those that are done, verified or not.
  public private(set) var done = 0
  /// Of those done, the ones that were by their day.
  public private(set) var inTime = 0
  /// Those of which somebody saw that they work.
  public private(set) var verified = 0
  /// Those that will not be done.
  public private(set) var dropped = 0
  /// Those past their day and not done.
  public private(set) var overdue = 0

  mutating func add(_ action: ActionItem, today: CivilDate) {
    total += 1
    if action.status.isDone { done += 1 }
    if action.isInTime == true { inTime += 1 }
    if action.status == .verified { verified += 1 }
    if action.status == .dropped { dropped += 1 }
    if action.isOverdue(on: today) { overdue += 1 }
  }
}

extension ResponseStretch {
  /// Its length, what goes on until `now`; nil where it would end before it begins.
  func seconds(until now: Timestamp) -> Int? {
    let end = to ?? now
    return end >= from ? end.seconds(since: from) : nil
  }
}

extension ActionItem {
  /// Whether it was done by its day, in UTC; nil where it is not done, has no day, or nobody knows when it was.
  public var isInTime: Bool? {
    guard status.isDone, let due, let done else { return nil }
    return done.date <= due
  }
}
