import CommandArguments
import IncidentCore
import IncidentStore

extension Operand {
  /// The short name of a follow-up.
  static let action = Operand.required("ACTION", help: "The action's name, as action list has it: A1")

  /// The reference to an incident behind the name of one of its follow-ups.
  static let incidentOfAction = Operand.optional(
    "INCIDENT", help: "Id, or any part at its start or end; else $INCIDENT, else the one that has it")
}

extension Session {
  /// The follow-up a command is about, and its incident: the one that is named; else the only active one where it has an
  /// action of that name; else the only one that has it, or has it unfinished, since follow-ups outlive incidents.
  func action() throws(CommandFailure) -> (incident: Incident, item: ActionItem) {
    let typed = arguments.value(of: .action) ?? ""
    guard let number = ActionItem.number(typed: typed) else {
      let expected = "an action such as A1; the incident comes after it"
      throw CommandFailure(arguments.failure(.invalidOperand(.action, typed, expected: expected)))
    }
    let id = try incidentID(withAction: number)
    chosenIncident = id
    let incident = try store().load(id).incident
    guard let item = incident.snapshot.actions.first(where: { $0.number == number }) else {
      throw .noAction("A\(number)", in: incident)
    }
    return (incident, item)
  }

  private func incidentID(withAction number: Int) throws(CommandFailure) -> IncidentID {
    let isNamed = arguments.value(of: .incident) != nil || environment.variable("INCIDENT") != nil
    guard !isNamed else { return try incidentID() }
    let store = try store()
    func item(of snapshot: Snapshot) -> ActionItem? { snapshot.actions.first { $0.number == number } }
    if let active = store.onlyActiveID(), item(of: try store.load(active).incident.snapshot) != nil { return active }
    let heads = try store.heads()
    let having = heads.snapshots.compactMap { snapshot in item(of: snapshot).map { (id: snapshot.id, item: $0) } }
    if let failure = heads.failures.first {
      var failure = CommandFailure(failure)
      failure.message = "a record that may be meant cannot be read; " + failure.message
      failure.hints = candidates(having) + failure.hints
      throw failure
    }
    let active = heads.snapshots.filter(\.status.isActive)
    if active.count == 1, item(of: active[0]) != nil { return active[0].id }
    let unfinished = having.filter(\.item.status.isUnfinished)
    if let only = having.count == 1 ? having.first : unfinished.count == 1 ? unfinished.first : nil { return only.id }
    guard !having.isEmpty else {
      throw .refused(
        "no incident has an action A\(number)", Hint("incident action list --all", "shows which there are"),
        Hint("incident action add \"TITLE\" INCIDENT", "adds one"))
    }
    let meant = unfinished.isEmpty ? having : unfinished
    var failure = CommandFailure.refused("\(meant.count) incidents have an action A\(number): say which")
    failure.hints = candidates(meant)
    throw failure
  }

  /// The command for each of the ten newest incidents.
  private func candidates(_ entries: [(id: IncidentID, item: ActionItem)]) -> [Hint] {
    entries.sorted { $0.id > $1.id }.prefix(10).map { entry in
      Hint(
        commandLine(naming: entry.id.typedText, instead: nil), "\(entry.item.status.rawValue)  \(entry.item.title)")
    }
  }
}

extension Arguments {
  /// A day to come: `2026-12-04`, `tomorrow`, or a length of time from now such as `2w`.
  func day(_ option: CommandArguments.Option, from start: Timestamp) throws(CommandFailure) -> CivilDate? {
    guard let text = value(of: option) else { return nil }
    if let date = CivilDate(text) { return date }
    switch text.lowercased() {
    case "today": return start.date
    case "tomorrow": return start.adding(86_400).date
    default: break
    }
    let moment =
      TimeSpan(text).map { start.adding($0.seconds) } ?? Timestamp(typed: text, now: start, direction: .future)
    guard let moment else {
      let expected = "a date such as 2026-12-04, or a length of time such as 2w"
      throw CommandFailure(failure(.invalidValue(option, text, expected: expected)))
    }
    return moment.date
  }
}
