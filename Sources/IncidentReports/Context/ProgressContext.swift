import IncidentCore
import Mustache

extension IncidentContext {
  /// When it began and ended, how long it lasted, when service is expected back.
  var progress: [String: MustacheValue] {
    let began = snapshot.milestones.impactBegan
    let length = IncidentAge(incident, now: now)?.seconds
    var milestones: [String: MustacheValue] = [:]
    for milestone in Milestone.allCases {
      milestones[milestone.rawValue] = moment(snapshot.milestones[milestone])
    }
    return [
      "began": moment(began), "ended": moment(incident.ended),
      "date": began.map { .string(MomentText.date($0.date)) } ?? .null,
      "duration": length.map { .string(DurationText.long(seconds: $0)) } ?? .null,
      "durationSeconds": length.map(MustacheValue.init(_:)) ?? .null,
      "milestones": .object(milestones),
      "eta": moment(snapshot.eta), "etaHasPassed": .bool(snapshot.eta.map { $0 < now } ?? false),
      "publicEta": moment(publicEta),
    ]
  }

  /// The estimate, where customers were told this very one and it is still ahead: an internal one that came later makes
  /// theirs stale, and theirs is not for us to repeat then.
  private var publicEta: Timestamp? {
    let estimate = incident.lastCounting { if case .updated(let body) = $0 { body.eta != nil } else { false } }
    guard let eta = snapshot.eta, eta > now, case .updated(let body) = estimate?.body, body.isPublic, body.eta == eta
    else { return nil }
    return eta
  }
}
