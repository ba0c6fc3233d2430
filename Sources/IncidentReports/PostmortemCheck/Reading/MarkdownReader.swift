/// Takes a document apart into blocks, line by line, as far as the check needs them.
///
/// Anything is a document: what is no Markdown is paragraphs.
struct MarkdownReader {
  /// The blocks so far, in order.
  private(set) var blocks: [MarkdownBlock] = []
  /// The lines, what is in comments replaced by spaces.
  private(set) var lines: [[Unicode.Scalar]]

  /// Whether the markers do not fit; then a heading ends whatever region is open.
  private let hasBrokenMarkers: Bool
  private var comments = CommentMask()
  private var region: String?
  private var fence: (mark: Unicode.Scalar, length: Int)?
  /// The paragraph, item or quote that the next line may continue.
  private var open: MarkdownBlock?
  private var comment: MarkdownBlock?
  private var isInTable = false
  private var tables = 0
  private var isInList = false

  /// Reads all of it.
  init(_ source: SourceLines, hasBrokenMarkers: Bool) {
    lines = source.lines
    self.hasBrokenMarkers = hasBrokenMarkers
    let first = Self.endOfFrontMatter(source.lines)
    for (index, line) in source.lines.enumerated().dropFirst(first) { read(line, number: index + 1) }
    close()
    closeComment()
  }

  /// How many lines of settings stand in front of the text, as site generators have them; 0 for none.
  private static func endOfFrontMatter(_ lines: [[Unicode.Scalar]]) -> Int {
    guard let first = lines.first, first == ["-", "-", "-"] || first == ["+", "+", "+"] else { return 0 }
    let end = lines.prefix(200).dropFirst().firstIndex { $0 == first || $0 == [".", ".", "."] }
    return end.map { $0 + 1 } ?? 0
  }

  private mutating func read(_ original: [Unicode.Scalar], number: Int) {
    if readMarker(original) { return }
    if let fence {
      if LineShape(original).closes(fence) { self.fence = nil }
      return
    }
    var line = original
    let wasInComment = comments.isOpen
    let commented = comments.blank(&line)
    if !commented.isEmpty || wasInComment {
      lines[number - 1] = line
      for range in commented { add(comment: MarkdownPiece(line: number, range: range)) }
    }
    if !comments.isOpen { closeComment() }
    let shape = LineShape(line)
    guard !shape.isBlank else {
      // A line that a comment fills is no end of a paragraph, but none of ours goes on around one.
      if !wasInComment || commented.isEmpty { isInTable = false }
      return close()
    }
    if shape.indent >= 4, open == nil, !isInList, !shape.isQuoted {
      return add(.code, [MarkdownPiece(line: number, range: shape.text)], shape)
    }
    if let opened = shape.fence {
      close()
      fence = opened
      isInTable = false
      return add(.code, [MarkdownPiece(line: number, range: shape.text)], shape)
    }
    if let heading = shape.heading {
      close()
      endContext()
      return add(.heading(level: heading.level), [MarkdownPiece(line: number, range: heading.text)], shape)
    }
    if let paragraph = open, case .paragraph = paragraph.kind, !shape.isQuoted, paragraph.indent < 4,
      let level = shape.underline
    {
      open = nil
      endContext()
      blocks.append(
        MarkdownBlock(kind: .heading(level: level), pieces: paragraph.pieces, indent: 0, region: paragraph.region))
      return
    }
    if shape.isThematicBreak { return close() }
    if isInTable { return add(.row(table: tables, isHeader: false), cells(shape, number), shape) }
    if shape.isTableRule, open != nil { return beginTable() }
    if let item = shape.item {
      close()
      isInList = true
      open = MarkdownBlock(
        kind: .item(isDone: item.isDone), pieces: [MarkdownPiece(line: number, range: item.start..<shape.end)],
        indent: shape.indent, region: region)
      return
    }
    addText(shape, number)
  }

  /// A line of a paragraph, an item or a quote.
  private mutating func addText(_ shape: LineShape, _ number: Int) {
    let piece = MarkdownPiece(line: number, range: shape.text)
    if let kind = open?.kind, kind == .quote || !shape.isQuoted {
      open?.pieces.append(piece)
      return
    }
    close()
    if shape.indent == 0 { isInList = false }
    open = MarkdownBlock(
      kind: shape.isQuoted ? .quote : .paragraph, pieces: [piece], indent: shape.indent, region: region)
  }

  /// The last line of the paragraph that is open is the head of a table.
  private mutating func beginTable() {
    guard let head = open?.pieces.popLast() else { return }
    close()
    tables += 1
    isInTable = true
    let shape = LineShape(lines[head.line - 1])
    add(.row(table: tables, isHeader: true), cells(shape, head.line), shape)
  }

  private func cells(_ shape: LineShape, _ number: Int) -> [MarkdownPiece] {
    shape.cells.map { MarkdownPiece(line: number, range: $0) }
  }

  private mutating func readMarker(_ line: [Unicode.Scalar]) -> Bool {
    guard let first = line.first(where: { !$0.isBlank }), first == "<",
      let marker = RegionMarker(line: Array(String(String.UnicodeScalarView(line)).utf8))
    else { return false }
    close()
    isInTable = false
    switch marker {
    case .begin(let name, _): region = name
    case .end, .malformed: region = nil
    }
    return true
  }

  private mutating func add(_ kind: MarkdownBlock.Kind, _ pieces: [MarkdownPiece], _ shape: LineShape) {
    blocks.append(MarkdownBlock(kind: kind, pieces: pieces, indent: shape.indent, region: region))
  }

  private mutating func add(comment piece: MarkdownPiece) {
    if comment == nil {
      close()
      comment = MarkdownBlock(kind: .comment, pieces: [], indent: 0, region: region)
    }
    comment?.pieces.append(piece)
  }

  private mutating func closeComment() {
    if let comment { blocks.append(comment) }
    comment = nil
  }

  private mutating func close() {
    if let open, !open.pieces.isEmpty { blocks.append(open) }
    open = nil
  }

  private mutating func endContext() {
    isInTable = false
    isInList = false
    if hasBrokenMarkers { region = nil }
  }
}
