import IncidentCore
import JSONTree

/// Alarms of Amazon CloudWatch, as SNS carries them
/// (<https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-payload.html>) and as EventBridge has them
/// (<https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html>).
///
/// Read are `AlarmName`, `AlarmDescription`, `AlarmArn`, `NewStateValue`, `NewStateReason`, `StateChangeTime`,
/// `AWSAccountId`, `Region`, `Trigger`; of an event `resources`, `account`, `region`, `time`, and of `detail` (or `alarmData`,
/// for a function that an alarm calls) `alarmName`, `state`, `configuration`.
enum CloudWatchMessage {
  /// Nil where the object is no alarm.
  static func drafts(in fields: AlertFields) throws(AlertPayloadProblem) -> [AlertDraft]? {
    if let name = fields.text("AlarmName"), let state = fields.text("NewStateValue") {
      return [notification(fields, name: name, state: state)]
    }
    for key in ["detail", "alarmData"] {
      let detail = fields.fields(key)
      let state = detail.fields("state")
      if let name = detail.text("alarmName"), let value = state.text("value") {
        return [event(fields, detail: detail, name: name, state: value)]
      }
    }
    if let type = fields.text("detail-type"), fields.has("source") {
      throw AlertPayloadProblem(
        "an event of EventBridge that is no alarm: expected the detail-type CloudWatch Alarm State Change, found "
          + AlertReader.quoted(type))
    }
    return nil
  }

  private static func notification(_ fields: AlertFields, name: String, state: String) -> AlertDraft {
    let trigger = fields.fields("Trigger")
    let metric = metric(in: trigger)
    var draft = draft(name: name, state: state, arn: fields.text("AlarmArn"))
    draft.key =
      draft.key ?? "cloudwatch:\(fields.text("AWSAccountId") ?? "")/\(fields.text("Region") ?? "")/\(name)"
    draft.summaries = [paragraphs(fields.text("AlarmDescription"), fields.text("NewStateReason"))]
    draft.labels =
      dimensions(metric.object["Dimensions"])
      + known([
        ("metric", metric.text("MetricName")), ("namespace", metric.text("Namespace")),
        ("region", region(of: fields.text("AlarmArn")) ?? fields.text("Region")),
        ("account", fields.text("AWSAccountId")),
      ])
    return at(fields.time("StateChangeTime", "StateUpdatedTimestamp"), draft)
  }

  private static func event(_ fields: AlertFields, detail: AlertFields, name: String, state: String) -> AlertDraft {
    let metric = metric(in: detail.fields("configuration"))
    let arn = AlertFields.text(of: fields.list("resources").first) ?? fields.text("alarmArn")
    var draft = draft(name: name, state: state, arn: arn)
    draft.key = draft.key ?? "cloudwatch:\(fields.text("account") ?? "")/\(fields.text("region") ?? "")/\(name)"
    draft.summaries = [
      paragraphs(detail.fields("configuration").text("description"), detail.fields("state").text("reason"))
    ]
    draft.labels =
      dimensions(metric.object["dimensions"])
      + known([
        ("metric", metric.text("name")), ("namespace", metric.text("namespace")), ("region", fields.text("region")),
        ("account", fields.text("account", "accountId")),
      ])
    return at(detail.fields("state").time("timestamp") ?? fields.time("time"), draft)
  }

  private static func draft(name: String, state: String, arn: String?) -> AlertDraft {
    var draft = AlertDraft(source: .cloudwatch, change: change(of: state))
    draft.key = arn.map { "cloudwatch:" + $0 }
    draft.name = name
    draft.titles = [name]
    return draft
  }

  private static func change(of state: String) -> AlertChange {
    switch state {
    case "ALARM": .fired
    case "OK": .resolved
    default: .other(AlertText.words(state.lowercased()))
    }
  }

  private static func at(_ moment: Timestamp?, _ draft: AlertDraft) -> AlertDraft {
    var draft = draft
    draft.at = moment
    draft.started = draft.change == .fired ? moment : nil
    draft.ended = moment
    return draft
  }

  /// The metric of the alarm, or of a formula the first that it is made of.
  private static func metric(in trigger: AlertFields) -> AlertFields {
    for element in trigger.list("Metrics") + trigger.list("metrics") {
      let metric = AlertFields(element)
      for (stat, name) in [("MetricStat", "Metric"), ("metricStat", "metric")] where metric.has(stat) {
        return metric.fields(stat).fields(name)
      }
    }
    return trigger
  }

  /// A list of names and values, or an object.
  private static func dimensions(_ value: JSON?) -> [(name: String, value: String)] {
    guard let list = value?.array else { return AlertFields(value).pairs }
    return list.compactMap { element in
      let pair = AlertFields(element)
      guard let name = pair.text("name", "Name"), let value = pair.text("value", "Value") else { return nil }
      return (name, value)
    }
  }

  private static func known(_ labels: [(String, String?)]) -> [(name: String, value: String)] {
    labels.compactMap { name, value in value.map { (name: name, value: $0) } }
  }

  /// `us-east-1` of `arn:aws:cloudwatch:us-east-1:123456789012:alarm:Name`; the message's own `Region` is a name for people.
  private static func region(of arn: String?) -> String? {
    guard let parts = arn?.split(separator: ":", maxSplits: 5), parts.count == 6, parts[0] == "arn" else { return nil }
    return String(parts[3])
  }

  private static func paragraphs(_ texts: String?...) -> String? {
    let texts = texts.compactMap(\.self)
    return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
  }
}
