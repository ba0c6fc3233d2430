/// One trouble of an incident, as monitoring told of it last: what shares a key.
public struct AlertTrouble: Hashable, Sendable {
  /// What was said last.
  public var last: Alerted
  /// When that is on the timeline: of PagerDuty, when it happened.
  public var at: Timestamp
  /// Whether it still fires, as far as anybody told.
  public var isFiring: Bool

  /// A trouble of which `alert` tells first.
  init(_ alert: Alerted, at moment: Timestamp) {
    last = alert
    at = moment
    isFiring = alert.state == .firing
  }
}

extension [AlertTrouble] {
  /// Takes in what is said next.
  ///
  /// A trouble is also over where each of its alerts is told to be over under another key: the key of a group changes
  /// when its route does, and the old one is never heard of again.
  mutating func hear(_ alert: Alerted, at moment: Timestamp) {
    if let index = firstIndex(where: { $0.last.hasKey(of: alert) }) {
      self[index] = AlertTrouble(alert, at: moment)
    } else {
      append(AlertTrouble(alert, at: moment))
    }
    guard alert.state == .resolved, !alert.fingerprints.isEmpty else { return }
    let over = Set(alert.fingerprints)
    for index in indices where self[index].isFiring && self[index].last.source == alert.source {
      let firing = self[index].last.firingFingerprints
      if !firing.isEmpty, over.isSuperset(of: firing) { self[index].isFiring = false }
    }
  }
}

extension Incident {
  /// What monitoring told of, each trouble once, in the order in which they were first heard of.
  public var alertTroubles: [AlertTrouble] {
    var troubles: [AlertTrouble] = []
    for event in countingEvents {
      if case .alerted(let alert) = event.body { troubles.hear(alert, at: event.at) }
    }
    return troubles
  }
}

extension Alerted {
  /// The fingerprints of the alerts that fire, as far as they were kept.
  var firingFingerprints: ArraySlice<String> { state == .firing ? fingerprints.prefix(firing) : [] }

  /// Whether both are of one group, or one incident of the source.
  func hasKey(of other: Alerted) -> Bool { source == other.source && key == other.key }
}
