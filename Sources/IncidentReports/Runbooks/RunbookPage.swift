import IncidentCore
public import JSONTree

/// A runbook as a person reads it, whole or a step at a time.
public struct RunbookPage: Sendable {
  private let runbook: Runbook
  private let variables: RunbookVariables

  /// - Parameter variables: what an incident fills into the commands.
  public init(_ runbook: Runbook, variables: RunbookVariables = RunbookVariables()) {
    self.runbook = runbook
    self.variables = variables
  }

  /// All of it.
  /// - Parameter width: the terminal's columns; nil where nothing is broken.
  public func lines(width: Int?) -> [StyledLine] {
    var sections = [head(width)]
    if let symptoms = runbook.text(of: .symptoms) {
      sections.append([StyledLine(RunbookPart.symptoms.title, .heading)] + RunbookText.lines(symptoms, width: width))
    }
    sections += runbook.steps.map { step in
      self.title(of: step, width) + RunbookText.lines(step.body, width: width)
    }
    if let escalation = runbook.text(of: .escalation) {
      sections.append(
        [StyledLine(RunbookPart.escalation.title, .heading)] + RunbookText.lines(escalation, width: width))
    }
    if runbook.steps.isEmpty { sections.append(RunbookText.lines(runbook.source, width: width)) }
    return Array(sections.filter { !$0.isEmpty }.joined(separator: [StyledLine()]))
  }

  /// A step, and what its commands use of the incident.
  public func lines(of step: RunbookStep, width: Int?) -> [StyledLine] {
    let commands = step.commands.map(\.text)
    let unknown = variables.unknown(in: commands)
    var exports = variables.exports(for: commands)
    if !unknown.isEmpty { exports.append("# set these yourself: \(unknown.joined(separator: ", "))") }
    let sections = [
      title(of: step, width) + RunbookText.lines(Self.prose(before: step), width: width),
      exports.map(RunbookText.code), RunbookText.lines(Self.rest(of: step), width: width),
    ]
    return Array(sections.filter { !$0.isEmpty }.joined(separator: [StyledLine()]))
  }

  /// A step for a program.
  public func json(of step: RunbookStep) -> JSONObject {
    let commands = step.commands.map(\.text)
    var json: JSONObject = [
      "step": .number(JSONNumber(step.number)), "of": .number(JSONNumber(runbook.steps.count)),
      "title": .string(step.title),
    ]
    if !step.body.isEmpty { json["body"] = .string(step.body) }
    if !commands.isEmpty { json["commands"] = .array(commands.map(JSON.string)) }
    let exports = variables.exports(for: commands)
    if !exports.isEmpty { json["variables"] = .array(exports.map(JSON.string)) }
    return json
  }

  private func title(of step: RunbookStep, _ width: Int?) -> [StyledLine] {
    WrappedText.lines(
      step.title, .heading, prefix: "\("Step \(step.number)/\(runbook.steps.count)", .label)  ", indent: 0,
      width: width)
  }

  private func head(_ width: Int?) -> [StyledLine] {
    var phrases = [Phrase(runbook.name, .label), Phrase(RunbookHeadText.origin(runbook.origin))]
    if let severity = runbook.head.severity { phrases.append(Phrase(severity.label)) }
    if let owner = runbook.head.owner { phrases.append(Phrase("owner \(owner)")) }
    if let reviewed = runbook.head.reviewed { phrases.append(Phrase("reviewed \(reviewed)", .muted)) }
    let triggers = runbook.head.written.map { Phrase($0.text) }
    return WrappedText.lines(runbook.title, .heading, width: width)
      + Phrase.flow(phrases, separator: "  ", width: width)
      + (triggers.isEmpty ? [] : Phrase.flow(triggers, prefix: "\("For", .label)  ", width: width))
  }

  /// What a step says before its first command.
  private static func prose(before step: RunbookStep) -> String { parts(of: step).before }

  /// Its commands, and what it says between and behind them.
  private static func rest(of step: RunbookStep) -> String { parts(of: step).rest }

  private static func parts(of step: RunbookStep) -> (before: String, rest: String) {
    guard !step.commands.isEmpty else { return (step.body, "") }
    let lines = step.body.split(separator: "\n", omittingEmptySubsequences: false)
    let kinds = RunbookLines(SourceLines(Array(step.body.utf8)).lines, from: 0).kinds
    let code = kinds.firstIndex { kind in
      if case .code = kind { true } else { kind == .fence }
    }
    guard let code, code < lines.count else { return (step.body, "") }
    return (lines[..<code].joined(separator: "\n"), lines[code...].joined(separator: "\n"))
  }
}
