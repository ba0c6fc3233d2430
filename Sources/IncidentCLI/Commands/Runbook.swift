import CommandArguments
import IncidentCore
import IncidentReports
import JSONTree

/// `incident runbook`: what to do about what goes on, step by step.
enum Runbook {
  static let syntax = CommandSyntax(
    "runbook", summary: "Find and follow a runbook, step by step",
    discussion: [
      "A runbook is Markdown: settings between two lines of ---, then Symptoms, Quick checks, Common fixes, Escalation. "
        + "The numbered quick checks are its first steps, the headings of its common fixes the next.",
      "A team's incidents/runbooks/NAME.md shadows the built-in one of the same name. Without a command it lists them.",
    ],
    examples: [
      Example("incident runbook start", "Follow the one that fits best"),
      Example("incident runbook step --done", "The next step is done; prints the one after it"),
    ],
    subcommands: [
      list, RunbookShow.syntax, RunbookSuggest.syntax, RunbookNew.syntax, RunbookStart.syntax, RunbookStep.syntax,
      RunbookReview.syntax, CheckRunbooks.syntax,
    ], runsAlone: true)

  private static let list = CommandSyntax(
    "list", aliases: ["ls"], summary: "List the runbooks and where each comes from",
    examples: [
      Example("incident runbook list", "Built-in ones and the team's"),
      Example("incident runbook list --json", "The same for a program, with what leads to each"),
    ]
  ).declining(GlobalOptions.recording)

  static func run(_ session: Session) throws(CommandFailure) {
    switch session.arguments.path.dropFirst().first {
    case "show": try RunbookShow.run(session)
    case "suggest": try RunbookSuggest.run(session)
    case "new": try RunbookNew.run(session)
    case "start": try RunbookStart.run(session)
    case "step": try RunbookStep.run(session)
    case "review": try RunbookReview.run(session)
    case "check": try CheckRunbooks.run(session)
    default: try list(session)
    }
  }

  /// Whether what was typed records nothing.
  static func onlyLooks(_ arguments: Arguments) -> Bool {
    switch arguments.path.dropFirst().first {
    case "start", "review": false
    case "step": !RunbookStep.ticks(arguments)
    default: true
    }
  }

  private static func list(_ session: Session) throws(CommandFailure) {
    for option in GlobalOptions.recording where session.arguments.has(option) {
      throw CommandFailure(session.arguments.failure(.unknownOption(option.spelling)))
    }
    let runbooks = try session.runbooks().library.entries.map(\.runbook)
    if session.wantsJSON { return session.say(json: .array(runbooks.map { .object($0.summaryJSON) })) }
    let rows = runbooks.map { runbook -> [StyledLine] in
      let reviewed = runbook.head.reviewed?.description ?? ""
      return [
        "\(runbook.name, .label)", "\(runbook.title)", "\(runbook.steps.count)", "\(runbook.head.owner ?? "")",
        "\(reviewed)", "\(RunbookHeadText.origin(runbook.origin))",
      ]
    }
    let columns: [TextTable.Column] = [
      .init("runbook", leastWidth: 20), .init("title", leastWidth: 12, dropOrder: 4), .init("steps", dropOrder: 1),
      .init("owner", leastWidth: 8, dropOrder: 2), .init("reviewed", dropOrder: 3), .init("from"),
    ]
    session.say(TextTable(columns: columns, rows: rows).lines(width: session.outputStyle.columns))
    session.suggest("incident runbook show NAME", "prints one")
  }
}
