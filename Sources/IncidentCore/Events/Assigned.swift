import JSONTree

/// Somebody took a role, or took it over from somebody.
public struct Assigned: EventPayload {
  static let type = "assigned"
  static let stateKeys = ["role", "name", "from"]

  /// The part they play.
  public var role: Role
  /// Who plays it now.
  public var name: String
  /// Who hands it over.
  public var from: String?

  /// `from` is for the reader; a role that one person holds has one holder in any case.
  public init(role: Role, name: String, from: String? = nil) {
    self.role = role
    self.name = name
    self.from = from
  }

  init(_ fields: EventFields) throws(EventProblem) {
    role = try fields.word("role", Role.init(rawValue:))
    name = try fields.text("name")
    from = try fields.optionalText("from")
  }

  func encode(into json: inout JSONObject) {
    json.append("role", role.rawValue)
    json.append("name", name)
    json.append("from", from)
  }

  func apply(to state: inout Snapshot, at: Timestamp) {
    state.roles.give(role, to: name)
  }
}
