import CommandArguments
import IncidentCore
import IncidentExchange
import IncidentReports
import IncidentStore
import JSONTree

/// `incident declare --from`: each notice of a payload is taken in, in its order.
enum AlertIntakeRun {
  static func run(_ session: Session) throws(CommandFailure) {
    let payload = try AlertFile.read(session)
    guard session.at <= session.now else { throw CommandFailure(.inTheFuture(session.at, now: session.now)) }
    let typed = try TypedDeclaration(session)
    var results: [AlertResult] = []
    var failure: CommandFailure?
    for notice in payload.notices {
      do throws(CommandFailure) {
        results.append(try take(notice.masked, of: payload, typed, session))
      } catch {
        failure = error
        break
      }
    }
    if failure == nil || !results.isEmpty { AlertAnswer.tell(results, of: payload, session) }
    // What was written is committed, whatever came after it.
    var changed: [IncidentID] = []
    for result in results where !result.events.isEmpty {
      if let id = result.incident?.id, !changed.contains(id) { changed.append(id) }
    }
    for id in changed { try session.commitIfAsked(id) }
    if let failure { throw failure }
  }

  /// What was typed of the incidents that begin, looked at before anything is written.
  struct TypedDeclaration {
    let title: String?
    let severity: Severity?

    init(_ session: Session) throws(CommandFailure) {
      title = try Declare.typedTitle(session)
      severity = try session.arguments.word(
        Declare.severity, among: Severity.typedWords, Severity.init(typed:))
      let stand = Declared(title: title ?? "-", severity: severity ?? .sev3)
      let context = ResponseContext(at: session.at, now: session.now, by: "-", policy: .standard)
      let declaration = try Declare.declaration(over: stand, session)
      do throws(Refusal) {
        _ = try Incident.decide(declaration, in: context)
      } catch {
        throw CommandFailure(error)
      }
    }
  }

  /// The look-up and the write under one lock, so that two receivers of one alert declare once.
  private static func take(
    _ notice: AlertNotice, of payload: AlertPayload, _ typed: TypedDeclaration, _ session: Session
  ) throws(CommandFailure) -> AlertResult {
    let config = try session.config()
    let intake = AlertIntake(
      notice, payload: payload.digest, policy: config.alerts, resolves: session.arguments.has(Declare.autoResolve),
      now: session.now)
    // Where there is no store, no incident is known: one is made only for what begins with this.
    if try session.storeIfAny() == nil, case .nothing(let idleness, _) = intake.decide(among: []) {
      return AlertResult(notice: notice, outcome: .ignored, reason: idleness.sentence(notice, on: nil))
    }
    let (store, isNew) = try session.storeOrNew()
    if isNew { session.inform("made the store \(store.location.root)") }
    return try store.locked(by: session.lockHolder()) { (lock) throws(CommandFailure) in
      switch try decision(intake, store, session) {
      case .nothing(let idleness, let incident):
        return AlertResult(
          notice: notice, outcome: idleness == .known ? .already : .ignored, incident: incident,
          reason: idleness.sentence(notice, on: incident))
      case .record(let incident, let intents, let remarks):
        let context = try context(notice, at: intake.moment(on: incident), session)
        let (recorded, refusal) = try session.recorded(each: intents, on: incident.id, in: context, store, under: lock)
        return result(of: recorded, refusal, remarks, notice, incident)
      case .declare(let earlier, let intents):
        return try declare(intake, after: earlier, then: intents, typed, session, store, under: lock)
      }
    }
  }

  /// By the active incidents; where none of them knows the trouble, by those too that ended in the last thirty days.
  private static func decision(
    _ intake: AlertIntake, _ store: StoreAccess, _ session: Session
  ) throws(CommandFailure) -> AlertDecision {
    let active = try store.records(standing: [.active]).records.map(\.incident)
    let decision = intake.decide(among: active)
    switch decision {
    case .record, .nothing(_, on: .some): return decision
    case .declare, .nothing(_, on: nil): break
    }
    let since = session.now.adding(-30 * 86_400)
    let ended = try store.heads().snapshots.filter { snapshot in
      switch snapshot.status {
      case .resolved: snapshot.milestones.resolved.map { $0 >= since } ?? false
      case .cancelled: snapshot.milestones.declared.map { $0 >= since } ?? false
      case .declared, .investigating, .mitigating, .monitoring, .closed: false
      }
    }.map(\.id)
    return ended.isEmpty ? decision : intake.decide(among: active + store.loadAll(ended).records.map(\.incident))
  }

