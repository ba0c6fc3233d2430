import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident run`: a command, and what came of it on the timeline.
///
/// It ends with the command's exit status, which is any from 0 to 255. Its own failures are 1 and 2 where nothing was run;
/// afterwards they are told and change nothing.
enum Run {
  static let incident = CommandArguments.Option.value(
    "incident", "INCIDENT", help: "The incident; else $INCIDENT, else the only active one")
  static let why = CommandArguments.Option.value("message", short: "m", "TEXT", help: "Why it is run")
  static let command = Operand.rest("COMMAND", help: "What to run, with its arguments; no shell reads them")

  static let syntax = CommandSyntax(
    "run", summary: "Run a command and put what came of it on the timeline",
    discussion: [
      "The command has the terminal, its signals and its streams as if it were typed by itself. Recorded are its line, "
        + "exit status and duration, and the last 20 lines it wrote, with what looks like a credential masked. "
        + "Where input is piped and standard error is a terminal, a pager reads its keys there: it is not recorded.",
      "Ends with the command's exit status: 128 and the signal's number if one ended it, 127 if it is not there, 126 if "
        + "it cannot be executed. With no active incident it is run all the same, and nothing is recorded.",
      "Standard output is the command's. With --json what was recorded is one line of JSON at the end of standard error.",
    ],
    operands: [command], options: [why, incident],
    examples: [
      Example("incident run -- kubectl rollout undo deployment/payments", "Undo, and have it on the timeline"),
      Example("incident run -m \"Is the pool full?\" psql -c \"select count(*) from pg_stat_activity\"", "Say why"),
    ]
  ).declining([GlobalOptions.at])

  static func run(_ session: Session) throws(CommandFailure) {
    let message = try reason(session)
    _ = try session.arguments.text(GlobalOptions.by)
    let target = try session.runTarget()
    let words = session.arguments.values(of: command)
    let isElsewhere = session.arguments.has(GlobalOptions.directory)
    let run = session.environment.runCommand(words, isElsewhere ? session.directory : nil)
    session.commandStatus = run.exitStatus
    if let obstacle = run.obstacle { session.tellOfCommand("\(shellQuoted(words.first ?? "")): \(obstacle)") }
    switch target {
    case .nowhere(let reason): session.inform("nothing was recorded: \(reason)")
    case .incident(let id):
      do throws(CommandFailure) {
        try session.record(run, of: words, because: message, on: id)
      } catch {
        var failure = error
        failure.message = "the command was run, and is not on the timeline: \(error.message)"
        session.tell(failure)
      }
    }
  }

  /// What `-m` says. A credential in it is found before anything is run; no editor opens, and standard input is the
  /// command's.
  private static func reason(_ session: Session) throws(CommandFailure) -> String? {
    guard let text = try session.arguments.text(why) else { return nil }
    if text == "-" {
      throw CommandFailure(
        session.arguments.failure(
          .invalidValue(why, text, expected: "the text itself: standard input is the command's")))
    }
    if !session.arguments.has(GlobalOptions.allowSecret), let finding = SecretScan.findings(in: text).first {
      throw .refused(
        "the message holds what looks like \(finding.rule.title) (\(finding.rule.rawValue)), at column "
          + "\(finding.column): nothing was run",
        Hint("--allow-secret", "records it all the same; what is in Git is there for good"))
    }
    return text
  }
}

extension Session {
  /// Why a command was not begun.
  fileprivate func tellOfCommand(_ text: String) {
    if wantsJSON { warn(text) } else { tell("\("incident:", .alarm) \(text)") }
  }

  /// Puts what came of a command on a timeline, at the moment it began, recorded now that it ended.
  fileprivate func record(
    _ run: CommandRun, of words: [String], because message: String?, on id: IncidentID
  ) throws(CommandFailure) {
    let seconds = max(0, run.milliseconds / 1_000)
    let output = OutputText(run.tail.bytes, isCut: run.tail.isCut)
    let ran = Ran(
      command: CommandLineText.masked(words), status: run.signalName == nil ? Int(run.exitStatus) : nil,
      signal: run.signalName, seconds: seconds, output: output.text, isCut: output.isCut, message: message)
    environment.milliseconds += UInt64(max(0, run.milliseconds))
    let context = ResponseContext(
      at: now, now: now.adding(seconds), by: try author(), policy: try config().policy)
    let store = try store()
    let recorded = try store.locked(by: lockHolder()) { (lock) throws(CommandFailure) in
      try self.recorded(.ran(ran), on: id, in: context, store, under: lock)
    }
    if environment.streams.outputIsTerminal, let last = run.tail.bytes.last, last != UInt8(ascii: "\n") {
      environment.streams.writeError([UInt8(ascii: "\n")])
    }
    answer(with: recorded, ran)
    try commitIfAsked(id)
  }

  private func answer(with recorded: Recorded, _ ran: Ran) {
    for warning in recorded.decision.warnings { warn(warning.sentence) }
    if wantsJSON {
      var json = recorded.incident.snapshotJSON
      json["path"] = .string(recorded.path)
      json["changed"] = .bool(!recorded.events.isEmpty)
      if let event = recorded.events.first { json["event"] = .object(event.json) }
      environment.streams.writeError(Array((JSON.object(json).inlineText(escaping: .terminalSafe) + "\n").utf8))
    } else if environment.streams.errorIsTerminal, environment.streams.outputIsTerminal {
      let ending = "\(TrackText.outcome(of: ran)) after \(DurationText.long(seconds: ran.seconds))"
      let said = recorded.decision.already?.sentence ?? "recorded on \(recorded.incident.id)"
      inform("\(said): \(ending)")
    }
  }
}
