import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree
import Mustache

/// `incident postmortem`: the draft, and the steps it takes.
enum Postmortem {
  static let stdout = Option.flag("stdout", help: "Print it fresh instead of writing the file")
  static let force = Option.flag("force", help: "Overwrite generated regions that somebody edited")
  static let check = Option.flag("check", help: "Read postmortems for what is open, drifted or blames; write nothing")
  static let incidents = Operand.many(
    Operand.incident.name, help: "Id, or any part at its start or end; with --check several, and files by path")

  static let syntax = CommandSyntax(
    "postmortem", aliases: ["pm"], summary: "Write the postmortem's draft, or bring its facts up to date",
    discussion: [
      "Facts stand in marked regions and are refreshed; every word that people wrote stays. A region that somebody edited "
        + "is kept and reported.",
      "--check reads every postmortem, or those named, and exits 1 where one is not finished or gives a person or human "
        + "error as a cause; with --strict or --only for a warning, too. Each finding offers a better wording.",
    ],
    operands: [incidents], options: [stdout, force, check] + PostmortemChecking.options,
    examples: [
      Example("incident postmortem", "The incident resolved last, while it is the only one"),
      Example("incident postmortem 7qk4 --stdout", "Print it, and write nothing"),
      Example("incident postmortem --check", "Read every one, for CI and before a review"),
    ],
    subcommands: [
      step("review", "Put the postmortem up for review"),
      step("publish", "Publish the postmortem: everybody may learn from it"),
    ])

  private static func step(_ name: String, _ summary: String) -> CommandSyntax {
    CommandSyntax(
      name, summary: summary, operands: [.incident],
      examples: [
        Example("incident postmortem \(name)", "The incident resolved last, while it is the only one"),
        Example("incident postmortem \(name) 7qk4", "A named one"),
      ])
  }

  static func run(_ session: Session) throws(CommandFailure) {
    switch session.arguments.path.last {
    case "review": try take(.inReview, session)
    case "publish": try take(.published, session)
    default:
      if try PostmortemChecking.isAsked(session.arguments) { return try PostmortemChecking(session).run() }
      try write(session)
    }
  }

  /// Records a step of a postmortem that is written.
  private static func take(_ status: PostmortemStatus, _ session: Session) throws(CommandFailure) {
    let id = try session.incidentID()
    _ = try session.store().load(id)
    let file = IncidentReports.Postmortem.fileName(for: id)
    guard let bytes = try session.store().read(fileNamed: file) else { throw .noPostmortem(of: id) }
    let recorded = try session.recorded(.postmortem(status), on: id)
    let isNews = status == .published && !recorded.events.isEmpty
    if isNews {
      try warnOfRegions(in: bytes, of: recorded.incident, session, path: session.store().location.path(file))
    }
    try session.report(recorded, next: isNews ? PostmortemChecking.hint(of: bytes, recorded.incident, session) : nil)
  }

  /// Tells what of the facts in a document that is being published is not the record's.
  private static func warnOfRegions(
    in bytes: [UInt8], of incident: Incident, _ session: Session, path: String
  ) throws(CommandFailure) {
    do throws(CommandFailure) {
      let fresh = try draft(incident, session, try session.templates(for: "postmortem"))
      warn(of: try refreshed(bytes, with: fresh, session, path: path).outcomes, path: path, session)
    } catch {
      session.warn((error.place.map { $0.text + ": " } ?? "") + error.message)
    }
  }

  private static func warn(of outcomes: [RegionOutcome], path: String, _ session: Session) {
    for outcome in outcomes where outcome.kind == .editedByHand {
      session.warn(
        "\(path):\(outcome.line ?? 1): the generated region \(outcome.name) was edited and stays as it is; "
          + "incident postmortem --force overwrites it")
    }
  }

