import IncidentExchange
import IncidentStore
import JSONTree

extension CheckSubject {
  /// What `incident check` reads.
  static let records = CheckSubject(command: "incident check", noun: "record", key: "records")
}

extension ToldFinding {
  /// What `incident check` found.
  init(_ finding: Finding) {
    var json: JSONObject = [
      "check": .string(finding.check.rawValue), "gravity": .string(finding.gravity.rawValue),
      "path": .string(finding.path),
    ]
    if let line = finding.line { json["line"] = .number(JSONNumber(line)) }
    if let column = finding.column { json["column"] = .number(JSONNumber(column)) }
    json["message"] = .string(finding.message)
    json["remedy"] = .string(finding.remedy)
    self.init(
      name: finding.check.rawValue, level: finding.gravity == .error ? .error : .warning,
      place: FilePlace(path: finding.path, line: finding.line, column: finding.column, excerpt: finding.excerpt),
      message: finding.message, remedy: finding.remedy, json: json)
  }
}
