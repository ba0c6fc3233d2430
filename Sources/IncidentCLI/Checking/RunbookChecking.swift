import IncidentCore
import IncidentExchange
import IncidentReports
import IncidentStore
import JSONTree

/// `incident runbook check`: the runbooks, one by one, and the alerts of the store.
struct RunbookChecking {
  private let targets: RunbookTargets
  private let files: RunbookFiles
  private let rules: Set<RunbookCheckRule>
  private let session: Session

  init(_ targets: RunbookTargets, _ files: RunbookFiles, _ rules: Set<RunbookCheckRule>, _ session: Session) {
    self.targets = targets
    self.files = files
    self.rules = rules
    self.session = session
  }

  /// What is found, the runbooks in their order.
  func findings() throws(CommandFailure) -> [ToldFinding] {
    let store = try session.storeIfAny()
    let alerts = alerts(in: store)
    var findings: [ToldFinding] = []
    // Git is asked once for each folder.
    var links: [String?: RunbookLinkFiles] = [:]
    for target in targets.all {
      let linked = links[target.folder] ?? RunbookLinkFiles(of: target, session)
      links[target.folder] = linked
      findings += self.findings(in: target, alerts, linked).filter { rules.contains($0.rule) }
        .map { ToldFinding($0, in: target.path) }
    }
    guard targets.isWhole, rules.contains(.unmatchedAlert), let alerts, let store else { return findings }
    let candidates = files.library.entries.map { entry in
      RunbookCandidate(name: entry.name, isTeams: entry.origin == .team, triggers: entry.head.triggers)
    }
    for (incident, finding) in alerts.unmatchedAlerts(by: candidates) {
      findings.append(ToldFinding(finding, in: store.files.path(of: incident)))
    }
    return findings
  }

  private func findings(
    in target: RunbookTarget, _ alerts: RunbookAlertCheck?, _ links: RunbookLinkFiles
  ) -> [RunbookFinding] {
    switch target.text {
    case .failure(let failure):
      return [
        RunbookFinding(
          .unreadable, line: failure.place?.line, column: failure.place?.column, failure.message,
          remedy: "the runbook counts as absent until it is UTF-8 text that somebody can open")
      ]
    case .success(let text):
      let runbook = IncidentReports.Runbook(
        name: target.name, origin: target.folder == nil ? .builtIn : .team, source: text)
      var findings = RunbookCheck.findings(
        in: runbook, today: session.now.date, folder: links.folder, linked: links.file)
      // What ships is for alerts of many systems.
      if runbook.origin == .team, let alerts { findings += alerts.unmatchedTriggers(of: runbook) }
      return findings.sorted()
    }
  }

  /// The alerts of every record; nil where nobody asks.
  private func alerts(in store: StoreAccess?) -> RunbookAlertCheck? {
    guard let store, !rules.isDisjoint(with: [.unmatchedTrigger, .unmatchedAlert]),
      let ids = try? store.listing().records.map(\.id)
    else { return nil }
    var alerts = RunbookAlertCheck()
    var unreadable = 0
    // Not all of a big store at a time.
    for start in stride(from: 0, to: ids.count, by: Self.recordsAtATime) {
      let loaded = store.loadAll(Array(ids[start..<min(start + Self.recordsAtATime, ids.count)]))
      unreadable += loaded.failures.count
      for record in loaded.records { alerts.add(record.incident) }
    }
    if unreadable > 0 {
      let records = unreadable == 1 ? "1 record" : "\(unreadable) records"
      session.warn("\(records) could not be read, and so their alerts are not known; `incident check` says why")
    }
    return alerts
  }

  private static let recordsAtATime = 200
}

extension CheckSubject {
  /// What `incident runbook check` reads.
  static let runbooks = CheckSubject(command: "incident runbook check", noun: "runbook", key: "runbooks")
}

extension ToldFinding {
  /// What `incident runbook check` found in a file.
  init(_ finding: RunbookFinding, in path: String) {
    var json: JSONObject = [
      "rule": .string(finding.rule.rawValue), "gravity": .string(finding.rule.gravity.rawValue), "path": .string(path),
    ]
    if let line = finding.line { json["line"] = .number(JSONNumber(line)) }
    if let column = finding.column { json["column"] = .number(JSONNumber(column)) }
    json["message"] = .string(finding.message)
    if !finding.excerpt.isEmpty { json["excerpt"] = .string(finding.excerpt) }
    json["remedy"] = .string(finding.remedy)
    self.init(
      name: finding.rule.rawValue, level: finding.rule.gravity.level,
      place: FilePlace(path: path, line: finding.line, column: finding.column, excerpt: finding.excerpt),
      message: finding.message, remedy: finding.remedy, json: json)
  }
}

extension RunbookCheckRule.Gravity {
  /// How it is shown.
  fileprivate var level: GitHubAnnotation.Level {
    switch self {
    case .error: .error
    case .warning: .warning
    case .notice: .notice
    }
  }
}
