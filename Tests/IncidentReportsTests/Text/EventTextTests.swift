import IncidentCore
import JSONTree
import Testing

@testable import IncidentReports

@Suite("Events in words")
struct EventTextTests {
  private static let time = Timestamp(seconds: 1_709_650_800)  // 5 March 2024 15:00 UTC
  private static let tomorrow = Timestamp(seconds: 1_709_650_800 + 86_400)

  private static let sentences: [(EventBody, String)] = [
    (.declared(Declared(title: "t", severity: .sev2)), "declared as SEV2"),
    (
      .declared(
        Declared(title: "t", severity: .sev1, services: ["a", "b", "c"], kind: .drill, started: time, detected: time)),
      "drill declared as SEV1, affecting a, b and c, began at 15:00 UTC, detected at 15:00 UTC"
    ),
    (.acknowledged(Acknowledged(message: "m")), "acknowledged"),
    (.updated(Updated(message: "m")), "update"),
    (.updated(Updated(message: "m", isPublic: true)), "public update"),
    (
      .updated(Updated(status: .mitigating, impact: "half", cause: "pool", eta: tomorrow)),
      "update (now mitigating, impact: half, cause: pool, expected back at 6 March 2024 15:00 UTC)"
    ),
    (.noted(Noted(message: "m")), "note"),
    (.severityChanged(SeverityChanged(severity: .sev1, from: .sev3)), "severity raised from SEV3 to SEV1"),
    (.severityChanged(SeverityChanged(severity: .sev4, from: .sev3)), "severity lowered from SEV3 to SEV4"),
    (.severityChanged(SeverityChanged(severity: .sev4)), "severity set to SEV4"),
    (
      .assigned(Assigned(role: .incidentCommander, name: "li", from: "dana")),
      "li took over as incident commander from dana"
    ),
    (.assigned(Assigned(role: .scribe, name: "li")), "li became scribe"),
    (.assigned(Assigned(role: .responder, name: "li")), "li joined as responder"),
    (.released(Released(role: .technicalLead, name: "li")), "li stepped down as technical lead"),
    (.mitigated(Mitigated(message: "m")), "mitigated"),
    (.resolved(Resolved(message: "m")), "resolved"),
    (.resolved(Resolved(cause: "pool")), "resolved (cause: pool)"),
    (.reopened(Reopened()), "reopened"),
    (.cancelled(Cancelled()), "cancelled"),
    (
      .cancelled(Cancelled(duplicateOf: IncidentID("INC-20240305-7QK4"))),
      "cancelled as a duplicate of INC-20240305-7QK4"
    ),
    (.closed(Closed()), "closed"),
    (.closed(Closed(isForced: true)), "closed with something still owed"),
    (.postmortem(PostmortemChanged(status: .draft)), "postmortem begun"),
    (.postmortem(PostmortemChanged(status: .inReview)), "postmortem put up for review"),
    (.postmortem(PostmortemChanged(status: .published)), "postmortem published"),
    (.actionAdded(ActionAdded(title: "t")), "added action A1"),
    (
      .actionAdded(
        ActionAdded(
          title: "t", kind: .detect, owner: "li", due: CivilDate("2026-12-04"), priority: .high, link: "OPS-1")),
      "added action A1 for li, due 4 December 2026, kind detect, high priority, OPS-1"
    ),
  ].compactMap { $0 }

  @Test("each kind has its sentence", arguments: sentences)
  func sentence(body: EventBody, expected: String) throws {
    var story = try Story(Declared(title: "t", severity: .sev2))
    try story.add("15:00", body)
    let event = try #require(story.incident.events.last)
    #expect(EventText.sentence(event, in: story.incident) == expected)
  }

