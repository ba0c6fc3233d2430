import IncidentExchange
import IncidentReports
import IncidentStore
import JSONTree

/// Findings as they are told, on every page that has some.
struct CheckAnswer {
  let subject: CheckSubject
  let findings: [ToldFinding]
  /// How many of the subject were read.
  let count: Int
  /// What else there is to know, beside how many there were.
  var aside: CheckAside?

  func tell(_ format: CheckFormat, _ session: Session) {
    switch format {
    case .json:
      var json: JSONObject = [subject.key: .number(JSONNumber(count))]
      if let aside { json[aside.key] = aside.json }
      json["findings"] = .array(findings.map { .object($0.json) })
      session.say(json: .object(json))
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

  /// How many there are of each weight: `2 errors, 1 warning, 1 notice`; nil for none.
  static func counts(_ levels: [GitHubAnnotation.Level]) -> String? {
    let counts = [GitHubAnnotation.Level.error, .warning, .notice].compactMap { level -> String? in
      let count = levels.count { $0 == level }
      return count == 0 ? nil : count == 1 ? "1 \(level.rawValue)" : "\(count) \(level.rawValue)s"
    }
    return counts.isEmpty ? nil : counts.joined(separator: ", ")
  }

  /// `file:line:column: error: message  (check)`, and below it the text there and what mends it.
  private func lines(of finding: ToldFinding, _ session: Session) -> [StyledLine] {
    var place = finding.place
    place.path = relative(place.path, to: session.environment.directory)
    let style: Style =
      switch finding.level {
      case .error: .alarm
      case .warning: .warning
      case .notice: .muted
      }
    let prefix: StyledLine = "\(place.text + ":", .label) \(finding.level.rawValue + ":", style)"
    let width = session.outputStyle.columns
    let room = (width ?? .max) - 4
    // Where the place alone fills a line, the message has the next.
    let isLong = DisplayWidth.of(place.text) + 24 > room
    var lines = isLong ? [prefix] : []
    lines += WrappedText.lines(
      "\(finding.message)  (\(finding.name))", prefix: isLong ? "    " : prefix + " ", indent: 4, width: width
    )
    if !place.excerpt.isEmpty { lines += WrappedText.lines(place.excerpt, .muted, prefix: "    ", width: width) }
    return lines + WrappedText.lines(finding.remedy, prefix: "    ", width: width)
  }

  private func annotation(of finding: ToldFinding, _ top: String) -> String {
    GitHubAnnotation(
      finding.level, file: relative(finding.place.path, to: top), line: finding.place.line,
      column: finding.place.column,
      title: "\(subject.command): \(finding.name)",
      message: VisibleText.block("\(finding.message)\n\(finding.remedy)")
    ).text
  }

  /// `2 errors, 1 warning in 3 records`.
  private func sum(_ session: Session) {
    let of = subject.counted(count)
    guard let counts = Self.counts(findings.map(\.level)) else {
      session.say("\("ok:", .ok) \(of), nothing to mend")
      if let aside { session.say("\(aside.text)") }
      return
    }
    session.tell("\(counts) in \(of)")
    if let aside { session.tell("\(aside.text)") }
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

/// Something that a check counts beside its findings: nothing of it has to be mended.
struct CheckAside {
  /// A sentence without its full stop.
  let text: String
  /// The member of the answer in JSON.
  let key: String
  /// The same for a program.
  let json: JSON
}
