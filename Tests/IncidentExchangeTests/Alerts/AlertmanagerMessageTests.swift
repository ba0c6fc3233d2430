import IncidentCore
import IncidentExchange
import Testing

@Suite struct AlertmanagerMessageTests {
  @Test("a group in which some fire is one notice that fires")
  func group() throws {
    let notice = try notice(AlertSamples.alertmanager)
    #expect(notice.source == .alertmanager)
    #expect(notice.change == .fired)
    #expect(notice.key == #"{}:{alertname="HighLatency"}"#)
    #expect(notice.title == "Payments are slow")
    #expect(notice.summary == "p99 above 5 s for 10 min")
    #expect(notice.name == "HighLatency")
    #expect((notice.firing, notice.resolved) == (2, 1))
    #expect(notice.fingerprints == ["aaa2", "aaa3", "aaa1"])
    #expect(notice.labelText == "alertname=HighLatency service=payments severity=critical")
    #expect(notice.severity == nil)
    #expect(notice.started?.description == "2026-11-20T22:41:00Z", "of those that fire")
    #expect(notice.ended == nil)
    #expect(
      notice.linkText == [
        "runbook https://runbooks.example.org/latency", "dashboard https://grafana.example.org/d/pay",
        "source https://prom.example.org/graph?g0=2",
      ])
  }

  @Test("a message of which little is there is still an alert, with the labels that all share")
  func bare() throws {
    let notice = try notice(AlertSamples.alertmanagerBare)
    #expect(notice.change == .fired)
    #expect(notice.firing == 3)
    #expect(notice.labels.isEmpty, "one of the three has none")
    #expect(notice.title == "Alert from Alertmanager")
    #expect(!notice.key.isEmpty)
    let two = try self.notice(
      ofAlerts: #"""
        {"labels": {"alertname": "DiskFull", "free": 3, "tags": ["a", "b"], "host": "a"}},
        {"labels": {"free": 3, "alertname": "DiskFull", "host": "b", "tags": ["a", "b"]}}
        """#)
    #expect(two.labelText == #"alertname=DiskFull free=3 tags=["a", "b"]"#)
    #expect(two.key == #"alertmanager:{alertname="DiskFull", free="3", tags="[\"a\", \"b\"]"}"#)
    #expect(two.title == "DiskFull")
  }

  @Test("the numeric key of older versions is kept to its last digit, and all that is over is resolved")
  func old() throws {
    let notice = try notice(AlertSamples.alertmanagerOld)
    #expect(notice.change == .resolved)
    #expect(notice.key == "52066337988463415280123")
    #expect(notice.title == "QueueFull (mailer)")
    #expect(notice.started?.description == "2016-02-20T00:29:22Z")
    #expect(notice.ended?.description == "2016-02-20T01:00:00Z")
    #expect(notice.at == notice.ended)
    #expect(notice.linkText == ["source http://alerts.example.org:9093"])
    let older = try self.notice(
      #"{"version": "2", "status": "firing", "alert": [{"summary": "Old and slow", "labels": {"alertname": "A"}}]}"#)
    #expect(older.title == "Old and slow")
    #expect(older.source == .alertmanager)
  }

  @Test("a list of alerts is a notice for each alertname; what is silenced does not fire")
  func list() throws {
    let all = try notices(AlertSamples.alertmanagerList)
    #expect(all.map(\.title) == ["Disk of db-1 is full", "CPUHigh"])
    #expect(all.map(\.change) == [.fired, .other("suppressed")])
    #expect(all.map(\.key) == [#"alertmanager:{alertname="DiskFull"}"#, #"alertmanager:{alertname="CPUHigh"}"#])
    #expect(all[0].fingerprints == ["f1", "f3"])
    #expect(all[0].firing == 2, "an end ahead of the moment of sending is no end")
    #expect(all[0].labelText == "alertname=DiskFull")
  }

  @Test(
    "answers of the interfaces are lists as well",
    arguments: [
      #"{"status": "success", "data": [\#(alert)]}"#, #"{"status": "success", "data": {"alerts": [\#(alert)]}}"#,
      #"[{"labels": {"alertname": "A"}, "receiver": {"name": "r"}, "alerts": [\#(alert)]}]"#, alert,
    ])
  func answers(text: String) throws {
    let notice = try notice(text)
    #expect(notice.name == "A")
    #expect(notice.key == #"alertmanager:{alertname="A"}"#)
    #expect(notice.started?.description == "2026-11-20T22:41:00Z")
  }

  private static let alert =
    #"{"labels": {"alertname": "A"}, "annotations": {}, "activeAt": "2026-11-20T22:41:00Z", "state": "firing"}"#

  @Test(
    "what a group does",
    arguments: [
      (#""status": "firing", "alerts": [{"status": "resolved"}, {"status": "firing"}]"#, AlertChange.fired),
      (#""status": "firing", "alerts": [{"status": "resolved"}, {"status": "resolved"}]"#, .resolved),
      (#""status": "firing", "truncatedAlerts": 4, "alerts": [{"status": "resolved"}]"#, .fired),
      (#""status": "resolved", "alerts": [{"status": "FIRING"}]"#, .fired),
      (#""status": "resolved", "alerts": [{"endsAt": "0001-01-01T00:00:00Z"}]"#, .resolved),
      (#""status": "firing", "alerts": [{"endsAt": "0001-01-01T00:00:00Z"}]"#, .fired),
      (#""alerts": [{"endsAt": "2026-11-20T22:41:00Z"}]"#, .resolved),
      (#""alerts": [{"endsAt": null}]"#, .fired),
      (#""alerts": [{"state": "pending"}]"#, .other("pending")),
      (#""status": "resolved", "alerts": []"#, .resolved),
      (#""status": "firing", "alerts": null"#, .fired),
    ])
  func changes(fields: String, change: AlertChange) throws {
    let notice = try notice(#"{"receiver": "r", "groupKey": "k", \#(fields)}"#)
    #expect(notice.change == change)
  }

  @Test(
    "a key is built where there is none, the same in whatever order",
    arguments: [
      (#""groupLabels": {"b": "2", "a": "1"}, "commonLabels": {"c": "3"}"#, #"alertmanager:{a="1", b="2"}"#),
      (#""groupLabels": {}, "commonLabels": {"c": "3", "b": "2"}"#, #"alertmanager:{b="2", c="3"}"#),
      (#""receiver": "r", "alerts": [{"fingerprint": "z"}, {"fingerprint": "y"}]"#, "alertmanager:y,z"),
      (
        #""receiver": "r", "alerts": [{"labels": {"b": "2"}}, {"labels": {"a": "1"}}]"#,
        #"alertmanager:{a="1"},{b="2"}"#
      ),
      (#""receiver": "r", "alerts": [{"annotations": {"summary": "S"}}]"#, "alertmanager:S"),
    ])
  func keys(fields: String, key: String) throws {
    let notice = try notice(#"{"status": "firing", "externalURL": "http://e.org", \#(fields)}"#)
    #expect(notice.key == key)
  }

  @Test(
    "the title is the summary, else the rule and where it holds, else whatever says something",
    arguments: [
      (#"{"annotations": {"summary": "{{ $labels.x }} is down"}}"#, "{{ $labels.x }} is down"),
      (
        #"{"annotations": {"summary": " \n "}, "labels": {"alertname": "A", "job": "j", "instance": "i:1"}}"#, "A (i:1)"
      ),
      (#"{"annotations": {"message": "M"}, "labels": {"x": "y"}}"#, "M"),
      (#"{"annotations": {"description": "D"}}"#, "D"),
      (#"{"labels": {"x": "y"}}"#, "Alert from Alertmanager"),
      (#"{"annotations": {"summary": "\u200b\u2060"}, "labels": {"alertname": "A"}}"#, "A"),
      (#"{"annotations": {"summary": 12}}"#, "12"),
    ])
  func titles(alert: String, title: String) throws {
    #expect(try notice(ofAlerts: alert).title == title)
  }

  @Test("where alerts differ in severity, the worst of those that fire counts")
  func severities() throws {
    let text = #"""
      {"status": "firing", "labels": {"severity": "warning"}}, {"status": "firing", "labels": {"severity": "critical"}},
      {"status": "firing", "labels": {"severity": "odd"}}, {"status": "resolved", "labels": {"severity": "emergency"}}
      """#
    #expect(try notice(ofAlerts: text).severity == "critical")
    #expect(try notice(ofAlerts: #"{"labels": {"severity": "warning"}}"#).severity == nil, "it is a label of all")
  }

  @Test("a group of nothing is refused")
  func empty() throws {
    #expect(try problem(Array(#"{"receiver": "r", "alerts": []}"#.utf8)).message.contains("without an alert"))
    #expect(try problem(Array(#"{"status": "success", "data": []}"#.utf8)).message.contains("without an alert"))
    #expect(try problem(Array("[]".utf8)).message == "an empty list: expected at least one alert in it")
  }

  private func notice(ofAlerts alerts: String) throws -> AlertNotice {
    try notice(#"{"receiver": "r", "alerts": [\#(alerts)]}"#)
  }

  private func notice(_ text: String) throws -> AlertNotice {
    try IncidentExchangeTests.notice(text)
  }
}
