import IncidentCore
import JSONTree
import Testing

/// Every kind of event: what it writes, that it reads it back, and which of its fields it cannot do without.
@Suite struct EventKindTests {
  struct Kind: CustomTestStringConvertible, Sendable {
    let body: EventBody
    /// The members after `id`, `at`, `by` and `type`, in their fixed order.
    let fields: String
    /// The same kind with nothing that may be absent.
    let least: EventBody
    /// Fields that, changed so, cannot be read, and why.
    let faults: [(key: String, value: JSON?, problem: EventProblem.Kind)]

    var testDescription: String { body.type }
  }

  static let target = eventID(1)
  static let badTime = EventProblem.Kind.notATime("22:47")

  static let leastAlert: Alerted = {
    let notice = AlertNotice(source: .alertmanager, change: .fired, key: "{}:{a}", title: "Slow")
    // What fires is an alert.
    return Alerted(notice, payload: nil)!
  }()

  static let sampleAlert: Alerted = {
    var alert = leastAlert
    alert.fingerprints = ["f1", "f2"]
    alert.name = "HighLatency"
    alert.summary = "p99 is 5 s"
    alert.labels = [AlertLabel(name: "severity", value: "page")]
    alert.links = [AlertLink(kind: .runbook, url: "https://example.com/r")]
    alert.started = time("22:41")
    alert.ended = time("22:45")
    alert.firing = 2
    alert.resolved = 1
    alert.payload = "sha256:00"
    return alert
  }()

