import IncidentCore

/// One thing to do.
public struct RunbookStep: Hashable, Sendable {
  /// Something to type.
  public struct Command: Hashable, Sendable {
    /// The lines, as they stand in the runbook.
    public let text: String
    /// The line of the first of them, from 1.
    public let line: Int
  }

  /// From 1, through the whole runbook.
  public let number: Int
  /// What it is about, in a line without Markdown.
  public let title: String
  /// What else it says, in Markdown; empty where the title says all.
  public let body: String
  /// What there is to type, in order.
  public let commands: [Command]
  /// The part of the runbook that it stands in; nil in one that has no such parts.
  public let part: RunbookPart?
  /// From 1.
  public let line: Int
}

/// Finds the steps of a runbook: the numbered items of its quick checks, then the headings below its common fixes.
///
/// In runbooks from elsewhere, what there is of numbered items, boxes to tick, headings and plain items, the first kind
/// that is there; and where no part has a known heading, those of the whole text.
struct RunbookSteps {
  private(set) var steps: [RunbookStep] = []
  private let source: RunbookLines
  private let outline: RunbookOutline

  /// More than anybody follows.
  static let most = 500

  init(_ source: RunbookLines, _ outline: RunbookOutline) {
    self.source = source
    self.outline = outline
    for part in [RunbookPart.quickChecks, .commonFixes] {
      for section in outline.sections where section.part == part {
        let before = steps.count
        add(section.lines, part)
        // One that only has text is a step itself.
        if steps.count == before, section.lines.contains(where: { source.kinds[$0] != .blank }) { add(section, part) }
      }
    }
    if !outline.sections.contains(where: { $0.part == .quickChecks || $0.part == .commonFixes }) {
      add(source.kinds.indices, nil)
    }
  }

  private mutating func add(_ lines: Range<Int>, _ part: RunbookPart?) {
    let numbered = items(in: lines) { $0 == .number }
    let boxes = items(in: lines) { $0 == .box }
    let headings = outline.highest(in: lines)
    let found: [Int]
    if part == .commonFixes, !headings.isEmpty {
      found = []
    } else if !numbered.isEmpty {
      found = numbered
    } else if !boxes.isEmpty {
      found = boxes
    } else {
      found = headings.isEmpty ? items(in: lines) { $0 == .mark } : []
    }
    if found.isEmpty {
      for heading in headings { add(heading, part) }
    } else {
      for (index, line) in found.enumerated() {
        let next = index + 1 < found.count ? found[index + 1] : lines.upperBound
        let end = source.kinds[(line + 1)..<next].firstIndex(where: \.isHeading) ?? next
        addItem(line, line + 1..<end, part)
      }
    }
  }

  /// The outermost items of a kind.
  private func items(in lines: Range<Int>, _ isWanted: (RunbookLines.Bullet) -> Bool) -> [Int] {
    var items: [Int] = []
    // The columns at which a line belongs to the item above it.
    var inner: Int?
    for index in lines {
      if case .heading = source.kinds[index] { inner = nil }
      guard case .item(let bullet, let start) = source.kinds[index] else { continue }
      if let inner, source.indents[index] >= inner { continue }
      // What is not indented as far as the text of an item, but as far as Markdown of old had it.
      inner = source.indents[index] + min(start, 4)
      if isWanted(bullet) {
        inner = source.indents[index] + 2
        items.append(index)
      } else {
        inner = nil
      }
    }
    return items
  }

  private mutating func add(_ heading: RunbookOutline.Section, _ part: RunbookPart?) {
    let body = text(of: heading.lines, without: 0)
    append(title: heading.title, body: body, heading.lines, columns: 0, part, line: heading.heading)
  }

  private mutating func addItem(_ line: Int, _ rest: Range<Int>, _ part: RunbookPart?) {
    guard case .item(_, let start) = source.kinds[line] else { return }
    var first = source.text(line, start..<source.lines[line].count).trimmingBlanks()
    var next = rest.lowerBound
    while next < rest.upperBound, source.kinds[next] == .text {
      first += " " + source.text(next, without: 200).trimmingBlanks()
      next += 1
    }
    let columns = columns(of: next..<rest.upperBound, atMost: start)
    let (title, more) = RunbookWords.title(of: first)
    let below = text(of: next..<rest.upperBound, without: columns)
    let body = [more, below].filter { !$0.isEmpty }.joined(separator: "\n\n")
    append(title: title, body: body, next..<rest.upperBound, columns: columns, part, line: line)
  }

  /// How far the lines of an item are indented, at most as far as the item's text.
  private func columns(of lines: Range<Int>, atMost most: Int) -> Int {
    lines.lazy.filter { source.kinds[$0] != .blank }.map { source.indents[$0] }.min().map { min($0, most) } ?? 0
  }

  private mutating func append(
    title: String, body: String, _ lines: Range<Int>, columns: Int, _ part: RunbookPart?, line: Int
  ) {
    guard steps.count < Self.most else { return }
    let number = steps.count + 1
    steps.append(
      RunbookStep(
        number: number, title: title.hasWords ? title : "Step \(number)", body: body,
        commands: RunbookCommands.all(in: lines, of: source, without: columns), part: part, line: line + 1))
  }

  private func text(of lines: Range<Int>, without columns: Int) -> String {
    var text = lines.map { source.text($0, without: columns) }
    while text.last?.hasWords == false { text.removeLast() }
    return text.drop { !$0.hasWords }.joined(separator: "\n")
  }
}
