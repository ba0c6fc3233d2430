import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

extension Session {
  /// What a write came to.
  struct Recorded {
    let incident: Incident
    let events: [Event]
    let decision: Decision
    let path: String
  }

  /// Puts an intent on the timeline of the incident the command is about, and answers with what came of it.
  func record(_ intent: Intent) throws(CommandFailure) {
    try report(try recorded(intent, on: try incidentID()))
  }

  /// Refuses what says how something is recorded, where the option is not there that records anything.
  func refuseRecordingOptions(without recording: CommandArguments.Option) throws(CommandFailure) {
    guard let option = GlobalOptions.recording.first(where: arguments.has) else { return }
    throw CommandFailure(
      status: .usage, message: "`\(option.spelling)` is for an event, and only `\(recording.spelling)` records one",
      hints: [Hint("incident \(arguments.path.joined(separator: " ")) --help", "explains")])
  }

  /// Puts an intent on a timeline: under the lock, on the record as it is then.
  func recorded(_ intent: Intent, on id: IncidentID) throws(CommandFailure) -> Recorded {
    let context = try responseContext()
    let store = try store()
    return try store.locked(by: lockHolder()) { (lock) throws(CommandFailure) in
      try recorded(intent, on: id, in: context, store, under: lock)
    }
  }

  /// The same for a command that holds the lock already.
  func recorded(
    _ intent: Intent, on id: IncidentID, in context: ResponseContext, _ store: StoreAccess,
    under lock: borrowing StoreLock
  ) throws(CommandFailure) -> Recorded {
    let tries = 5
    for attempt in 1...tries {
      let loaded = try store.load(id)
      let recorded = try decided(intent, on: loaded.incident, of: loaded, in: context)
      if recorded.events.isEmpty { return recorded }
      try refuseSecrets(in: recorded.events)
      // Git and editors know no lock: what they wrote meanwhile is taken in, not overwritten.
      if try store.write(recorded.incident, replacing: loaded, isLastTry: attempt == tries, under: lock) {
        return recorded
      }
    }
    throw CommandFailure(.changedMeanwhile(path: store.files.path(of: id)))
  }

  /// Puts several intents on one timeline, in one write: what came of each, as far as the first that is refused, and why
  /// that one is.
  func recorded(
    each intents: [Intent], on id: IncidentID, in context: ResponseContext, _ store: StoreAccess,
    under lock: borrowing StoreLock
  ) throws(CommandFailure) -> (recorded: [Recorded], refusal: CommandFailure?) {
    let tries = 5
    for attempt in 1...tries {
      let loaded = try store.load(id)
      var current = loaded.incident
      var all: [Recorded] = []
      var refusal: CommandFailure?
      for intent in intents {
        do throws(CommandFailure) {
          let recorded = try decided(intent, on: current, of: loaded, in: context)
          try refuseSecrets(in: recorded.events)
          all.append(recorded)
          current = recorded.incident
        } catch {
          guard error.status == .refused else { throw error }
          refusal = error
          break
        }
      }
      if all.allSatisfy(\.events.isEmpty) { return (all, refusal) }
      let isLast = attempt == tries
      if try store.write(current, replacing: loaded, isLastTry: isLast, under: lock) { return (all, refusal) }
    }
    throw CommandFailure(.changedMeanwhile(path: store.files.path(of: id)))
  }

  /// What an intent comes to on a record as it is; nothing is written.
  private func decided(
    _ intent: Intent, on before: Incident, of loaded: StoredRecord, in context: ResponseContext
  ) throws(CommandFailure) -> Recorded {
    let decision: Decision
    do throws(Refusal) {
      decision = try before.decide(intent, in: context)
    } catch {
      var failure = CommandFailure(error, of: before)
      if case .newerSchema = error {
        let position = JSON.position(of: [.key("schema")], in: loaded.bytes)
        failure.place = FilePlace(path: loaded.path, line: position?.line, column: position?.column)
      }
      throw failure
    }
    let incident: Incident
    let events: [Event]
    do throws(RecordProblem) {
      (incident, events) = try before.recording(
        decision, in: context, milliseconds: environment.milliseconds, random: &environment.random)
    } catch {
      throw .refused(error.message)
    }
    return Recorded(incident: incident, events: events, decision: decision, path: loaded.path)
  }

  /// Says what came of a write, and commits it where that is asked for.
  /// - Parameters:
  ///   - namesReference: Whether the command that comes next has to say which incident is meant.
  ///   - more: Members for the answer in JSON.
  ///   - page: What is to be read in the answer for a person, below what happened.
  ///   - next: The command that comes next, where it is not the one the incident waits for.
  func report(
    _ recorded: Recorded, namesReference: Bool = false, adding more: JSONObject = [:], page: [StyledLine] = [],
    next: Hint? = nil
  ) throws(CommandFailure) {
    messageFile?.remove()
    try answer(with: recorded, namesReference: namesReference, adding: more, page, next)
    try commitIfAsked(recorded.incident.id)
  }

