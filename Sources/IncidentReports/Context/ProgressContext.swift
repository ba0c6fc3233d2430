import IncidentCore
import Mustache

extension IncidentContext {
  /// When it began and ended, how long it lasted, when service is expected back.
  var progress: [String: MustacheValue] {
    let began = snapshot.milestones.impactBegan
    let length = began.map { (ended ?? now).seconds(since: $0) }.flatMap { $0 < 0 ? nil : $0 }
    var milestones: [String: MustacheValue] = [:]
    for milestone in Milestone.allCases {
      milestones[milestone.rawValue] = moment(snapshot.milestones[milestone])
    }
    return [
      "began": moment(began), "ended": moment(ended),
      "date": began.map { .string(MomentText.date($0.date)) } ?? .null,
      "duration": length.map { .string(DurationText.long(seconds: $0)) } ?? .null,
      "durationSeconds": length.map(MustacheValue.init(_:)) ?? .null,
      "milestones": .object(milestones),
      "eta": moment(snapshot.eta), "etaHasPassed": .bool(snapshot.eta.map { $0 < now } ?? false),
      "publicEta": moment(publicEta),
    ]
  }

  /// When the response ended: the resolution, else the cancellation; nil while it goes on.
  var ended: Timestamp? {
    guard !snapshot.status.isActive else { return nil }
    return snapshot.milestones.resolved ?? lastCounting { if case .cancelled = $0 { true } else { false } }?.at
  }

  /// The estimate, where customers were told this very one and it is still ahead: an internal one that came later makes
  /// theirs stale, and theirs is not for us to repeat then.
  private var publicEta: Timestamp? {
    let estimate = lastCounting { if case .updated(let body) = $0 { body.eta != nil } else { false } }
    guard let eta = snapshot.eta, eta > now, case .updated(let body) = estimate?.body, body.isPublic, body.eta == eta
    else { return nil }
    return eta
  }

  /// The last event that counts and is of a kind.
  func lastCounting(_ isOfKind: (EventBody) -> Bool) -> Event? {
    incident.countingEvents.last { isOfKind($0.body) }
  }
}
