import IncidentExchange
import IncidentReports
import IncidentStore
import JSONTree

/// Findings as they are told.
struct CheckAnswer {
  let findings: [Finding]
  /// How many records were checked.
  let records: Int

  func tell(_ format: CheckFormat, _ session: Session) throws(CommandFailure) {
    switch format {
    case .json: session.say(json: json)
    case .text:
      session.say(findings.flatMap { lines(of: $0, session) })
      sum(session)
    case .github:
      let top = repository(session)
      let annotations = findings.map { annotation(of: $0, top) + "\n" }
      session.say(document: annotations.joined())
      sum(session)
    }
  }

  /// `file:line:column: error: message  (check)`, and below it the text there and what mends it.
  private func lines(of finding: Finding, _ session: Session) -> [StyledLine] {
    let place = FilePlace(
      path: relative(finding.path, to: session.environment.directory), line: finding.line, column: finding.column)
    let style: Style = finding.gravity == .error ? .alarm : .warning
    let prefix: StyledLine = "\(place.text + ":", .label) \(finding.gravity.rawValue + ":", style)"
    let width = session.outputStyle.columns
    let room = (width ?? .max) - 4
    // Where the place alone fills a line, the message has the next.
    let isLong = DisplayWidth.of(place.text) + 24 > room
    var lines = isLong ? [prefix] : []
    lines += WrappedText.lines(
      "\(finding.message)  (\(finding.check.rawValue))", prefix: isLong ? "    " : prefix + " ", indent: 4, width: width
    )
    if !finding.excerpt.isEmpty { lines += WrappedText.lines(finding.excerpt, .muted, prefix: "    ", width: width) }
    return lines + WrappedText.lines(finding.remedy, prefix: "    ", width: width)
  }

  private func annotation(of finding: Finding, _ top: String) -> String {
    let level: GitHubAnnotation.Level = finding.gravity == .error ? .error : .warning
    return GitHubAnnotation(
      level, file: relative(finding.path, to: top), line: finding.line, column: finding.column,
      title: "incident check: \(finding.check.rawValue)",
      message: VisibleText.block("\(finding.message)\n\(finding.remedy)")
    ).text
  }

  private var json: JSON {
    ["records": .number(JSONNumber(records)), "findings": .array(findings.map(Self.json))]
  }

  private static func json(of finding: Finding) -> JSON {
    var json: JSONObject = [
      "check": .string(finding.check.rawValue), "gravity": .string(finding.gravity.rawValue),
      "path": .string(finding.path),
    ]
    if let line = finding.line { json["line"] = .number(JSONNumber(line)) }
    if let column = finding.column { json["column"] = .number(JSONNumber(column)) }
    json["message"] = .string(finding.message)
    json["remedy"] = .string(finding.remedy)
    return .object(json)
  }

  /// `2 errors, 1 warning in 3 records`.
  private func sum(_ session: Session) {
    let of = records == 1 ? "1 record" : "\(records) records"
    guard !findings.isEmpty else { return session.say("\("ok:", .ok) \(of), nothing to mend") }
    let counts = [Finding.Gravity.error, .warning].compactMap { gravity -> String? in
      let count = findings.count { $0.gravity == gravity }
      return count == 0 ? nil : count == 1 ? "1 \(gravity.rawValue)" : "\(count) \(gravity.rawValue)s"
    }
    session.tell("\(counts.joined(separator: ", ")) in \(of)")
  }

  /// What GitHub takes paths from: the workspace, which is the top of the repository.
  private func repository(_ session: Session) -> String {
    if let workspace = session.environment.variable("GITHUB_WORKSPACE") { return workspace }
    let found = try? GitRepository.find(from: session.directory, adding: session.environment.gitVariables)
    return found?.workTree ?? session.environment.directory
  }

  private func relative(_ path: String, to directory: String) -> String {
    let prefix = directory.hasSuffix("/") ? directory : directory + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}
