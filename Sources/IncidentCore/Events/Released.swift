import JSONTree

/// Somebody laid a role down with nobody to take it.
public struct Released: EventPayload {
  static let type = "released"
  static let stateKeys = ["role", "name"]

  /// The part they played.
  public var role: Role
  /// Who played it.
  public var name: String

  /// The role is named, and who held it.
  public init(role: Role, name: String) {
    self.role = role
    self.name = name
  }

  init(_ fields: EventFields) throws(EventProblem) {
    role = try fields.word("role", Role.init(rawValue:))
    name = try fields.text("name")
  }

  func encode(into json: inout JSONObject) {
    json.append("role", role.rawValue)
    json.append("name", name)
  }

  func apply(to state: inout Snapshot, at: Timestamp) {
    state.roles.take(role, from: name)
  }
}
