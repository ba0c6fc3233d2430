import IncidentCore

/// A runbook: what it is for, and what to do, step by step.
///
/// Any Markdown is one. What could not be read is in ``RunbookHead/problems``.
public struct Runbook: Sendable {
  /// A heading.
  public struct Heading: Hashable, Sendable {
    /// From 1 to 6.
    public let level: Int
    /// Without Markdown.
    public let title: String
    /// From 1.
    public let line: Int
    /// The part of the runbook that it opens, where that is known.
    public let part: RunbookPart?
  }

  /// Its file's name without the extension.
  public let name: String
  /// Where it comes from.
  public let origin: RunbookLibrary.Origin
  /// What stands in front of its text.
  public let head: RunbookHead
  /// Its title: what the settings say, else its first heading, else its name.
  public let title: String
  /// Its headings, in order, the title's left out.
  public let headings: [Heading]
  /// What to do, in order.
  public let steps: [RunbookStep]
  /// Where its links lead, in order.
  public let links: [RunbookLink]
  /// All of it, as it was written.
  public let source: String
  private let lines: RunbookLines
  private let outline: RunbookOutline

  /// Reads a runbook.
  public init(name: String, origin: RunbookLibrary.Origin, source: String) {
    self.name = name
    self.origin = origin
    self.source = source
    head = RunbookHead(source)
    lines = RunbookLines(SourceLines(Array(source.utf8)).lines, from: head.settings.length)
    outline = RunbookOutline(lines)
    title = head.title ?? outline.title.flatMap { $0.hasWords ? $0 : nil } ?? name
    headings = outline.sections.map {
      Heading(level: $0.level, title: $0.title, line: $0.heading + 1, part: $0.part)
    }
    steps = RunbookSteps(lines, outline).steps
    links = RunbookLinks.all(in: lines)
  }

  /// The parts that it has.
  public var parts: Set<RunbookPart> { Set(headings.compactMap(\.part)) }

  /// What stands in a part, in Markdown; nil where it is not there, or empty.
  public func text(of part: RunbookPart) -> String? {
    let sections = outline.sections.filter { $0.part == part }
    let text = sections.map { section in
      section.lines.map { lines.text($0, without: 0) }.joined(separator: "\n")
    }
    let whole = text.joined(separator: "\n").trimmingBlankLines()
    return whole.isEmpty ? nil : whole
  }
}

extension String {
  /// Without empty lines at its ends.
  func trimmingBlankLines() -> String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let last = lines.last, !String(last).hasWords { lines.removeLast() }
    return lines.drop { !String($0).hasWords }.joined(separator: "\n")
  }
}
