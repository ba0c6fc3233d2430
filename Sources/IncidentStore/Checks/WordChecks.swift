import IncidentCore
import JSONTree

/// Are the words of closed lists among those this version knows?
extension CheckedRecord {
  func unreadableFields(_ settings: CheckSettings) -> [Finding] {
    unreadableEvents.compactMap { index, type, _, problem in
      guard !Self.isSeverity(problem, type), !Self.isRole(problem) else { return nil }
      return finding(
        .events, at: path(ofEvent: index, problem.key), problem.message,
        remedy: "the event does not count as it is: mend it, or retract it")
    }
  }

  func unknownSeverities(_ settings: CheckSettings) -> [Finding] {
    func finding(_ word: String, at place: [JSONPathComponent], remedy: String, _ mending: Finding.Mending?) -> Finding
    {
      // Of SEV1 to SEV4 none is nearer to SEV9 than another: only words can be misspelt.
      let words = Severity.typedWords.filter { !$0.contains(where: \.isNumber) }
      let meant = Severity(typed: word) ?? settings.nearestWord(word, words).flatMap(Severity.init(typed:))
      let suggestion = meant.map { ". Did you mean \"\($0.label)\"?" } ?? "; there are SEV1 to SEV4"
      return self.finding(
        .unknownSeverities, at: place, "no severity is called \"\(word)\"\(suggestion)", remedy: remedy,
        mending: mending)
    }
    var findings: [Finding] = []
    if let word = json?["severity"]?.string, Severity(label: word) == nil {
      let label = readable?.snapshot.severity.label
      findings.append(
        finding(
          word, at: [.key("severity")],
          remedy: label.map { "the timeline says \($0): run incident check --fix" } ?? "mend the word",
          label == nil ? nil : .rewrite))
    }
    for (index, type, event, problem) in unreadableEvents where Self.isSeverity(problem, type) {
      findings.append(
        finding(
          event[problem.key]?.string ?? "", at: path(ofEvent: index, problem.key),
          remedy: "the event does not count as it is: mend the word", nil))
    }
    return findings
  }

  func unknownRoles(_ settings: CheckSettings) -> [Finding] {
    let names = Role.allCases.map(\.rawValue)
    func suggestion(_ word: String) -> String {
      let words = names + Role.typedWords.filter { $0.utf8.count > 4 }
      let meant = Role(typed: word) ?? settings.nearestWord(word, words).flatMap(Role.init(typed:))
      return meant.map { ". Did you mean \"\($0.rawValue)\"?" } ?? "; there are \(names.joined(separator: ", "))"
    }
    var findings: [Finding] = []
    // A newer version, or another tool, may keep keys of its own there: only a slip of the finger is meant.
    for member in json?["roles"]?.object ?? [:] where Role(rawValue: member.key) == nil {
      guard Role(typed: member.key) != nil || settings.nearestWord(member.key, names) != nil else { continue }
      findings.append(
        finding(
          .unknownRoles, at: [.key("roles"), .key(member.key)],
          "no role is called \"\(member.key)\"\(suggestion(member.key))",
          remedy: "remove the key, and record who holds the role with incident assign"))
    }
    for (index, _, event, problem) in unreadableEvents where Self.isRole(problem) {
      let word = event[problem.key]?.string ?? ""
      findings.append(
        finding(
          .unknownRoles, at: path(ofEvent: index, problem.key), "no role is called \"\(word)\"\(suggestion(word))",
          remedy: "the event does not count as it is: mend the word, or retract it"))
    }
    return findings
  }

  private static func isSeverity(_ problem: EventProblem, _ type: String) -> Bool {
    guard case .unknownWord = problem.kind else { return false }
    return problem.key == "severity" || problem.key == "from" && type == "severityChanged"
  }

  private static func isRole(_ problem: EventProblem) -> Bool {
    guard case .unknownWord = problem.kind else { return false }
    return problem.key == "role"
  }
}
