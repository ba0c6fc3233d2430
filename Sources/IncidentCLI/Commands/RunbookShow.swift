import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident runbook show`: all of a runbook.
enum RunbookShow {
  static let syntax = CommandSyntax(
    "show", summary: "Print a runbook",
    discussion: ["On a terminal as a page; else the Markdown as it is written, for a copy to change."],
    operands: [.runbook],
    examples: [
      Example("incident runbook show high-latency", "A named one"),
      Example("incident runbook show", "The one that is followed, or fits best"),
      Example("incident runbook show high-latency --json", "Its settings and steps for a program"),
    ]
  ).declining(GlobalOptions.recording)

  static func run(_ session: Session) throws(CommandFailure) {
    let files = try session.quietRunbooks()
    let entry = try entry(in: files, session)
    session.warn(ofUnreadableIn: files)
    if session.wantsJSON { return session.say(json: .object(entry.runbook.json)) }
    guard session.outputStyle.isTerminal else { return session.say(document: entry.source) }
    session.say(RunbookPage(entry.runbook).lines(width: session.outputStyle.columns))
  }

  private static func entry(
    in files: RunbookFiles, _ session: Session
  ) throws(CommandFailure) -> RunbookLibrary.Entry {
    if let name = session.arguments.value(of: .runbook) { return try session.runbook(named: name, in: files) }
    let incident = try session.store().load(try session.incidentID()).incident
    guard incident.runbooks.isEmpty else {
      return try session.runbook(named: try session.followedRunbook(nil, in: incident).name, in: files)
    }
    return try session.onlyBestRunbook(for: incident, in: files)
  }
}
