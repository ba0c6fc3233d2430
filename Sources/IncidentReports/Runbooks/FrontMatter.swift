/// The settings in front of a document: as much of YAML (<https://yaml.org/spec/1.2.2/>) as people use there.
///
/// Between two lines of `---`, the first of which is the document's first line, stand `key: value` lines and comments (`#`). A value is
/// a text, plain or in single or double quotes; a list, in brackets on one line or one `- item` a line; or a map, in
/// braces on one line or of `key: value` lines that are indented. In a list are texts, in a map texts and lists. All else
/// is a problem with its place, and what can be read is read all the same.
public struct FrontMatter: Hashable, Sendable {
  /// What a key is set to.
  public enum Value: Hashable, Sendable {
    /// Nothing stands there.
    case nothing
    /// One text.
    case text(Text)
    /// Texts, in order.
    case list([Text])
    /// Settings within a setting.
    case map([Entry])
  }

  /// A text and where it stands.
  public struct Text: Hashable, Sendable {
    /// Without its quotes.
    public let value: String
    /// From 1.
    public let line: Int
    /// From 1, in Unicode scalars.
    public let column: Int
  }

  /// A key and what it is set to.
  public struct Entry: Hashable, Sendable {
    /// As it was written.
    public let key: String
    /// What it is set to.
    public let value: Value
    /// Where the key stands, from 1.
    public let line: Int
  }

  /// What is set, in order; the first where a key is there twice.
  public private(set) var entries: [Entry] = []
  /// What could not be read, in order.
  public private(set) var problems: [RunbookProblem] = []
  /// How many lines stand in front of the text, the marks included.
  public let length: Int
  /// Whether there are any settings that are read.
  public let isThere: Bool

  /// Reads no further into a document than its settings go.
  public init(_ source: String) {
    let block = FrontMatterBlock(source)
    length = block.length
    isThere = block.kind == .yaml
    switch block.kind {
    case .none: return
    case .toml:
      problems.append(
        RunbookProblem(
          line: 1, column: 1, message: "settings between `+++` (TOML) are not read",
          remedy: "write them as YAML between two lines of ---"))
    case .yaml:
      var reader = FrontMatterReader(block.lines)
      entries = reader.settings(indent: 0, depth: 0)
      problems = reader.problems
      if !block.isClosed {
        problems.append(
          RunbookProblem(
            line: 1, column: 1, message: "the settings that open with --- have no end",
            remedy: "put a line of --- below the last one"))
      }
      problems.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    }
  }

  /// What a key is set to; nil where it is not there.
  public subscript(key: String) -> Value? {
    entries.first { $0.key == key }?.value
  }
}

/// Something in a runbook that cannot be read as it stands.
public struct RunbookProblem: Error, Hashable, Sendable {
  /// From 1.
  public let line: Int
  /// From 1, in Unicode scalars of the line.
  public let column: Int
  /// A sentence without its full stop.
  public let message: String
  /// What mends it; a sentence without its full stop.
  public let remedy: String
}
