import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident action list`: follow-ups across incidents.
enum ActionList {
  static let incident = Operand.optional("INCIDENT", help: "Only those of this incident; else those of every one")
  static let owner = Option.repeated("owner", "NAME", help: "Only this person's, in any case")
  static let overdue = Option.flag("overdue", help: "Only those past their day and not done")
  static let kind = Option.repeated(
    "kind", "KIND", help: "Only this kind",
    candidates: .words(ActionKind.allCases.map(\.rawValue)))
  static let status = Option.repeated(
    "status", "STATUS", help: "Only those that stand so",
    candidates: .words(ActionStatus.allCases.map(\.rawValue)))
  static let all = Option.flag("all", help: "Those verified and dropped, too")

  static let syntax = CommandSyntax(
    "list", aliases: ["ls"], summary: "List what is unfinished in every incident, the first due first",
    operands: [incident], options: [owner, overdue, kind, status, all],
    examples: [
      Example("incident action list --owner dana --overdue", "What somebody is late with"),
      Example("incident action list 7qk4 --all", "Every action of one incident"),
    ]
  ).declining(GlobalOptions.recording)

  static func run(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    for option in GlobalOptions.recording where arguments.has(option) {
      throw CommandFailure(arguments.failure(.unknownOption(option.spelling)))
    }
    let filter = try Filter(session)
    guard let store = try session.storeIfAny() else {
      session.inform("there is no incident store here yet")
      return session.wantsJSON ? session.say(json: []) : ()
    }
    var snapshots: [Snapshot]
    var failures: [RecordFailure] = []
    if let reference = arguments.value(of: incident) {
      snapshots = [try store.load(try session.incidentID(named: reference)).incident.snapshot]
    } else {
      let heads = try store.heads()
      (snapshots, failures) = (heads.snapshots, heads.failures)
    }
    let entries = snapshots.flatMap { snapshot in snapshot.actions.map { ActionEntry($0, of: snapshot.id) } }
    answer(entries.filter { filter.includes($0.item) }.sorted(by: ActionEntry.isEarlier), of: entries, session)
    for failure in failures { session.tell(failure) }
    if !failures.isEmpty { session.status = .storage }
  }

  private static func answer(_ entries: [ActionEntry], of all: [ActionEntry], _ session: Session) {
    if session.wantsJSON { return session.say(json: ActionDocument.json(entries, now: session.now)) }
    if entries.isEmpty {
      let finished = all.filter { !$0.item.status.isUnfinished }.count
      let isFiltered = [owner, overdue, kind, status].contains { session.arguments.has($0) }
      return session.inform(
        all.isEmpty
          ? "no actions" : isFiltered ? "no such actions" : "no unfinished actions; --all shows \(finished) more")
    }
    session.say(ActionTable(entries, today: session.now.date).lines(width: session.outputStyle.columns))
  }

  /// Which follow-ups are wanted; what is empty filters nothing.
  private struct Filter {
    let owners: Set<String>
    let kinds: Set<ActionKind>
    let statuses: Set<ActionStatus>
    let onlyOverdue: Bool
    let today: CivilDate

    init(_ session: Session) throws(CommandFailure) {
      let arguments = session.arguments
      owners = Set(arguments.values(of: owner).map { $0.lowercased() })
      onlyOverdue = arguments.has(overdue)
      today = session.now.date
      var kinds: Set<ActionKind> = []
      for typed in arguments.values(of: kind) {
        kinds.insert(
          try arguments.word(kind, typed, among: ActionKind.allCases.map(\.rawValue), ActionKind.init(typed:)))
      }
      self.kinds = kinds
      var statuses: Set<ActionStatus> = []
      for typed in arguments.values(of: status) {
        statuses.insert(
          try arguments.word(status, typed, among: ActionStatus.allCases.map(\.rawValue)) {
            ActionStatus(rawValue: $0.lowercased())
          })
      }
      if statuses.isEmpty, !arguments.has(all) { statuses = Set(ActionStatus.allCases.filter(\.isUnfinished)) }
      self.statuses = statuses
    }

    func includes(_ item: ActionItem) -> Bool {
      (owners.isEmpty || item.owner.map { owners.contains($0.lowercased()) } ?? false)
        && (kinds.isEmpty || item.kind.map(kinds.contains) ?? false)
        && (statuses.isEmpty || statuses.contains(item.status)) && (!onlyOverdue || item.isOverdue(on: today))
    }
  }
}
