import IncidentCore
import JSONTree
import Testing

@Suite struct MergeTests {
  /// A record of one declaration, with more members before its timeline.
  private static func record(
    _ unknown: String = "", roles: String = "", schema: Int = 1, _ events: Event...
  ) throws -> Incident {
    let plain = try Incident(id: .sample, schema: schema, events: [event(0, "22:47", .declared(.sample))] + events)
    var json = try object("{\(roles)\(unknown)\"schema\": \(schema), \"id\": \"\(IncidentID.sample)\"}")
    for member in plain.json { json[member.key] = json[member.key] ?? member.value }
    return try Incident(json: .object(json))
  }

  private static func merge(_ base: Incident?, _ ours: Incident, _ theirs: Incident) throws -> Incident {
    let one = try Incident.merge(base: base, ours: ours, theirs: theirs)
    let other = try Incident.merge(base: base, ours: theirs, theirs: ours)
    #expect(one.json.text == other.json.text, "whoever merges")
    return one
  }

  @Test("both sides' events stay")
  func union() throws {
    let base = try incident()
    let ours = try base.adding([event(1, "22:50", .acknowledged(Acknowledged()))])
    let theirs = try base.adding([event(2, "22:49", .acknowledged(Acknowledged()))])
    let merged = try Self.merge(base, ours, theirs)
    #expect(merged.events.map(\.id) == [eventID(0), eventID(2), eventID(1)])
    #expect(merged.snapshot.milestones.acknowledged == time("22:49"))
  }

  @Test("records of different incidents are not merged")
  func differentIncidents() throws {
    let other = try Incident(id: try #require(IncidentID("INC-20261120-7QK5")), events: incident().events)
    let ours = try incident()
    let problem = #expect(throws: RecordProblem.self) { try Incident.merge(base: nil, ours: ours, theirs: other) }
    #expect(problem?.path == [.key("id")])
  }

  @Test("the newer schema stays")
  func schema() throws {
    #expect(try Self.merge(nil, incident(), Self.record(schema: 2)).schema == 2)
  }

  @Test("an event that one side edited by hand is that side's; one that both did is the same on every clone")
  func handEdit() throws {
    func with(_ message: String, at: String = "22:50") throws -> Incident {
      try incident(.sample, event(1, at, .noted(Noted(message: message))))
    }
    let base = try with("old")
    #expect(try Self.merge(base, base, with("new")).events.last?.message == "new")
    #expect(try Self.merge(base, base, with("a", at: "22:40")).events.first?.message == "a")
    #expect(try Self.merge(base, with("one"), with("two")).events.last?.message == "two")
    #expect(try Self.merge(nil, with("one"), with("two")).events.last?.message == "two")
  }

  @Test("a redaction wins, whichever side has it and whatever the other did to the event")
  func redaction() throws {
    let secret = event(1, "22:50", .noted(Noted(message: "s3cret")))
    let base = try incident(.sample, secret)
    let redacted = try base.adding([event(2, "22:51", .redacted(Redacted(event: eventID(1))))])
    let edited = try incident(.sample, event(1, "22:50", .noted(Noted(message: "zzz s3cret"))))
    for other in [base, edited] {
      for ancestor in [base, nil] {
        let merged = try Self.merge(ancestor, redacted, other)
        #expect(!merged.json.text.contains("s3cret"))
        #expect(merged.events.count == 3)
      }
    }
  }

  @Test("each side may retract the other's declaration")
  func retractedDeclarations() throws {
    let second = event(1, "22:48", .declared(Declared(title: "Second", severity: .sev3)))
    let ours = try incident(.sample, second, event(2, "22:50", .retracted(Retracted(event: eventID(0)))))
    let theirs = try incident(.sample, second, event(3, "22:50", .retracted(Retracted(event: eventID(1)))))
    #expect(try Self.merge(nil, ours, theirs).snapshot.title == Declared.sample.title)
  }

  @Test("a key that is not known and that either side added stays")
  func addedKeys() throws {
    let merged = try Self.merge(Self.record(), Self.record(#""x": 1, "#), Self.record(#""y": 2, "#))
    #expect(merged.json["x"] == 1 && merged.json["y"] == 2)
  }

  @Test("a key that one side changed is that side's, one that both did the greater, one that one side dropped is gone")
  func changedKeys() throws {
    let base = try Self.record(#""x": 1, "#)
    #expect(try Self.merge(base, base, Self.record(#""x": 2, "#)).json["x"] == 2)
    #expect(try Self.merge(base, Self.record(#""x": 3, "#), Self.record(#""x": 2, "#)).json["x"] == 3)
    #expect(try Self.merge(base, base, Self.record()).json["x"] == nil)
    #expect(try Self.merge(base, Self.record(), Self.record()).json["x"] == nil)
  }

  @Test("a key that one side changed and the other dropped stays, changed")
  func changedAndDropped() throws {
    let merged = try Self.merge(Self.record(#""x": 1, "#), Self.record(#""x": 2, "#), Self.record())
    #expect(merged.json["x"] == 2)
  }

  @Test("a key inside roles that is not known stays though the other side gave a role")
  func nestedKeys() throws {
    let assigned = event(1, "22:50", .assigned(Assigned(role: .scribe, name: "zoe")))
    let ours = try Self.record(roles: #""roles": {"pilot": ["a"]}, "#)
    let theirs = try Self.record("", assigned)
    for base in [try Self.record(), nil] {
      let merged = try Self.merge(base, ours, theirs)
      #expect(merged.json["roles"]?["pilot"] == ["a"])
      #expect(merged.json["roles"]?["scribe"] == ["zoe"])
    }
    let both = try Self.merge(nil, ours, Self.record(roles: #""roles": {"2nd": ["b"], "pilot": ["b"]}, "#))
    #expect(both.json["roles"]?["pilot"] == ["b"] && both.json["roles"]?["2nd"] == ["b"])
  }

  @Test("keys inside a stretch of impact that are not known stay, whichever side added them and what the other did")
  func stretchKeys() throws {
    func with(_ inner: String, _ events: Event...) throws -> Incident {
      var json = try incident().adding(events).json
      json["impacted"] = [.object(try object(#"{"from": "2026-11-20T22:47:00Z"\#(inner)}"#))]
      return try Incident(json: .object(json))
    }
    let mitigated = event(1, "22:50", .mitigated(Mitigated()))
    for base in [try incident(), nil] {
      let merged = try Self.merge(base, with(#", "region": "eu", "x": 1"#), with(#", "x": 2, "y": 3"#, mitigated))
      let stretch = try #require(merged.json["impacted"]?.array?.first)
      #expect(merged.json["impacted"]?.array?.count == 1)
      #expect(stretch["region"] == "eu" && stretch["x"] == 2 && stretch["y"] == 3)
      #expect(stretch["to"] == "2026-11-20T22:50:00Z")
    }
    let base = try with(#", "x": 1, "y": 1"#)
    let dropped = try Self.merge(base, with(#", "y": 1"#), with(#", "x": 1, "y": 1"#, mitigated))
    #expect(dropped.json["impacted"]?[0]?["x"] == nil && dropped.json["impacted"]?[0]?["y"] == 1)
  }

  @Test("merging what is the same changes no byte")
  func same() throws {
    let record = try Self.record(#""x": 1, "y": {"z": []}, "#)
    #expect(try Self.merge(record, record, record).json.text == record.json.text)
    #expect(try Self.merge(nil, record, record).json.text == record.json.text)
  }
}
