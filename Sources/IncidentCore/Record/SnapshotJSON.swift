public import JSONTree

extension Snapshot {
  /// The members this version writes, in their fixed order; the rest of a head is not ours.
  static let keys = [
    "schema", "id", "title", "kind", "severity", "status", "services", "impact", "publicTitle", "publicImpact", "cause",
    "duplicateOf", "eta", "roles", "milestones", "impacted", "responded", "reopened", "nextUpdateDue", "updates",
    "actions", "postmortem", "duty", "runbooks",
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
    json.append("duplicateOf", duplicateOf?.text)
    json.append("eta", eta)
    json.append("roles", rolesJSON)
    json.append("milestones", milestonesJSON)
    if !impacted.all.isEmpty { json["impacted"] = .array(impacted.all.map(Self.json(of:))) }
    let stretches = unusualStretches
    if !stretches.isEmpty { json["responded"] = .array(stretches.map(Self.json(of:))) }
    if reopenings > 0 { json["reopened"] = .number(JSONNumber(reopenings)) }
    json.append("nextUpdateDue", nextUpdateDue)
    if updates.owed > 0 { json["updates"] = .object(updates.json) }
    if !actions.isEmpty { json["actions"] = .array(actions.map { .object($0.json) }) }
    if let postmortem {
      var member: JSONObject = ["status": .string(postmortem.rawValue)]
      member.append("published", postmortemPublished)
      json["postmortem"] = .object(member)
    }
    if !duties.isEmpty { json["duty"] = .array(duties.map(Self.json(of:))) }
    if !runbooks.isEmpty { json["runbooks"] = .array(runbooks.map { .object($0.json) }) }
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
    if let percent = interval.percent { json["percent"] = .number(JSONNumber(percent.value)) }
    return .object(json)
  }

  private static func json(of stretch: ResponseStretch) -> JSON {
    var json: JSONObject = ["severity": .string(stretch.severity.label)]
    json.append("from", stretch.from)
    json.append("to", stretch.to)
    return .object(json)
  }

  private static func json(of duty: Duty) -> JSON {
    var json: JSONObject = ["name": .string(duty.name)]
    json.append("role", duty.role?.rawValue)
    json.append("from", duty.from)
    json.append("to", duty.to)
    return .object(json)
  }
}

extension JSONObject {
  /// Appends a member unless the object is empty.
  mutating func append(_ key: String, _ object: JSONObject) {
    if !object.isEmpty { self[key] = .object(object) }
  }
}
