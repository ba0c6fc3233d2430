public import IncidentCore

/// What an event says happened, in words.
///
/// Plain text: names, services, causes and impact come from records and are hostile until a renderer has escaped them.
public enum EventText {
  /// `declared as SEV2`, `li took over as incident commander from dana`: begins in lower case, ends without a full
  /// stop, and leaves out what a person wrote (``words(of:)``).
  /// - Parameters:
  ///   - incident: where an event that names another one finds it.
  ///   - besideAuthor: whether the author's name stands right before it, and need not be said again:
  ///     `became incident commander`.
  public static func sentence(_ event: Event, in incident: Incident, besideAuthor: Bool = false) -> String {
    let author = besideAuthor ? event.by : nil
    return switch event.body {
    case .declared(let body): declared(body, at: event.at)
    case .acknowledged: "acknowledged"
    case .updated(let body): updated(body, at: event.at)
    case .noted: "note"
    case .communicated(let body): told(body)
    case .severityChanged(let body): changed(body)
    case .assigned(let body): assigned(body, by: author)
    case .released(let body): subject(body.name, unless: author) + "stepped down as \(body.role.title)"
    case .mitigated: "mitigated"
    case .resolved(let body): body.cause?.nonBlank.map { "resolved (cause: \($0))" } ?? "resolved"
    case .reopened: "reopened"
    case .cancelled(let body): body.duplicateOf.map { "cancelled as a duplicate of \($0)" } ?? "cancelled"
    case .closed(let body): body.isForced ? "closed with something still owed" : "closed"
    case .postmortem(let body): "postmortem \(word(for: body.status))"
    case .actionAdded(let body): ActionText.added(body, as: event.id, in: incident)
    case .actionChanged(let body): ActionText.changed(body, in: incident)
    case .alerted(let body): TrackText.alerted(body)
    case .ran(let body): TrackText.ran(body)
    case .runbookStarted(let body): "started the runbook \(body.runbook)"
    case .runbookStepped(let body): TrackText.stepped(body, in: incident)
    case .runbookReviewed(let body):
      "found the runbook \(body.runbook) \(body.isHelpful ? "helpful" : "not helpful")"
    case .retracted(let body): "took back \(entry(body.event, in: incident))"
    case .redacted(let body): "blanked the words of \(entry(body.event, in: incident))"
    case .unreadable(let body): "an entry of type \"\(body.type)\" that this version cannot read"
    }
  }

  /// What a person wrote: the message, and the title of a declaration or a follow-up; nil where there is nothing but
  /// space. Of what an audience was told, which has many lines, the first.
  static func words(of event: Event) -> String? {
    if case .declared(let body) = event.body { return event.message?.nonBlank ?? body.title.nonBlank }
    if case .actionAdded(let body) = event.body { return event.message?.nonBlank ?? body.title.nonBlank }
    if case .alerted(let body) = event.body { return body.title.nonBlank }
    if case .communicated(let body) = event.body { return subject(of: body.message) }
    return event.message?.nonBlank
  }

  /// `a`, `a and b`, `a, b and c`; nil for none.
  static func list(_ words: [String]) -> String? {
    guard var text = words.first else { return nil }
    for (place, word) in words.enumerated().dropFirst() { text += (place == words.count - 1 ? " and " : ", ") + word }
    return text
  }

  // MARK: Kinds that say more than one word

  private static func declared(_ body: Declared, at moment: Timestamp) -> String {
    var text = body.kind == .drill ? "drill declared as \(body.severity.label)" : "declared as \(body.severity.label)"
    if let services = list(body.services) { text += ", affecting \(services)" }
    if let percent = body.impactPercent { text += ", \(percent) of users affected" }
    if let started = body.started { text += ", began at \(MomentText.short(started, near: moment))" }
    if let detected = body.detected { text += ", detected at \(MomentText.short(detected, near: moment))" }
    return text
  }

  private static func updated(_ body: Updated, at moment: Timestamp) -> String {
    var parts: [String] = []
    if let status = body.status { parts.append("now \(status.rawValue)") }
    if let impact = body.impact?.nonBlank { parts.append("impact: \(impact)") }
    if let percent = body.impactPercent { parts.append("\(percent) of users affected") }
    if let cause = body.cause?.nonBlank { parts.append("cause: \(cause)") }
    if let started = body.started { parts.append("began at \(MomentText.short(started, near: moment))") }
    if let detected = body.detected { parts.append("detected at \(MomentText.short(detected, near: moment))") }
    if let eta = body.eta { parts.append("expected back at \(MomentText.short(eta, near: moment))") }
    if body.isUnchanged { parts.append("no change") }
    if let title = body.publicTitle?.nonBlank { parts.append("title for customers: \(title)") }
    if let impact = body.publicImpact?.nonBlank { parts.append("impact for customers: \(impact)") }
    let name = body.isPublic ? "public update" : "update"
    return parts.isEmpty ? name : "\(name) (\(parts.joined(separator: ", ")))"
  }

  private static func told(_ body: Communicated) -> String {
    let audience =
      switch body.audience {
      case .internal: "the company"
      case .external: "customers"
      case .executive: "the leadership"
      }
    return body.channel?.nonBlank.map { "told \(audience) through \($0)" } ?? "told \(audience)"
  }

  /// The first line that says something, without the marks of a heading.
  private static func subject(of message: String) -> String? {
    for line in message.split(whereSeparator: \.isNewline) {
      if let words = String(line.drop { $0 == "#" || $0 == " " }).nonBlank { return words }
    }
    return nil
  }

  private static func changed(_ body: SeverityChanged) -> String {
    guard let from = body.from, from != body.severity else { return "severity set to \(body.severity.label)" }
    return "severity \(body.severity > from ? "raised" : "lowered") from \(from.label) to \(body.severity.label)"
  }

  private static func assigned(_ body: Assigned, by author: String?) -> String {
    let name = subject(body.name, unless: author)
    if let from = body.from, from != body.name { return name + "took over as \(body.role.title) from \(from)" }
    return name + "\(body.role.isHeldByOne ? "became" : "joined as") \(body.role.title)"
  }

  /// A name and a space, or nothing where the reader has just read it.
  private static func subject(_ name: String, unless author: String?) -> String {
    name == author ? "" : name + " "
  }

  private static func word(for status: PostmortemStatus) -> String {
    switch status {
    case .draft: "begun"
    case .inReview: "put up for review"
    case .published: "published"
    }
  }

  private static func entry(_ id: EventID, in incident: Incident) -> String {
    guard let event = incident.events.first(where: { $0.id == id }) else { return "an entry that is not there" }
    return "the entry of \(MomentText.full(event.at)) (\(event.body.type))"
  }
}

extension String {
  /// The text, unless there is nothing in it but space.
  var nonBlank: String? {
    contains { !$0.isWhitespace } ? self : nil
  }
}
