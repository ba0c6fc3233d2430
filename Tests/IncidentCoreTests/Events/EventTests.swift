import IncidentCore
import JSONTree
import Testing

@Suite struct EventTests {
  private static func json(_ changes: (String, JSON?)...) throws -> JSONObject {
    var json = event(1, "22:48", .noted(Noted(message: "Hm"))).json
    for (key, value) in changes { json[key] = value }
    return json
  }

  @Test(
    "without id, at, by or type it is no event",
    arguments: [
      ("id", nil, EventProblem.Kind.missing), ("id", 5, .notText), ("id", "A1", .notAnEventID),
      ("at", nil, .missing), ("at", .null, .notText), ("at", "22:48", .notATime("22:48")),
      ("at", "2026-02-30T00:00:00Z", .notATime("2026-02-30T00:00:00Z")), ("by", nil, .missing), ("by", [], .notText),
      ("type", nil, .missing), ("type", 1, .notText),
    ] as [(String, JSON?, EventProblem.Kind)])
  func required(key: String, value: JSON?, kind: EventProblem.Kind) throws {
    let json = try Self.json((key, value))
    let problem = #expect(throws: EventProblem.self) { try Event(json: json) }
    #expect(problem?.key == key && problem?.kind == kind)
  }

  @Test("every problem says its key in a sentence without full stop")
  func messages() {
    var seen: Set<String> = []
    for kind in EventKindTests.kinds {
      for fault in kind.faults {
        var json = event(1, "22:48", kind.body).json
        json[fault.key] = fault.value
        guard let read = try? Event(json: json), case .unreadable(let unreadable) = read.body,
          let message = unreadable.problem?.message
        else { continue }
        #expect(message.contains("\"\(fault.key)\""))
        #expect(!message.hasSuffix("."))
        seen.insert(message)
      }
    }
    #expect(seen.count > 20)
  }

  @Test("a type it does not know is kept with all its keys", arguments: ["pagerFired", "", "Noted", "note\u{301}d"])
  func unknownType(type: String) throws {
    let json = try Self.json(("type", .string(type)), ("level", 3), ("who", ["a", .null]))
    let read = try Event(json: json)
    guard case .unreadable(let unreadable) = read.body else {
      Issue.record("\(type) was read as \(read.body)")
      return
    }
    #expect(unreadable.problem == nil)
    #expect(read.body.type.isExactly(type))
    #expect(read.json.text == json.text)
    #expect(read.message == "Hm")
  }

  @Test("hostile texts are stored exactly")
  func hostile() throws {
    for text in RandomTimeline.hostileTexts + [String(repeating: "🧨", count: 250_000)] {
      let written = event(1, "22:48", by: text, .assigned(Assigned(role: .responder, name: text, from: text)))
      let read = try Event(json: try object(written.json.text))
      guard case .assigned(let body) = read.body else {
        Issue.record("unreadable: \(text.debugDescription)")
        continue
      }
      #expect(read.by.isExactly(text) && body.name.isExactly(text) && body.from?.isExactly(text) == true)
    }
  }

  @Test("canonically equivalent words are two different events")
  func exactEquality() {
    let composed = event(1, "22:48", .noted(Noted(message: "é")))
    let decomposed = event(1, "22:48", .noted(Noted(message: "e\u{301}")))
    #expect(composed != decomposed)
    #expect(!composed.repeats(decomposed))
  }

  @Test("it repeats another when all but the id is the same")
  func repeats() {
    let one = event(1, "22:48", .noted(Noted(message: "Hm")))
    #expect(one.repeats(event(2, "22:48", .noted(Noted(message: "Hm")))))
    #expect(!one.repeats(event(2, "22:49", .noted(Noted(message: "Hm")))))
    #expect(!one.repeats(event(2, "22:48", by: "li", .noted(Noted(message: "Hm")))))
    #expect(!one.repeats(event(2, "22:48", .noted(Noted(message: "Hmm")))))
    #expect(!one.repeats(event(2, "22:48", .acknowledged(Acknowledged(message: "Hm")))))
  }

  @Test("it is logged late when recorded over two minutes after it happened")
  func late() throws {
    var random = SeededRandom(seed: 1)
    let id = EventID(milliseconds: 1_795_214_820_999, random: &random)
    #expect(id.recorded == time("22:47"))
    for (at, isLate) in [("22:44:59", true), ("22:45", false), ("22:47", false), ("22:48", false), ("00:00", true)] {
      let event = Event(id: id, at: time(at), by: "dana", body: .noted(Noted(message: "")))
      #expect(event.isLoggedLate == isLate, "\(at)")
      #expect(event.recorded == time("22:47"))
    }
  }

  @Test("the order is by when it happened, then by id")
  func order() {
    let sorted = [
      event(9, "22:00", .noted(Noted(message: "a"))), event(1, "22:01", .noted(Noted(message: "c"))),
      event(2, "22:01", .noted(Noted(message: "b"))),
    ]
    #expect([sorted[2], sorted[0], sorted[1]].sorted() == sorted)
  }

  @Test("all but declarations, retractions and redactions can be retracted, unreadable ones too")
  func retractable() throws {
    let kept = EventKindTests.kinds.filter { !$0.body.isRetractable }.map(\.body.type)
    #expect(kept == ["declared", "retracted", "redacted"])
    let unknown = try Event(json: Self.json(("type", "pagerFired")))
    #expect(unknown.body.isRetractable)
    let incident = try incident().adding([unknown, event(2, "22:50", .retracted(Retracted(event: eventID(1))))])
    #expect(incident.countingEvents.map(\.id) == [eventID(0), eventID(2)])
  }
}
