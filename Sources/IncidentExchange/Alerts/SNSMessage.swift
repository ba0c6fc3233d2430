import IncidentCore
import JSONTree

/// Messages of Amazon SNS, as a webhook gets them and, in a list of `Records`, a function does
/// (<https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html>). What is in them is read as any other payload.
enum SNSMessage {
  /// Nil where the object is no such message.
  /// - Parameter envelopes: how many messages the object stands in.
  static func drafts(in fields: AlertFields, envelopes: Int) throws(AlertPayloadProblem) -> [AlertDraft]? {
    let records = fields.list("Records").map { AlertFields($0).fields("Sns") }.filter { $0.has("Message") }
    if !records.isEmpty {
      var drafts: [AlertDraft] = []
      for record in records { drafts += try notification(record, envelopes: envelopes) }
      return drafts
    }
    guard let type = fields.text("Type"), fields.has("TopicArn") || fields.has("Message") || fields.has("SubscribeURL")
    else { return nil }
    switch type {
    case "Notification": return try notification(fields, envelopes: envelopes)
    case "SubscriptionConfirmation":
      let address = AlertLinks.address(fields.text("SubscribeURL")).map { ": \($0)" } ?? ""
      throw AlertPayloadProblem(
        "a request of SNS to confirm a subscription, no alert: open its SubscribeURL to confirm it" + address)
    case "UnsubscribeConfirmation":
      throw AlertPayloadProblem(
        "a notice of SNS that a subscription has ended, no alert: open its SubscribeURL to have it back")
    default: return nil
    }
  }

  private static func notification(
    _ fields: AlertFields, envelopes: Int
  ) throws(AlertPayloadProblem) -> [AlertDraft] {
    guard envelopes < AlertBounds.envelopes else {
      throw AlertPayloadProblem("more than \(AlertBounds.envelopes) messages inside one another: expected an alert")
    }
    var drafts = try AlertReader.drafts(in: content(of: fields), envelopes: envelopes + 1)
    let sent = fields.time("Timestamp")
    for index in drafts.indices { drafts[index].at = drafts[index].at ?? sent }
    return drafts
  }

  /// The message, which is JSON in a string.
  private static func content(of fields: AlertFields) throws(AlertPayloadProblem) -> JSON {
    guard let text = fields.text("Message") else {
      if case .object(let object)? = fields.object["Message"] { return .object(object) }
      throw AlertPayloadProblem("a notification of SNS without a Message: expected an alert in it")
    }
    do {
      return try JSON.parse(text)
    } catch {
      throw AlertPayloadProblem(
        "a notification of SNS whose Message is not JSON: expected an alert in it; at line \(error.position.line)"
          + " column \(error.position.column) of the Message, \(error.message)")
    }
  }
}
