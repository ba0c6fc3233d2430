/// A stretch of time in which a person had a part in the response to an incident.
public struct Duty: Hashable, Sendable {
  /// Who.
  public let name: String
  /// The role that was held; nil for whoever acknowledged, who responds with or without one.
  public let role: Role?
  /// When it began.
  public let from: Timestamp
  /// When it was laid down; nil where it was not, and lasts as long as the response.
  public let to: Timestamp?

  /// One that lasts as long as the response where `to` is nil.
  public init(name: String, role: Role?, from: Timestamp, to: Timestamp?) {
    self.name = name
    self.role = role
    self.from = from
    self.to = to
  }
}

extension Snapshot {
  /// Whether its head was written by a version that kept less: an acknowledgement and a role leave a duty, always.
  public var isWithoutHistory: Bool {
    duties.isEmpty && (milestones.acknowledged != nil || !roles.held.isEmpty)
  }
}

extension Duty {
  /// Everything that the events, which all count, say about who did what and when, in the order in which it began. What
  /// was laid down in the second in which it was taken is none.
  static func all(in events: [Event]) -> [Duty] {
    var duties: [Duty] = []
    var isAcknowledged = false
    func end(_ role: Role, at moment: Timestamp, where isMeant: (String) -> Bool) {
      for place in duties.indices where duties[place].role == role && duties[place].to == nil {
        let duty = duties[place]
        guard isMeant(duty.name) else { continue }
        duties[place] = Duty(name: duty.name, role: role, from: duty.from, to: max(duty.from, moment))
      }
    }
    for event in events {
      switch event.body {
      case .acknowledged:
        if !isAcknowledged { duties.append(Duty(name: event.by, role: nil, from: event.at, to: nil)) }
        isAcknowledged = true
      case .assigned(let body):
        let isHeld = duties.contains { $0.role == body.role && $0.name == body.name && $0.to == nil }
        if body.role.isHeldByOne { end(body.role, at: event.at) { $0 != body.name } }
        if !isHeld { duties.append(Duty(name: body.name, role: body.role, from: event.at, to: nil)) }
      case .released(let body):
        end(body.role, at: event.at) { $0 == body.name }
      default: break
      }
    }
    return duties.filter { $0.to != $0.from }
  }
}
