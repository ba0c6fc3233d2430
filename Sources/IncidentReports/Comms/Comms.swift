public import IncidentCore
public import Mustache

/// What an audience is told about an incident.
public enum Comms {
  /// The template of an audience: `comms-internal`, `comms-external`, `comms-executive`.
  static func templateName(for audience: Audience) -> String {
    "comms-\(audience.rawValue)"
  }

  /// The message for an audience as Markdown.
  ///
  /// With the built-in templates customers read what they notice, what is done, and when they hear next: services, a
  /// title and an impact that were written for them, updates that were marked public and an estimate that was given in
  /// one; never a name, a note, a cause, an internal title, impact or estimate.
  /// - Parameter publicNames: What customers call a service, by its name, where that is another.
  /// - Throws: `TemplateError` with the place of a fault in the team's template.
  public static func text(
    _ incident: Incident, for audience: Audience, now: Timestamp, policy: Policy,
    publicNames: [String: String] = [:], library: TemplateLibrary = .builtIn
  ) throws(TemplateError) -> String {
    let context = IncidentContext(incident, now: now, policy: policy, publicNames: publicNames).value
    return try library.render(templateName(for: audience), with: context) ?? ""
  }
}
