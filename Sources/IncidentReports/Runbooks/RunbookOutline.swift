/// A runbook by its headings.
struct RunbookOutline {
  /// What stands below a heading.
  struct Section {
    let level: Int
    let title: String
    /// The line of the heading, from 0.
    let heading: Int
    /// The lines below it, those of the sections within it too, from 0.
    fileprivate(set) var lines: Range<Int>
    fileprivate(set) var part: RunbookPart?
  }

  /// In the order of their headings, without the title's.
  private(set) var sections: [Section] = []
  /// The heading above all others.
  private(set) var title: String?

  init(_ source: RunbookLines) {
    for (index, kind) in source.kinds.enumerated() {
      guard case .heading(let level, let text) = kind else { continue }
      sections.append(
        Section(
          level: level, title: RunbookWords.plain(source.text(index, text)), heading: index,
          lines: index + 1..<source.kinds.count))
    }
    // The title is the first heading, and no other is as high; "## Checks" alone is no title.
    if let first = sections.first, sections.dropFirst().allSatisfy({ $0.level > first.level }),
      (first.level == 1 && sections.count > 1) || RunbookPart(heading: first.title) == nil
    {
      title = first.title
      sections.removeFirst()
    }
    var open: [Int] = []
    for index in sections.indices {
      while let last = open.last, sections[last].level >= sections[index].level {
        sections[last].lines = sections[last].lines.lowerBound..<sections[index].heading
        open.removeLast()
      }
      // "Roll back" below "Common fixes" is one of them.
      if !open.contains(where: { sections[$0].part != nil }) {
        sections[index].part = RunbookPart(heading: sections[index].title)
      }
      open.append(index)
    }
  }

  /// The highest headings within some lines.
  func highest(in lines: Range<Int>) -> [Section] {
    let within = sections.filter { lines.contains($0.heading) }
    guard let level = within.map(\.level).min() else { return [] }
    return within.filter { $0.level == level }
  }
}
