/// What a runbook says it is for.
public struct RunbookTriggers: Hashable, Sendable {
  /// Names of alerts.
  public var alerts: [Glob]
  /// Labels of alerts.
  public var labels: [LabelTrigger]
  /// The services it is for; any where there is none.
  public var services: [Glob]
  /// How bad what it is for usually is.
  public var severity: Severity?

  /// Triggers; none is none.
  public init(
    alerts: [Glob] = [], labels: [LabelTrigger] = [], services: [Glob] = [], severity: Severity? = nil
  ) {
    self.alerts = alerts
    self.labels = labels
    self.services = services
    self.severity = severity
  }

  /// Whether nothing an alert says can lead to it.
  public var isEmpty: Bool { alerts.isEmpty && labels.isEmpty }
}

/// A label that an alert has, and what its value is like: `severity=page`, `signal=lat*`.
public struct LabelTrigger: Hashable, Sendable {
  /// The label's name, which is matched as it stands.
  public let name: String
  /// What its value is like.
  public let value: Glob

  /// Reads `name=glob`.
  /// - Throws: What keeps it from being one.
  public init(_ text: String) throws(GlobProblem) {
    guard let place = text.firstIndex(of: "=") else { throw text.hasWords ? .noLabel : .empty }
    var name = text[..<place]
    while name.first?.isWhitespace == true { name.removeFirst() }
    while name.last?.isWhitespace == true { name.removeLast() }
    guard !name.isEmpty else { throw .noLabel }
    var value = text[text.index(after: place)...]
    while value.first?.isWhitespace == true { value.removeFirst() }
    self.name = String(name)
    self.value = try Glob(String(value))
  }

  /// `name=glob`.
  public var text: String { name + "=" + value.text }

  /// Whether a label is the one that is meant.
  public func matches(_ label: AlertLabel) -> Bool {
    label.name == name && value.matches(label.value)
  }
}