  @Test(
    "beside its author, an event does not name them again",
    arguments: [
      (.assigned(Assigned(role: .incidentCommander, name: "dana")), "became incident commander"),
      (
        .assigned(Assigned(role: .incidentCommander, name: "dana", from: "li")),
        "took over as incident commander from li"
      ),
      (.assigned(Assigned(role: .responder, name: "dana")), "joined as responder"),
      (.released(Released(role: .scribe, name: "dana")), "stepped down as scribe"),
      (.assigned(Assigned(role: .scribe, name: "li")), "li became scribe"),
      (.released(Released(role: .scribe, name: "li")), "li stepped down as scribe"),
    ] as [(EventBody, String)])
  func besideAuthor(body: EventBody, expected: String) throws {
    var story = try Story(Declared(title: "t", severity: .sev2))
    try story.add("15:00", by: "dana", body)
    let event = try #require(story.incident.events.last)
    #expect(EventText.sentence(event, in: story.incident, besideAuthor: true) == expected)
  }

  @Test("taking back and blanking say which entry")
  func others() throws {
    var story = try Story(Declared(title: "t", severity: .sev2))
    try story.then("14:05", .note(message: "m"))
    let note = try #require(story.incident.events.last)
    try story.add("14:06", .retracted(Retracted(event: note.id)))
    try story.add("14:07", .redacted(Redacted(event: note.id)))
    let sentences = story.incident.events.suffix(2).map { EventText.sentence($0, in: story.incident) }
    #expect(
      sentences == [
        "took back the entry of 5 March 2024 14:05 UTC (noted)",
        "blanked the words of the entry of 5 March 2024 14:05 UTC (noted)",
      ])
  }

  @Test("changes of a follow-up name it, and say what is another now")
  func changes() throws {
    var story = try Story(Declared(title: "t", severity: .sev2))
    try story.add("14:05", .actionAdded(ActionAdded(title: "Alert")))
    let action = try #require(story.incident.events.last?.id)
    func sentence(_ body: ActionChanged) throws -> String {
      var story = story
      try story.add("14:06", .actionChanged(body))
      return EventText.sentence(try #require(story.incident.events.last), in: story.incident)
    }
    #expect(try sentence(ActionChanged(action: action, status: .done)) == "action A1 done: Alert")
    #expect(try sentence(ActionChanged(action: action, status: .open)) == "action A1 reopened: Alert")
    #expect(try sentence(ActionChanged(action: action, message: "m")) == "action A1: Alert")
    #expect(
      try sentence(
        ActionChanged(
          action: action, status: .started, title: "Page", kind: .detect, owner: "li", due: CivilDate("2024-03-20"),
          priority: .low, link: "OPS-1"))
        == "action A1 started, changed (title, owner li, due 20 March 2024, kind detect, low priority, OPS-1): Page")
    let nowhere = try #require(story.incident.events.first?.id)
    #expect(try sentence(ActionChanged(action: nowhere, status: .done)) == "changed an action that is not there")
    #expect(EventText.words(of: try #require(story.incident.events.last)) == "Alert")
  }

  @Test("an event of a newer version is named")
  func unreadable() throws {
    let story = try Story(Declared(title: "t", severity: .sev2))
    let event = try Event(json: [
      "id": "01HR7YJ2C0000000000000000A", "at": "2024-03-05T14:05:00Z", "by": "li", "type": "teleported",
      "message": "far",
    ])
    #expect(
      EventText.sentence(event, in: story.incident)
        == "an entry of type \"teleported\" that this version cannot read")
    #expect(EventText.words(of: event) == "far")
  }

  @Test("the words are the message, or the title of a declaration, or none")
  func words() throws {
    var story = try Story(Declared(title: "Slow", severity: .sev2))
    try story.then("14:05", .acknowledge(message: " \n"))
    #expect(story.incident.events.map(EventText.words(of:)) == ["Slow", nil])
  }

  @Test("lists are joined as one says them", arguments: [([], nil), (["a"], "a"), (["a", "b", "c"], "a, b and c")])
  func list(words: [String], expected: String?) {
    #expect(EventText.list(words) == expected)
  }
}
