import IncidentCore
import JSONTree

/// Tells the formats apart by what stands in them, and never by a file's name.
enum AlertReader {
  /// What the payload says, in its order.
  /// - Parameter envelopes: how many messages the payload stands in.
  static func drafts(in payload: JSON, envelopes: Int) throws(AlertPayloadProblem) -> [AlertDraft] {
    switch payload {
    case .object(let object): return try drafts(in: object, of: payload, envelopes: envelopes)
    case .array(let elements):
      guard !elements.isEmpty else {
        throw AlertPayloadProblem("an empty list: expected at least one alert in it")
      }
      if let drafts = AlertmanagerList.drafts(in: elements) { return drafts }
      throw AlertPayloadProblem("not an alert: expected \(expected), found a list of something else")
    case .null: throw AlertPayloadProblem("not an alert: expected \(expected), found null")
    case .bool: throw AlertPayloadProblem("not an alert: expected \(expected), found a truth value")
    case .number: throw AlertPayloadProblem("not an alert: expected \(expected), found a number")
    case .string: throw AlertPayloadProblem("not an alert: expected \(expected), found a string")
    }
  }

  private static func drafts(
    in object: JSONObject, of payload: JSON, envelopes: Int
  ) throws(AlertPayloadProblem) -> [AlertDraft] {
    let fields = AlertFields(payload)
    if let drafts = try SNSMessage.drafts(in: fields, envelopes: envelopes) { return drafts }
    if let drafts = try CloudWatchMessage.drafts(in: fields) { return drafts }
    if let drafts = try PagerDutyWebhook.drafts(in: fields) { return drafts }
    if let drafts = try PagerDutyMessages.drafts(in: fields) { return drafts }
    if let drafts = OpsgenieMessage.drafts(in: fields) { return drafts }
    if let drafts = GrafanaMessage.drafts(in: fields) { return drafts }
    if let drafts = try AlertmanagerMessage.drafts(in: fields) { return drafts }
    if let drafts = DatadogMessage.drafts(in: fields) { return drafts }
    if let drafts = try GenericMessage.drafts(in: fields) { return drafts }
    throw AlertPayloadProblem("not an alert: expected \(expected), found \(shape(of: object))")
  }

  /// What a payload may be.
  private static let expected =
    "a message of Alertmanager, Grafana, PagerDuty, Opsgenie, Datadog or CloudWatch, or an object with a title"

  /// `an object with the keys a, b, c`.
  private static func shape(of object: JSONObject) -> String {
    guard !object.isEmpty else { return "an object without keys" }
    let keys = object.prefix(AlertBounds.namedKeys).map { quoted($0.key) }.joined(separator: ", ")
    let more = object.count - AlertBounds.namedKeys
    return "an object with the \(object.count == 1 ? "key" : "keys") \(keys)" + (more > 0 ? " and \(more) more" : "")
  }

  /// A text of the payload within a sentence: shortened, and safe on a terminal.
  static func quoted(_ text: String) -> String {
    let line = AlertText.line(text, most: 40) ?? ""
    let safe = JSON.string(line).inlineText(escaping: .terminalSafe)
    let isPlain = !line.isEmpty && line.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
    return isPlain ? String(safe.dropFirst().dropLast()) : safe
  }
}
