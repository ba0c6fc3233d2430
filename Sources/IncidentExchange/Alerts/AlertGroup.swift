import IncidentCore
import JSONTree

/// Alerts that are one trouble, gone through once: there may be a hundred thousand of them.
struct AlertGroup {
  /// What an alert does now.
  enum State: Equatable {
    case firing, resolved
    /// Neither: it waits to fire, or is silenced.
    case idle(String)
  }

  private(set) var firing = 0
  private(set) var resolved = 0
  /// What those do that neither fire nor are over, where there are any.
  private(set) var idle: String?
  /// The first that fires, else the first.
  private(set) var lead = AlertFields(nil)
  /// The labels that all have, with the same value.
  private(set) var sharedLabels: [(name: String, value: String)] = []
  /// The fingerprints, those that fire first.
  var fingerprints: [String] { firingFingerprints + otherFingerprints }
  /// When the first of those that fire began; of all, where none fires.
  var started: Timestamp? { firing > 0 ? firingStarted : anyStarted }
  /// When the last one was over.
  private(set) var ended: Timestamp?
  /// The worst severity of those that fire; of all, where none fires.
  var worstSeverity: String? { firing > 0 ? firingSeverity : anySeverity }

  private var firingFingerprints: [String] = []
  private var otherFingerprints: [String] = []
  private var firingStarted: Timestamp?
  private var anyStarted: Timestamp?
  private var firingSeverity: String?
  private var anySeverity: String?

  /// - Parameter status: what the message says of all, for those that do not say what they do.
  init(_ alerts: [JSON], status: String?) {
    var shared: [String: String]?
    for alert in alerts {
      guard case .object = alert else { continue }
      let fields = AlertFields(alert)
      let state = Self.state(of: fields, status: status)
      if firing == 0, state == .firing || lead.object.isEmpty { lead = fields }
      count(fields, state)
      if shared?.isEmpty != true { Self.share(fields.fields("labels").pairs, with: &shared) }
    }
    sharedLabels = (shared ?? [:]).sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
  }

  private mutating func count(_ alert: AlertFields, _ state: State) {
    let started = alert.time("startsAt", "activeAt")
    anyStarted = Self.earlier(anyStarted, started)
    let severity = alert.fields("labels").text("severity")
    anySeverity = Self.worse(anySeverity, severity)
    let fingerprint = alert.text("fingerprint")
    switch state {
    case .firing:
      firing += 1
      firingStarted = Self.earlier(firingStarted, started)
      firingSeverity = Self.worse(firingSeverity, severity)
      if let fingerprint { firingFingerprints.append(fingerprint) }
    case .resolved:
      resolved += 1
      if let end = alert.time("endsAt") { ended = ended.map { max($0, end) } ?? end }
      if let fingerprint { otherFingerprints.append(fingerprint) }
    case .idle(let word):
      idle = idle ?? word
      if let fingerprint { otherFingerprints.append(fingerprint) }
    }
  }

  /// By its own word, else by that of the message, else by its end: one without an end fires, and so does one whose end is
  /// still ahead of the moment it was sent.
  private static func state(of alert: AlertFields, status: String?) -> State {
    let own = alert.text("status", "state") ?? alert.fields("status").text("state")
    switch own?.lowercased() {
    case "firing", "active", "alerting", "unprocessed": return .firing
    case "resolved", "inactive", "ok", "normal", "expired": return .resolved
    case let word? where ["suppressed", "pending"].contains(word): return .idle(word)
    default: break
    }
    if status?.lowercased() == "resolved" { return .resolved }
    guard let end = alert.time("endsAt") else { return .firing }
    if let sent = alert.time("updatedAt"), sent < end { return .firing }
    return .resolved
  }

  private static func share(_ labels: [(name: String, value: String)], with shared: inout [String: String]?) {
    guard let known = shared else {
      shared = Dictionary(labels.map { ($0.name, $0.value) }) { first, _ in first }
      return
    }
    var common: [String: String] = [:]
    for label in labels where known[label.name] == label.value { common[label.name] = label.value }
    shared = common
  }

  private static func earlier(_ known: Timestamp?, _ other: Timestamp?) -> Timestamp? {
    guard let known, let other else { return known ?? other }
    return min(known, other)
  }

  /// Of two words that are both severities the worse one, else the one that is.
  private static func worse(_ known: String?, _ other: String?) -> String? {
    guard let known, let other else { return known ?? other }
    guard known != other, let rank = Severity(typed: other)?.rawValue else { return known }
    return rank < Severity(typed: known)?.rawValue ?? .max ? other : known
  }
}
