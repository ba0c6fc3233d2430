import IncidentCore
import JSONTree
import Testing

@Suite struct RedactionTests {
  @Test("a redacted event counts without its words, however it comes in again")
  func redacted() throws {
    let secret = event(
      1, "22:50", .updated(Updated(message: "key s3cret", status: .mitigating, impact: "s3cret", cause: "s3cret")))
    let redaction = event(2, "22:51", .redacted(Redacted(event: eventID(1))))
    let redacted = try incident(.sample, secret, redaction)
    #expect(!redacted.json.text.contains("s3cret"))
    #expect(redacted.snapshot.status == .mitigating && redacted.snapshot.impact == Event.blank)
    #expect(redacted.events.count == 3)
    #expect(try redacted.adding([secret]).json.text == redacted.json.text)
    #expect(try Incident(json: .object(redacted.json)).json.text == redacted.json.text)
  }

  @Test("a declaration may be redacted, a redaction of nothing does nothing")
  func redactedDeclaration() throws {
    let snapshot = try incident(
      .sample, event(1, "22:50", .redacted(Redacted(event: eventID(0)))),
      event(2, "22:50", .redacted(Redacted(event: eventID(77))))
    ).snapshot
    #expect(snapshot.title == Event.blank && snapshot.severity == .sev2)
  }

  @Test("every kind keeps what the state needs and loses its words", arguments: EventKindTests.kinds)
  func kinds(kind: EventKindTests.Kind) throws {
    var json = event(5, "22:48", kind.body).json
    json["x-note"] = ["deep": ["s3cret", 7]]
    json["title "] = "s3cret"
    let before = try incident(.sample, event(6, "22:49", .noted(Noted(message: "m")))).adding([Event(json: json)])
    let after = try before.adding([event(9, "23:00", .redacted(Redacted(event: eventID(5))))])
    let blanked = try #require(after.events.first { $0.id == eventID(5) })
    #expect(!after.json.text.contains("s3cret"))
    #expect(blanked.body.type == kind.body.type && blanked.json.keys == json.keys)
    #expect(blanked.json["x-note"] == ["deep": [.string(Event.blank), 7]])
    if case .unreadable(let unreadable) = blanked.body { Issue.record("\(unreadable)") }
    let words = [
      "title", "message", "impact", "publicTitle", "publicImpact", "cause", "link", "to", "key", "name", "summary",
      "labels", "links", "command", "output", "steps",
    ]
    for member in event(5, "22:48", kind.body).json {
      // The name is that of an alert, or of who took a role.
      let isWords = words.contains(member.key) && (member.key != "name" || kind.body.type == "alerted")
      #expect(blanked.json[member.key] == (isWords ? allBlank(member.value) : member.value), "\(member.key)")
    }
    #expect(after.snapshot.status == before.snapshot.status && after.snapshot.roles == before.snapshot.roles)
    #expect(after.snapshot.milestones == before.snapshot.milestones)
  }

  private func allBlank(_ value: JSON) -> JSON {
    switch value {
    case .string: .string(Event.blank)
    case .array(let elements): .array(elements.map(allBlank))
    case .object(let object): .object(JSONObject(object.map { ($0.key, allBlank($0.value)) }))
    case .null, .bool, .number: value
    }
  }

  @Test("an event that cannot be read loses every string but its id, time, author and type")
  func unreadable() throws {
    for (type, severity) in [("pagerFired", "s3cret"), ("severityChanged", "s3cret")] {
      let json = try object(
        #"""
        {"id": "\#(eventID(1))", "at": "2026-11-20T22:50:00Z", "by": "dana", "type": "\#(type)", \#
        "severity": "\#(severity)", "message": "s3cret", "n": 1, "who": ["s3cret", {"id": "s3cret", "on": true}]}
        """#)
      let redacted = try incident(.sample, Event(json: json), event(2, "22:51", .redacted(Redacted(event: eventID(1)))))
      let blanked = try #require(redacted.events.first { $0.id == eventID(1) })
      #expect(
        blanked.json.text == #"""
          {"id": "\#(eventID(1))", "at": "2026-11-20T22:50:00Z", "by": "dana", "type": "\#(type)", \#
          "severity": "[redacted]", "message": "[redacted]", "n": 1, \#
          "who": ["[redacted]", {"id": "[redacted]", "on": true}]}
          """#)
    }
  }
}
