public import IncidentCore
import JSONTree

/// A message for Atlassian Statuspage: the body that creates an incident, `POST /v1/pages/{page_id}/incidents`, and that
/// updates one, `PATCH /v1/pages/{page_id}/incidents/{incident_id}` (<https://developer.statuspage.io/#tag/incidents>).
///
/// The documentation does not say what is looked for in a body on its way to pages, mails, feeds and other services. So
/// whatever could begin a tag, an entity, a mention, a link or a block of Markdown gets an invisible word joiner (U+2060)
/// in its middle: it reads the same and is none of them. Links that the template's author wrote stay whole.
public enum StatuspageIncident {
  /// "There is a maximum limit of 255 characters."
  static let nameLimit = 255
  /// "There is a maximum limit of 25000 characters."
  static let bodyLimit = 25_000

  /// The body, cut where it has to be; the first heading is the name.
  public static func body(of message: Message, status: Status) -> ChannelBody {
    let subject = InertText.text(message.subject ?? "", beginsLine: true)
    let name = subject.isEmpty ? "Incident" : WordCut.shortened(subject, to: nameLimit)
    var rest = message
    if let index = message.subjectIndex { rest.blocks.remove(at: index) }
    let (fitted, wasCut) = rest.fitting("Statuspage", within: bodyLimit) { text(of: $0).utf16.count <= bodyLimit }
    let body = text(of: fitted)
    return ChannelBody(
      json: [
        "incident": [
          "name": .string(name), "status": .string(word(for: status)), "body": .string(body.isEmpty ? name : body),
        ]
      ], wasCut: wasCut)
  }

  private static func text(of message: Message) -> String {
    String(PlainText.text(message.blocks, InertText.text).dropLast())
  }

  /// The status of an incident there; the others are for maintenance. Nothing but `resolved` takes one off the page, so a
  /// cancelled one has it, too: of a duplicate the text says that it is not over.
  private static func word(for status: Status) -> String {
    switch status {
    case .declared, .investigating: "investigating"
    case .mitigating: "identified"
    case .monitoring: "monitoring"
    case .resolved, .closed, .cancelled: "resolved"
    }
  }
}
