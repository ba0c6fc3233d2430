public import JSONTree

extension Snapshot {
  /// The members this version writes, in their fixed order; the rest of a head is not ours.
  static let keys = [
    "schema", "id", "title", "kind", "severity", "status", "services", "impact", "publicTitle", "publicImpact", "cause",
    "eta",
    "roles", "milestones", "impacted", "nextUpdateDue", "actions", "postmortem",
  ]

  /// The snapshot as the head of a record holds it. Absent is absent.
  public func json(schema: Int = Incident.currentSchema) -> JSONObject {
    var json: JSONObject = [
      "schema": .number(JSONNumber(schema)), "id": .string(id.text), "title": .string(title),
      "kind": .string(kind.rawValue), "severity": .string(severity.label), "status": .string(status.rawValue),
    ]
    json.append("services", services)
    json.append("impact", impact)
    json.append("publicTitle", publicTitle)
    json.append("publicImpact", publicImpact)
    json.append("cause", cause)
    json.append("eta", eta)
    json.append("roles", rolesJSON)
    json.append("milestones", milestonesJSON)
    if !impacted.all.isEmpty { json["impacted"] = .array(impacted.all.map(Self.json(of:))) }
    json.append("nextUpdateDue", nextUpdateDue)
    if !actions.isEmpty { json["actions"] = .array(actions.map { .object($0.json) }) }
    if let postmortem { json["postmortem"] = ["status": .string(postmortem.rawValue)] }
    return json
  }

  private var rolesJSON: JSONObject {
    var json: JSONObject = [:]
    for (role, names) in roles.held { json.append(role.rawValue, names) }
    return json
  }

  private var milestonesJSON: JSONObject {
    var json: JSONObject = [:]
    for milestone in Milestone.allCases { json.append(milestone.rawValue, milestones[milestone]) }
    return json
  }

  private static func json(of interval: ImpactInterval) -> JSON {
    var json: JSONObject = [:]
    json.append("from", interval.from)
    json.append("to", interval.to)
    return .object(json)
  }
}

extension JSONObject {
  /// Appends a member unless the object is empty.
  mutating func append(_ key: String, _ object: JSONObject) {
    if !object.isEmpty { self[key] = .object(object) }
  }
}
