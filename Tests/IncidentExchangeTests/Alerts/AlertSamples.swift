/// Messages as the monitoring systems send them, each written for the tests.
enum AlertSamples {
  /// All of them, by name.
  static let all: [(name: String, text: String)] = [
    ("alertmanager", alertmanager), ("alertmanagerBare", alertmanagerBare), ("alertmanagerOld", alertmanagerOld),
    ("alertmanagerList", alertmanagerList), ("grafana", grafana), ("grafanaLegacy", grafanaLegacy),
    ("pagerDutyTriggered", pagerDuty("incident.triggered")), ("pagerDutyNote", pagerDutyNote),
    ("pagerDutyBatch", pagerDutyBatch), ("pagerDutyFirst", pagerDutyFirst), ("pagerDutyREST", pagerDutyREST),
    ("opsgenie", opsgenie("Create")), ("datadog", datadog), ("datadogDefault", datadogDefault),
    ("cloudWatch", cloudWatch("ALARM")), ("cloudWatchEvent", cloudWatchEvent), ("sns", sns(cloudWatch("OK"))),
    ("generic", generic),
  ]

  static let alertmanager = #"""
    {
      "version": "4", "groupKey": "{}:{alertname=\"HighLatency\"}", "truncatedAlerts": 0, "status": "firing",
      "receiver": "incident", "groupLabels": {"alertname": "HighLatency"},
      "commonLabels": {"alertname": "HighLatency", "service": "payments", "severity": "critical"},
      "commonAnnotations": {
        "summary": "Payments are slow", "description": "p99 above 5 s for 10 min",
        "runbook_url": "https://runbooks.example.org/latency", "dashboard": "https://grafana.example.org/d/pay"
      },
      "externalURL": "https://alerts.example.org",
      "alerts": [
        {
          "status": "resolved", "labels": {"alertname": "HighLatency", "service": "payments", "instance": "api-1"},
          "annotations": {}, "startsAt": "2026-11-20T22:00:00Z", "endsAt": "2026-11-20T22:30:00Z",
          "generatorURL": "https://prom.example.org/graph?g0=1", "fingerprint": "aaa1"
        },
        {
          "status": "firing", "labels": {"alertname": "HighLatency", "service": "payments", "instance": "api-2"},
          "annotations": {"summary": "api-2 is slow"}, "startsAt": "2026-11-20T22:41:07.123456789Z",
          "endsAt": "0001-01-01T00:00:00Z", "generatorURL": "https://prom.example.org/graph?g0=2",
          "fingerprint": "aaa2"
        },
        {
          "status": "firing", "labels": {"alertname": "HighLatency", "service": "payments", "instance": "api-3"},
          "annotations": {"summary": "api-3 is slow"}, "startsAt": "2026-11-20T23:41:00+01:00",
          "endsAt": "0001-01-01T00:00:00Z", "generatorURL": "https://prom.example.org/graph?g0=3",
          "fingerprint": "aaa3"
        }
      ]
    }
    """#

  /// Little of it is there, and what is there is often not what it should be.
  static let alertmanagerBare = #"""
    {
      "receiver": null, "commonLabels": null, "commonAnnotations": null, "groupLabels": {}, "alerts": [
        null, 7, {"labels": null, "annotations": null, "startsAt": null},
        {"labels": {"alertname": "DiskFull", "free": 3, "root": true, "tags": ["a", "b"]}, "startsAt": "never"},
        {"labels": {"alertname": "DiskFull", "free": 3, "root": true, "tags": ["a", "b"], "host": "db-1"}}
      ]
    }
    """#

  /// Before version 4 the key was a number, here one beyond 64 bits.
  static let alertmanagerOld = #"""
    {
      "version": "3", "groupKey": 52066337988463415280123, "status": "resolved", "receiver": "old",
      "groupLabels": {"alertname": "QueueFull"}, "commonLabels": {"alertname": "QueueFull", "job": "mailer"},
      "commonAnnotations": {}, "externalURL": "http://alerts.example.org:9093",
      "alerts": [{
        "status": "resolved", "labels": {"alertname": "QueueFull", "job": "mailer"}, "annotations": {},
        "startsAt": "2016-02-20T00:29:22.81Z", "endsAt": "2016-02-20t01:00:00z"
      }]
    }
    """#

  /// As `amtool alert query -o json` prints it.
  static let alertmanagerList = #"""
    [
      {
        "annotations": {"summary": "Disk of db-1 is full"}, "endsAt": "2026-11-20T23:05:00.000Z", "fingerprint": "f1",
        "receivers": [{"name": "incident"}], "startsAt": "2026-11-20T22:41:00.000Z",
        "status": {"inhibitedBy": [], "silencedBy": [], "state": "active"}, "updatedAt": "2026-11-20T23:01:00.000Z",
        "generatorURL": "http://prom.example.org/graph", "labels": {"alertname": "DiskFull", "instance": "db-1"}
      },
      {
        "annotations": {}, "endsAt": "2026-11-20T23:05:00.000Z", "fingerprint": "f2", "receivers": [],
        "startsAt": "2026-11-20T22:00:00.000Z", "status": {"state": "suppressed", "silencedBy": ["s"]},
        "updatedAt": "2026-11-20T23:01:00.000Z", "labels": {"alertname": "CPUHigh", "severity": "warning"}
      },
      {
        "endsAt": "2026-11-20T23:05:00.000Z", "fingerprint": "f3", "startsAt": "2026-11-20T22:51:00.000Z",
        "updatedAt": "2026-11-20T23:01:00.000Z", "labels": {"alertname": "DiskFull", "instance": "db-2"}
      }
    ]
    """#

  static let grafana = #"""
    {
      "receiver": "ops", "status": "firing", "orgId": 1, "version": "1", "state": "alerting", "truncatedAlerts": 0,
      "alerts": [{
        "status": "firing", "labels": {"alertname": "Memory", "grafana_folder": "nodes", "severity": "warning"},
        "annotations": {"description": "Less than 5 % free"}, "startsAt": "2026-11-20T22:41:00+02:00",
        "endsAt": "0001-01-01T00:00:00Z", "generatorURL": "https://grafana.example.org/alerting/1/view",
        "fingerprint": "c6ea", "silenceURL": "https://grafana.example.org/alerting/silence/new?a=b",
        "dashboardURL": "https://grafana.example.org/d/mem", "panelURL": "https://grafana.example.org/d/mem?panel=2",
        "values": {"A": 2473545728, "B": null}, "valueString": "[ var='A' value=2.47e+09 ]"
      }],
      "groupLabels": {"alertname": "Memory"}, "commonLabels": {"alertname": "Memory", "severity": "warning"},
      "commonAnnotations": {}, "externalURL": "https://grafana.example.org/",
      "groupKey": "{}/{}:{alertname=\"Memory\"}", "title": "[FIRING:1] Memory nodes", "message": "**Firing**"
    }
    """#

  static let grafanaLegacy = #"""
    {
      "dashboardId": 2, "panelId": 8, "orgId": 3, "ruleId": 41, "ruleName": "Queue depth", "state": "alerting",
      "ruleUrl": "http://grafana.example.org/d/q?tab=alert", "title": "[Alerting] Queue depth", "message": "Too deep",
      "tags": {"team": "data"}, "evalMatches": [{"value": 214.5, "metric": "depth", "tags": {"queue": "mail"}}]
    }
    """#

  static func pagerDuty(_ type: String, data: String = "") -> String {
    #"""
    {"event": {
      "id": "01EVENT", "event_type": "\#(type)", "resource_type": "incident", "occurred_at": "2026-11-20T22:48:30.169Z",
      "agent": {"id": "PU1", "summary": "Dana Okafor", "type": "user_reference", "html_url": null}, "client": null,
      "data": {
        "id": "PINC7", "type": "incident", "number": 2, "status": "triggered", "incident_key": "pool-7",
        "html_url": "https://acme.pagerduty.com/incidents/PINC7", "created_at": "2026-11-20T22:47:00Z",
        "title": "Pool exhausted", "service": {"id": "PS1", "summary": "Payments", "type": "service_reference"},
        "assignees": [{"summary": "Dana Okafor", "type": "user_reference"}, {"summary": "Li Wei"}],
        "escalation_policy": {"summary": "Default"}, "teams": [{"summary": "Core"}],
        "priority": {"summary": "P1"}, "urgency": "high", "resolve_reason": null\#(data)
      }
    }}
    """#
  }

  /// What happened to an incident that the message only names.
  static func pagerDutyReference(_ type: String, _ data: String) -> String {
    #"""
    {"event": {"event_type": "\#(type)", "occurred_at": "2026-11-20T22:50:00Z",
      "agent": {"summary": "Dana Okafor", "type": "user_reference"},
      "data": {"incident": {"id": "PINC7", "summary": "Pool exhausted", "type": "incident_reference"}, \#(data)}}}
    """#
  }

  static let pagerDutyNote = pagerDutyReference(
    "incident.annotated", #""id": "PNOTE", "content": "Doubled the pool", "trimmed": false, "type": "incident_note""#)

  /// Version 2.
  static let pagerDutyBatch = #"""
    {"messages": [
      {
        "event": "incident.trigger", "created_on": "2026-11-20T22:47:01Z", "id": "m1",
        "log_entries": [{
          "type": "trigger_log_entry", "created_at": "2026-11-20T22:47:00Z",
          "agent": {"summary": "Prometheus", "type": "service_reference"},
          "channel": {"type": "api", "details": "p99 is 7 s"}
        }],
        "incident": {
          "id": "PINC7", "incident_number": 33, "title": "Pool exhausted", "status": "triggered", "urgency": "low",
          "created_at": "2026-11-20T22:47:00Z", "service": {"name": "Payments"}, "incident_key": "pool-7",
          "assignments": [{"assignee": {"summary": "Dana Okafor"}}], "alerts": [{"alert_key": "k1"}],
          "html_url": "https://acme.pagerduty.com/incidents/PINC7"
        }
      },
      {
        "event": "incident.assign", "created_on": "2026-11-20T22:49:00Z",
        "log_entries": [{
          "created_at": "2026-11-20T22:48:59Z", "agent": {"summary": "Dana Okafor", "type": "user_reference"},
          "assignees": [{"summary": "Li Wei", "type": "user_reference"}]
        }],
        "incident": {"id": "PINC7", "title": "Pool exhausted", "status": "triggered"}
      }
    ]}
    """#

  /// Version 1.
  static let pagerDutyFirst = #"""
    {"messages": [{
      "type": "incident.resolve", "id": "m1", "created_on": "2015-02-07T21:31:53Z",
      "data": {"incident": {
        "id": "PINC7", "incident_number": 1, "incident_key": "pool-7", "created_on": "2015-02-07T21:05:47Z",
        "status": "resolved", "html_url": "https://acme.pagerduty.com/incidents/PINC7",
        "last_status_change_on": "2015-02-07T21:31:53Z",
        "last_status_change_by": {"name": "Dana Okafor", "email": "dana@example.org"},
        "service": {"name": "Payments"}, "trigger_summary_data": {"subject": "Pool exhausted"}
      }}
    }]}
    """#

  static let pagerDutyREST = #"""
    {"incidents": [
      {
        "id": "PINC7", "type": "incident", "incident_number": 7, "title": "Pool exhausted", "status": "acknowledged",
        "created_at": "2026-11-20T22:47:00Z", "last_status_change_at": "2026-11-20T22:48:30Z", "urgency": "high",
        "acknowledgements": [
          {"at": "2026-11-20T22:48:30Z", "acknowledger": {"summary": "Dana Okafor", "type": "user_reference"}}
        ],
        "service": {"summary": "Payments"}
      },
      {"id": "PINC8", "type": "incident", "incident_number": 8, "status": "triggered", "urgency": "low"}
    ], "limit": 25, "offset": 0, "more": false, "total": null}
    """#

  static func opsgenie(_ action: String, alert: String = "", more: String = "") -> String {
    #"""
    {
      "source": {"name": "web", "type": "API"}, "action": "\#(action)", "integrationName": "Webhook",
      "alert": {
        "alertId": "ec03dad6", "alias": "disk-db-1", "tinyId": "23", "message": "Disk full on db-1",
        "description": "3 % free", "priority": "P2", "tags": ["service:payments", "vip"], "entity": "db-1",
        "createdAt": 1795214460000, "updatedAt": 1795214520000000110, "username": "dana@example.org",
        "source": "Nagios", "teams": [], "details": {"runbook_url": "https://runbooks.example.org/disk", "zone": 4}
        \#(alert)
      }\#(more)
    }
    """#
  }

  static let datadog = #"""
    {
      "id": "7001", "title": "[Triggered on {host:web-1}] CPU is high", "body": "%%%\nLoad is 9\n%%%",
      "alert_id": 1234, "alert_cycle_key": "8107", "aggreg_key": "9bd4", "alert_transition": "Triggered",
      "alert_type": "error", "alert_priority": "P2", "alert_scope": "host:web-1", "alert_metric": "system.load.1",
      "event_type": "metric_alert_monitor", "hostname": "web-1", "date": "1795214460000", "priority": "normal",
      "last_updated": 1795214465, "tags": "service:payments, env:prod, monitor", "alert_query": "$ALERT_QUERY",
      "link": "https://app.datadoghq.com/event/7001", "snapshot": "https://p.datadoghq.com/s.png"
    }
    """#

  /// What Datadog sends where a team has not written a body.
  static let datadogDefault = #"""
    {
      "id": "7002", "last_updated": "1795214460000", "event_type": "query_alert_monitor", "date": "1795214460000",
      "title": "[Recovered] CPU is high", "body": "Load is 1", "org": {"id": "11", "name": "Acme"}
    }
    """#

  static func cloudWatch(_ state: String) -> String {
    #"""
    {
      "AlarmName": "ServerCpuTooHigh", "AlarmDescription": "CPU above 90 %", "AWSAccountId": "123456789012",
      "NewStateValue": "\#(state)", "NewStateReason": "Threshold crossed", "OldStateValue": "OK",
      "StateChangeTime": "2026-11-20T22:41:42.236+0000", "Region": "US East (N. Virginia)",
      "AlarmArn": "arn:aws:cloudwatch:us-east-1:123456789012:alarm:ServerCpuTooHigh",
      "Trigger": {
        "MetricName": "CPUUtilization", "Namespace": "AWS/EC2", "Threshold": 90.0, "Period": 300,
        "Dimensions": [{"value": "i-0abc", "name": "InstanceId"}, null, {"name": "Broken"}]
      }
    }
    """#
  }

  static let cloudWatchEvent = #"""
    {
      "version": "0", "id": "c4c1", "detail-type": "CloudWatch Alarm State Change", "source": "aws.cloudwatch",
      "account": "123456789012", "time": "2026-11-20T22:41:43Z", "region": "us-east-1",
      "resources": ["arn:aws:cloudwatch:us-east-1:123456789012:alarm:ServerCpuTooHigh"],
      "detail": {
        "alarmName": "ServerCpuTooHigh",
        "state": {"value": "OK", "reason": "Back below", "timestamp": "2026-11-20T23:02:10.123+0000"},
        "previousState": {"value": "ALARM"},
        "configuration": {"description": "CPU above 90 %", "metrics": [
          {"id": "m1", "metricStat": {"period": 300, "stat": "Average", "metric": {
            "namespace": "AWS/EC2", "name": "CPUUtilization", "dimensions": {"InstanceId": "i-0abc"}}}}
        ]}
      }
    }
    """#

  /// Another message in one of SNS.
  static func sns(_ message: String) -> String {
    let escaped = message.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    return #"""
      {
        "Type": "Notification", "MessageId": "95df", "TopicArn": "arn:aws:sns:us-east-1:123456789012:ops",
        "Subject": "ALARM", "Message": "\#(escaped)", "Timestamp": "2026-11-20T22:41:43.127Z", "SignatureVersion": "1"
      }
      """#
  }

  static let generic = #"""
    {
      "title": "Nightly export failed", "status": "firing", "severity": "SEV3", "service": "exports",
      "key": "nightly-export", "started": 1795214460, "description": "Exit status 3",
      "labels": {"team": "data", "attempt": 3}, "name": "ExportFailed", "by": "cron", "unknown": {"a": [1, null]},
      "runbook_url": "https://wiki.example.org/exports", "url": "https://ci.example.org/job/41",
      "links": {"dashboard": "https://grafana.example.org/d/exports", "other": "ftp://example.org/x"}
    }
    """#
}
