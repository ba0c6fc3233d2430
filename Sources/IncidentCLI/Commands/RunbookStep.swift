import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident runbook step`: a step is shown, done, or passed over.
enum RunbookStep {
  static let number = Operand.optional("N", help: "The step's number; else the first that is neither done nor skipped")
  static let done = Option.flag("done", help: "Say that the step was followed")
  static let skip = Option.flag("skip", help: "Say that the step was passed over")
  static let runbook = Option.value("runbook", "NAME", help: "The runbook, where several are followed")

  static let syntax = CommandSyntax(
    "step", summary: "Print a step of the runbook that is followed, or tick it off",
    discussion: [
      "Commands are printed as the runbook has them, below lines that set the variables they use to what the incident "
        + "says: SERVICE, INCIDENT, SEVERITY, ALERT, and the alerts' labels in capitals."
    ],
    operands: [number, .incident], options: [done, skip, runbook, .message],
    examples: [
      Example("incident runbook step", "Print the next step"),
      Example("incident runbook step 3 --done -m \"No deploy since Monday\"", "Step 3 is done; prints the next one"),
      Example("incident runbook step --skip", "Pass over the next step"),
    ])

  /// Whether what was typed ticks a step off.
  static func ticks(_ arguments: Arguments) -> Bool { arguments.has(done) || arguments.has(skip) }

  static func run(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    if arguments.has(done), arguments.has(skip) { throw CommandFailure(arguments.failure(.conflict(done, skip))) }
    let typed = try typedStep(session)
    let files = try session.quietRunbooks()
    let incident = try session.store().load(try session.incidentID()).incident
    let name = arguments.value(of: runbook).map { files.library.entry(named: $0)?.name ?? $0 }
    let progress = try session.followedRunbook(name, in: incident)
    session.warn(ofUnreadable: progress.name, in: files)
    guard ticks(arguments) else {
      if arguments.has(.message) {
        throw CommandFailure(
          status: .usage, message: "`-m` is for a step that is ticked off, with `--done` or `--skip`",
          hints: [Hint("incident note -m TEXT", "adds words to the timeline")])
      }
      try session.refuseRecordingOptions(without: done)
      return try show(typed, of: progress, incident, files, session)
    }
    guard let step = typed ?? progress.nextStep else { return finished(progress, incident, files, session) }
    let stepped = RunbookStepped(
      runbook: progress.name, step: step, outcome: arguments.has(done) ? .done : .skipped,
      message: try session.message())
    let recorded = try session.recorded(.stepRunbook(stepped), on: incident.id)
    try session.report(recorded, runbook: progress.name, in: files)
  }

  /// The number typed; a first word that is none is the incident's reference.
  private static func typedStep(_ session: Session) throws(CommandFailure) -> Int? {
    let arguments = session.arguments
    guard let typed = arguments.value(of: number) else { return nil }
    if typed.utf8.count <= 3, let step = Int(typed) { return step }
    if arguments.operands.count == 1, let id = session.namedIncident(typed) {
      session.chosenIncident = id
      return nil
    }
    throw CommandFailure(
      arguments.failure(.invalidOperand(number, typed, expected: "a step's number; the incident comes after it")))
  }

  private static func show(
    _ typed: Int?, of progress: RunbookProgress, _ incident: Incident, _ files: RunbookFiles, _ session: Session
  ) throws(CommandFailure) {
    guard let step = typed ?? progress.nextStep else { return finished(progress, incident, files, session) }
    guard progress.steps.indices.contains(step - 1) else {
      throw CommandFailure(.noSuchStep(step, of: progress.steps.count, runbook: progress.name))
    }
    let view = FollowedRunbook(progress, files.runbook(named: progress.name), incident)
    if session.wantsJSON {
      var json = view.json(ofStep: step)
      json["runbook"] = .object(view.json)
      return session.say(json: .object(json))
    }
    session.say(view.lines(ofStep: step, width: session.outputStyle.columns))
    let reference = session.arguments.value(of: .incident).map { " \($0)" } ?? ""
    let option = session.runbookOption(progress.name, in: incident)
    session.suggest("incident runbook step \(step) --done\(option)\(reference)", "once it is; --skip passes over it")
  }

  /// There is no step left.
  private static func finished(
    _ progress: RunbookProgress, _ incident: Incident, _ files: RunbookFiles, _ session: Session
  ) {
    if session.wantsJSON {
      let view = FollowedRunbook(progress, files.runbook(named: progress.name), incident)
      return session.say(json: ["runbook": .object(view.json), "changed": false])
    }
    session.say("\(incident.id, .label)  no step of \(progress.name) is left; nothing was recorded")
    // Without a number, a word that was typed is the incident.
    let reference = session.arguments.operands.isEmpty ? "" : " \(incident.id.typedText)"
    session.suggest("incident runbook review \(shellQuoted(progress.name)) --helpful yes\(reference)", "did it help?")
  }
}
