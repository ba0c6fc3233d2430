/// What goes on, as far as it tells which runbook is for it.
public struct RunbookSituation: Hashable, Sendable {
  /// An alert, as far as it does.
  public struct Alert: Hashable, Sendable {
    /// The name of its rule.
    public var name: String?
    /// Its labels.
    public var labels: [AlertLabel]
    /// Where it says what to do.
    public var links: [String]

    /// What an alert says.
    public init(name: String? = nil, labels: [AlertLabel] = [], links: [String] = []) {
      self.name = name
      self.labels = labels
      self.links = links
    }
  }

  /// What happens, in a person's words.
  public var title: String?
  /// The services that suffer.
  public var services: [String]
  /// How bad it is.
  public var severity: Severity?
  /// The alerts, the newest first.
  public var alerts: [Alert]

  /// What is known; nothing is nothing.
  public init(
    title: String? = nil, services: [String] = [], severity: Severity? = nil, alerts: [Alert] = []
  ) {
    self.title = title
    self.services = services
    self.severity = severity
    self.alerts = alerts
  }

  /// What an incident says of itself, and what monitoring said of it.
  public init(_ incident: Incident) {
    self.init(
      title: incident.snapshot.title, services: incident.snapshot.services, severity: incident.snapshot.severity,
      alerts: incident.alerts.reversed().map { alert in
        Alert(
          name: alert.name, labels: alert.labels, links: alert.links.filter { $0.kind == .runbook }.map(\.url))
      })
  }
}

extension Incident {
  /// What monitoring said, in timeline order.
  public var alerts: [Alerted] {
    // Most have none, and what counts takes longer to find out.
    guard
      events.contains(where: { event in
        if case .alerted = event.body { true } else { false }
      })
    else { return [] }
    return countingEvents.compactMap { event in
      guard case .alerted(let body) = event.body else { return nil }
      return body
    }
  }
}
