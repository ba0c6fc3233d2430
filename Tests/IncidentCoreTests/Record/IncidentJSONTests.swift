import IncidentCore
import JSONTree
import Testing

@Suite struct IncidentJSONTests {
  /// The record of the design, with a timeline that gives its head.
  static let record = #"""
    {"schema": 1, "id": "INC-20261120-7QK4", "title": "Payment latency above 5 s", "kind": "incident", \#
    "severity": "SEV2", "status": "monitoring", "services": ["payments"], \#
    "impact": "About 20 % of customers cannot check out", "publicTitle": "Trouble", "publicImpact": "Slow", \#
    "cause": "pool", "eta": "2026-11-20T23:20:00Z", \#
    "roles": {"incidentCommander": ["dana"], "communicationsLead": ["li"]}, \#
    "milestones": {"started": "2026-11-20T22:41:00Z", "detected": "2026-11-20T22:47:00Z", \#
    "declared": "2026-11-20T22:47:09Z", "acknowledged": "2026-11-20T22:48:30Z", \#
    "mitigated": "2026-11-20T23:02:10Z"}, \#
    "impacted": [{"from": "2026-11-20T22:41:00Z", "to": "2026-11-20T23:02:10Z", "percent": 20}], \#
    "nextUpdateDue": "2026-11-20T23:32:10Z", "updates": {"owed": 1, "late": 1}, \#
    "actions": [{"id": "A1", "title": "Alert on pool saturation", "kind": "detect", "owner": "dana", \#
    "due": "2026-12-04", "priority": "high", "link": "OPS-12", "status": "done", \#
    "done": "2026-11-20T23:07:00Z", "event": "01KAH000000000000000000008"}], \#
    "postmortem": {"status": "published", "published": "2026-11-20T23:05:00Z"}, \#
    "duty": [{"name": "dana", "role": "incidentCommander", "from": "2026-11-20T22:47:09Z"}, \#
    {"name": "dana", "from": "2026-11-20T22:48:30Z"}, \#
    {"name": "li", "role": "communicationsLead", "from": "2026-11-20T22:49:00Z"}], "timeline": [\#
    {"id": "01KAH000000000000000000001", "at": "2026-11-20T22:47:09Z", "by": "dana", "type": "declared", \#
    "title": "Payment latency above 5 s", "severity": "SEV2", "services": ["payments"], \#
    "impact": "About 20 % of customers cannot check out", "impactPercent": 20, "publicTitle": "Trouble", \#
    "publicImpact": "Slow", "started": "2026-11-20T22:41:00Z", \#
    "detected": "2026-11-20T22:47:00Z", "nextUpdateDue": "2026-11-20T23:00:00Z"}, \#
    {"id": "01KAH000000000000000000002", "at": "2026-11-20T22:47:09Z", "by": "dana", "type": "assigned", \#
    "role": "incidentCommander", "name": "dana"}, \#
    {"id": "01KAH000000000000000000003", "at": "2026-11-20T22:48:30Z", "by": "dana", "type": "acknowledged"}, \#
    {"id": "01KAH000000000000000000004", "at": "2026-11-20T22:49:00Z", "by": "dana", "type": "assigned", \#
    "role": "communicationsLead", "name": "li"}, \#
    {"id": "01KAH000000000000000000005", "at": "2026-11-20T22:55:00Z", "by": "li", "type": "updated", \#
    "cause": "pool", "eta": "2026-11-20T23:20:00Z"}, \#
    {"id": "01KAH000000000000000000006", "at": "2026-11-20T23:02:10Z", "by": "dana", "type": "mitigated", \#
    "nextUpdateDue": "2026-11-20T23:32:10Z"}, \#
    {"id": "01KAH000000000000000000007", "at": "2026-11-20T23:05:00Z", "by": "dana", "type": "postmortem", \#
    "status": "published"}, \#
    {"id": "01KAH000000000000000000008", "at": "2026-11-20T23:06:00Z", "by": "dana", "type": "actionAdded", \#
    "title": "Alert on pool saturation", "kind": "detect", "owner": "dana", "due": "2026-12-04", "priority": "high", \#
    "link": "OPS-12"}, \#
    {"id": "01KAH000000000000000000009", "at": "2026-11-20T23:07:00Z", "by": "dana", "type": "actionChanged", \#
    "action": "01KAH000000000000000000008", "status": "done"}]}
    """#

  @Test("a record is read and written without a byte changed, its head in the order of the design")
  func identity() throws {
    let incident = try Incident(json: try JSON.parse(Self.record))
    #expect(incident.json.text == Self.record)
    #expect(!incident.storedSnapshotDiffers)
    #expect(
      incident.json.keys == [
        "schema", "id", "title", "kind", "severity", "status", "services", "impact", "publicTitle", "publicImpact",
        "cause",
        "eta", "roles", "milestones", "impacted", "nextUpdateDue", "updates", "actions", "postmortem", "duty",
        "timeline",
      ])
    var head = incident.json
    head["timeline"] = nil
    #expect(incident.snapshotJSON.text == head.text)
  }

  @Test("a head that its timeline does not give is noticed, and the timeline counts")
  func storedSnapshotDiffers() throws {
    for (key, value) in [("status", "resolved"), ("title", "Another"), ("eta", nil)] as [(String, JSON?)] {
      var json = try object(Self.record)
      json[key] = value
      let incident = try Incident(json: .object(json))
      #expect(incident.storedSnapshotDiffers, "\(key)")
      #expect(incident.json.text == Self.record, "\(key)")
    }
    #expect(try !incident().storedSnapshotDiffers)
  }

  @Test("a head that differs only in an equivalent spelling of its title is noticed")
  func canonicalTwin() throws {
    var declared = Declared.sample
    declared.title = "Caf\u{E9} down"
    var json = try incident(declared).json
    json["title"] = "Cafe\u{301} down"
    let read = try Incident(json: .object(json))
    #expect(read.storedSnapshotDiffers)
    #expect(read.json["title"]?.string?.isExactly("Caf\u{E9} down") == true)
  }

  @Test(
    "what is wrong is named with its path",
    arguments: [
      (["schema"], nil, [], RecordProblem.Kind.missing("schema")),
      (["schema"], "1", ["schema"], .unexpected("schema", expected: "a whole number from 1 on")),
      (["schema"], 0, ["schema"], .unexpected("schema", expected: "a whole number from 1 on")),
      (["id"], nil, [], .missing("id")),
      (["id"], "inc", ["id"], .unexpected("id", expected: "an incident id such as INC-20261120-7QK4")),
      (["timeline"], nil, [], .missing("timeline")),
      (["timeline"], [:], ["timeline"], .unexpected("timeline", expected: "an array of events")),
      (["timeline"], [], ["timeline"], .undeclared),
    ] as [([String], JSON?, [String], RecordProblem.Kind)])
  func problems(change: [String], value: JSON?, path: [String], kind: RecordProblem.Kind) throws {
    var json = try object(Self.record)
    json[change[0]] = value
    let problem = #expect(throws: RecordProblem.self) { try Incident(json: .object(json)) }
    #expect(problem?.kind == kind)
    #expect(problem?.path == path.map(JSONPathComponent.key))
    #expect(problem?.message.hasSuffix(".") == false)
  }

  @Test("what is wrong with an event is named with its place in the timeline")
  func eventProblems() throws {
    func problem(_ change: (inout [JSON]) -> Void) throws -> RecordProblem? {
      var json = try object(Self.record)
      var timeline = try #require(json["timeline"]?.array)
      change(&timeline)
      json["timeline"] = .array(timeline)
      return #expect(throws: RecordProblem.self) { try Incident(json: .object(json)) }
    }
    let noObject = try problem { $0[2] = "words" }
    #expect(noObject?.path == [.key("timeline"), .index(2)])
    #expect(noObject?.kind == .unexpected("timeline", expected: "an array of events"))
    let noID = try problem { $0[1] = ["at": "2026-11-20T22:47:09Z", "by": "dana", "type": "noted"] }
    #expect(noID?.path == [.key("timeline"), .index(1)])
    let badTime = try problem {
      $0[6] = ["id": "01KAH000000000000000000007", "at": "now", "by": "dana", "type": "noted"]
    }
    #expect(badTime?.path == [.key("timeline"), .index(6), .key("at")])
    guard case .event(let inner) = badTime?.kind else {
      Issue.record("\(String(describing: badTime))")
      return
    }
    #expect(inner.kind == .notATime("now") && badTime?.message == inner.message)
  }

  @Test("what is no object is no record", arguments: [JSON.null, [], "INC", 1, true])
  func notAnObject(json: JSON) {
    let problem = #expect(throws: RecordProblem.self) { try Incident(json: json) }
    #expect(problem?.kind == .notAnObject && problem?.path == [])
  }

  @Test("a newer version's record is read and keeps its schema and keys")
  func newer() throws {
    let text = Self.record.replacing("\"schema\": 1", with: "\"schema\": 7")
    let incident = try Incident(json: try JSON.parse(text))
    #expect(incident.schema == 7 && !incident.isWritable)
    #expect(incident.json.text == text)
  }

  @Test("an unsorted timeline is read, and written in order")
  func unsorted() throws {
    var json = try object(Self.record)
    json["timeline"] = .array(try #require(json["timeline"]?.array).reversed())
    #expect(try Incident(json: .object(json)).json.text == Self.record)
  }
}
