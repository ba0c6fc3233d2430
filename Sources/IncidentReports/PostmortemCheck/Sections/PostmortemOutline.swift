/// A document by its sections: which heading means what, and how far each reaches.
struct PostmortemOutline {
  /// What a heading opens.
  struct Section: Hashable {
    /// What it is about; nil where its title says nothing known.
    fileprivate(set) var kind: PostmortemSection?
    /// The level of its heading; ``labelLevel`` where a label such as "Root cause:" stands in for one.
    let level: Int
    /// Where its heading is.
    let place: MarkdownPlace
    /// Its blocks and those of the sections within it, the heading left out.
    fileprivate(set) var blocks: Range<Int>
    /// Whether it is the title of the whole document.
    fileprivate(set) var isTitle = false
  }

  /// The blocks of the document.
  let blocks: [MarkdownBlock]
  /// In the order of their headings.
  private(set) var sections: [Section] = []
  /// Of each block, what the innermost section with a known title is about.
  private(set) var kinds: [PostmortemSection?]

  /// What labels over actions mean otherwise: "Prevention:", "Mitigation:".
  private static let kindsOfAction: Set<PostmortemSection> = [.detection, .response, .recovery, .resolution, .actions]

  /// Below every heading.
  static let labelLevel = 7

  init(_ blocks: [MarkdownBlock], lines: [[Unicode.Scalar]]) {
    self.blocks = blocks
    kinds = Array(repeating: nil, count: blocks.count)
    var open: [Int] = []
    func close(to level: Int, at index: Int) {
      while let last = open.last, sections[last].level >= level {
        sections[last].blocks = sections[last].blocks.lowerBound..<index
        open.removeLast()
      }
    }
    for (index, block) in blocks.enumerated() {
      if case .heading(let level) = block.kind {
        close(to: level, at: index)
        // "Detection" over some actions says of which kind they are.
        let isPart = open.contains { sections[$0].kind == .actions }
        let kind = isPart ? nil : SectionTitles.all.section(titled: Self.text(block, lines))
        open.append(sections.count)
        sections.append(Section(kind: kind, level: level, place: block.place, blocks: index + 1..<blocks.count))
      } else if block.region == nil, block.indent < 4, let label = Self.label(of: block, lines) {
        // In a list the label is of its item alone.
        guard case .paragraph = block.kind else { continue }
        close(to: Self.labelLevel, at: index)
        if Self.kindsOfAction.contains(label.kind), open.contains(where: { sections[$0].kind == .actions }) { continue }
        open.append(sections.count)
        let first = label.isAlone ? index + 1 : index
        sections.append(
          Section(kind: label.kind, level: Self.labelLevel, place: block.place, blocks: first..<blocks.count))
      }
    }
    findTitle(lines)
    nameByRegions()
    for section in sections {
      guard let kind = section.kind else { continue }
      for index in section.blocks { kinds[index] = kind }
    }
    for (index, block) in blocks.enumerated() {
      guard case .item = block.kind, block.region == nil, block.indent < 4, let label = Self.label(of: block, lines)
      else { continue }
      kinds[index] = label.kind
    }
  }

  /// The first section about something.
  func first(_ kind: PostmortemSection) -> Section? {
    sections.first { $0.kind == kind }
  }

  /// The document's own title is about nothing, though it may have "response time" in it.
  private mutating func findTitle(_ lines: [[Unicode.Scalar]]) {
    guard let first = sections.first, sections.count > 1, first.level == 1,
      sections.count(where: { $0.level == 1 }) == 1 || first.blocks.isEmpty
    else { return }
    sections[0].kind = nil
    sections[0].isTitle = true
  }

  /// A region says what the section around it is about where its title does not.
  private mutating func nameByRegions() {
    for index in sections.indices where sections[index].kind == nil && !sections[index].isTitle {
      let end = index + 1 < sections.count ? sections[index + 1].blocks.lowerBound - 1 : blocks.count
      let own = sections[index].blocks.lowerBound..<max(sections[index].blocks.lowerBound, min(end, blocks.count))
      let named = blocks[own].lazy.compactMap { $0.region.flatMap(PostmortemSection.init(region:)) }.first
      sections[index].kind = named
    }
  }

  private static func text(_ block: MarkdownBlock, _ lines: [[Unicode.Scalar]]) -> [Unicode.Scalar] {
    block.pieces.prefix(3).flatMap { lines[$0.line - 1][$0.range] + [" "] }
  }

  /// What a block begins with where that stands in for a heading: `**Root cause**`, `Root cause:`, `*Impact:* …`.
  private static func label(
    of block: MarkdownBlock, _ lines: [[Unicode.Scalar]]
  ) -> (kind: PostmortemSection, isAlone: Bool)? {
    switch block.kind {
    case .paragraph, .item: break
    default: return nil
    }
    guard let piece = block.pieces.first else { return nil }
    let line = lines[piece.line - 1][piece.range]
    let head = line.prefix(48)
    if let colon = head.firstIndex(where: { $0 == ":" || $0 == "：" }) {
      guard let kind = SectionTitles.all.section(titled: line[..<colon], isWhole: true) else { return nil }
      let rest = line[(colon + 1)...].contains(where: \.isLetterOrDigit)
      return (kind, !rest && block.pieces.count == 1)
    }
    guard block.pieces.count == 1, line.count <= 48, line.first == "*" || line.first == "_", line.last == line.first,
      let kind = SectionTitles.all.section(titled: line, isWhole: true)
    else { return nil }
    return (kind, true)
  }
}
