import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident declare`: a record begins.
enum Declare {
  static let title = Operand.optional("TITLE", help: "What happens, in a line")
  static let severity = Option.value(
    "severity", short: "s", "LEVEL", help: "How bad; also SEV2, P2, major …", candidates: ["1", "2", "3", "4"])
  static let service = Option.repeated("service", "NAME", help: "A service that suffers")
  static let impact = Option.value("impact", "TEXT", help: "What those who use it notice, for the company")
  static let started = Option.value("started", "TIME", help: "When the impact began")
  static let detected = Option.value("detected", "TIME", help: "When a human knew")
  static let commander = Option.value("commander", "NAME", help: "Who takes command at once")
  static let acknowledge = Option.flag("ack", help: "Respond at once")
  static let drill = Option.flag("drill", help: "A practised incident, kept out of every metric")
  static let from = Option.value("from", "FILE", help: "Take title and the rest from an alert; - reads standard input")
  static let autoResolve = Option.flag("auto-resolve", help: "With --from: resolve what nothing fires of any more")

  static let syntax = CommandSyntax(
    "declare", summary: "Declare an incident",
    discussion: [
      "Makes the store in incidents/ at the root of the Git repository where there is none. On a terminal, what is "
        + "missing is asked for.",
      "`--from` takes what Alertmanager, Grafana, PagerDuty, Opsgenie, Datadog and CloudWatch send, or JSON with a "
        + "title. An alert whose incident goes on is added to it; what else is typed counts where one is declared. "
        + "`alerts` in config.json says what its labels mean. What PagerDuty and Opsgenie resolve is resolved.",
      "With `--from` the status is 0 whatever becomes of the alert, 1 for a payload that is none, and 3 where the store "
        + "cannot be written: only then does it help to send it again.",
    ],
    operands: [title],
    options: [
      severity, service, impact, Update.impactPercent, Update.publicTitle, Update.publicImpact, started, detected,
      commander, acknowledge,
      drill, from, autoResolve,
    ],
    examples: [
      Example(
        "incident declare \"Payment latency above 5 s\" --severity 2 --service payments", "Begin a major incident"),
      Example("incident declare \"Region failover\" -s 3 --drill --commander dana --ack", "Begin a drill"),
      Example("incident declare --from alert.json --auto-resolve", "Begin, add to or resolve what an alert tells of"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    if session.arguments.has(from) { return try AlertIntakeRun.run(session) }
    if session.arguments.has(autoResolve) { throw CommandFailure(session.arguments.failure(.missingOption(from))) }
    let declaration = try declaration(session)
    let context = try session.responseContext()
    let decision: Decision
    do throws(Refusal) {
      decision = try Incident.decide(declaration, in: context)
    } catch {
      throw CommandFailure(error)
    }
    let (store, isNew) = try session.storeOrNew()
    if isNew { session.inform("made the store \(store.location.root)") }
    try warnAboutServices(declaration.declared.services, session)
    var isAlone = true
    let recorded = try store.locked(by: session.lockHolder()) { (lock) throws(CommandFailure) in
      let others = try others(context, store)
      isAlone = others.allSatisfy { !$0.snapshot.status.isActive }
      let (decision, existing) = Incident.matching(decision, among: others, in: context)
      if let existing {
        return Session.Recorded(
          incident: existing, events: [], decision: decision, path: store.files.path(of: existing.id))
      }
      return try begin(decision, context, session, store, under: lock)
    }
    try session.report(recorded, offeringRunbookNamed: !isAlone)
    try session.warnOfLeaks(in: recorded)
  }

  /// The incidents that go on; and where the declaration is of an earlier moment, those declared of the same one.
  private static func others(
    _ context: ResponseContext, _ store: StoreAccess
  ) throws(CommandFailure) -> [Incident] {
    guard context.isBackfilled else { return try store.records(standing: [.active]).records.map(\.incident) }
    let ids = try store.heads().snapshots.filter { snapshot in
      snapshot.status.isActive || snapshot.milestones.declared == context.at
    }.map(\.id)
    return store.loadAll(ids).records.map(\.incident)
  }

  /// Writes the record under an id that is free.
  static func begin(
    _ decision: Decision, _ context: ResponseContext, _ session: Session, _ store: StoreAccess,
    under lock: borrowing StoreLock
  ) throws(CommandFailure) -> Session.Recorded {
    var id = IncidentID(on: context.now, random: &session.environment.random)
    while try store.exists(id) { id = IncidentID(on: context.now, random: &session.environment.random) }
    let incident: Incident
    let events: [Event]
    do throws(RecordProblem) {
      (incident, events) = try Incident.beginning(
        id: id, with: decision, in: context, milliseconds: session.environment.milliseconds,
        random: &session.environment.random)
    } catch {
      throw .refused(error.message)
    }
    try session.refuseSecrets(in: events)
    try store.write(incident, under: lock)
    return Session.Recorded(incident: incident, events: events, decision: decision, path: store.files.path(of: id))
  }

  private static func declaration(_ session: Session) throws(CommandFailure) -> Incident.Declaration {
    let arguments = session.arguments
    let typedSeverity = try arguments.word(severity, among: Severity.typedWords, Severity.init(typed:))
    let title = try requiredTitle(session, hasSeverity: typedSeverity != nil)
    return try declaration(
      over: Declared(title: title, severity: try chosenSeverity(typedSeverity, session)), session)
  }

  /// What is known of an incident that begins, with what was typed in its place.
  static func declaration(
    over known: Declared, _ session: Session
  ) throws(CommandFailure) -> Incident.Declaration {
    let arguments = session.arguments
    var declared = known
    var services: [String] = []
    for service in arguments.values(of: service) {
      guard service.hasWords else {
        throw CommandFailure(arguments.failure(.invalidValue(Self.service, service, expected: "a name")))
      }
      if !services.contains(service) { services.append(service) }
    }
    if !services.isEmpty { declared.services = services }
    declared.impact = try arguments.text(impact)
    declared.impactPercent = try arguments.percentage(Update.impactPercent)
    declared.publicTitle = try arguments.text(Update.publicTitle)
    declared.publicImpact = try arguments.text(Update.publicImpact)
    declared.started = try arguments.time(started, now: session.now) ?? known.started
    declared.detected = try arguments.time(detected, now: session.now)
    declared.kind = arguments.has(drill) ? .drill : .incident
    return Incident.Declaration(
      declared, commander: try arguments.text(commander), acknowledge: arguments.has(acknowledge))
  }

  /// The title that was typed, if any.
  static func typedTitle(_ session: Session) throws(CommandFailure) -> String? {
    guard let typed = session.arguments.value(of: title) else { return nil }
    guard typed.hasWords else {
      throw CommandFailure(
        session.arguments.failure(.invalidOperand(title, typed, expected: "what happens, in a line")))
    }
    return typed
  }

  private static func requiredTitle(_ session: Session, hasSeverity: Bool) throws(CommandFailure) -> String {
    if let typed = try typedTitle(session) { return typed }
    guard session.isInteractive else {
      var failure = CommandFailure(
        session.arguments.failure(hasSeverity ? .missingOperand(title) : .missingOption(severity)))
      if !hasSeverity { failure.message = "`incident declare` needs a TITLE and `--severity LEVEL`" }
      throw failure
    }
    return try session.ask("What happens, in a line?")
  }

  private static func chosenSeverity(_ typed: Severity?, _ session: Session) throws(CommandFailure) -> Severity {
    if let typed { return typed }
    guard session.isInteractive else { throw CommandFailure(session.arguments.failure(.missingOption(severity))) }
    let policy = try session.config().policy
    session.tell(SeverityTable.lines(policy, width: session.errorStyle.columns))
    while true {
      if let severity = Severity(typed: try session.ask("How bad, 1 to 4?")) { return severity }
      session.inform("1, 2, 3 or 4; also SEV2, P2, major …")
    }
  }

  /// A service the team's settings do not list is probably misspelt, and never a reason not to declare.
  static func warnAboutServices(_ services: [String], _ session: Session) throws(CommandFailure) {
    let known = try session.config().services.keys
    guard !known.isEmpty else { return }
    for service in services where !known.contains(service) {
      let nearest = nearestWord(to: service, among: known).map { " Did you mean \($0)?" } ?? ""
      session.warn("\(ConfigFile.name) lists no service \(service).\(nearest)")
    }
  }
}
