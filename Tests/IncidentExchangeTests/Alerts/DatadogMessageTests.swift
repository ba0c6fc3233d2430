import IncidentCore
import IncidentExchange
import Testing

@Suite struct DatadogMessageTests {
  @Test("a monitor triggers")
  func triggered() throws {
    let notice = try notice(AlertSamples.datadog)
    #expect(notice.source == .datadog)
    #expect(notice.change == .fired)
    #expect(notice.key == "datadog:8107")
    #expect(notice.fingerprints == ["9bd4", "1234"])
    #expect(notice.title == "CPU is high")
    #expect(notice.name == "CPU is high")
    #expect(notice.summary == "Load is 9")
    #expect(notice.severity == "P2")
    #expect(notice.labelText == "env=prod host=web-1 metric=system.load.1 service=payments tags=monitor")
    #expect(notice.at?.description == "2026-11-20T22:41:00Z")
    #expect(notice.started == notice.at)
    #expect(
      notice.linkText == ["dashboard https://p.datadoghq.com/s.png", "source https://app.datadoghq.com/event/7001"])
  }

  @Test("the default body says by its title what happens")
  func defaults() throws {
    let notice = try notice(AlertSamples.datadogDefault)
    #expect(notice.change == .resolved)
    #expect(notice.title == "CPU is high")
    #expect(notice.key == "datadog:CPU is high")
    #expect(notice.ended?.description == "2026-11-20T22:41:00Z")
    let triggered = try self.notice(AlertSamples.datadogDefault.replacing("[Recovered]", with: "[Triggered]"))
    #expect(triggered.change == .fired)
    #expect(triggered.key == notice.key)
  }

  @Test(
    "transitions",
    arguments: [
      ("Triggered", AlertChange.fired), ("Re-Triggered", .fired), ("Warn", .fired), ("Re-Warn", .fired),
      ("No Data", .fired), ("Re-No Data", .fired), ("Renotify", .fired), ("Recovered", .resolved),
      ("No Data Recovered", .resolved), ("Muted", .other("muted")), ("$ALERT_TRANSITION", .fired), ("null", .fired),
    ])
  func transitions(transition: String, change: AlertChange) throws {
    let notice = try notice(
      AlertSamples.datadog.replacing(
        #""alert_transition": "Triggered""#, with: #""alert_transition": "\#(transition)""#))
    #expect(notice.change == change)
    #expect(notice.key == "datadog:8107")
    #expect((notice.started == nil) == (change != .fired || transition.hasPrefix("Re")))
  }

  @Test(
    "tags are a text or a list",
    arguments: [
      (#""a:b, c:d ,e""#, "a=b c=d tags=e"), (#"["a:b", "e", 3, null, "x:y:z"]"#, "a=b tags=e, 3 x=y:z"),
      (#""http://x.org/y""#, "tags=http://x.org/y"), ("null", ""), (#"{"a": {"b": 1}}"#, #"a={"b": 1}"#),
      (#"":b,a:,,""#, "tags=:b, a:"),
    ])
  func tags(tags: String, labels: String) throws {
    let text = #"{"alert_transition": "Triggered", "title": "T", "tags": \#(tags)}"#
    #expect(try notice(text).labelText == labels)
  }

  @Test(
    "the key is the cycle's, else the next best",
    arguments: [
      (#""aggreg_key": "a", "alert_id": 1"#, "datadog:a"),
      (#""alert_id": 1, "alert_scope": "host:a""#, "datadog:1/host:a"),
      (#""alert_cycle_key": "$ALERT_CYCLE_KEY", "alert_id": "7""#, "datadog:7"), (#""id": "8""#, "datadog:T"),
    ])
  func keys(fields: String, key: String) throws {
    #expect(try notice(#"{"alert_transition": "Triggered", "title": "T", \#(fields)}"#).key == key)
  }

  @Test(
    "how bad it is: the monitor's priority, else its type while it fires",
    arguments: [
      (#""alert_priority": "P5", "alert_type": "error""#, "P5"),
      (#""priority": "normal", "alert_type": "warning""#, "warning"),
      (#""priority": "low""#, "low"), (#""alert_priority": "$ALERT_PRIORITY""#, nil), (#""alert_type": "info""#, nil),
    ] as [(String, String?)])
  func severities(fields: String, severity: String?) throws {
    #expect(try notice(#"{"alert_transition": "Triggered", "title": "T", \#(fields)}"#).severity == severity)
  }

  private func notice(_ text: String) throws -> AlertNotice {
    try IncidentExchangeTests.notice(text)
  }
}
