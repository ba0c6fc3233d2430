import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident runbook start`: somebody follows a runbook.
enum RunbookStart {
  static let syntax = CommandSyntax(
    "start", summary: "Follow a runbook: note it on the timeline, print its first step",
    operands: [.runbook, .incident],
    examples: [
      Example("incident runbook start", "The one that fits best"),
      Example("incident runbook start high-latency 7qk4", "A named one, in a named incident"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let files = try session.quietRunbooks()
    let typed = try session.typedRunbook(in: files)
    let entry: RunbookLibrary.Entry
    if let typed {
      entry = try session.runbook(named: typed, in: files)
    } else {
      entry = try session.onlyBestRunbook(
        for: try session.store().load(try session.incidentID()).incident, in: files)
    }
    session.warn(ofUnreadableIn: files)
    let runbook = entry.runbook
    let started = RunbookStarted(runbook: runbook.name, title: runbook.title, steps: runbook.steps.map(\.title))
    let recorded = try session.recorded(.startRunbook(started), on: try session.incidentID())
    try session.report(recorded, runbook: runbook.name, in: files)
  }
}

extension Session {
  /// Says what came of a write, and prints the step that comes next.
  func report(
    _ recorded: Recorded, runbook name: String, in files: RunbookFiles
  ) throws(CommandFailure) {
    let incident = recorded.incident
    guard let progress = incident.runbooks.first(where: { $0.name == name }) else { return try report(recorded) }
    let view = FollowedRunbook(progress, files.runbook(named: name), incident)
    let reference = arguments.value(of: .incident).map { " \($0)" } ?? ""
    let others = incident.runbooks.count > 1
    guard let next = progress.nextStep else {
      let hint = Hint(
        "incident runbook review\(others ? " \(shellQuoted(name))" : "") --helpful yes\(reference)",
        progress.steps.isEmpty ? "once it is followed: did it help?" : "every step is done or skipped: did it help?")
      return try report(recorded, adding: ["runbook": .object(view.json)], next: hint)
    }
    var json = view.json
    json["next"] = .object(view.json(ofStep: next))
    let hint = Hint(
      "incident runbook step \(next) --done\(runbookOption(name, in: incident))\(reference)",
      "then the next one; --skip passes over it")
    try report(
      recorded, adding: ["runbook": .object(json)], page: view.lines(ofStep: next, width: outputStyle.columns),
      next: hint)
  }
}
