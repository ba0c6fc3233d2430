import JSONTree

/// A follow-up took a step, or something about it is another now; of what two clones change at once, the later counts,
/// field by field.
public struct ActionChanged: EventPayload {
  static let type = "actionChanged"
  static let stateKeys = ["action", "status", "kind", "owner", "due", "priority"]

  /// The event that added it.
  public var action: EventID
  /// How far it is now.
  public var status: ActionStatus?
  /// What is to be done, put better.
  public var title: String?
  /// What it is to change about the next incident.
  public var kind: ActionKind?
  /// Who sees to it now.
  public var owner: String?
  /// The last day on which it is in time now.
  public var due: CivilDate?
  /// What is to be done first.
  public var priority: ActionPriority?
  /// Where it is tracked elsewhere.
  public var link: String?
  /// What a person wrote.
  public var message: String?

  /// What is nil stays as it was.
  public init(
    action: EventID, status: ActionStatus? = nil, title: String? = nil, kind: ActionKind? = nil, owner: String? = nil,
    due: CivilDate? = nil, priority: ActionPriority? = nil, link: String? = nil, message: String? = nil
  ) {
    self.action = action
    self.status = status
    self.title = title
    self.kind = kind
    self.owner = owner
    self.due = due
    self.priority = priority
    self.link = link
    self.message = message
  }

  init(_ fields: EventFields) throws(EventProblem) {
    action = try fields.eventID("action")
    status = try fields.optionalWord("status", ActionStatus.init(rawValue:))
    title = try fields.optionalText("title")
    kind = try fields.optionalWord("kind", ActionKind.init(rawValue:))
    owner = try fields.optionalText("owner")
    due = try fields.optionalDate("due")
    priority = try fields.optionalWord("priority", ActionPriority.init(rawValue:))
    link = try fields.optionalText("link")
    message = try fields.optionalText("message")
  }

  func encode(into json: inout JSONObject) {
    json.append("action", action.text)
    json.append("status", status?.rawValue)
    json.append("title", title)
    json.append("kind", kind?.rawValue)
    json.append("owner", owner)
    json.append("due", due?.description)
    json.append("priority", priority?.rawValue)
    json.append("link", link)
    json.append("message", message)
  }

  func apply(to state: inout Snapshot, at: Timestamp) {
    guard let place = state.actions.firstIndex(where: { $0.event == action }) else { return }
    apply(to: &state.actions[place])
    state.actions[place].done = state.actions[place].status.isDone ? state.actions[place].done ?? at : nil
  }

  /// Sets what is said; the rest stays.
  func apply(to item: inout ActionItem) {
    item.status = status ?? item.status
    item.title = title ?? item.title
    item.kind = kind ?? item.kind
    item.owner = owner ?? item.owner
    item.due = due ?? item.due
    item.priority = priority ?? item.priority
    item.link = link ?? item.link
  }
}
