import BuiltInTemplates
public import Mustache

/// The templates there are, by name: the team's own, and the built-in ones that they do not shadow.
///
/// Pure: what a team's folder holds comes in as text.
public struct TemplateLibrary: Sendable {
  /// Where a template comes from.
  public enum Origin: String, Hashable, Sendable {
    /// It ships in the binary.
    case builtIn
    /// The team's own.
    case team
  }

  /// A template's source, unparsed.
  public struct Entry: Hashable, Sendable {
    /// Without its extension.
    public let name: String
    /// With its extension, which tells the escape that applies.
    public let fileName: String
    /// Where it comes from.
    public let origin: Origin
    /// The Mustache source.
    public let source: String

    /// What it is written in, by its extension.
    var markup: TemplateMarkup { TemplateMarkup(fileName: fileName) }

    /// What errors call it: the team's with its folder in the store, `templates/postmortem.md`.
    var place: String {
      switch origin {
      case .builtIn: fileName
      case .team: "templates/" + fileName
      }
    }
  }

  private let team: [String: String]

  /// A library over the team's files: their Mustache sources by file name, extension included. What is no name of a file
  /// in a folder is left out.
  public init(team files: [String: String]) {
    team = files.filter { Self.isName($0.key) }
  }

  /// The built-in templates alone.
  public static let builtIn = TemplateLibrary(team: [:])

  /// Every name, without extension, once, in alphabetical order.
  public var names: [String] {
    Set(BuiltInTemplates.names + team.keys.map(Self.stem)).sorted()
  }

  /// The template of a name, given with or without its extension: the team's, else the built-in one.
  public func entry(named name: String) -> Entry? {
    for fileName in Self.fileNames(for: name) {
      if let source = team[fileName] {
        return Entry(name: Self.stem(fileName), fileName: fileName, origin: .team, source: source)
      }
    }
    let stem = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    return BuiltInTemplates.source(named: stem).map {
      Entry(name: stem, fileName: stem + ".md", origin: .builtIn, source: $0)
    }
  }

  /// The parsed template of a name; nil where there is none.
  /// - Throws: `TemplateError` with the place of a fault in it.
  func template(named name: String) throws(TemplateError) -> Template? {
    guard let entry = entry(named: name) else { return nil }
    return try Template(name: entry.place, source: entry.source)
  }

  /// Partials and parents, found by name; one that is not there is an error.
  var partials: PartialSource {
    PartialSource(strict: true) { name throws(TemplateError) in try template(named: name) }
  }

  /// A template of this library, rendered with the escape of its format.
  /// - Parameter escape: another one than that of the template's format.
  /// - Returns: Nil where there is no such template.
  /// - Throws: `TemplateError` with the place of a fault in it or in a partial.
  public func render(
    _ name: String, with context: MustacheValue, escape: Escape? = nil
  ) throws(TemplateError) -> String? {
    guard let entry = entry(named: name) else { return nil }
    let template = try Template(name: entry.place, source: entry.source)
    return try template.render(context, partials: partials, escape: escape ?? .forFile(entry.fileName))
  }

  /// Whether a name is one file's, and neither a path nor hidden.
  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 255 && !name.hasPrefix(".")
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "/" && $0 != "\\" && $0 != "\u{7F}" }
  }

  /// The files that may hold a template of that name, the likeliest first.
  private static func fileNames(for name: String) -> [String] {
    [name] + extensions.map { name + $0 }
  }

  private static let extensions = [".md", ".html", ".txt", ".mustache"]

  private static func stem(_ fileName: String) -> String {
    extensions.first(where: fileName.hasSuffix).map { String(fileName.dropLast($0.count)) } ?? fileName
  }
}
