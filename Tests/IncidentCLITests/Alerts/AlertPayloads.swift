import Foundation
import JSONTree

/// Payloads as systems send them.
enum AlertPayloads {
  /// Of Alertmanager, an alert for each of `alerts`: its fingerprint, when it began, and its end, if it is over.
  static func alertmanager(
    _ alerts: [(fingerprint: String, started: String, ended: String?)], key: String = "{}:{alertname=\"HighLatency\"}",
    severity: String = "page", service: String = "payments", summary: String = "Payment latency above 5 s"
  ) -> [UInt8] {
    let labels: JSONObject = ["alertname": "HighLatency", "severity": .string(severity), "service": .string(service)]
    let each = alerts.map { alert -> JSON in
      [
        "status": alert.ended == nil ? "firing" : "resolved", "labels": .object(labels),
        "annotations": ["summary": .string(summary), "runbook_url": "https://wiki.example.org/latency"],
        "startsAt": .string("2026-11-20T\(alert.started):00.123456789Z"),
        "endsAt": .string(alert.ended.map { "2026-11-20T\($0):00Z" } ?? "0001-01-01T00:00:00Z"),
        "generatorURL": "https://prometheus.example.org/graph", "fingerprint": .string(alert.fingerprint),
      ]
    }
    let isFiring = alerts.contains { $0.ended == nil }
    let payload: JSON = [
      "version": "4", "groupKey": .string(key), "status": isFiring ? "firing" : "resolved", "receiver": "incident",
      "groupLabels": ["alertname": "HighLatency"], "commonLabels": .object(labels), "commonAnnotations": [:],
      "externalURL": "https://alertmanager.example.org", "truncatedAlerts": 0, "alerts": .array(each),
    ]
    return Array(payload.inlineText().utf8)
  }

  /// A webhook of PagerDuty, version 3.
  static func pagerDuty(_ event: String, at moment: String, id: String = "PGR0VU2", more: JSONObject = [:]) -> [UInt8] {
    var data: JSONObject = [
      "id": .string(id), "type": "incident", "number": 2, "title": "Payment latency above 5 s", "status": "triggered",
      "html_url": .string("https://acme.pagerduty.com/incidents/\(id)"), "created_at": "2026-11-20T22:41:00Z",
      "urgency": "high", "service": ["id": "PF9KMXH", "type": "service_reference", "summary": "Payments"],
    ]
    for member in more { data[member.key] = member.value }
    let payload: JSON = [
      "event": [
        "id": "5ac64822", "event_type": .string("incident." + event), "resource_type": "incident",
        "occurred_at": .string("2026-11-20T\(moment)Z"),
        "agent": ["id": "PLH1HKV", "type": "user_reference", "summary": "Li Wei"], "data": .object(data),
      ]
    ]
    return Array(payload.inlineText().utf8)
  }
}

extension TestHost {
  /// Takes in a payload from standard input.
  @discardableResult
  func take(_ payload: [UInt8], _ options: String...) -> Outcome {
    input = payload
    return run(["declare", "--from", "-"] + options)
  }

  /// The outcomes of a payload, each with the types of what was recorded: `declared: declared alerted`.
  func outcomes(_ payload: [UInt8], _ options: String...) throws -> [String] {
    input = payload
    let results = try run(["declare", "--from", "-", "--json"] + options).json()["results"]?.array ?? []
    return results.map { result in
      let types = result["events"]?.array?.compactMap { $0["type"]?.string } ?? []
      return (result["outcome"]?.string ?? "") + (types.isEmpty ? "" : ": " + types.joined(separator: " "))
    }
  }

  /// The only record.
  func onlyRecord() throws -> JSON {
    let names = try records()
    guard names.count == 1 else { throw CocoaError(.fileReadUnknown) }
    return try JSON.parse(try bytes(names[0]))
  }
}
