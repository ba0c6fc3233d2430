import IncidentCore
import JSONTree
import Testing

@Suite struct UnknownKeysTests {
  private static let declaration = #"""
    {"id": "01KAH000000000000000000000", "at": "2026-11-20T22:47:00Z", "by": "dana", "type": "declared", \#
    "title": "T", "severity": "SEV2", "detected": "2026-11-20T22:46:00Z"}
    """#

  /// A record of one declaration, with more members and more inside milestones, and more events.
  private static func record(
    first: String = "", title: String = "", inMilestones: String = #""declared": "2026-11-20T22:47:00Z""#,
    roles: String = "", middle: String = "", inImpact: String = #""from": "2026-11-20T22:46:00Z""#,
    postmortem: String = "", last: String = "", events: [String] = []
  ) -> String {
    #"""
    {\#(first)"schema": 1, "id": "INC-20261120-7QK4", "title": "T", \#(title)"kind": "incident", "severity": "SEV2", \#
    "status": "declared", \#(roles)"milestones": {"detected": "2026-11-20T22:46:00Z", \#(inMilestones)}, \#
    \#(middle)"impacted": [{\#(inImpact)}], \#(postmortem)\#
    "timeline": [\#(([declaration] + events).joined(separator: ", "))]\#(last)}
    """#
  }

  @Test(
    "keys that are not known stay where they stood",
    arguments: [
      record(first: #""$schema": "x", "a": [], "#),
      record(title: #""subtitle": null, "x-é": 1, "x-e\#u{301}": 2, "#),
      record(middle: #""x": {"deep": {"er": [1, 2.0, 1E400]}}, "y": "", "#),
      record(postmortem: #""followUps": [], "#, last: #", "signature": "s", "z": 0"#),
      record(inMilestones: #""paged": 1, "declared": "2026-11-20T22:47:00Z", "left": {}"#),
      record(roles: #""roles": {"pilot": ["x"], "2nd": 2}, "#),
      record(inImpact: #""x": {"y": []}, "from": "2026-11-20T22:46:00Z", "region": "eu", "é": null"#),
      record(postmortem: #""postmortem": {"url": "https://example.org"}, "#),
    ])
  func kept(record: String) throws {
    let incident = try Incident(json: try JSON.parse(record))
    #expect(incident.json.text == record)
    #expect(!incident.storedSnapshotDiffers)
  }

  @Test("they stay when more happens, behind the nearest that is left of what they stood behind")
  func vanishing() throws {
    let record = Self.record(middle: #""x": 1, "#, last: #", "z": 0"#)
    let cancelled = try Incident(json: try JSON.parse(record)).adding([
      event(1, "22:50", .cancelled(Cancelled()))
    ])
    #expect(
      cancelled.snapshotJSON.keys == ["schema", "id", "title", "kind", "severity", "status", "milestones", "x", "z"])
    let withRoles = try cancelled.adding([event(2, "22:51", .assigned(Assigned(role: .scribe, name: "li")))])
    #expect(withRoles.snapshotJSON.keys.suffix(5) == ["roles", "milestones", "x", "duty", "z"])
  }

  @Test("those in an object whose known part is gone keep the object, at its place")
  func vanishedObject() throws {
    let step = #"""
      {"id": "01KAH000000000000000000001", "at": "2026-11-20T22:48:00Z", "by": "dana", "type": "postmortem", \#
      "status": "draft"}
      """#
    let record = Self.record(
      postmortem: #""p": 1, "postmortem": {"url": "u", "status": "draft", "x": 1}, "q": 2, "#, events: [step])
    let incident = try Incident(json: try JSON.parse(record))
    #expect(incident.json.text == record)
    let retracted = try incident.adding([event(2, "22:50", .retracted(Retracted(event: eventID(1))))])
    #expect(retracted.snapshot.postmortem == nil)
    let json = retracted.snapshotJSON
    #expect(json["postmortem"] == ["url": "u", "x": 1])
    #expect(json.keys.suffix(4) == ["impacted", "p", "postmortem", "q"])
    #expect(try Incident(json: .object(retracted.json)).json.text == retracted.json.text)
  }

  @Test("an object of ours that is none in the file is written anew")
  func wrongKind() throws {
    for roles in [#""roles": "x", "#, #""roles": null, "#, #""roles": [1], "#] {
      let incident = try Incident(json: try JSON.parse(Self.record(roles: roles)))
      #expect(incident.storedSnapshotDiffers)
      #expect(incident.json["roles"] == nil)
    }
  }

  @Test("those of a stretch of impact stay with it when it ends, and when another begins in the same second")
  func stretches() throws {
    let record = Self.record(inImpact: #""from": "2026-11-20T22:46:00Z", "region": "eu""#)
    let mitigated = try Incident(json: try JSON.parse(record)).adding([event(1, "22:46", .mitigated(Mitigated()))])
    let ended: JSONObject = ["from": "2026-11-20T22:46:00Z", "region": "eu", "to": "2026-11-20T22:46:00Z"]
    #expect(mitigated.json["impacted"] == .array([.object(ended)]))
    var json = try mitigated.adding([event(2, "22:46", .updated(Updated(status: .mitigating)))]).json
    let again: JSONObject = ["from": "2026-11-20T22:46:00Z"]
    #expect(json["impacted"] == .array([.object(ended), .object(again)]))
    let labelled: JSONObject = ["n": 2, "from": "2026-11-20T22:46:00Z"]
    json["impacted"] = .array([.object(ended), .object(labelled)])
    let read = try Incident(json: .object(json))
    #expect(read.json == json && !read.storedSnapshotDiffers)
  }

  @Test("elements of a form that is not ours are written anew")
  func foreignElements() throws {
    for impact in [#""region": "eu""#, #""from": 5, "x": 1"#] {
      let incident = try Incident(json: try JSON.parse(Self.record(inImpact: impact)))
      #expect(incident.storedSnapshotDiffers)
      #expect(incident.json["impacted"] == [["from": "2026-11-20T22:46:00Z"]])
    }
  }

  @Test("many thousands of them are read, written and merged in a moment")
  func many() throws {
    func keys(_ name: String) -> String { (0..<8_000).map { "\"\(name)\($0)\": \($0), " }.joined() }
    let record = Self.record(title: keys("a"), middle: keys("b"))
    let ours = try Incident(json: try JSON.parse(record))
    let clock = ContinuousClock()
    let spent = try clock.measure {
      #expect(ours.json.text == record)
      #expect(ours.firstDifferingKey == nil)
      let theirs = try Incident(json: try JSON.parse(Self.record(middle: keys("c"))))
      let merged = try Incident.merge(base: nil, ours: ours, theirs: theirs)
      #expect(merged.json.count == ours.json.count + 8_000)
    }
    // A build for debugging takes under a second, and a minute where each key is looked up by walking the others.
    #expect(spent < .seconds(10))
  }
}
