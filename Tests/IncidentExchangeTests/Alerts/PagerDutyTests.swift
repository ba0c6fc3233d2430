import IncidentCore
import IncidentExchange
import Testing

@Suite struct PagerDutyTests {
  @Test("an incident is triggered")
  func triggered() throws {
    let notice = try notice(AlertSamples.pagerDuty("incident.triggered"))
    #expect(notice.source == .pagerduty)
    #expect(notice.change == .fired)
    #expect(notice.key == "pagerduty:PINC7")
    #expect(notice.fingerprints == ["pool-7"])
    #expect(notice.title == "Pool exhausted")
    #expect(notice.severity == "P1")
    #expect(notice.service == "Payments")
    #expect(notice.at?.description == "2026-11-20T22:48:30Z")
    #expect(notice.started?.description == "2026-11-20T22:47:00Z")
    #expect(notice.by == "Dana Okafor")
    #expect(notice.labelText == "escalation_policy=Default team=Core urgency=high")
    #expect(notice.linkText == ["source https://acme.pagerduty.com/incidents/PINC7"])
  }

  @Test(
    "what may happen to an incident",
    arguments: [
      ("incident.acknowledged", AlertChange.acknowledged), ("incident.unacknowledged", .other("unacknowledged")),
      ("incident.resolved", .resolved), ("incident.reopened", .fired),
      ("incident.reassigned", .assigned(["Dana Okafor", "Li Wei"])),
      ("incident.delegated", .assigned(["Dana Okafor", "Li Wei"])),
      ("incident.escalated", .other("escalated to Dana Okafor, Li Wei")),
      ("incident.priority_updated", .severityChanged("P1")),
      ("incident.incident_type.changed", .other("incident type changed")),
      ("incident.workflow.started", .other("workflow started")), ("incident.new-thing", .other("new thing")),
    ])
  func changes(type: String, change: AlertChange) throws {
    let notice = try notice(AlertSamples.pagerDuty(type))
    #expect(notice.change == change)
    #expect(notice.key == "pagerduty:PINC7")
    #expect((notice.ended != nil) == (change == .resolved))
  }

  @Test(
    "what names an incident only has its key and its words",
    arguments: [
      ("incident.annotated", #""content": "Doubled\nthe pool""#, AlertChange.noted("Doubled\nthe pool")),
      ("incident.annotated", #""content": null"#, .other("annotated")),
      ("incident.status_update_published", #""message": "A fix is on its way""#, .noted("A fix is on its way")),
      ("incident.responder.added", #""user": {"summary": "Maeve"}, "state": "pending""#, .assigned(["Maeve"])),
      (
        "incident.responder.added", #""type": "incident_responder", "escalation_policy": {"summary": "DB team"}"#,
        .assigned(["DB team"])
      ),
      (
        "incident.responder.replied", #""user": {"summary": "Maeve"}, "state": "accepted""#,
        .other("Maeve accepted the request to respond")
      ),
      ("incident.task.created", #""name": "Look""#, .other("task created")),
    ])
  func references(type: String, data: String, change: AlertChange) throws {
    let notice = try notice(AlertSamples.pagerDutyReference(type, data))
    #expect(notice.change == change)
    #expect(notice.key == "pagerduty:PINC7")
    #expect(notice.title == "Pool exhausted")
  }

  @Test("a role is assigned, or no longer")
  func roles() throws {
    func text(_ assignee: String) -> String {
      #"""
      {"event": {"event_type": "incident.role.assigned", "data": {"type": "incident_role_assignment",
        "incident_role_assignments": [{"assignee": \#(assignee), "role": {"summary": "Commander"},
          "incident": {"id": "PINC7", "summary": null}}]}}}
      """#
    }
    let assigned = try notice(text(#"{"summary": "Maeve"}"#))
    #expect(assigned.change == .assigned(["Maeve"]))
    #expect(assigned.title == "PagerDuty incident PINC7")
    #expect(try notice(text("null")).change == .other("role unassigned"))
  }

  @Test("version 2 comes in batches, in their order")
  func batch() throws {
    let all = try notices(AlertSamples.pagerDutyBatch)
    #expect(all.map(\.change) == [.fired, .assigned(["Li Wei"])])
    #expect(Set(all.map(\.key)) == ["pagerduty:PINC7"])
    #expect(all[0].fingerprints == ["pool-7", "k1"])
    #expect(all[0].severity == "low")
    #expect(all[0].summary == "p99 is 7 s")
    #expect(all[0].by == nil, "a service is no person")
    #expect(all[1].by == "Dana Okafor")
    #expect(all[1].at?.description == "2026-11-20T22:48:59Z")
  }

  @Test("version 1 finds its incident by the same key")
  func first() throws {
    let notice = try notice(AlertSamples.pagerDutyFirst)
    #expect(notice.change == .resolved)
    #expect(notice.key == "pagerduty:PINC7")
    #expect(notice.title == "Pool exhausted")
    #expect(notice.by == "Dana Okafor")
    #expect(notice.started?.description == "2015-02-07T21:05:47Z")
    #expect(notice.ended?.description == "2015-02-07T21:31:53Z")
  }

  @Test("incidents of the REST interface are what their status says")
  func rest() throws {
    let all = try notices(AlertSamples.pagerDutyREST)
    #expect(all.map(\.change) == [.acknowledged, .fired])
    #expect(all.map(\.key) == ["pagerduty:PINC7", "pagerduty:PINC8"])
    #expect(all[0].by == "Dana Okafor")
    #expect(all[0].at?.description == "2026-11-20T22:48:30Z")
    #expect(all[1].title == "PagerDuty incident 8")
    #expect(all[1].severity == "low")
    let one = try notice(#"{"incident": {"id": "P", "status": "resolved", "urgency": "high", "title": "T"}}"#)
    #expect(one.change == .resolved)
  }

  @Test(
    "what is no incident is refused",
    arguments: [
      (#"{"event": {"event_type": "pagey.ping", "data": {"message": "Hello"}}}"#, "a test ping of PagerDuty"),
      (#"{"event": {"event_type": "service.updated", "data": {"type": "service", "id": "P"}}}"#, "about a service"),
      (#"{"event": {"event_type": "incident.triggered", "data": null}}"#, "without an incident"),
      (#"{"incidents": []}"#, "an empty list of incidents"),
      (
        #"{"incident": {"id": "x", "status": "resolved", "impact": "minor"}, "page": {}}"#,
        "found an object with the keys incident, page"
      ),
    ])
  func refused(text: String, reason: String) throws {
    #expect(try problem(Array(text.utf8)).message.contains(reason))
  }
}
