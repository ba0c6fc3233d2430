/// What incidents asked of a person.
public struct PersonLoad: Sendable {
  /// Who.
  public let name: String
  /// In how many incidents they had a part.
  public let incidents: Int
  /// In how many they held each role, in the order of ``Role``.
  public let roles: [(role: Role, incidents: Int)]
  /// How long they responded to one incident or several, in seconds; moments count once.
  public let secondsOnDuty: Int
  /// How much of that was outside the team's working hours.
  public let secondsOutOfHours: Int
}

extension MetricsSelection {
  /// What the incidents asked of whom, the most out of hours first, then the longest on duty, then by name.
  ///
  /// Somebody is on duty who acknowledged an incident or holds a role in it, while the response goes on.
  public func people(_ setting: MetricsSetting) -> [PersonLoad] {
    var parts: [String: Part] = [:]
    for place in counted.indices {
      let (id, responded) = (counted[place].id, counted[place].responded)
      for duty in counted[place].duties {
        parts[duty.name, default: Part()].add(duty, of: id, responded, until: setting.now)
      }
    }
    return parts.map { name, part in part.load(of: name, setting) }.sorted { left, right in
      (right.secondsOutOfHours, right.secondsOnDuty, left.name) < (
        left.secondsOutOfHours, left.secondsOnDuty, right.name
      )
    }
  }

  /// The stretches of duty behind ``people(_:)``.
  public func duties(_ setting: MetricsSetting) -> Observations {
    var observations = Observations()
    for snapshot in counted {
      for duty in snapshot.duties {
        for stretch in duty.stretches(in: snapshot.responded, until: setting.now) {
          let outside = setting.hours.secondsOutside(from: stretch.from, to: stretch.to, in: setting.zone)
          observations.all.append(
            Observation(
              snapshot.id, from: duty.name, start: stretch.from, end: stretch.to,
              seconds: stretch.to.seconds(since: stretch.from),
              notes: [duty.role?.title ?? "acknowledged", "\(outside) s out of hours"]))
        }
      }
    }
    return observations
  }
}

/// From one moment to another.
struct Stretch: Hashable {
  let from: Timestamp
  let to: Timestamp
}

extension Duty {
  /// The duty while the response went on.
  fileprivate func stretches(in responded: ResponseStretches, until now: Timestamp) -> [Stretch] {
    responded.all.compactMap { response in
      let start = max(from, response.from)
      let end = min(to ?? response.to ?? now, response.to ?? now)
      return start < end ? Stretch(from: start, to: end) : nil
    }
  }
}

/// What is known of a person so far.
private struct Part {
  private var last: IncidentID?
  private var incidents = 0
  private var roles: [Role: (count: Int, last: IncidentID)] = [:]
  private var stretches: [Stretch] = []

  /// Incidents come one after the other.
  mutating func add(_ duty: Duty, of incident: IncidentID, _ responded: ResponseStretches, until now: Timestamp) {
    if last != incident { incidents += 1 }
    last = incident
    if let role = duty.role, roles[role]?.last != incident {
      roles[role] = ((roles[role]?.count ?? 0) + 1, incident)
    }
    stretches += duty.stretches(in: responded, until: now)
  }

  func load(of name: String, _ setting: MetricsSetting) -> PersonLoad {
    var (onDuty, outside) = (0, 0)
    for stretch in union {
      onDuty += stretch.to.seconds(since: stretch.from)
      outside += setting.hours.secondsOutside(from: stretch.from, to: stretch.to, in: setting.zone)
    }
    let held = Role.allCases.compactMap { role in roles[role].map { (role: role, incidents: $0.count) } }
    return PersonLoad(
      name: name, incidents: incidents, roles: held, secondsOnDuty: onDuty, secondsOutOfHours: outside)
  }

  private var union: [Stretch] {
    stretches.sorted { ($0.from, $0.to) < ($1.from, $1.to) }.reduce(into: []) { union, next in
      guard let last = union.last, last.to >= next.from else { return union.append(next) }
      if next.to > last.to { union[union.count - 1] = Stretch(from: last.from, to: next.to) }
    }
  }
}
