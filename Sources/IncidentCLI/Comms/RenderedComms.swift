import CommandArguments
import IncidentCore
import IncidentExchange
import IncidentReports
import JSONTree
import Mustache

/// A message for an audience, written, and not shown to anybody yet.
struct RenderedComms {
  /// What is printed.
  enum Body {
    /// Text, with its line end.
    case text(String)
    /// The document that a channel takes.
    case json(JSON)
  }

  let incident: Incident
  let audience: Audience
  let format: CommsFormat
  let body: Body
  /// What a reader gets to read, without mark-up.
  let plainText: String
  /// The text of the template with every value as the record has it, hidden characters included: what is held against
  /// what customers are not to read.
  let rawText: String
  /// Whether the channel takes less than there is to say.
  let wasCut: Bool

  /// Renders the template of the audience, in the format asked for.
  init(
    _ incident: Incident, for audience: Audience, _ format: CommsFormat, _ addresses: CommsAddresses, _ session: Session
  ) throws(CommandFailure) {
    let config = try session.config()
    let template = "comms-\(audience.rawValue)"
    let library = try session.templates(for: template)
    self.incident = incident
    self.audience = audience
    self.format = format
    rawText = try session.rendering { () throws(TemplateError) in
      try IncidentReports.Comms.rawText(
        incident, for: audience, now: session.now, policy: config.policy, publicNames: config.publicNames,
        library: library)
    }
    let message = try session.rendering { () throws(TemplateError) in
      try IncidentReports.Comms.message(
        incident, for: audience, now: session.now, policy: config.policy, publicNames: config.publicNames,
        library: library)
    }
    if format == .markdown {
      let text = try session.rendering { () throws(TemplateError) in
        try IncidentReports.Comms.text(
          incident, for: audience, now: session.now, policy: config.policy, publicNames: config.publicNames,
          library: library)
      }
      (body, plainText, wasCut) = (.text(text), message.map(PlainText.text) ?? text, false)
      return
    }
    guard let message else {
      throw .refused(
        "the template \(template) is HTML, of which no \(format.rawValue) can be made",
        Hint("incident template show \(template)", "shows it; \(template).md would be Markdown"))
    }
    guard !message.blocks.isEmpty else {
      throw .refused(
        "the template \(template) says nothing of \(incident.id): there is no message",
        Hint("incident template show \(template)", "shows it"))
    }
    plainText = PlainText.text(message)
    switch format {
    case .markdown, .text: (body, wasCut) = (.text(plainText), false)
    case .email:
      let mail = EmailMessage.text(
        of: message, about: incident.id, for: audience, from: addresses.sender, to: addresses.recipients,
        date: session.now)
      (body, wasCut) = (.text(mail), false)
    case .slack: (body, wasCut) = Self.document(SlackMessage.body(of: message))
    case .teams: (body, wasCut) = Self.document(TeamsCard.body(of: message))
    case .statuspage:
      (body, wasCut) = Self.document(StatuspageIncident.body(of: message, status: incident.snapshot.status))
    }
  }

  private static func document(_ body: ChannelBody) -> (Body, wasCut: Bool) {
    (.json(body.json), body.wasCut)
  }

  /// What the timeline notes: the words that were sent.
  var sentText: String {
    if case .text(let text) = body, format != .email { return text }
    return plainText
  }

  /// Prints it: the bare body, ready to be piped on, or with `--json` a document around it.
  /// - Parameter recorded: what was noted of it on the timeline.
  func say(_ session: Session, _ recorded: Session.Recorded? = nil) {
    if wasCut {
      session.warn(
        "the message is longer than \(format.rawValue) takes: it is cut, and says so; --format text has all of it")
    }
    if session.wantsJSON {
      var document: JSONObject = [
        "id": .string(incident.id.text), "audience": .string(audience.rawValue), "format": .string(format.rawValue),
      ]
      switch body {
      case .text(let text): document["text"] = .string(text)
      case .json(let json): document["message"] = json
      }
      if let recorded {
        document["changed"] = .bool(!recorded.events.isEmpty)
        if let event = recorded.events.first { document["event"] = .object(event.json) }
      }
      return session.say(json: .object(document))
    }
    if let event = recorded?.events.first, let incident = recorded?.incident {
      session.inform("\(incident.id)  \(EventText.sentence(event, in: incident))")
    }
    switch body {
    case .text(let text): session.say(document: text)
    // Channels count bytes: what is piped on has no layout.
    case .json(let json) where !session.outputStyle.isTerminal: session.say(document: json.inlineText() + "\n")
    case .json(let json): session.say(json: json)
    }
  }
}
