/// Where a notice of monitoring belongs, and what it comes to there. Nothing is written here.
///
/// An incident knows a trouble when its timeline has an ``Alerted`` event that shares the key or a fingerprint. Of several
/// the active one counts, then the one resolved last. What was closed is over: it is not looked at.
///
/// | the notice | its incident | what it comes to |
/// | --- | --- | --- |
/// | fired | none | declared |
/// | fired | active | on the timeline, unless it says what is known; the severity stays |
/// | fired | active or resolved, and the same firing is known to be over | nothing: it came late |
/// | fired | resolved, and it began before that | on the timeline, with a warning: it still fires |
/// | fired | resolved, and it began after that, or after it had stopped | a new incident, which names the earlier one; PagerDuty's own reopening reopens |
/// | fired | cancelled as a duplicate | as of the original |
/// | fired | cancelled, and it began before that | nothing: people said that it is none |
/// | fired | cancelled, and it began after that | a new incident |
/// | over | active | on the timeline; resolved where that is asked for, and nothing else of it fires |
/// | over | active, and it fired anew since, or PagerDuty reopened it | nothing: it came late |
/// | over | resolved | on the timeline |
/// | over | none, closed or cancelled | nothing |
/// | acknowledged, assigned | none | declared first, where the notice tells of the whole incident |
/// | acknowledged, assigned, another severity, a note | any | as if that person had typed it, at that time |
/// | a note, another severity, anything else | none | nothing |
///
/// What PagerDuty and Opsgenie resolve is resolved without being asked for: that was said by a person, or by a rule of the
/// team's own.
public struct AlertIntake: Sendable {
  /// What is said; masked already.
  public var notice: AlertNotice
  /// The digest of the payload.
  public var payload: String?
  /// How the team reads alerts.
  public var policy: AlertPolicy
  /// Whether an incident is resolved when nothing of it fires any more.
  public var resolves: Bool
  /// When this is decided.
  public var now: Timestamp

  /// All of it has to be known.
  public init(_ notice: AlertNotice, payload: String?, policy: AlertPolicy, resolves: Bool, now: Timestamp) {
    self.notice = notice
    self.payload = payload
    self.policy = policy
    self.resolves = resolves
    self.now = now
  }

  /// What it comes to, beside the incidents that are active, resolved or cancelled.
  public func decide(among incidents: [Incident]) -> AlertDecision {
    let incident = incident(among: incidents)
    switch notice.change {
    case .fired: return firing(on: incident)
    case .resolved: return over(on: incident)
    case .acknowledged, .assigned:
      if let incident { return responding(on: incident) }
      return tellsAll ? .declare(follows: nil, then: intents) : .nothing(.unknown, on: nil)
    case .severityChanged, .noted, .other:
      return incident.map(responding) ?? .nothing(.unknown, on: nil)
    }
  }

  /// What the notice says of whether it fires, as an event; of one that says neither, that it does.
  public var alerted: Alerted {
    Alerted(telling: notice, payload: payload)
  }

  /// Whether it tells of a whole incident rather than names one.
  public var tellsAll: Bool { notice.service != nil || notice.started != nil }

  // MARK: Which incident

  private func incident(among incidents: [Incident]) -> Incident? {
    let alert = alerted
    var best: (incident: Incident, rank: [Int])?
    for incident in incidents {
      guard let isSameKey = Self.knows(incident, alert), let target = Self.original(of: incident, incidents) else {
        continue
      }
      let standing =
        switch target.snapshot.status {
        case .declared, .investigating, .mitigating, .monitoring: 2
        case .resolved: 1
        case .cancelled: 0
        case .closed: -1
        }
      guard standing >= 0 else { continue }
      let moment = target.snapshot.milestones.resolved ?? target.snapshot.milestones.declared
      let rank = [standing, isSameKey ? 1 : 0, moment?.seconds ?? 0]
      if best.map({ $0.rank.lexicographicallyPrecedes(rank) }) ?? true { best = (target, rank) }
    }
    return best?.incident
  }

  /// Whether its timeline has the trouble: true by the key, false by a fingerprint; nil where it has not.
  private static func knows(_ incident: Incident, _ alert: Alerted) -> Bool? {
    var byFingerprint: Bool?
    for event in incident.countingEvents {
      guard case .alerted(let other) = event.body, other.isOfOneTrouble(with: alert) else { continue }
      if other.hasKey(of: alert) { return true }
      byFingerprint = false
    }
    return byFingerprint
  }

  /// What it was cancelled as a duplicate of, where that is at hand; else itself.
  private static func original(of incident: Incident, _ incidents: [Incident]) -> Incident? {
    guard incident.snapshot.status == .cancelled, let id = incident.snapshot.duplicateOf else { return incident }
    return incidents.first { $0.id == id && $0.snapshot.status != .cancelled } ?? incident
  }

  // MARK: It fires

  private func firing(on incident: Incident?) -> AlertDecision {
    guard let incident else { return .declare(follows: nil, then: []) }
    if isKnownToBeOver(by: incident) { return .nothing(.overAlready, on: incident) }
    let record = AlertDecision.record(on: incident, [.alert(alerted)], remarks(on: incident))
    switch incident.snapshot.status {
    case .declared, .investigating, .mitigating, .monitoring: return record
    case .resolved:
      guard began(after: stopped(before: incident.snapshot.milestones.resolved, on: incident), on: incident) else {
        return .record(on: incident, [.alert(alerted)], [.firesThoughResolved])
      }
      guard notice.source == .pagerduty, Self.knows(incident, alerted) == true else {
        return .declare(follows: incident, then: [])
      }
      return .record(on: incident, [.reopen(message: nil), .alert(alerted)], [])
    case .cancelled, .closed:
      guard began(after: incident.ended, on: incident) else { return .nothing(.cancelled, on: incident) }
      return .declare(follows: incident, then: [])
    }
  }

