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

  @Test("records of different incidents are not merged, be they of one id or of two")
  func differentIncidents() throws {
    let ours = try incident()
    let other = try Incident(id: try #require(IncidentID("INC-20261120-7QK5")), events: ours.events)
    #expect(throws: MergeConflict.differentIncidents(.sample)) {
      try Incident.merge(base: nil, ours: ours, theirs: other)
    }
    let twin = try Incident(id: .sample, events: [event(7, "22:47", .declared(.sample))])
    for base in [nil, ours] {
      #expect(throws: MergeConflict.differentIncidents(.sample)) {
        try Incident.merge(base: base, ours: ours, theirs: twin)
      }
    }
  }

  @Test("what a newer version wrote is not merged")
  func schema() throws {
    let newer = try Self.record(schema: 2)
    for (ours, theirs) in [(newer, try incident()), (try incident(), newer)] {
      #expect(throws: MergeConflict.newerSchema(2)) { try Incident.merge(base: nil, ours: ours, theirs: theirs) }
    }
  }

  /// A record with a note that somebody may have edited by hand.
  private static func noted(_ message: String, at: String = "22:50", _ more: String = "") throws -> Incident {
    let plain = event(1, at, .noted(Noted(message: message))).json
    let note = try object("{\(more)\"x\": 0}")
    return try incident(
      .sample, try Event(json: JSONObject(plain.map { ($0.key, $0.value) } + note.map { ($0.key, $0.value) })))
  }

  @Test("an event that one side edited by hand is that side's; edits of different members are all there")
  func handEdit() throws {
    let base = try Self.noted("old")
    #expect(try Self.merge(base, base, Self.noted("new")).events.last?.message == "new")
    #expect(try Self.merge(base, Self.noted("new"), Self.noted("new")).events.last?.message == "new")
    let both = try Self.merge(base, Self.noted("new"), Self.noted("old", at: "22:40", #""y": {"a": 1}, "#))
    let note = try #require(both.events.first)
    #expect(note.message == "new" && note.at == time("22:40") && note.json["y"] == ["a": 1])
    let nested = try Self.merge(
      Self.noted("old", #""y": {"a": 1, "b": 1}, "#), Self.noted("old", #""y": {"a": 2, "b": 1}, "#),
      Self.noted("old", #""y": {"a": 1, "b": 2}, "#))
    #expect(nested.events.last?.json["y"] == ["a": 2, "b": 2])
  }

  @Test("a member that both sides edited by hand, in different ways, is a conflict that says where")
  func handEditConflict() throws {
    let (one, two) = (try Self.noted("one"), try Self.noted("two"))
    for base in [try Self.noted("old"), nil] {
      for (ours, theirs) in [(one, two), (two, one)] {
        let conflict = #expect(throws: MergeConflict.self) {
          try Incident.merge(base: base, ours: ours, theirs: theirs)
        }
        #expect(conflict == .bothChanged([MergeConflict.Place(event: eventID(1), path: ["message"])]))
        #expect(conflict?.message == "both sides changed \"message\" of event \(eventID(1))")
      }
    }
    let gone = try Self.noted("old", #""y": 1, "#)
    #expect(throws: MergeConflict.bothChanged([MergeConflict.Place(event: eventID(1), path: ["y"])])) {
      try Incident.merge(base: gone, ours: Self.noted("old", #""y": 2, "#), theirs: Self.noted("old"))
    }
  }

  @Test("an event that one side lacks stays, whatever the base: a revert, a cherry-pick, a stash")
  func oddBases() throws {
    let start = try incident()
    let first = try start.adding([event(1, "22:50", .noted(Noted(message: "one")))])
    let second = try first.adding([event(2, "22:51", .noted(Noted(message: "two")))])
    // git revert: the base is the commit, theirs its parent.
    #expect(try Self.merge(first, second, start) == second)
    #expect(try Self.merge(second, start, first) == first)
    // git cherry-pick: the base is the commit's parent, of another branch.
    let elsewhere = try start.adding([event(3, "22:52", .noted(Noted(message: "three")))])
    #expect(try Self.merge(first, elsewhere, second).events.count == 4)
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

  @Test("a key that one side changed is that side's, one that one side dropped is gone")
  func changedKeys() throws {
    let base = try Self.record(#""x": 1, "y": {"a": 1, "b": 1}, "#)
    #expect(try Self.merge(base, base, Self.record(#""x": 2, "y": {"a": 1, "b": 1}, "#)).json["x"] == 2)
    #expect(try Self.merge(base, base, Self.record()).json["x"] == nil)
    #expect(try Self.merge(base, Self.record(), Self.record()).json["x"] == nil)
    let both = try Self.merge(
      base, Self.record(#""x": 1, "y": {"a": 2, "b": 1}, "#), Self.record(#""x": 1, "y": {"a": 1, "b": 2}, "#))
    #expect(both.json["y"] == ["a": 2, "b": 2])
  }

  @Test("a key that both sides changed, or one changed and the other dropped, is a conflict")
  func changedTwice() throws {
    let base = try Self.record(#""x": 1, "#)
    let changed = try Self.record(#""x": 2, "#)
    for other in [try Self.record(#""x": 3, "#), try Self.record()] {
      let conflict = #expect(throws: MergeConflict.bothChanged([MergeConflict.Place(event: nil, path: ["x"])])) {
        try Incident.merge(base: base, ours: changed, theirs: other)
      }
      #expect(conflict?.message == "both sides changed \"x\" of the head")
    }
  }

  @Test("what the timeline gives is folded anew, whatever either side's head said of it")
  func knownKeys() throws {
    let roles = (#""roles": {"scribe": ["a"]}, "#, #""roles": {"scribe": ["b"]}, "#)
    let merged = try Self.merge(Self.record(), Self.record(roles: roles.0), Self.record(roles: roles.1))
    #expect(merged.json["roles"] == nil)
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
    let both = try Self.merge(nil, ours, Self.record(roles: #""roles": {"2nd": ["b"], "pilot": ["a"]}, "#))
    #expect(both.json["roles"]?["pilot"] == ["a"] && both.json["roles"]?["2nd"] == ["b"])
    let conflict = MergeConflict.bothChanged([MergeConflict.Place(event: nil, path: ["roles", "pilot"])])
    #expect(throws: conflict) {
      try Incident.merge(base: nil, ours: ours, theirs: Self.record(roles: #""roles": {"pilot": ["b"]}, "#))
    }
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
      let merged = try Self.merge(base, with(#", "region": "eu", "x": 2"#), with(#", "x": 2, "y": 3"#, mitigated))
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
