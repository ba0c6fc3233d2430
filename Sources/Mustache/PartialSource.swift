/// Where `{{>name}}` and `{{<name}}` find their templates.
public struct PartialSource {
  let isStrict: Bool
  let find: (String) throws(TemplateError) -> Template?

  /// A source that asks `find` for each name, at most once in a rendering.
  ///
  /// - Parameters:
  ///   - strict: Whether a name that is not found is an error. If not, it renders as nothing, as the specification has it.
  ///     A dynamic name that resolves to no text renders as nothing either way.
  ///   - find: The template of that name, or nil where there is none. Names come as the template wrote them and, through
  ///     dynamic names, as the data holds them: do not take one for a file's path unseen.
  public init(strict: Bool = false, find: @escaping (_ name: String) throws(TemplateError) -> Template?) {
    self.isStrict = strict
    self.find = find
  }

  /// A source of these templates and no others.
  public init(strict: Bool = false, _ templates: [String: Template]) {
    self.init(strict: strict) { name throws(TemplateError) in templates[name] }
  }

  /// No templates.
  public static var none: PartialSource { PartialSource([:]) }
}
