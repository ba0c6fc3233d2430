/// A parsed Mustache template: parsed once, rendered as often as need be, from any task.
///
/// The language is that of https://github.com/mustache/spec: its mandatory modules, and of the optional ones inheritance
/// (`{{<parent}}{{$block}}…{{/block}}{{/parent}}`) and dynamic names (`{{>*name}}`); there are no lambdas.
/// A tag's name holds no whitespace, as the specification demands; one that does is an error.
///
/// Blocks follow the rules of inheritance to the letter. In particular a block that replaces another one brings
/// its own line feeds: `{{$block}}text{{/block}}` ends without one, `{{$block}}⏎text⏎{{/block}}` with one.
public struct Template: Sendable {
  let source: SourceText
  let instructions: [Instruction]
  /// For each instruction the offset in the source that it comes from.
  let offsets: [Int]

  /// The name errors cite.
  public var name: String { source.name }

  /// Parses a template.
  ///
  /// - Throws: A `TemplateError` that names the first fault in the source, and its place.
  public init(name: String, source: String, limits: Limits = Limits()) throws(TemplateError) {
    try self.init(SourceText(name: name, bytes: Array(source.utf8)), limits: limits)
  }

  /// Parses a template from UTF-8.
  ///
  /// - Throws: A `TemplateError` that names the first fault in the source, and its place.
  public init(name: String, bytes: [UInt8], limits: Limits = Limits()) throws(TemplateError) {
    let source = SourceText(name: name, bytes: bytes)
    if let offset = SourceText.firstInvalidOffset(in: bytes) {
      throw source.error(.invalidUTF8, at: offset)
    }
    try self.init(source, limits: limits)
  }

  private init(_ source: SourceText, limits: Limits) throws(TemplateError) {
    var parser = Parser(source, nesting: limits.nesting)
    try parser.parse()
    self.source = source
    instructions = parser.instructions
    offsets = parser.offsets
  }

  /// Renders the template into a stream, piece by piece as it comes to be.
  ///
  /// - Throws: A `TemplateError` at the first tag that cannot be rendered; what came before it has then been written.
  public func render(
    _ context: MustacheValue, partials: PartialSource = .none, escape: Escape = .html, limits: Limits = Limits(),
    into sink: inout some TextOutputStream
  ) throws(TemplateError) {
    var renderer = Renderer(self, context: context, partials: partials, escape: escape, limits: limits)
    try renderer.run(into: &sink)
  }

  /// Renders the template into a string.
  ///
  /// - Throws: A `TemplateError` at the first tag that cannot be rendered.
  public func render(
    _ context: MustacheValue, partials: PartialSource = .none, escape: Escape = .html, limits: Limits = Limits()
  ) throws(TemplateError) -> String {
    var output = ""
    try render(context, partials: partials, escape: escape, limits: limits, into: &output)
    return output
  }
}
