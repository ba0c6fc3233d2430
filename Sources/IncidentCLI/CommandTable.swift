import CommandArguments
import JSONTree

/// The commands, by the word that picks each.
enum CommandName: String, CaseIterable {
  case declare, ack, update, note, severity, assign, mitigate, resolve, reopen, cancel, close, retract, redact, run
  case list, show, status
  case comms, handoff
  case postmortem, action, metrics, budget, report
  case runbook, template
  case `init`, check, sync, mergeFile = "merge-file", config, completions

  /// The command of that word. `init(rawValue:)` of so many strings makes a dictionary of them first, which takes a
  /// process longer than all the rest of its parsing.
  init?(typed word: String) {
    guard let name = Self.allCases.first(where: { $0.rawValue == word }) else { return nil }
    self = name
  }

  /// What the command takes and what its help says.
  var syntax: CommandSyntax {
    switch self {
    case .declare: Declare.syntax
    case .ack: Ack.syntax
    case .update: Update.syntax
    case .note: Note.syntax
    case .severity: ChangeSeverity.syntax
    case .assign: Assign.syntax
    case .mitigate: Mitigate.syntax
    case .resolve: Resolve.syntax
    case .reopen: Reopen.syntax
    case .cancel: Cancel.syntax
    case .close: Close.syntax
    case .retract: Retract.syntax
    case .redact: Redact.syntax
    case .run: Run.syntax
    case .list: List.syntax
    case .show: Show.syntax
    case .status: ShowStatus.syntax
    case .comms: Comms.syntax
    case .handoff: Handoff.syntax
    case .postmortem: Postmortem.syntax
    case .action: Action.syntax
    case .metrics: Metrics.syntax
    case .budget: ShowBudget.syntax
    case .report: Report.syntax
    case .runbook: Runbook.syntax
    case .template: Template.syntax
    case .`init`: Init.syntax
    case .check: Check.syntax
    case .sync: Sync.syntax
    case .mergeFile: MergeFile.syntax
    case .config: ShowConfig.syntax
    case .completions: Completions.syntax
    }
  }

  /// Whether it, or a command below it, puts events on a timeline, and so takes ``GlobalOptions/recording``.
  var recordsEvents: Bool {
    switch self {
    case .declare, .ack, .update, .note, .severity, .assign, .mitigate, .resolve, .reopen, .cancel, .close, .retract,
      .redact, .run, .postmortem, .action, .comms, .handoff, .runbook:
      true
    case .list, .show, .status, .metrics, .budget, .report, .template, .`init`, .check, .sync, .mergeFile, .config,
      .completions:
      false
    }
  }

  /// Does what was typed.
  func run(_ session: Session) throws(CommandFailure) {
    switch self {
    case .declare: try Declare.run(session)
    case .ack: try Ack.run(session)
    case .update: try Update.run(session)
    case .note: try Note.run(session)
    case .severity: try ChangeSeverity.run(session)
    case .assign: try Assign.run(session)
    case .mitigate: try Mitigate.run(session)
    case .resolve: try Resolve.run(session)
    case .reopen: try Reopen.run(session)
    case .cancel: try Cancel.run(session)
    case .close: try Close.run(session)
    case .retract: try Retract.run(session)
    case .redact: try Redact.run(session)
    case .run: try Run.run(session)
    case .list: try List.run(session)
    case .show: try Show.run(session)
    case .status: try ShowStatus.run(session)
    case .comms: try Comms.run(session)
    case .handoff: try Handoff.run(session)
    case .postmortem: try Postmortem.run(session)
    case .action: try Action.run(session)
    case .metrics: try Metrics.run(session)
    case .budget: try ShowBudget.run(session)
    case .report: try Report.run(session)
    case .runbook: try Runbook.run(session)
    case .template: try Template.run(session)
    case .`init`: try Init.run(session)
    case .check: try Check.run(session)
    case .sync: try Sync.run(session)
    case .mergeFile: try MergeFile.run(session)
    case .config: try ShowConfig.run(session)
    case .completions: try Completions.run(session)
    }
  }
}

/// The program's table: what is parsed, shown as help, and completed.
enum CommandTable {
  /// Which version this is, by semantic versioning.
  static let version = "0.1.0"

  private static let versionOption = CommandArguments.Option.flag("version", help: "Say which version this is")

  /// The program's name.
  static let name = "incident"

  /// The whole tree.
  static let root = root(groups: [
    group(
      "Respond",
      [
        .declare, .ack, .update, .note, .severity, .assign, .mitigate, .resolve, .reopen, .cancel, .close, .retract,
        .redact, .run,
      ]),
    group("Look", [.list, .show, .status]),
    group("Tell", [.comms, .handoff]),
    group("Learn", [.postmortem, .action, .metrics, .budget, .report]),
    group("Prepare", [.runbook, .template]),
    group("Store", [.`init`, .check, .sync, .mergeFile, .config, .completions]),
  ])

  /// Reads a command line.
  ///
  /// By a tree that has the one command that is most likely meant: making all of them takes a fifth of the time that the
  /// quickest one has. Where that does not read, the whole tree says what it is, or what is wrong with it.
  static func parse(_ words: [String]) throws(UsageError) -> Invocation {
    // Any one will do for `--version`, which names none.
    let name = words.lazy.compactMap({ CommandName(typed: $0) }).first ?? .show
    if case .run(let arguments)? = try? root(groups: [group("", [name])]).parse(words) { return .run(arguments) }
    return try root.parse(words)
  }

  private static func root(groups: [CommandGroup]) -> CommandSyntax {
    CommandSyntax(
      name, summary: "Track incidents from the first alert to the postmortem",
      discussion: [
        "Every incident is one JSON file in incidents/, made on the first declare. Nothing has to be set up; "
          + "commands find the incident by themselves while only one is active."
      ],
      options: [versionOption], sharedOptions: GlobalOptions.all,
      examples: [
        Example("incident declare \"Payment latency above 5 s\" --severity 2", "Begin"),
        Example("incident status", "See what is going on"),
      ],
      groups: groups)
  }

  private static func group(_ title: String, _ names: [CommandName]) -> CommandGroup {
    CommandGroup(
      title,
      names.map { name in
        name.recordsEvents ? name.syntax : name.syntax.declining(GlobalOptions.recording)
      })
  }

  /// Does what was typed.
  static func run(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    guard let word = arguments.path.first, let name = CommandName(typed: word) else {
      if session.wantsJSON { return session.say(json: ["version": .string(version)]) }
      return session.say(document: "incident \(version)\n")
    }
    try name.run(session)
    if name.recordsEvents, !session.onlyLooks { session.warnOfTextMerges() }
  }
}
