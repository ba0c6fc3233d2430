import IncidentCore
import IncidentExchange
import Testing

@Suite struct OpsgenieMessageTests {
  @Test("an alert is created")
  func created() throws {
    let notice = try notice(AlertSamples.opsgenie("Create"))
    #expect(notice.source == .opsgenie)
    #expect(notice.change == .fired)
    #expect(notice.key == "opsgenie:ec03dad6")
    #expect(notice.fingerprints == ["disk-db-1"])
    #expect(notice.title == "Disk full on db-1")
    #expect(notice.summary == "3 % free")
    #expect(notice.severity == "P2")
    #expect(notice.at?.description == "2026-11-20T22:41:00Z")
    #expect(notice.started == notice.at)
    #expect(notice.by == nil)
    #expect(
      notice.labelText
        == "entity=db-1 runbook_url=https://runbooks.example.org/disk service=payments source=Nagios tags=vip zone=4")
    #expect(notice.linkText == ["runbook https://runbooks.example.org/disk"])
  }

  @Test(
    "what may happen to an alert",
    arguments: [
      ("Acknowledge", "", AlertChange.acknowledged), ("UnAcknowledge", "", .other("unacknowledged")),
      ("Close", "", .resolved), ("Delete", "", .other("deleted")),
      ("AddNote", #", "note": "Looking""#, .noted("Looking")), ("AddNote", "", .other("note added")),
      ("AssignOwnership", #", "owner": "li@example.org""#, .assigned(["li@example.org"])),
      ("TakeOwnership", "", .assigned(["dana@example.org"])), ("AddTeam", #", "team": "db""#, .assigned(["db"])),
      ("AddRecipient", #", "recipient": "ops""#, .assigned(["ops"])),
      ("AddResponder", #", "responder": {"name": "db", "type": "team"}"#, .assigned(["db"])),
      ("AddTags", #", "addedTags": "x,y""#, .other("tags added: x,y")), ("UpdatePriority", "", .severityChanged("P2")),
      ("Snooze", "", .other("snoozed")), ("CustomThing", "", .other("custom thing")),
    ])
  func changes(action: String, fields: String, change: AlertChange) throws {
    let notice = try notice(AlertSamples.opsgenie(action, alert: fields))
    #expect(notice.change == change)
    #expect(notice.key == "opsgenie:ec03dad6")
    #expect(notice.by == "dana@example.org")
    #expect(notice.at?.description == "2026-11-20T22:42:00Z")
  }

  @Test("an escalation knows the alert's id alone")
  func escalated() throws {
    let notice = try notice(
      #"{"action": "Escalate", "alert": {"alertId": "ec03dad6"}, "escalationNotify": {"name": "li"}, "repeatCount": 0}"#
    )
    #expect(notice.change == .other("escalated to li"))
    #expect(notice.key == "opsgenie:ec03dad6")
    #expect(notice.title == "Alert from Opsgenie")
  }

  @Test("priorities are words or numbers", arguments: [("3", "P3"), (#""P5""#, "P5"), (#""odd""#, "odd"), ("9", "9")])
  func priorities(value: String, severity: String) throws {
    let text = AlertSamples.opsgenie("Create").replacing(#""priority": "P2""#, with: #""priority": \#(value)"#)
    #expect(try notice(text).severity == severity)
  }
}
