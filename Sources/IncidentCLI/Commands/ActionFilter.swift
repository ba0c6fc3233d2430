import CommandArguments
import IncidentCore

/// Which follow-ups are wanted; what is empty filters nothing.
struct ActionFilter {
  static let owner = Option.repeated("owner", "NAME", help: "Only this person's, in any case")
  static let overdue = Option.flag("overdue", help: "Only those past their day and not done")
  static let kind = Option.repeated(
    "kind", "KIND", help: "Only this kind",
    candidates: .words(ActionKind.allCases.map(\.rawValue)))
  static let status = Option.repeated(
    "status", "STATUS", help: "Only those that stand so",
    candidates: .words(ActionStatus.allCases.map(\.rawValue)))
  static let unlinked = Option.flag("unlinked", help: "Only those without a link to another tracker")
  static let all = Option.flag("all", help: "Those verified and dropped, too")

  /// What may be typed, in the order of the help.
  static let options = [owner, overdue, kind, status, unlinked, all]

  var onlyOverdue: Bool
  private let owners: Set<String>
  private let kinds: Set<ActionKind>
  private let statuses: Set<ActionStatus>
  private let onlyUnlinked: Bool
  private let today: CivilDate

  /// Whether any was typed that leaves something out.
  static func isUsed(_ arguments: Arguments) -> Bool {
    [owner, overdue, kind, status, unlinked].contains(where: arguments.has)
  }

  init(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    owners = Set(arguments.values(of: Self.owner).map { $0.lowercased() })
    onlyOverdue = arguments.has(Self.overdue)
    onlyUnlinked = arguments.has(Self.unlinked)
    today = session.now.date
    var kinds: Set<ActionKind> = []
    for typed in arguments.values(of: Self.kind) {
      kinds.insert(
        try arguments.word(Self.kind, typed, among: ActionKind.allCases.map(\.rawValue), ActionKind.init(typed:)))
    }
    self.kinds = kinds
    var statuses: Set<ActionStatus> = []
    for typed in arguments.values(of: Self.status) {
      statuses.insert(
        try arguments.word(Self.status, typed, among: ActionStatus.allCases.map(\.rawValue)) {
          ActionStatus(rawValue: $0.lowercased())
        })
    }
    if statuses.isEmpty, !arguments.has(Self.all) { statuses = Set(ActionStatus.allCases.filter(\.isUnfinished)) }
    self.statuses = statuses
  }

  func includes(_ item: ActionItem) -> Bool {
    (owners.isEmpty || item.owner.map { owners.contains($0.lowercased()) } ?? false)
      && (kinds.isEmpty || item.kind.map(kinds.contains) ?? false)
      && (statuses.isEmpty || statuses.contains(item.status)) && (!onlyOverdue || item.isOverdue(on: today))
      && (!onlyUnlinked || item.link == nil)
  }
}

/// What follow-ups may be listed under.
enum ActionGrouping: String, CaseIterable {
  /// Who sees to them.
  case owner
  /// What they are to change.
  case kind

  /// The follow-ups under each heading, in the order given; headings by alphabet, or in the order of the kinds, and what
  /// has none at the end.
  func groups(_ entries: [ActionEntry]) -> [(name: String, entries: [ActionEntry])] {
    switch self {
    case .owner:
      // One person may be written in several ways.
      let names = Dictionary(entries.compactMap { $0.item.owner.map { ($0.lowercased(), $0) } }) { first, _ in first }
      return groups(entries, under: names.keys.sorted(), none: "no owner") { $0.owner?.lowercased() }
        .map { (names[$0.name] ?? $0.name, $0.entries) }
    case .kind:
      return groups(entries, under: ActionKind.allCases.map(\.rawValue), none: "no kind") { $0.kind?.rawValue }
    }
  }

  private func groups(
    _ entries: [ActionEntry], under names: [String], none: String, _ name: (ActionItem) -> String?
  ) -> [(name: String, entries: [ActionEntry])] {
    let named = names.map { known in (name: known, entries: entries.filter { name($0.item) == known }) }
    return (named + [(name: none, entries: entries.filter { name($0.item) == nil })]).filter { !$0.entries.isEmpty }
  }
}
