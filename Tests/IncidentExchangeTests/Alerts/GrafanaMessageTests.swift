import IncidentCore
import IncidentExchange
import Testing

@Suite struct GrafanaMessageTests {
  @Test("unified alerting speaks as Alertmanager does, and has more links")
  func unified() throws {
    let notice = try notice(AlertSamples.grafana)
    #expect(notice.source == .grafana)
    #expect(notice.change == .fired)
    #expect(notice.key == #"{}/{}:{alertname="Memory"}"#)
    #expect(notice.title == "Memory")
    #expect(notice.summary == "Less than 5 % free")
    #expect(notice.labelText == "alertname=Memory severity=warning")
    #expect(notice.started?.description == "2026-11-20T20:41:00Z")
    #expect(
      notice.linkText == [
        "dashboard https://grafana.example.org/d/mem", "dashboard https://grafana.example.org/d/mem?panel=2",
        "silence https://grafana.example.org/alerting/silence/new?a=b",
        "source https://grafana.example.org/alerting/1/view",
      ])
  }

  @Test("a title of its own serves where nothing else says what it is, without the state before it")
  func title() throws {
    let text = #"{"orgId": 1, "status": "firing", "title": "[FIRING:2]  (blue)", "receiver": "r", "alerts": []}"#
    #expect(try notice(text).title == "(blue)")
    #expect(try notice(text.replacing("  (blue)", with: "")).title == "[FIRING:2]")
  }

  @Test("legacy alerting names the rule, its values and their tags")
  func legacy() throws {
    let notice = try notice(AlertSamples.grafanaLegacy)
    #expect(notice.source == .grafana)
    #expect(notice.change == .fired)
    #expect(notice.key == "grafana:3/41")
    #expect(notice.title == "Queue depth")
    #expect(notice.summary == "Too deep\ndepth = 214.5")
    #expect(notice.labelText == "queue=mail team=data")
    #expect(notice.linkText == ["source http://grafana.example.org/d/q?tab=alert"])
  }

  @Test(
    "states of legacy alerting",
    arguments: [
      ("alerting", AlertChange.fired), ("no_data", .fired), ("ok", .resolved), ("pending", .other("pending")),
      ("paused", .other("paused")), ("Odd_State", .other("odd state")),
    ])
  func states(state: String, change: AlertChange) throws {
    let fired = try notice(AlertSamples.grafanaLegacy)
    let notice = try notice(
      AlertSamples.grafanaLegacy.replacing(#""state": "alerting""#, with: #""state": "\#(state)""#))
    #expect(notice.change == change)
    #expect(notice.key == fired.key, "a recovery finds what fired")
  }

  @Test("a rule without a number has its name for a key")
  func names() throws {
    #expect(try notice(#"{"ruleId": 0, "ruleName": "R", "state": "ok", "evalMatches": null}"#).key == "grafana:R")
    #expect(try notice(#"{"ruleUrl": "http://g.org/r", "state": "ok"}"#).title == "Alert from Grafana")
  }
}
