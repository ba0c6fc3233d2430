import IncidentCore
import JSONTree
import Testing

/// The head of a record that hit services: each impact is `from–to` or `from–`, and a share of users in percent.
func head(
  _ suffix: String, _ impacts: (from: String, to: String?, percent: Int?)..., severity: String = "SEV1",
  services: [String] = ["payments"], status: String = "resolved", kind: String = "incident"
) throws -> Snapshot {
  try head(suffix, impacts, severity: severity, services: services, status: status, kind: kind)
}

/// The same of an array, with the moments from which people responded to a severity; each ends with the next.
func head(
  _ suffix: String, _ impacts: [(from: String, to: String?, percent: Int?)], severity: String,
  services: [String] = ["payments"], status: String = "resolved", kind: String = "incident",
  responded: [(severity: String, from: String)] = []
) throws -> Snapshot {
  let impacted = impacts.map { impact in
    var json: JSONObject = ["from": .string(time(impact.from).description)]
    if let to = impact.to { json["to"] = .string(time(to).description) }
    if let percent = impact.percent { json["percent"] = .number(JSONNumber(percent)) }
    return JSON.object(json)
  }
  let ends = responded.dropFirst().map { Optional($0.from) } + [nil]
  let stretches = zip(responded, ends).map { stretch, end in
    var json: JSONObject = [
      "severity": .string(stretch.severity), "from": .string(time(stretch.from).description),
    ]
    if let end { json["to"] = .string(time(end).description) }
    return JSON.object(json)
  }
  var json: JSONObject = [
    "id": .string("INC-20261120-\(suffix)"), "title": "Slow", "kind": .string(kind), "severity": .string(severity),
    "status": .string(status), "services": .array(services.map(JSON.string)), "impacted": .array(impacted),
  ]
  if !stretches.isEmpty { json["responded"] = .array(stretches) }
  return try Snapshot(head: json)
}

/// A promise of a percentage such as `99.9`.
func promise(_ service: String = "payments", _ percent: String, _ window: ObjectiveWindow = .rolling(days: 1)) throws
  -> ServiceObjective
{
  let objective = try #require(JSONNumber(percent).flatMap { Objective($0) })
  return ServiceObjective(service: service, objective: objective, window: window)
}

/// The one budget of a promise, 90 % of a day unless another is given: 8 640 s are allowed.
func reckoned(
  _ snapshots: [Snapshot], of promise: ServiceObjective? = nil, now: String = "18:00", in zone: TimeZoneRules = .utc
) throws -> Budget {
  let objective = try promise ?? IncidentCoreTests.promise("payments", "90")
  return try #require(
    Budget.all(of: [objective], spentBy: snapshots, policy: .standard, now: time(now), in: zone).first)
}