  private static func write(_ session: Session) throws(CommandFailure) {
    let id = try session.incidentID()
    let library = try session.templates(for: "postmortem")
    if session.arguments.has(stdout) {
      let incident = try session.store().load(id).incident
      let text = try draft(incident, session, library).text
      if session.wantsJSON { return session.say(json: ["id": .string(id.text), "text": .string(text)]) }
      return session.say(document: text)
    }
    let context = try session.responseContext()
    let store = try session.store()
    let file = IncidentReports.Postmortem.fileName(for: id)
    let written = try store.locked(by: session.lockHolder()) { (lock) throws(CommandFailure) in
      let path = store.location.path(file)
      let existing = try store.read(fileNamed: file)
      // A fault in the template or in the file's markers shows before anything is written.
      _ = try refreshed(existing, with: try draft(try store.load(id).incident, session, library), session, path: path)
      let recorded = try session.recorded(.postmortem(.draft), on: id, in: context, store, under: lock)
      let fresh = try draft(recorded.incident, session, library)
      let (bytes, outcomes) = try refreshed(existing, with: fresh, session, path: path)
      if bytes != existing { try store.write(bytes, fileNamed: file, under: lock) }
      return Written(
        path: path, isNew: existing == nil, isChanged: bytes != existing, outcomes: outcomes,
        recorded: recorded)
    }
    report(written, session)
    try session.commitIfAsked(id)
  }

  /// What writing came to.
  private struct Written {
    let path: String
    let isNew: Bool
    let isChanged: Bool
    let outcomes: [RegionOutcome]
    let recorded: Session.Recorded
  }

  private static func draft(
    _ incident: Incident, _ session: Session, _ library: TemplateLibrary
  ) throws(CommandFailure) -> GeneratedDocument {
    let policy = try session.config().policy
    do throws(PostmortemProblem) {
      return try IncidentReports.Postmortem.draft(incident, now: session.now, policy: policy, library: library)
    } catch {
      return try session.failing(error)
    }
  }

  private static func refreshed(
    _ existing: [UInt8]?, with fresh: GeneratedDocument, _ session: Session, path: String
  ) throws(CommandFailure) -> (bytes: [UInt8], outcomes: [RegionOutcome]) {
    guard let existing else { return (Array(fresh.text.utf8), []) }
    do throws(RegionProblem) {
      let refresh = try RegionRefresh(existing, with: fresh, force: session.arguments.has(force))
      return (refresh.bytes, refresh.outcomes)
    } catch {
      throw CommandFailure(
        status: .refused, message: "\(error.message); the file stays as it is",
        place: FilePlace(path: path, line: error.line),
        hints: [Hint("incident postmortem --stdout", "prints a fresh one")])
    }
  }

  private static func report(_ written: Written, _ session: Session) {
    let recurrence = session.recurrence(of: written.recorded.incident.snapshot)
    warn(of: written.outcomes, path: written.path, session)
    if session.wantsJSON {
      var json = written.recorded.incident.snapshotJSON
      json["path"] = .string(written.path)
      json["changed"] = .bool(written.isChanged || !written.recorded.events.isEmpty)
      if let event = written.recorded.events.first { json["event"] = .object(event.json) }
      json["regions"] = .array(
        written.outcomes.map { ["name": .string($0.name), "outcome": .string($0.kind.rawValue)] })
      json["recurrence"] = recurrence?.json
      return session.say(json: .object(json))
    }
    let count = written.outcomes.filter { $0.kind == .refreshed || $0.kind == .overwritten }.count
    switch (written.isNew, written.isChanged) {
    case (true, _): session.say("wrote \(written.path, .label)")
    case (false, true):
      session.say(
        "refreshed \(written.path, .label): \(count) \(count == 1 ? "region" : "regions"); every other word stays")
    case (false, false):
      let edited = written.outcomes.count { $0.kind == .editedByHand }
      let exception = edited == 0 ? "" : " but for \(edited) edited \(edited == 1 ? "region" : "regions")"
      session.say("\(written.path, .label) is up to date\(exception)")
    }
    if let recurrence { session.tell(recurrence.lines(width: session.errorStyle.columns)) }
    if written.isNew {
      session.suggest("incident postmortem publish", "once it says what was learned")
    }
  }
}
