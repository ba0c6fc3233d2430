import IncidentExchange
import IncidentReports
import JSONTree

extension CheckSubject {
  /// What `incident postmortem --check` reads.
  static let postmortems = CheckSubject(
    command: "incident postmortem --check", noun: "postmortem", key: "postmortems")
}

extension ToldFinding {
  /// What `incident postmortem --check` found in a file.
  init(_ finding: PostmortemFinding, in path: String) {
    self.init(
      name: finding.rule.rawValue, level: finding.level,
      place: FilePlace(path: path, line: finding.line, column: finding.column, excerpt: finding.excerpt),
      message: finding.message, remedy: finding.suggestion,
      json: [
        "rule": .string(finding.rule.rawValue), "gravity": .string(finding.gravity.rawValue), "path": .string(path),
        "line": .number(JSONNumber(finding.line)), "column": .number(JSONNumber(finding.column)),
        "message": .string(finding.message), "excerpt": .string(finding.excerpt),
        "suggestion": .string(finding.suggestion),
      ])
  }
}

extension PostmortemFinding {
  /// How it is shown.
  var level: GitHubAnnotation.Level { gravity == .error ? .error : .warning }
}
