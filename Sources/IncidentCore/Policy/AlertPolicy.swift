/// How a team reads the alerts of its monitoring: which label says how bad it is and which names the service, and what
/// their words mean here. Every word is compared without regard to case.
public struct AlertPolicy: Hashable, Sendable {
  /// The labels that may say how bad it is; the first whose word means something counts.
  public var severityLabels: [String]
  /// The labels that may name the service; the first that an alert has counts.
  public var serviceLabels: [String]
  /// What words for how bad it is mean here.
  public var severities: [SeverityWord]
  /// What an alert is that says nothing of how bad it is, or says it in words that nobody knows.
  public var defaultSeverity: Severity
  /// What the team calls services that alerts call otherwise.
  public var services: [ServiceName]

  /// What a word means.
  public struct SeverityWord: Hashable, Sendable {
    /// In lower case.
    public let word: String
    /// What it is here.
    public let severity: Severity

    /// A pair.
    public init(_ word: String, _ severity: Severity) {
      self.word = word.lowercased()
      self.severity = severity
    }
  }

  /// What the team calls a service.
  public struct ServiceName: Hashable, Sendable {
    /// What alerts call it: a name, or a pattern for names.
    public let pattern: Glob
    /// What it is called here.
    public let name: String

    /// A pair.
    public init(pattern: Glob, name: String) {
      self.pattern = pattern
      self.name = name
    }
  }

  /// What a team that sets nothing gets.
  ///
  /// The words are those of the systems themselves: of Prometheus' rules (`page`, `critical`, `warning`, `info`, `none`),
  /// PagerDuty's urgencies, the priorities of PagerDuty, Opsgenie and Datadog (`P1` to `P5`), syslog, Zabbix.
  public static let standard = AlertPolicy(
    severityLabels: ["severity", "priority", "level"],
    serviceLabels: [
      "service", "service_name", "app", "application", "app_kubernetes_io_name", "component", "job", "namespace",
    ],
    severities: words(["critical", "crit", "fatal", "emergency", "emerg", "disaster", "page", "p1"], .sev1)
      + words(["error", "err", "major", "high", "alert", "p2"], .sev2)
      + words(["warning", "warn", "minor", "medium", "moderate", "average", "normal", "ticket", "p3"], .sev3)
      + words(["info", "informational", "information", "notice", "low", "debug", "none", "p4", "p5"], .sev4),
    defaultSeverity: .sev3, services: [])

  private static func words(_ words: [String], _ severity: Severity) -> [SeverityWord] {
    words.map { SeverityWord($0, severity) }
  }

  /// What a word for how bad it is means here: by the team's table, else as it would be typed (``Severity/init(typed:)``).
  public func severity(ofWord word: String) -> Severity? {
    let word = word.lowercased()
    return severities.first { $0.word == word }?.severity ?? Severity(typed: word)
  }

  /// Gives a word a meaning, in place of the one it has.
  mutating func set(_ word: SeverityWord) {
    if let index = severities.firstIndex(where: { $0.word == word.word }) {
      severities[index] = word
    } else {
      severities.append(word)
    }
  }
}

/// Why something of an incident is as it is, where an alert began it.
public enum AlertReason: Hashable, Sendable {
  /// A label says so.
  case label(AlertLabel)
  /// The source says so itself, beside its labels, in that word.
  case source(String)
  /// Nothing that the alert says is known here, or it says nothing.
  case unsaid
}

extension AlertPolicy {
  /// How bad it is, and why: by the first label that says so in a word that is known, else by the source's own word, else
  /// ``defaultSeverity``.
  public func severity(of notice: AlertNotice) -> (severity: Severity, reason: AlertReason) {
    for name in severityLabels {
      for label in notice.labels where label.name.lowercased() == name.lowercased() {
        if let severity = severity(ofWord: label.value) { return (severity, .label(label)) }
      }
    }
    if let word = notice.severity, let severity = severity(ofWord: word) { return (severity, .source(word)) }
    return (defaultSeverity, .unsaid)
  }

  /// The services that suffer, by the team's names, and why: what the source names itself, else the first label of
  /// ``serviceLabels``; of several, rather one that the team knows.
  /// - Parameter known: The services of the team's settings, whose way of writing is taken over.
  public func services(
    of notice: AlertNotice, known: [String] = []
  ) -> (services: [String], reason: AlertReason) {
    var candidates: [(value: String, reason: AlertReason)] = []
    if let service = notice.service, service.hasWords { candidates.append((service, .source(service))) }
    for name in serviceLabels {
      for label in notice.labels where label.name.lowercased() == name.lowercased() && label.value.hasWords {
        candidates.append((label.value, .label(label)))
      }
    }
    for candidate in candidates {
      if let name = name(ofService: candidate.value, known: known) { return ([name], candidate.reason) }
    }
    return candidates.first.map { ([$0.value], $0.reason) } ?? ([], .unsaid)
  }

  /// What the team calls it; nil where neither ``services`` nor `known` has it. A name goes before a glob.
  private func name(ofService value: String, known: [String]) -> String? {
    let folded = value.lowercased()
    let exact = services.first { $0.pattern.text.lowercased() == folded }
    if let found = exact ?? services.first(where: { $0.pattern.matches(value) }) { return found.name }
    return known.first { $0.lowercased() == folded }
  }
}
