import IncidentCore
import JSONTree
import Testing

@Suite struct SnapshotTests {
  @Test("the head of a record is read without its timeline")
  func head() throws {
    let record = try object(IncidentJSONTests.record)
    let incident = try Incident(json: .object(record))
    var head = record
    head["timeline"] = nil
    #expect(try Snapshot(head: head) == incident.snapshot)
    #expect(try Snapshot(head: record) == incident.snapshot)
  }

  @Test("a head without id, title, severity or status is none", arguments: ["id", "title", "severity", "status"])
  func required(key: String) throws {
    var head = try object(IncidentJSONTests.record)
    for value in [1, "?", .null] as [JSON] where !(key == "title" && value == "?") {
      head[key] = value
      let problem = #expect(throws: RecordProblem.self) { try Snapshot(head: head) }
      #expect(problem?.path == [.key(key)])
    }
    head[key] = nil
    let problem = #expect(throws: RecordProblem.self) { try Snapshot(head: head) }
    #expect(problem?.kind == .missing(key) && problem?.path == [])
  }

  @Test("what a head should not hold is passed over")
  func hostile() throws {
    let head = try object(
      #"""
      {"schema": 1, "id": "INC-20261120-7QK4", "title": "", "kind": "test", "severity": "SEV2", "status": "closed", \#
      "services": ["a", 1, null, "b"], "impact": 1, "eta": "soon", "nextUpdateDue": {}, "cause": [], \#
      "roles": {"incidentCommander": "dana", "scribe": [], "responder": ["li", 7], "pilot": ["x"]}, \#
      "milestones": {"started": "then", "detected": 5, "landed": "2026-11-20T22:47:00Z"}, \#
      "impacted": [1, {"from": "x"}, {"to": "2026-11-20T22:47:00Z"}, {"from": "2026-11-20T22:47:00Z", "to": "y"}], \#
      "postmortem": {"status": "lost"}}
      """#)
    let snapshot = try Snapshot(head: head)
    #expect(snapshot.kind == .incident && snapshot.services == ["a", "b"] && snapshot.impact == nil)
    #expect(snapshot.eta == nil && snapshot.nextUpdateDue == nil && snapshot.cause == nil)
    #expect(snapshot.roles.held.map(\.role) == [.responder] && snapshot.roles[.responder] == ["li"])
    #expect(snapshot.milestones == Milestones())
    #expect(snapshot.impacted.text == ["22:47–"])
    #expect(snapshot.postmortem == nil)
  }
}
