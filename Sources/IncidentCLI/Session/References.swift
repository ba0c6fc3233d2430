import CommandArguments
import IncidentCore
import IncidentStore

extension Session {
  /// The incident a command is about: the reference typed, else `$INCIDENT`, else the only active one, else the only
  /// one that is resolved and not closed.
  func incidentID() throws(CommandFailure) -> IncidentID {
    if let chosenIncident { return chosenIncident }
    let id = try chooseIncident()
    chosenIncident = id
    return id
  }

  private func chooseIncident() throws(CommandFailure) -> IncidentID {
    if let typed = arguments.value(of: .incident) { return try incidentID(named: typed) }
    guard let variable = environment.variable("INCIDENT") else { return try onlyIncident() }
    do throws(CommandFailure) {
      return try incidentID(named: variable)
    } catch {
      var failure = error
      failure.message = "$INCIDENT: " + failure.message
      throw failure
    }
  }

  /// The incident that a reference names.
  func incidentID(named text: String) throws(CommandFailure) -> IncidentID {
    let store = try store()
    guard let reference = IncidentReference(text) else { throw notFound(text) }
    if let id = reference.wholeID { return id }
    let matching = try store.matching(reference)
    switch matching.count {
    case 0: throw notFound(text)
    case 1: return matching[0]
    default:
      throw ambiguous("\"\(text)\" names \(matching.count) incidents", matching, instead: text)
    }
  }

  /// The incident that a reference names, which is there.
  func existingIncidentID(named text: String) throws(CommandFailure) -> IncidentID {
    let id = try incidentID(named: text)
    guard try store().exists(id) else { throw notFound(text) }
    return id
  }

  private func onlyIncident() throws(CommandFailure) -> IncidentID {
    let store = try store()
    if let id = store.onlyActiveID() { return id }
    let (records, failures) = try store.records(standing: [.active, .unreadable])
    let active = records.map(\.incident.id)
    if active.count > 1 { throw ambiguous("\(active.count) incidents are active: say which", active) }
    if let failure = failures.first { return try onlyIncident(active.first, beside: CommandFailure(failure)) }
    if active.count == 1 { return active[0] }
    // One that the index calls active may have been resolved by an edit it does not know of.
    let (over, unread) = try store.records(standing: [.active, .unreadable, .awaitingClose])
    let resolved = over.map(\.incident).filter { $0.snapshot.status == .resolved }.map(\.id)
    if let failure = unread.first { return try onlyIncident(resolved.first, beside: CommandFailure(failure)) }
    if resolved.count == 1 { return resolved[0] }
    if resolved.count > 1 {
      throw ambiguous("no incident is active, and \(resolved.count) are resolved but not closed: say which", resolved)
    }
    throw noneActive(in: store)
  }

  /// A failure with the newest incidents that are over, for a command that was typed again or takes one up again.
  private func noneActive(in store: StoreAccess) -> CommandFailure {
    var failure = CommandFailure.refused("no incident is active")
    let over = ((try? store.heads())?.snapshots ?? []).sorted { $0.id > $1.id }.prefix(3)
    for snapshot in over {
      failure.hints.append(
        Hint(
          commandLine(naming: snapshot.id.typedText, instead: nil),
          "\(snapshot.severity.label) \(snapshot.status.rawValue)  \(snapshot.title)"))
    }
    if !over.isEmpty { failure.hints.append(Hint("incident list", "shows every one")) }
    failure.hints.append(Hint("incident declare \"TITLE\" --severity 2", "declares one"))
    return failure
  }

  /// What is meant where a record cannot be read, which may be the one: for a look, the only other one; to record
  /// anything, a person has to say.
  private func onlyIncident(_ other: IncidentID?, beside failure: CommandFailure) throws(CommandFailure) -> IncidentID {
    if onlyLooks, let other {
      tell(failure)
      return other
    }
    var failure = failure
    failure.message = "a record that may be meant cannot be read; " + failure.message
    if let other {
      let command = commandLine(naming: other.typedText, instead: nil)
      failure.hints.insert(Hint(command, "if the other one is meant"), at: 0)
    }
    throw failure
  }

  /// Whether the command records nothing, whatever others beside it do.
  var onlyLooks: Bool {
    switch CommandName(typed: arguments.path.first ?? "") {
    case .action?: arguments.path.count == 1 || arguments.path.last == ActionList.syntax.name
    case .comms?: !arguments.has(Comms.record)
    case .handoff?: !arguments.has(Handoff.to)
    case .postmortem? where arguments.has(Postmortem.check): true
    case .runbook?: Runbook.onlyLooks(arguments)
    case let name: name?.recordsEvents == false
    }
  }

  private func notFound(_ text: String) -> CommandFailure {
    var failure = CommandFailure.refused(
      "no incident is called \"\(text)\"", Hint("incident list", "shows which there are"))
    if let step = arguments.command.nearestSubcommand(to: text) {
      let command = (["incident"] + arguments.path + [step]).joined(separator: " ")
      failure.hints.insert(Hint(command, "if that is meant"), at: 0)
    }
    return failure
  }

  /// A failure with up to ten candidates, the newest first, each as the command that names it: in place of the
  /// reference that named too many, else at the end.
  private func ambiguous(_ message: String, _ ids: [IncidentID], instead reference: String? = nil) -> CommandFailure {
    var failure = CommandFailure.refused(message)
    let newest = ids.sorted(by: >).prefix(10)
    for id in newest {
      let title = (try? store().load(id))?.incident.snapshot
      let purpose = title.map { "\($0.severity.label) \($0.status.rawValue)  \($0.title)" } ?? ""
      failure.hints.append(Hint(commandLine(naming: id.typedText, instead: reference), purpose))
    }
    if ids.count > newest.count { failure.hints.append(Hint("incident list", "shows all \(ids.count)")) }
    return failure
  }

  /// The command line as it was typed with another reference; cut where it is long.
  func commandLine(naming name: String, instead reference: String?) -> String {
    var words = arguments.words
    if let reference, let place = words.lastIndex(where: { $0 == reference || $0.hasSuffix("=" + reference) }) {
      words[place] = words[place].dropLast(reference.count) + name
    } else {
      words += arguments.command.operands.dropLast().dropFirst(arguments.operands.count).map(\.name) + [name]
    }
    let typed = words.map(shellQuoted).joined(separator: " ")
    return "incident " + (typed.utf8.count <= 64 ? typed : arguments.path.joined(separator: " ") + " … " + name)
  }
}

extension Operand {
  /// The reference to an incident, last in every command that takes one.
  static let incident = Operand.optional(
    "INCIDENT", help: "Id, or any part at its start or end; else $INCIDENT, else the only active one")
}
