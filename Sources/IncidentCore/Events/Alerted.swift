import JSONTree

/// What monitoring said of the trouble: that it fires, or is over.
public struct Alerted: EventPayload {
  static let type = "alerted"
  static let stateKeys = ["source", "state", "fingerprints", "started", "ended", "payload"]

  /// Whether an alert fires.
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// It does.
    case firing
    /// It does no more.
    case resolved
  }

  /// Who says so.
  public var source: AlertSource
  /// Whether it fires.
  public var state: State
  /// What two of one trouble share: a group key, an incident's key, an alias.
  public var key: String
  /// Those of the single alerts in it.
  public var fingerprints: [String]
  /// The name of the alert's rule.
  public var name: String?
  /// What happens, in a line, in the words of the alert.
  public var title: String
  /// More words.
  public var summary: String?
  /// What its alerts share.
  public var labels: [AlertLabel]
  /// Where there is more to see.
  public var links: [AlertLink]
  /// When the trouble began, by the source's clock.
  public var started: Timestamp?
  /// When it was over, by the source's clock.
  public var ended: Timestamp?
  /// How many alerts fire.
  public var firing: Int
  /// How many alerts are over.
  public var resolved: Int
  /// The payload's digest, `sha256:…`, by which it can be told in a log; it is not kept itself.
  public var payload: String?

  /// What a notice says; nil where it says neither that an alert fires nor that it is over.
  public init?(_ notice: AlertNotice, payload: String?) {
    let state: State
    switch notice.change {
    case .fired: state = .firing
    case .resolved: state = .resolved
    case .acknowledged, .severityChanged, .assigned, .noted, .other: return nil
    }
    self.init(notice, state, payload)
  }

  /// The same of any notice: what does not say that it is over fires.
  init(telling notice: AlertNotice, payload: String?) {
    self.init(notice, notice.change == .resolved ? .resolved : .firing, payload)
    // What a person answers fires, though nobody counted it.
    if notice.change != .fired, notice.change != .resolved { firing = max(firing, 1) }
  }

  private init(_ notice: AlertNotice, _ state: State, _ payload: String?) {
    self.state = state
    source = notice.source
    key = notice.key
    fingerprints = notice.fingerprints
    name = notice.name
    title = notice.title
    summary = notice.summary
    labels = notice.labels
    links = notice.links
    started = notice.started
    ended = notice.ended
    firing = notice.firing
    resolved = notice.resolved
    self.payload = payload
  }

  init(_ fields: EventFields) throws(EventProblem) {
    source = try fields.word("source", AlertSource.init(rawValue:))
    state = try fields.word("state", State.init(rawValue:))
    key = try fields.text("key")
    fingerprints = try fields.texts("fingerprints")
    name = try fields.optionalText("name")
    title = try fields.text("title")
    summary = try fields.optionalText("summary")
    labels = try fields.textMembers("labels").map { AlertLabel(name: $0.name, value: $0.text) }
    // A kind of link that a later version knows is passed over.
    links = try fields.textMembers("links").compactMap { link in
      AlertLink.Kind(rawValue: link.name).map { AlertLink(kind: $0, url: link.text) }
    }
    started = try fields.optionalTime("started")
    ended = try fields.optionalTime("ended")
    firing = try fields.count("firing")
    resolved = try fields.count("resolved")
    payload = try fields.optionalText("payload")
  }

  func encode(into json: inout JSONObject) {
    json.append("source", source.rawValue)
    json.append("state", state.rawValue)
    json.append("key", key)
    json.append("fingerprints", fingerprints)
    json.append("name", name)
    json.append("title", title)
    json.append("summary", summary)
    json.append("labels", JSONObject(labels.map { ($0.name, .string($0.value)) }))
    json.append("links", JSONObject(links.map { ($0.kind.rawValue, .string($0.url)) }))
    json.append("started", started)
    json.append("ended", ended)
    json.append("firing", count: firing)
    json.append("resolved", count: resolved)
    json.append("payload", payload)
  }

  /// Nothing: what an alert says is for people to judge.
  func apply(to state: inout Snapshot, at: Timestamp) {}

  /// Whether both tell of one trouble: they share the key, or a single alert.
  public func isOfOneTrouble(with other: Alerted) -> Bool {
    guard source == other.source else { return false }
    return key == other.key || fingerprints.contains { other.fingerprints.contains($0) }
  }

  /// Whether it says nothing that `other`, of the same trouble, does not say.
  ///
  /// What fires names alerts that are over only once: that it leaves them out later is no news.
  public func repeats(_ other: Alerted) -> Bool {
    guard state == other.state, firing == other.firing, started == other.started, title == other.title else {
      return false
    }
    guard state == .firing else {
      return resolved == other.resolved && ended == other.ended && Set(fingerprints) == Set(other.fingerprints)
    }
    return resolved <= other.resolved && Set(fingerprints.prefix(firing)) == Set(other.fingerprints.prefix(firing))
      && Set(fingerprints).isSubset(of: other.fingerprints)
  }
}