  /// Whether this firing, told of late, is known to have ended.
  private func isKnownToBeOver(by incident: Incident) -> Bool {
    guard let moment = notice.at ?? notice.started else { return false }
    let alert = alerted
    return incident.countingEvents.contains { event in
      guard case .alerted(let other) = event.body, other.state == .resolved, let ended = other.ended, moment <= ended,
        other.isOfOneTrouble(with: alert)
      else { return false }
      let firing = alert.firingFingerprints
      if firing.isEmpty || other.fingerprints.isEmpty { return other.hasKey(of: alert) }
      return Set(other.fingerprints).isSuperset(of: firing)
    }
  }

  /// When monitoring saw the trouble stop, where that was before `end` and nothing of it has fired since; else `end`.
  private func stopped(before end: Timestamp?, on incident: Incident) -> Timestamp? {
    guard notice.source != .pagerduty, let end else { return end }
    let alert = alerted
    let troubles = incident.alertTroubles.filter { $0.last.isOfOneTrouble(with: alert) }
    guard !troubles.contains(where: \.isFiring) else { return end }
    // The last end, and only where each is known.
    let ends = troubles.compactMap(\.last.ended)
    guard ends.count == troubles.count, let last = ends.max() else { return end }
    return min(end, last)
  }

  /// Whether it began after the incident had ended. Where nobody says when, it did unless it is known to fire since.
  private func began(after end: Timestamp?, on incident: Incident) -> Bool {
    if let end, let moment = notice.source == .pagerduty ? notice.at ?? notice.started : notice.started ?? notice.at {
      return moment > end
    }
    let alert = alerted
    return !incident.alertTroubles.contains { $0.isFiring && $0.last.isOfOneTrouble(with: alert) }
  }

  private func remarks(on incident: Incident) -> [AlertRemark] {
    var remarks: [AlertRemark] = []
    let (severity, reason) = policy.severity(of: notice)
    if severity > incident.snapshot.severity, reason != .unsaid { remarks.append(.isWorse(severity, reason)) }
    if notice.resolved > 0, notice.firing > 0 { remarks.append(.partlyOver) }
    return remarks
  }

  // MARK: It is over

  private func over(on incident: Incident?) -> AlertDecision {
    guard let incident, incident.snapshot.status != .cancelled, incident.snapshot.status != .closed else {
      return .nothing(.nothingToResolve, on: incident)
    }
    let alert = alerted
    var troubles = incident.alertTroubles
    if let ended = notice.ended, let last = troubles.first(where: { $0.last.hasKey(of: alert) }), last.isFiring,
      let began = notice.source == .pagerduty ? last.at : last.last.started, began > ended
    {
      return .nothing(.firesAnew, on: incident)
    }
    guard incident.snapshot.status.isActive else { return .record(on: incident, [.alert(alert)], []) }
    troubles.hear(alert, at: moment(on: incident))
    let firing = troubles.filter(\.isFiring)
    if !firing.isEmpty { return .record(on: incident, [.alert(alert)], [.othersFire(firing.map(\.last))]) }
    guard resolves || notice.source.isPager else { return .record(on: incident, [.alert(alert)], [.mayBeResolved]) }
    return .record(on: incident, [.alert(alert), .resolve(message: nil, cause: nil)], [])
  }

  // MARK: People respond

  private func responding(on incident: Incident) -> AlertDecision {
    if let text = noteText, incident.hasNote(text, by: notice.by, at: notice.at) {
      return .nothing(.known, on: incident)
    }
    return .record(on: incident, intents, [])
  }

  private var intents: [Intent] {
    if let noteText { return [.note(message: noteText)] }
    switch notice.change {
    case .acknowledged: return [.acknowledge(message: nil)]
    case .severityChanged(let word):
      return policy.severity(ofWord: word).map { [.changeSeverity($0, message: nil)] } ?? []
    case .assigned(let names): return names.map { .assign(.responder, to: $0) }
    case .fired, .resolved, .noted, .other: return []
    }
  }

  /// What goes on the timeline in words: what people wrote, and what we have no event for.
  private var noteText: String? {
    switch notice.change {
    case .noted(let text): text
    case .other(let words): "\(notice.source.title): \(words)"
    case .severityChanged(let word) where policy.severity(ofWord: word) == nil:
      "\(notice.source.title): priority \(word)"
    case .fired, .resolved, .acknowledged, .assigned, .severityChanged: nil
    }
  }
}

extension Incident {
  /// When it was cancelled last.
  fileprivate var ended: Timestamp? {
    countingEvents.last { if case .cancelled = $0.body { true } else { false } }?.at
  }

  /// Whether that was written by that person at that time; at any time, where the notice does not say when.
  fileprivate func hasNote(_ text: String, by author: String?, at moment: Timestamp?) -> Bool {
    countingEvents.contains { event in
      guard case .noted(let note) = event.body, note.message == text else { return false }
      return (author == nil || event.by == author) && (moment == nil || event.at == moment)
    }
  }
}

extension AlertSource {
  /// Whether people respond there, so that what it resolves is resolved.
  public var isPager: Bool { self == .pagerduty || self == .opsgenie }
}
