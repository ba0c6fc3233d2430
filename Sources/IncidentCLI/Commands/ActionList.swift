import CommandArguments
import IncidentCore
import IncidentExchange
import IncidentReports
import IncidentStore
import JSONTree

/// `incident action list`: follow-ups across incidents.
enum ActionList {
  static let incident = Operand.optional("INCIDENT", help: "Only those of this incident; else those of every one")
  static let check = Option.flag("check", help: "Only those past their day, and exit 1 where there are any")
  static let group = Option.value(
    "group", "WHAT", help: "Under headings, by owner or kind",
    candidates: .words(ActionGrouping.allCases.map(\.rawValue)))
  static let format = Option.value(
    "format", "FORMAT", help: "For whom", candidates: .words(ActionFormat.allCases.map(\.rawValue)))
  static let project = Option.value("project", "KEY", help: "The key of the Jira project")

  static let syntax = CommandSyntax(
    "list", aliases: ["ls"], summary: "List what is unfinished in every incident, the first due first",
    discussion: [
      "github and jira print bodies of requests, one a line: issues for GitHub's REST API, and for Jira's bulk one."
    ],
    operands: [incident], options: ActionFilter.options + [group, check, format, project],
    examples: [
      Example("incident action list --owner dana --overdue", "What somebody is late with"),
      Example("incident action list --check", "Every morning: quiet while nothing is late"),
      Example("incident action list --format jira --project OPS --unlinked", "What no tracker knows yet"),
    ]
  ).declining(GlobalOptions.recording)

  static func run(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    for option in GlobalOptions.recording where arguments.has(option) {
      throw CommandFailure(arguments.failure(.unknownOption(option.spelling)))
    }
    let format = try ActionFormat(session)
    var filter = try ActionFilter(session)
    if arguments.has(check) { filter.onlyOverdue = true }
    let (entries, failures) = try entries(session)
    let wanted = entries.filter { filter.includes($0.item) }.sorted(by: ActionEntry.isEarlier)
    try answer(wanted, of: entries, in: format, session)
    if arguments.has(check), !wanted.isEmpty { session.status = .refused }
    for failure in failures {
      session.tell(failure)
      session.status = .storage
    }
  }

  private static func entries(
    _ session: Session
  ) throws(CommandFailure) -> (entries: [ActionEntry], failures: [RecordFailure]) {
    guard let store = try session.storeIfAny() else {
      session.inform("there is no incident store here yet")
      return ([], [])
    }
    var snapshots: [Snapshot]
    var failures: [RecordFailure] = []
    if let reference = session.arguments.value(of: incident) {
      snapshots = [try store.load(try session.incidentID(named: reference)).incident.snapshot]
    } else {
      let heads = try store.heads()
      (snapshots, failures) = (heads.snapshots, heads.failures)
    }
    return (snapshots.flatMap { snapshot in snapshot.actions.map { ActionEntry($0, of: snapshot.id) } }, failures)
  }

  private static func answer(
    _ entries: [ActionEntry], of all: [ActionEntry], in format: ActionFormat, _ session: Session
  ) throws(CommandFailure) {
    switch format {
    case .text: try table(entries, of: all, session)
    case .json: session.say(json: ActionDocument.json(entries, now: session.now))
    case .csv: session.say(document: ActionCSV.text(entries, today: session.now.date))
    case .github: say(entries.map { GitHubIssue.json($0, body: ActionIssueText.markdown($0)) }, session)
    case .jira:
      guard let typed = session.arguments.value(of: project) else {
        throw CommandFailure(session.arguments.failure(.missingOption(project)))
      }
      guard let key = JiraProjectKey(typed) else {
        throw CommandFailure(
          session.arguments.failure(.invalidValue(project, typed, expected: "the key of a project, such as OPS")))
      }
      say(JiraIssues.documents(entries, project: key), session)
    }
  }

  /// One document a line, as programs that make requests of them read.
  private static func say(_ documents: [JSON], _ session: Session) {
    session.say(document: documents.map { $0.inlineText() + "\n" }.joined())
  }

  private static func table(
    _ entries: [ActionEntry], of all: [ActionEntry], _ session: Session
  ) throws(CommandFailure) {
    let arguments = session.arguments
    let grouping = try arguments.word(group, among: ActionGrouping.allCases.map(\.rawValue)) {
      ActionGrouping(rawValue: $0.lowercased())
    }
    if entries.isEmpty {
      // A check that finds nothing says nothing, so that cron sends no mail.
      if arguments.has(check) { return }
      let finished = all.filter { !$0.item.status.isUnfinished }.count
      return session.inform(
        all.isEmpty
          ? "no actions"
          : ActionFilter.isUsed(arguments)
            ? "no such actions" : "no unfinished actions; --all shows \(finished) more")
    }
    let today = session.now.date
    let width = session.outputStyle.columns
    guard let grouping else { return session.say(ActionTable(entries, today: today).lines(width: width)) }
    for (place, part) in grouping.groups(entries).enumerated() {
      if place > 0 { session.say("") }
      session.say(ActionTable(part.entries, today: today).lines(under: part.name, width: width))
    }
  }
}

/// For whom follow-ups are listed.
enum ActionFormat: String, CaseIterable {
  /// People.
  case text
  /// Programs that know this one.
  case json
  /// A spreadsheet, or an importer.
  case csv
  /// GitHub's REST API.
  case github
  /// Jira's REST API.
  case jira

  /// What `--format` or `--json` asks for.
  init(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    let typed = try arguments.word(ActionList.format, among: Self.allCases.map(\.rawValue)) {
      ActionFormat(rawValue: $0.lowercased())
    }
    if arguments.has(ActionList.project), typed != .jira {
      throw CommandFailure(
        status: .usage, message: "`\(ActionList.project.spelling)` is for --format jira",
        hints: [Hint("incident action list --help", "explains")])
    }
    if session.wantsJSON, typed ?? .json != .json {
      throw CommandFailure(arguments.failure(.conflict(ActionList.format, GlobalOptions.json)))
    }
    self = session.wantsJSON ? .json : typed ?? .text
  }
}
