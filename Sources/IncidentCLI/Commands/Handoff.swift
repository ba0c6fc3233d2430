import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree
import Mustache

/// `incident handoff`: what the next shift has to know, and who takes command.
enum Handoff {
  static let since = Option.value(
    "since", "TIME", help: "When the shift began: 12h (the default), 06:00, yesterday 18:00")
  static let to = Option.value("to", "NAME", help: "Hand over command, too, of what you command, or of INCIDENT")
  static let incident = Operand.optional("INCIDENT", help: "Only this one; else the whole shift")

  static let syntax = CommandSyntax(
    "handoff", summary: "Write what the next shift has to know, as Markdown",
    discussion: [
      "What goes on and its next step, what ended, postmortems owed, late updates, open actions. With --to the role of "
        + "incident commander moves, as an event on each timeline."
    ],
    operands: [incident], options: [since, to],
    examples: [
      Example("incident handoff --since 06:00", "At the end of a shift"),
      Example("incident handoff --to li", "The same, and li takes command of what you command"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    let begin =
      try arguments.moment(since, now: session.now, direction: .since)
      ?? session.now.adding(-Session.shiftLength)
    guard begin <= session.now else { throw CommandFailure(.inTheFuture(begin, now: session.now)) }
    guard let name = try arguments.text(to) else {
      try session.refuseRecordingOptions(without: to)
      return answer(try text(session, since: begin), [], session)
    }
    // A fault in the template shows before anything is recorded.
    _ = try text(session, since: begin)
    let handed = try handOver(to: name, session)
    for recorded in handed { for warning in recorded.decision.warnings { session.warn(warning.sentence) } }
    answer(try text(session, since: begin), handed, session)
    for recorded in handed { try session.commitIfAsked(recorded.incident.id) }
  }

  /// The handoff of the shift, or of one incident.
  private static func text(_ session: Session, since: Timestamp) throws(CommandFailure) -> String {
    let library = try session.templates(for: "handoff")
    let context: MustacheValue
    if let reference = session.arguments.value(of: incident) {
      let loaded = try session.store().load(try session.incidentID(named: reference)).incident
      context = IncidentContext(loaded, now: session.now, policy: try session.config().policy).value
    } else {
      context = try session.shift(since: since).value
    }
    return try session.rendering { () throws(TemplateError) in
      try library.render("handoff", with: context) ?? ""
    }
  }

  /// Gives the role of commander to `name`: of the incident that was named, else of every active one that the author
  /// commands, else of the only active one. Typed a second time, it finds that `name` commands already.
  private static func handOver(to name: String, _ session: Session) throws(CommandFailure) -> [Session.Recorded] {
    let context = try session.responseContext()
    let store = try session.store()
    let ids = try commanded(by: context.by, or: name, session, store)
    return try store.locked(by: session.lockHolder()) { (lock) throws(CommandFailure) in
      var all: [Session.Recorded] = []
      for id in ids {
        all.append(
          try session.recorded(.assign(.incidentCommander, to: name), on: id, in: context, store, under: lock))
      }
      return all
    }
  }

  private static func commanded(
    by author: String, or successor: String, _ session: Session, _ store: StoreAccess
  ) throws(CommandFailure) -> [IncidentID] {
    if let reference = session.arguments.value(of: incident) { return [try session.incidentID(named: reference)] }
    let active = try store.heads(standing: [.active], keepsMembers: false).snapshots
    for name in [author, successor] {
      let own = active.filter { $0.roles.commander == name }
      if !own.isEmpty { return own.map(\.id) }
    }
    if active.count == 1 { return active.map(\.id) }
    guard !active.isEmpty else {
      throw .refused(
        "no incident is active: there is no command to hand over", Hint("incident handoff", "writes the handoff alone"))
    }
    var failure = CommandFailure.refused("\(author) commands none of the \(active.count) active incidents: say which")
    failure.hints = active.sorted { $0.id > $1.id }.prefix(10).map { snapshot in
      Hint(
        session.commandLine(naming: snapshot.id.typedText, instead: nil),
        "\(snapshot.severity.label) \(snapshot.roles.commander ?? "nobody")  \(snapshot.title)")
    }
    throw failure
  }

  private static func answer(_ text: String, _ handed: [Session.Recorded], _ session: Session) {
    guard session.wantsJSON else {
      for recorded in handed {
        let id = recorded.incident.id
        if let already = recorded.decision.already { session.inform("\(id)  \(already.sentence)") }
        for event in recorded.events { session.inform("\(id)  \(EventText.sentence(event, in: recorded.incident))") }
      }
      return session.say(document: text)
    }
    var json: JSONObject = ["text": .string(text)]
    if session.arguments.has(to) {
      json["handedOver"] = .array(
        handed.map { recorded in
          var entry: JSONObject = ["incident": .string(recorded.incident.id.text)]
          entry["changed"] = .bool(!recorded.events.isEmpty)
          if let event = recorded.events.first { entry["event"] = .object(event.json) }
          return .object(entry)
        })
    }
    session.say(json: .object(json))
  }
}
