import IncidentCore
import JSONTree
import Testing

@Suite("Follow-ups in the state")
struct ActionItemTests {
  private static func added(_ number: Int, _ at: String, _ title: String) -> Event {
    event(number, at, .actionAdded(ActionAdded(title: title)))
  }

  private func names(_ incident: Incident) -> [String] {
    incident.snapshot.actions.map { "\($0.name) \($0.title)" }
  }

  @Test("are numbered in the order of recording, so that a back-fill renumbers nothing")
  func numbers() throws {
    let first = try incident(.sample, Self.added(1, "23:10", "a"), Self.added(2, "23:20", "b"))
    #expect(names(first) == ["A1 a", "A2 b"])
    #expect(names(try first.adding([Self.added(3, "22:50", "c")])) == ["A1 a", "A2 b", "A3 c"])
  }

  @Test("one that is taken back leaves its number unused")
  func retracted() throws {
    let incident = try incident(
      .sample, Self.added(1, "23:10", "a"), Self.added(2, "23:20", "b"),
      event(3, "23:30", .retracted(Retracted(event: eventID(1)))),
      event(4, "23:31", .actionChanged(ActionChanged(action: eventID(1), status: .done))))
    #expect(names(incident) == ["A2 b"])
    #expect(names(try incident.adding([Self.added(5, "23:40", "c")])) == ["A2 b", "A3 c"])
    #expect(incident.snapshot(at: time("23:25")).actions.map(\.name) == ["A2"])
  }

  @Test("one that this version cannot read takes its number, so that every version counts alike")
  func unreadable() throws {
    var json = Self.added(1, "23:10", "a").json
    json["kind"] = "learn"
    let incident = try incident(.sample, try Event(json: json), Self.added(2, "23:20", "b"))
    #expect(names(incident) == ["A2 b"])
  }

  @Test("each field is what was said of it last, whoever merges")
  func changes() throws {
    let base = try incident(.sample, Self.added(1, "23:10", "a"))
    let ours = try base.adding([
      event(
        2, "23:20",
        .actionChanged(ActionChanged(action: eventID(1), status: .done, owner: "li", due: date("2026-12-04"))))
    ])
    let theirs = try base.adding([
      event(3, "23:15", .actionChanged(ActionChanged(action: eventID(1), status: .dropped, kind: .detect))),
      event(4, "23:20", .actionChanged(ActionChanged(action: eventID(1), owner: "dana"))),
    ])
    let merged = try Incident.merge(base: base, ours: ours, theirs: theirs)
    #expect(try Incident.merge(base: base, ours: theirs, theirs: ours).json.text == merged.json.text)
    let item = try #require(merged.snapshot.actions.first)
    #expect(item.status == .done && item.owner == "dana" && item.kind == .detect && item.due == date("2026-12-04"))
  }

  @Test("two clones that add at once keep both, and unknown keys go where they belong")
  func concurrent() throws {
    let base = try incident()
    func salted(_ incident: Incident, _ ticket: String) throws -> Incident {
      var json = incident.json
      var element = try #require(json["actions"]?.array?.first?.object)
      element["ticket"] = .string(ticket)
      json["actions"] = [.object(element)]
      return try Incident(json: .object(json))
    }
    let ours = try salted(base.adding([Self.added(9, "23:10", "later")]), "OPS-9")
    let theirs = try salted(base.adding([Self.added(8, "23:20", "earlier")]), "OPS-8")
    let merged = try Incident.merge(base: base, ours: ours, theirs: theirs)
    #expect(try Incident.merge(base: base, ours: theirs, theirs: ours).json.text == merged.json.text)
    #expect(names(merged) == ["A1 earlier", "A2 later"])
    #expect(merged.json["actions"]?.array?.map { $0["ticket"] } == ["OPS-8", "OPS-9"])
  }

  @Test("work may be told of that came before they were written down")
  func earlier() throws {
    let incident = try incident(
      .sample, Self.added(1, "23:10", "a"),
      event(2, "22:50", .actionChanged(ActionChanged(action: eventID(1), status: .done))))
    #expect(incident.snapshot.actions.map(\.status) == [.done])
    #expect(incident.snapshot(at: time("22:49")).actions.map(\.status) == [.open])
  }

  @Test("a redaction takes the words and leaves owner, kind and day")
  func redacted() throws {
    let added = ActionAdded(title: "s3cret", kind: .detect, owner: "li", due: date("2026-12-04"), link: "s3cret")
    let incident = try incident(
      .sample, event(1, "23:10", .actionAdded(added)), event(2, "23:11", .redacted(Redacted(event: eventID(1)))))
    let item = try #require(incident.snapshot.actions.first)
    #expect(!incident.json.text.contains("s3cret"))
    #expect(item.title == Event.blank && item.owner == "li" && item.kind == .detect && item.due == added.due)
  }

  @Test("is overdue from the day after, until it is done", arguments: ActionStatus.allCases)
  func overdue(status: ActionStatus) throws {
    let incident = try incident(
      .sample, event(1, "23:10", .actionAdded(ActionAdded(title: "a", due: date("2026-12-04")))),
      event(2, "23:11", .actionChanged(ActionChanged(action: eventID(1), status: status))))
    let item = try #require(incident.snapshot.actions.first)
    #expect(!item.isOverdue(on: date("2026-12-04")))
    #expect(item.isOverdue(on: date("2026-12-05")) == (status == .open || status == .started))
  }

  @Test(
    "a name is read as people type it",
    arguments: [
      ("A1", 1), ("a12", 12), ("3", 3), ("A0", nil), ("A01", nil), ("-1", nil), ("A", nil), ("", nil), ("b1", nil),
    ]
      as [(String, Int?)])
  func typed(text: String, number: Int?) {
    #expect(ActionItem.number(typed: text) == number)
  }
}
