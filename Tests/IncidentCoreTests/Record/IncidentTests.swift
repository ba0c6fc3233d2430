import IncidentCore
import JSONTree
import Testing

@Suite struct IncidentTests {
  @Test("equal events count once")
  func once() throws {
    let note = event(1, "22:50", .noted(Noted(message: "m")))
    #expect(try incident(.sample, note, note, note).events.count == 2)
  }

  @Test("two different events with one id are refused", arguments: ["22:50", "22:40", "23:50"])
  func sharedID(at: String) throws {
    let note = event(1, "22:50", .noted(Noted(message: "m")))
    let other = event(1, at, .noted(Noted(message: "n")))
    let between = event(2, "22:45", .noted(Noted(message: "between")))
    let problem = #expect(throws: RecordProblem.self) {
      try incident(.sample, note, between, other, event(3, "23:00", .noted(Noted(message: "between"))))
    }
    #expect(problem?.kind == .sharedID(eventID(1)) && problem?.path == [.key("timeline")])
  }

  @Test("without a declaration there is no incident")
  func undeclared() throws {
    let problem = #expect(throws: RecordProblem.self) {
      try Incident(id: .sample, events: [event(1, "22:50", .noted(Noted(message: "m")))])
    }
    #expect(problem?.kind == .undeclared)
    #expect(throws: RecordProblem.self) { try Incident(id: .sample, events: []) }
  }

  @Test("a declaration stays one though something says it was retracted")
  func retractedDeclaration() throws {
    let incident = try incident(.sample, event(1, "22:50", .retracted(Retracted(event: eventID(0)))))
    #expect(incident.snapshot.title == Declared.sample.title)
    #expect(incident.retracted.isEmpty)
    #expect(incident.countingEvents.count == 2)
  }

  @Test("a newer version's record cannot be written")
  func schema() throws {
    #expect(try incident().isWritable)
    let newer = try Incident(id: .sample, schema: 2, events: incident().events)
    #expect(!newer.isWritable)
    #expect(newer.json["schema"] == 2)
    #expect(try newer.adding([]).schema == 2)
  }
}
