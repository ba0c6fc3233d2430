/// A follow-up: a change to the system or the process that an incident calls for.
public struct ActionItem: Hashable, Sendable {
  /// The event that added it, by which every clone knows it.
  public let event: EventID
  /// 1 for the first that was recorded, and so on; see ``name``.
  public let number: Int
  /// What is to be done, in a line.
  public var title: String
  /// What it is to change about the next incident.
  public var kind: ActionKind?
  /// Who sees to it.
  public var owner: String?
  /// The last day on which it is in time.
  public var due: CivilDate?
  /// What is to be done first.
  public var priority: ActionPriority?
  /// Where it is tracked elsewhere: an address, a ticket's key.
  public var link: String?
  /// How far it is.
  public var status: ActionStatus
  /// When it was done, whether or not somebody saw since that it works; nil while it is not.
  public var done: Timestamp?

  /// Its short name, unique within the incident: `A1`.
  ///
  /// Follow-ups are numbered in the order they were recorded in, whatever moments they are given. One that is taken back
  /// leaves its number unused, so that no other changes its name. Where two clones add some at once, a merge numbers those
  /// recorded later after those recorded earlier.
  public var name: String { "A\(number)" }

  /// Whether it is past its day and not done.
  /// - Parameter today: the date in UTC.
  public func isOverdue(on today: CivilDate) -> Bool {
    status.isToDo && due.map { $0 < today } ?? false
  }

  /// The number in a short name as it is typed, `A1`, `a1` or `1`; nil for anything else.
  public static func number(typed text: String) -> Int? {
    let digits = text.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "a") ? text.dropFirst() : Substring(text)
    guard let number = Int(digits), number > 0, String(number) == digits else { return nil }
    return number
  }
}

extension ActionItem {
  /// Right after it was added.
  init(_ added: ActionAdded, event: EventID, number: Int) {
    self.init(
      event: event, number: number, title: added.title, kind: added.kind, owner: added.owner, due: added.due,
      priority: added.priority, link: added.link, status: .open)
  }

  /// Those that `events` add, in the order of their numbers, as they were added.
  ///
  /// Every one takes a number, also where it no longer counts or says something that this version cannot read.
  static func added(in events: [Event], except retracted: Set<EventID>) -> [ActionItem] {
    let added = events.filter { event in
      switch event.body {
      case .actionAdded: true
      case .unreadable(let body): body.type == ActionAdded.type
      default: false
      }
    }
    guard !added.isEmpty else { return [] }
    return added.sorted { $0.id < $1.id }.enumerated().compactMap { place, event in
      guard case .actionAdded(let body) = event.body, !retracted.contains(event.id) else { return nil }
      return ActionItem(body, event: event.id, number: place + 1)
    }
  }
}
