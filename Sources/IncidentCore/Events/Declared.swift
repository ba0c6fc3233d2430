import JSONTree

/// The record begins: what, how bad, where, since when.
public struct Declared: EventPayload {
  static let type = "declared"
  static let stateKeys = ["severity", "impactPercent", "services", "kind", "started", "detected", "nextUpdateDue"]

  /// What happens, in a line.
  public var title: String
  /// How bad it looks.
  public var severity: Severity
  /// The services that suffer.
  public var services: [String]
  /// What those who use them notice, as the people who respond put it.
  public var impact: String?
  /// How many of those who use the services notice.
  public var impactPercent: Percentage?
  /// What happens, in a line for customers.
  public var publicTitle: String?
  /// What customers notice, in words for them.
  public var publicImpact: String?
  /// An incident or a practised one.
  public var kind: IncidentKind
  /// When the impact began.
  public var started: Timestamp?
  /// When a human knew.
  public var detected: Timestamp?
  /// When the first update is due.
  public var nextUpdateDue: Timestamp?

  /// Only title and severity have to be known.
  public init(
    title: String, severity: Severity, services: [String] = [], impact: String? = nil, impactPercent: Percentage? = nil,
    publicTitle: String? = nil, publicImpact: String? = nil, kind: IncidentKind = .incident, started: Timestamp? = nil,
    detected: Timestamp? = nil,
    nextUpdateDue: Timestamp? = nil
  ) {
    self.title = title
    self.severity = severity
    self.services = services
    self.impact = impact
    self.impactPercent = impactPercent
    self.publicTitle = publicTitle
    self.publicImpact = publicImpact
    self.kind = kind
    self.started = started
    self.detected = detected
    self.nextUpdateDue = nextUpdateDue
  }

  init(_ fields: EventFields) throws(EventProblem) {
    title = try fields.text("title")
    severity = try fields.word("severity", Severity.init(label:))
    services = try fields.texts("services")
    impact = try fields.optionalText("impact")
    impactPercent = try fields.optionalPercentage("impactPercent")
    publicTitle = try fields.optionalText("publicTitle")
    publicImpact = try fields.optionalText("publicImpact")
    kind = try fields.optionalWord("kind", IncidentKind.init(rawValue:)) ?? .incident
    started = try fields.optionalTime("started")
    detected = try fields.optionalTime("detected")
    nextUpdateDue = try fields.optionalTime("nextUpdateDue")
  }

  func encode(into json: inout JSONObject) {
    json.append("title", title)
    json.append("severity", severity.label)
    json.append("services", services)
    json.append("impact", impact)
    json.append("impactPercent", impactPercent)
    json.append("publicTitle", publicTitle)
    json.append("publicImpact", publicImpact)
    json.append("kind", kind == .incident ? nil : kind.rawValue)
    json.append("started", started)
    json.append("detected", detected)
    json.append("nextUpdateDue", nextUpdateDue)
  }

  /// Nothing: the first declaration is where a state starts from, a second one does not count.
  func apply(to state: inout Snapshot, at: Timestamp) {}
}

/// A real incident, or one that is practised and kept out of every metric.
public enum IncidentKind: String, CaseIterable, Hashable, Sendable {
  /// It happened.
  case incident
  /// It was practised.
  case drill
}
