public import IncidentCore
public import Mustache

/// What an audience is told about an incident.
public enum Comms {
  /// The template of an audience: `comms-internal`, `comms-external`, `comms-executive`.
  static func templateName(for audience: Audience) -> String {
    "comms-\(audience.rawValue)"
  }

  /// The audience of a template, by its name or the path of its file; nil where it is for no comms.
  public static func audience(ofTemplate name: String) -> Audience? {
    let file = name.split(separator: "/").last ?? ""
    let stem = file.split(separator: ".").first ?? ""
    return Audience.allCases.first { templateName(for: $0) == stem }
  }

  /// The message for an audience as Markdown.
  ///
  /// Customers read what they notice, what is done, and when they hear next: services, a title and an impact that were
  /// written for them, updates that were marked public and an estimate that was given in one. A name, a note, a cause, an
  /// internal title, impact or estimate is not told to any template for them (``IncidentContext/value(for:)``).
  /// - Parameter publicNames: What customers call a service, by its name, where that is another.
  /// - Throws: `TemplateError` with the place of a fault in the team's template.
  public static func text(
    _ incident: Incident, for audience: Audience, now: Timestamp, policy: Policy,
    publicNames: [String: String] = [:], library: TemplateLibrary = .builtIn
  ) throws(TemplateError) -> String {
    let context = IncidentContext(incident, now: now, policy: policy, publicNames: publicNames)
      .value(for: audience)
    return try library.render(templateName(for: audience), with: context) ?? ""
  }

  /// The same with every value as the record has it, hidden characters included: for ``LeakCheck``, never to be shown.
  public static func rawText(
    _ incident: Incident, for audience: Audience, now: Timestamp, policy: Policy,
    publicNames: [String: String] = [:], library: TemplateLibrary = .builtIn
  ) throws(TemplateError) -> String {
    let context = IncidentContext(incident, now: now, policy: policy, publicNames: publicNames)
      .value(for: audience)
    return try library.render(templateName(for: audience), with: context, escape: Escape.none) ?? ""
  }

  /// The message for an audience in no format, from the same template: its Markdown is read, its values are not.
  ///
  /// Hidden characters in values are spelled out (``VisibleText``); otherwise each is in the message as it was written.
  /// The subject of a drill says that it is one, for it is what a mail or a notification shows alone.
  /// - Parameter publicNames: What customers call a service, by its name, where that is another.
  /// - Returns: Nil where the team's template is HTML, which no other format can be made of.
  /// - Throws: `TemplateError` with the place of a fault in the team's template.
  public static func message(
    _ incident: Incident, for audience: Audience, now: Timestamp, policy: Policy,
    publicNames: [String: String] = [:], library: TemplateLibrary = .builtIn
  ) throws(TemplateError) -> Message? {
    let name = templateName(for: audience)
    let markup = library.entry(named: name)?.markup ?? .markdown
    if markup == .html { return nil }
    let context = IncidentContext(incident, now: now, policy: policy, publicNames: publicNames)
      .value(for: audience)
    let lines = MarkedText.lines(of: try library.render(name, with: context, escape: MarkedText.escape) ?? "")
    var message = markup == .markdown ? MessageParser.message(markdown: lines) : MessageParser.message(plain: lines)
    if incident.snapshot.kind == .drill { message.nameDrill() }
    return message
  }
}

extension Message {
  /// Puts `DRILL: ` before the first heading, where the template does not say so there.
  fileprivate mutating func nameDrill() {
    guard let index = subjectIndex, case .heading(let level, let runs) = blocks[index],
      !runs.line.uppercased().contains("DRILL")
    else { return }
    blocks[index] = .heading(level: level, [MessageRun("DRILL: ")] + runs)
  }
}