  /// By `--by`, else by the person whom the notice names, else by the system that sent it; at `--at`, else at `moment`.
  private static func context(
    _ notice: AlertNotice, at moment: Timestamp, _ session: Session
  ) throws(CommandFailure) -> ResponseContext {
    let author = try session.arguments.text(GlobalOptions.by)
    return ResponseContext(
      at: session.arguments.has(GlobalOptions.at) ? session.at : moment, now: session.now,
      by: author ?? notice.by ?? notice.source.rawValue, policy: try session.config().policy)
  }

  /// What came of intents on an incident.
  private static func result(
    of recorded: [Session.Recorded], _ refusal: CommandFailure?, _ remarks: [AlertRemark], _ notice: AlertNotice,
    _ before: Incident
  ) -> AlertResult {
    let incident = recorded.last?.incident ?? before
    var result = AlertResult(
      notice: notice, outcome: .added, incident: incident, path: recorded.last?.path,
      events: recorded.flatMap(\.events))
    for warning in recorded.flatMap(\.decision.warnings) { result.warnings.append(warning.sentence) }
    var sentences = remarks.filter { !$0.isWarning }.map { $0.sentence(notice, on: incident) }
    result.warnings += remarks.filter(\.isWarning).map { $0.sentence(notice, on: incident) }
    if let refusal {
      result.failure = refusal
      result.outcome = .refused
    } else if result.events.isEmpty {
      result.outcome = .already
      if let already = recorded.last?.decision.already { sentences.insert(already.sentence, at: 0) }
    } else if before.snapshot.status.isActive, incident.snapshot.status == .resolved {
      result.outcome = .resolved
    }
    if !sentences.isEmpty { result.reason = sentences.joined(separator: "; ") }
    return result
  }

  /// A new incident, in one write with what the alert says.
  private static func declare(
    _ intake: AlertIntake, after earlier: Incident?, then intents: [Intent], _ typed: TypedDeclaration,
    _ session: Session, _ store: StoreAccess, under lock: borrowing StoreLock
  ) throws(CommandFailure) -> AlertResult {
    let notice = intake.notice
    let context = try context(notice, at: intake.moment(on: nil), session)
    let config = try session.config()
    var known = intake.declared(at: context.at, known: config.services.keys)
    if let title = typed.title { known.title = title }
    if let severity = typed.severity { known.severity = severity }
    let declaration = try Declare.declaration(over: known, session)
    var decision: Decision
    do throws(Refusal) {
      decision = try Incident.decide(declaration, in: context)
    } catch {
      throw CommandFailure(error)
    }
    decision.events.append(.alerted(intake.alerted))
    for intent in intents {
      if let body = intent.body(besides: declaration) { decision.events.append(body) }
    }
    try Declare.warnAboutServices(declaration.declared.services, session)
    let recorded = try Declare.begin(decision, context, session, store, under: lock)
    var reasons: [String] = []
    if typed.severity == nil {
      let reason = intake.policy.severity(of: notice).reason
      reasons.append(
        known.severity.label
          + (reason == .unsaid ? ", the default: the alert says nothing of it that is known here" : reason.because))
    }
    if let earlier { reasons.append("follows \(earlier.id), which is \(earlier.snapshot.status.rawValue)") }
    return AlertResult(
      notice: notice, outcome: .declared, incident: recorded.incident, path: recorded.path, events: recorded.events,
      reason: reasons.isEmpty ? nil : reasons.joined(separator: "; "),
      warnings: decision.warnings.map(\.sentence))
  }
}

extension Intent {
  /// The event that an intent of a pager comes to on an incident that has just begun.
  fileprivate func body(besides declaration: Incident.Declaration) -> EventBody? {
    switch self {
    case .acknowledge(let message): declaration.acknowledge ? nil : .acknowledged(Acknowledged(message: message))
    case .assign(let role, let name): .assigned(Assigned(role: role, name: name))
    default: nil
    }
  }
}
