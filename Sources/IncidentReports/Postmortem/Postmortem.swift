public import IncidentCore
public import Mustache

/// An incident's postmortem: facts from the record in generated regions, prose by people around them.
public enum Postmortem {
  /// The template it is rendered from.
  static let templateName = "postmortem"

  /// `INC-20240305-7QK4.postmortem.md`, beside the record.
  public static func fileName(for id: IncidentID) -> String {
    "\(id.text).postmortem.md"
  }

  /// A postmortem fresh from its template: the whole of a new one, and what ``RegionRefresh`` brings an old one up to.
  /// - Throws: ``PostmortemProblem`` where the team's template has a fault.
  public static func draft(
    _ incident: Incident, now: Timestamp, policy: Policy, library: TemplateLibrary = .builtIn
  ) throws(PostmortemProblem) -> GeneratedDocument {
    let context = IncidentContext(incident, now: now, policy: policy).value
    let rendered: String
    do throws(TemplateError) {
      rendered = try library.render(templateName, with: context) ?? ""
    } catch {
      throw .template(error)
    }
    do throws(RegionProblem) {
      return try GeneratedDocument(rendered: rendered)
    } catch {
      throw .regions(error)
    }
  }
}

/// Why no postmortem could be drafted.
public enum PostmortemProblem: Error, Equatable, Sendable {
  /// The template cannot be rendered.
  case template(TemplateError)
  /// What the template rendered has markers that do not fit; the line is that of the rendered text.
  case regions(RegionProblem)
}