  static let kinds: [Kind] = [
    Kind(
      body: .declared(
        Declared(
          title: "Down", severity: .sev1, services: ["a", "b"], impact: "All", publicTitle: "Trouble",
          publicImpact: "Slow pages", kind: .drill, started: time("22:41"), detected: time("22:45"),
          nextUpdateDue: time("23:00"))),
      fields: #"""
        "title": "Down", "severity": "SEV1", "services": ["a", "b"], "impact": "All", "publicTitle": "Trouble", \#
        "publicImpact": "Slow pages", "kind": "drill", "started": "2026-11-20T22:41:00Z", \#
        "detected": "2026-11-20T22:45:00Z", "nextUpdateDue": "2026-11-20T23:00:00Z"
        """#,
      least: .declared(Declared(title: "Down", severity: .sev1)),
      faults: [
        ("title", nil, .missing), ("title", 7, .notText), ("severity", nil, .missing),
        ("severity", "sev1", .unknownWord("sev1")), ("services", "a", .notAListOfTexts),
        ("services", ["a", 1], .notAListOfTexts), ("impact", .null, .notText), ("publicTitle", 1, .notText),
        ("publicImpact", [], .notText), ("kind", "test", .unknownWord("test")),
        ("started", "22:47", badTime), ("detected", "22:47", badTime), ("nextUpdateDue", "22:47", badTime),
      ]),
    Kind(
      body: .acknowledged(Acknowledged(message: "On it")), fields: #""message": "On it""#,
      least: .acknowledged(Acknowledged()), faults: [("message", 1, .notText)]),
    Kind(
      body: .updated(
        Updated(
          message: "Found it", status: .mitigating, impact: "Half", publicTitle: "Trouble", publicImpact: "Slow pages",
          cause: "pool", eta: time("23:30"), isPublic: true, isUnchanged: true, nextUpdateDue: time("23:00"))),
      fields: #"""
        "message": "Found it", "status": "mitigating", "impact": "Half", "publicTitle": "Trouble", \#
        "publicImpact": "Slow pages", "cause": "pool", "eta": "2026-11-20T23:30:00Z", "public": true, \#
        "noChange": true, "nextUpdateDue": "2026-11-20T23:00:00Z"
        """#,
      least: .updated(Updated()),
      faults: [
        ("message", [], .notText), ("status", "fixing", .unknownWord("fixing")),
        ("status", "resolved", .unknownWord("resolved")), ("status", "declared", .unknownWord("declared")),
        ("impact", 1, .notText), ("cause", true, .notText), ("eta", "22:47", badTime),
        ("public", "yes", .notTrueOrFalse), ("noChange", 1, .notTrueOrFalse), ("publicTitle", 1, .notText),
        ("publicImpact", 1, .notText),
        ("nextUpdateDue", "22:47", badTime),
      ]),
    Kind(
      body: .noted(Noted(message: "Hm")), fields: #""message": "Hm""#, least: .noted(Noted(message: "")),
      faults: [("message", nil, .missing), ("message", [:], .notText)]),
    Kind(
      body: .communicated(
        Communicated(audience: .external, format: "slack", channel: "status", message: "We are on it.")),
      fields: #""audience": "external", "format": "slack", "to": "status", "message": "We are on it.""#,
      least: .communicated(Communicated(audience: .external, format: "slack", message: "We are on it.")),
      faults: [
        ("audience", nil, .missing), ("audience", "boss", .unknownWord("boss")), ("format", nil, .missing),
        ("format", 1, .notText), ("to", 1, .notText), ("message", nil, .missing), ("message", 1, .notText),
      ]),
    Kind(
      body: .severityChanged(
        SeverityChanged(severity: .sev3, from: .sev2, message: "Less", nextUpdateDue: time("23:00"))),
      fields: #""severity": "SEV3", "from": "SEV2", "message": "Less", "nextUpdateDue": "2026-11-20T23:00:00Z""#,
      least: .severityChanged(SeverityChanged(severity: .sev3)),
      faults: [
        ("severity", nil, .missing), ("severity", 3, .notText), ("from", "2", .unknownWord("2")),
        ("message", 1, .notText), ("nextUpdateDue", "22:47", badTime),
      ]),
    Kind(
      body: .assigned(Assigned(role: .scribe, name: "li", from: "dana")),
      fields: #""role": "scribe", "name": "li", "from": "dana""#,
      least: .assigned(Assigned(role: .scribe, name: "li")),
      faults: [
        ("role", nil, .missing), ("role", "ic", .unknownWord("ic")), ("name", nil, .missing), ("name", 1, .notText),
        ("from", 1, .notText),
      ]),
    Kind(
      body: .released(Released(role: .scribe, name: "li")), fields: #""role": "scribe", "name": "li""#,
      least: .released(Released(role: .scribe, name: "li")),
      faults: [("role", nil, .missing), ("role", "x", .unknownWord("x")), ("name", nil, .missing)]),
    Kind(
      body: .mitigated(Mitigated(message: "Restarted", nextUpdateDue: time("23:00"))),
      fields: #""message": "Restarted", "nextUpdateDue": "2026-11-20T23:00:00Z""#, least: .mitigated(Mitigated()),
      faults: [("message", 1, .notText), ("nextUpdateDue", "22:47", badTime)]),
    Kind(
      body: .resolved(Resolved(message: "Over", cause: "pool")), fields: #""message": "Over", "cause": "pool""#,
      least: .resolved(Resolved()), faults: [("message", 1, .notText), ("cause", 1, .notText)]),
    Kind(
      body: .reopened(Reopened(message: "Back", nextUpdateDue: time("23:00"))),
      fields: #""message": "Back", "nextUpdateDue": "2026-11-20T23:00:00Z""#, least: .reopened(Reopened()),
      faults: [("message", 1, .notText), ("nextUpdateDue", 1, .notText)]),
    Kind(
      body: .cancelled(Cancelled(message: "Twice", duplicateOf: .sample)),
      fields: #""message": "Twice", "duplicateOf": "INC-20261120-7QK4""#, least: .cancelled(Cancelled()),
      faults: [("message", 1, .notText), ("duplicateOf", "7qk4", .unknownWord("7qk4"))]),
    Kind(
      body: .closed(Closed(message: "Done", isForced: true)), fields: #""message": "Done", "forced": true"#,
      least: .closed(Closed()), faults: [("message", 1, .notText), ("forced", 1, .notTrueOrFalse)]),
    Kind(
      body: .postmortem(PostmortemChanged(status: .inReview)), fields: #""status": "inReview""#,
      least: .postmortem(PostmortemChanged(status: .inReview)),
      faults: [("status", nil, .missing), ("status", "done", .unknownWord("done"))]),
    Kind(
      body: .actionAdded(
        ActionAdded(
          title: "Alert", kind: .detect, owner: "li", due: date("2026-12-04"), priority: .high, link: "OPS-12")),
      fields: #"""
        "title": "Alert", "kind": "detect", "owner": "li", "due": "2026-12-04", "priority": "high", "link": "OPS-12"
        """#,
      least: .actionAdded(ActionAdded(title: "Alert")),
      faults: [
        ("title", nil, .missing), ("kind", "Detect", .unknownWord("Detect")), ("owner", 1, .notText),
        ("due", "2026-02-30", .notADate("2026-02-30")), ("due", 7, .notText), ("priority", "p1", .unknownWord("p1")),
        ("link", [], .notText),
      ]),
    Kind(
      body: .actionChanged(
        ActionChanged(
          action: target, status: .done, title: "Alert", kind: .detect, owner: "li", due: date("2026-12-04"),
          priority: .low, link: "OPS-12", message: "Merged")),
      fields: #"""
        "action": "\#(target)", "status": "done", "title": "Alert", "kind": "detect", "owner": "li", \#
        "due": "2026-12-04", "priority": "low", "link": "OPS-12", "message": "Merged"
        """#,
      least: .actionChanged(ActionChanged(action: target)),
      faults: [
        ("action", nil, .missing), ("action", "A1", .notAnEventID), ("status", "closed", .unknownWord("closed")),
        ("title", 1, .notText), ("kind", "x", .unknownWord("x")), ("owner", 1, .notText),
        ("due", "soon", .notADate("soon")), ("priority", "x", .unknownWord("x")), ("link", 1, .notText),
        ("message", 1, .notText),
      ]),
    Kind(
      body: .alerted(sampleAlert),
      fields: #"""
        "source": "alertmanager", "state": "firing", "key": "{}:{a}", "fingerprints": ["f1", "f2"], \#
        "name": "HighLatency", "title": "Slow", "summary": "p99 is 5 s", "labels": {"severity": "page"}, \#
        "links": {"runbook": "https://example.com/r"}, "started": "2026-11-20T22:41:00Z", \#
        "ended": "2026-11-20T22:45:00Z", "firing": 2, "resolved": 1, "payload": "sha256:00"
        """#,
      least: .alerted(leastAlert),
      faults: [
        ("source", nil, .missing), ("source", "nagios", .unknownWord("nagios")), ("state", nil, .missing),
        ("state", "ok", .unknownWord("ok")), ("key", nil, .missing), ("fingerprints", "f", .notAListOfTexts),
        ("name", 1, .notText), ("title", nil, .missing), ("summary", 1, .notText),
        ("labels", ["a"], .notAnObjectOfTexts), ("labels", ["a": 1], .notAnObjectOfTexts),
        ("links", "x", .notAnObjectOfTexts), ("started", "22:47", badTime), ("ended", "22:47", badTime),
        ("firing", -1, .notACount), ("resolved", "1", .notACount), ("payload", 1, .notText),
      ]),
    Kind(
      body: .ran(
        Ran(
          command: "kubectl get pods", status: 1, signal: "SIGKILL", seconds: 12, output: "gone", isCut: true,
          message: "Look")),
      fields: #"""
        "command": "kubectl get pods", "status": 1, "signal": "SIGKILL", "seconds": 12, "output": "gone", \#
        "cut": true, "message": "Look"
        """#,
      least: .ran(Ran(command: "true", seconds: 0)),
      faults: [
        ("command", nil, .missing), ("status", -1, .notACount), ("signal", 9, .notText), ("seconds", "12", .notACount),
        ("output", [], .notText), ("cut", 1, .notTrueOrFalse), ("message", 1, .notText),
      ]),
    Kind(
      body: .runbookStarted(RunbookStarted(runbook: "high-latency", title: "High latency", steps: ["Look", "Act"])),
      fields: #""runbook": "high-latency", "title": "High latency", "steps": ["Look", "Act"]"#,
      least: .runbookStarted(RunbookStarted(runbook: "high-latency", steps: [])),
      faults: [("runbook", nil, .missing), ("title", 1, .notText), ("steps", "Look", .notAListOfTexts)]),
    Kind(
      body: .runbookStepped(RunbookStepped(runbook: "high-latency", step: 2, outcome: .skipped, message: "No pods")),
      fields: #""runbook": "high-latency", "step": 2, "outcome": "skipped", "message": "No pods""#,
      least: .runbookStepped(RunbookStepped(runbook: "high-latency", step: 2, outcome: .done)),
      faults: [
        ("runbook", nil, .missing), ("step", nil, .missing), ("step", "2", .notACount), ("outcome", nil, .missing),
        ("outcome", "ok", .unknownWord("ok")), ("message", 1, .notText),
      ]),
    Kind(
      body: .runbookReviewed(RunbookReviewed(runbook: "high-latency", isHelpful: false, message: "Step 2 is old")),
      fields: #""runbook": "high-latency", "helpful": false, "message": "Step 2 is old""#,
      least: .runbookReviewed(RunbookReviewed(runbook: "high-latency", isHelpful: true)),
      faults: [
        ("runbook", nil, .missing), ("helpful", nil, .missing), ("helpful", "yes", .notTrueOrFalse),
        ("message", 1, .notText),
      ]),
    Kind(
      body: .retracted(Retracted(event: target, message: "Wrong")),
      fields: #""event": "\#(target)", "message": "Wrong""#, least: .retracted(Retracted(event: target)),
      faults: [("event", nil, .missing), ("event", "A1", .notAnEventID), ("message", 1, .notText)]),
    Kind(
      body: .redacted(Redacted(event: target, message: "A key")), fields: #""event": "\#(target)", "message": "A key""#,
      least: .redacted(Redacted(event: target)),
      faults: [("event", nil, .missing), ("event", 1, .notText), ("message", 1, .notText)]),
  ]

  @Test("the list has every kind once")
  func complete() {
    #expect(Set(Self.kinds.map(\.body.type)).count == 23)
    for kind in Self.kinds {
      // No default: a new kind does not compile until somebody thinks of this list.
      switch kind.body {
      case .declared, .acknowledged, .updated, .noted, .communicated, .severityChanged, .assigned, .released,
        .mitigated, .resolved, .reopened, .cancelled, .closed, .postmortem, .actionAdded, .actionChanged, .alerted,
        .ran,
        .runbookStarted, .runbookStepped, .runbookReviewed, .retracted, .redacted:
        break
      case .unreadable: Issue.record("\(kind.body.type) is no kind")
      }
    }
  }

  @Test("writes its fields in their fixed order, and reads back what it wrote", arguments: kinds)
  func roundTrip(kind: Kind) throws {
    let written = event(5, "22:48", kind.body)
    let common = #""id": "\#(eventID(5))", "at": "2026-11-20T22:48:00Z", "by": "dana", "type": "\#(kind.body.type)""#
    #expect(written.json.text == "{\(common), \(kind.fields)}")
    let read = try Event(json: try object(written.json.text))
    #expect(read == written)
    #expect(read.body == kind.body)
    #expect(read.json.text == written.json.text)
  }

  @Test("absent is absent", arguments: kinds)
  func least(kind: Kind) throws {
    let written = event(5, "22:48", kind.least)
    #expect(!written.json.text.contains("null"))
    #expect(written.json.count <= event(5, "22:48", kind.body).json.count)
    let read = try Event(json: written.json)
    #expect(read == written && read.body == kind.least)
  }

  @Test("with a field it cannot read it is kept as it is", arguments: kinds)
  func faults(kind: Kind) throws {
    for fault in kind.faults {
      var json = event(5, "22:48", kind.body).json
      json[fault.key] = fault.value
      json.insert(["deep": [1]], forKey: "x-tool", after: "by")
      let read = try Event(json: json)
      guard case .unreadable(let unreadable) = read.body else {
        Issue.record("\(kind.body.type) was read with \(fault.key) \(String(describing: fault.value))")
        continue
      }
      #expect(unreadable.type == kind.body.type)
      #expect(unreadable.problem?.key == fault.key && unreadable.problem?.kind == fault.problem)
      #expect(read.body.type == kind.body.type)
      #expect(read.json.text == json.text)
    }
  }

  @Test("keys it does not know stay in their places", arguments: kinds)
  func unknownKeys(kind: Kind) throws {
    var json = event(5, "22:48", kind.body).json
    json.insert("first", forKey: "x-first", at: 0)
    json.insert([1, ["a": .null]], forKey: "é", after: "type")
    json["e\u{301}"] = "a canonical twin of another key"
    let read = try Event(json: json)
    #expect(read.body == kind.body)
    #expect(read.json.text == json.text)
  }
}
