import JSONTree

/// A follow-up was found: a change that this incident calls for.
public struct ActionAdded: EventPayload {
  static let type = "actionAdded"
  static let stateKeys = ["kind", "owner", "due", "priority"]

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
  /// Where it is tracked elsewhere.
  public var link: String?

  /// Only the title has to be known.
  public init(
    title: String, kind: ActionKind? = nil, owner: String? = nil, due: CivilDate? = nil,
    priority: ActionPriority? = nil, link: String? = nil
  ) {
    self.title = title
    self.kind = kind
    self.owner = owner
    self.due = due
    self.priority = priority
    self.link = link
  }

  init(_ fields: EventFields) throws(EventProblem) {
    title = try fields.text("title")
    kind = try fields.optionalWord("kind", ActionKind.init(rawValue:))
    owner = try fields.optionalText("owner")
    due = try fields.optionalDate("due")
    priority = try fields.optionalWord("priority", ActionPriority.init(rawValue:))
    link = try fields.optionalText("link")
  }

  func encode(into json: inout JSONObject) {
    json.append("title", title)
    json.append("kind", kind?.rawValue)
    json.append("owner", owner)
    json.append("due", due?.description)
    json.append("priority", priority?.rawValue)
    json.append("link", link)
  }

  /// Nothing: follow-ups are there from the beginning of a fold, since one may be told of work that came before it was
  /// written down.
  func apply(to state: inout Snapshot, at: Timestamp) {}
}