  private func answer(
    with recorded: Recorded, namesReference: Bool, adding more: JSONObject, _ page: [StyledLine], _ hint: Hint?
  ) throws(CommandFailure) {
    for warning in recorded.decision.warnings { warn(warning.sentence) }
    let snapshot = recorded.incident.snapshot
    if wantsJSON {
      var json = recorded.incident.snapshotJSON
      json["path"] = .string(recorded.path)
      json["changed"] = .bool(!recorded.events.isEmpty)
      if let event = recorded.events.first { json["event"] = .object(event.json) }
      if recorded.events.count > 1 { json["events"] = .array(recorded.events.map { .object($0.json) }) }
      for member in more { json[member.key] = member.value }
      return say(json: .object(json))
    }
    let head: StyledLine = "\(snapshot.id, .label)  "
    if let already = recorded.decision.already {
      let news = recorded.events.map { EventText.sentence($0, in: recorded.incident) }.joined(separator: ", ")
      say(head + "\(already.sentence); \(news.isEmpty ? "nothing was recorded" : "added: \(news)")")
    } else {
      for event in recorded.events {
        say(head + "\(EventText.sentence(event, in: recorded.incident))  \(time(event.at), .muted)")
      }
    }
    if !page.isEmpty { say([""] + page) }
    if environment.streams.errorIsTerminal, recorded.events.contains(where: { $0.json["nextUpdateDue"] != nil }),
      let due = snapshot.nextUpdateDue
    {
      inform("the next update is due at \(time(due))")
    }
    if let hint { return suggest(hint.command, hint.purpose) }
    let next = NextStep(
      for: snapshot, now: now, policy: try config().policy,
      namesReference: namesReference || arguments.value(of: .incident) != nil)
    if let next { suggest(next.command, next.reason) }
  }

  /// When it happened, with the date where that was not today.
  private func time(_ moment: Timestamp) -> String {
    MomentText.short(moment, near: now)
  }
}

extension AlreadySo {
  /// A sentence without its full stop.
  var sentence: String {
    switch self {
    case .declared(let at): "already declared at \(MomentText.full(at))"
    case .acknowledged(let at): "already acknowledged at \(MomentText.full(at))"
    case .mitigated(let at): "already mitigated at \(MomentText.full(at))"
    case .resolved(let at): "already resolved at \(MomentText.full(at))"
    case .reopened: "already reopened"
    case .cancelled: "already cancelled"
    case .closed(let at): "already closed at \(MomentText.full(at))"
    case .severity(let severity): "already \(severity.label)"
    case .assigned(let role, let name): "\(name) is already \(role.title)"
    case .released(let role): "nobody to release as \(role.title)"
    case .retracted(let id): "event \(id) is already retracted"
    case .redacted(let id): "the words of event \(id) are already blanked"
    case .recorded(let id): "already recorded as event \(id)"
    case .actionAdded(let item): "already added as \(item.name), \(item.status.rawValue)"
    case .actionStands(let item): "\(item.name) is already \(item.status.rawValue): \(item.title)"
    case .actionUnchanged(let item): "\(item.name) is that way already: \(item.title)"
    case .runbookStarted(let name, let at): "\(name) was started at \(MomentText.full(at))"
    case .runbookStepped(let step, let outcome): "step \(step) is already \(outcome.rawValue)"
    case .runbookReviewed(let name, let isHelpful):
      "already said: \(name) was \(isHelpful ? "helpful" : "not helpful")"
    case .postmortem(let status): "the postmortem is already \(PostmortemText.standing(status))"
    }
  }
}

extension Warning {
  /// A sentence without its full stop.
  var sentence: String {
    switch self {
    case .unusualOrder(let conflict):
      "\(conflict.later.rawValue) comes before \(conflict.earlier.rawValue): possible, but unusual"
    case .commandsAndCommunicates(let name):
      "\(RoleGaps.overloadedSentence(name)); two people do better"
    case .laterEvents(let count):
      "\(count) \(count == 1 ? "event stands" : "events stand") after that moment on the timeline"
    case .estimateHasPassed(let eta): "the estimate \(MomentText.full(eta)) is in the past"
    case .sameTitle(let id):
      "\(id) is active and has the same title; if it is the same: incident cancel --duplicate-of \(id.typedText)"
    case .noLongerActive(let status): "the incident is \(status.rawValue); the words are recorded all the same"
    }
  }
}
