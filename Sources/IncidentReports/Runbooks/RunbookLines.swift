/// A runbook's lines, and what each of them is.
struct RunbookLines {
  /// What a line is.
  enum Kind: Hashable {
    case blank
    /// Of a level from 1 to 6.
    case heading(level: Int, text: Range<Int>)
    /// The beginning of a list item, and where its text begins.
    case item(Bullet, start: Int)
    /// The line that opens or closes a block of code.
    case fence
    /// A line of code, of the block that was opened on that line (an index): its fence, else its first line.
    case code(opened: Int)
    case text

    var isHeading: Bool {
      if case .heading = self { true } else { false }
    }
  }

  /// What an item of a list begins with.
  enum Bullet: Hashable {
    case number
    /// A box to tick.
    case box
    case mark
  }

  private(set) var lines: [[Unicode.Scalar]]
  private(set) var kinds: [Kind] = []
  /// The columns before each line's text.
  private(set) var indents: [Int] = []
  /// The columns at which the text of the items around a line begins.
  private var containers: [Int] = []

  /// What is in comments is blank.
  /// - Parameter first: The first line of the text, behind the settings.
  init(_ lines: [[Unicode.Scalar]], from first: Int) {
    self.lines = lines
    kinds.reserveCapacity(lines.count)
    var comments = CommentMask()
    var fence: (mark: Unicode.Scalar, length: Int, line: Int, isQuoted: Bool)?
    for index in lines.indices {
      guard index >= first else {
        add(.blank, indent: 0)
        continue
      }
      if let open = fence {
        if open.isQuoted { unquote(index) }
        let shape = LineShape(self.lines[index])
        let closes = shape.closes((open.mark, open.length))
        add(closes ? .fence : .code(opened: open.line), indent: shape.indent)
        if closes { fence = nil }
        continue
      }
      _ = comments.blank(&self.lines[index])
      let shape = LineShape(self.lines[index])
      if let opened = shape.fence {
        fence = (opened.mark, opened.length, index, shape.isQuoted)
        if shape.isQuoted { unquote(index) }
        add(.fence, indent: LineShape(self.lines[index]).indent)
      } else {
        add(kind(shape, at: index), indent: shape.indent)
      }
    }
  }

  private mutating func add(_ kind: Kind, indent: Int) {
    kinds.append(kind)
    indents.append(indent)
  }

  /// Takes the mark of a quote from a line: in front of a command, a shell would write to a file.
  private mutating func unquote(_ index: Int) {
    guard let mark = lines[index].firstIndex(where: { !$0.isBlank }), lines[index][mark] == ">" else { return }
    lines[index].remove(at: mark)
    if mark < lines[index].count, lines[index][mark] == " " { lines[index].remove(at: mark) }
  }

  /// The line that opens the indented code which a line is of, by CommonMark's rule: it stands 4 columns or more behind
  /// where the text around it begins, and goes on with no paragraph.
  private mutating func indentedCode(_ shape: LineShape, at index: Int) -> Int? {
    switch kinds.last {
    case .text, .item: return nil
    default: break
    }
    while let last = containers.last, shape.indent < last { containers.removeLast() }
    guard !shape.isQuoted, shape.indent >= (containers.last ?? 0) + 4 else { return nil }
    let above = kinds.lastIndex { $0 != .blank }
    if let above, case .code(let opened) = kinds[above], kinds[opened] != .fence {
      // Empty lines within code are of it.
      for blank in (above + 1)..<index { kinds[blank] = .code(opened: opened) }
      return opened
    }
    return shape.item == nil ? index : nil
  }

  private mutating func enter(_ item: Int, _ shape: LineShape, at index: Int) {
    while let last = containers.last, shape.indent < last { containers.removeLast() }
    let line = lines[index]
    let mark = line[shape.start..<item].firstIndex(where: \.isBlank) ?? item
    let text = line[mark...].firstIndex { !$0.isBlank } ?? mark
    containers.append(shape.indent + mark - shape.start + ((1...4).contains(text - mark) ? text - mark : 1))
  }

  private mutating func kind(_ shape: LineShape, at index: Int) -> Kind {
    guard !shape.isBlank else { return .blank }
    if let opened = indentedCode(shape, at: index) { return .code(opened: opened) }
    if let heading = shape.heading, !shape.isQuoted { return .heading(level: heading.level, text: heading.text) }
    if let level = shape.underline, let last = kinds.last, last == .text, indents[index - 1] < 4 {
      // The line above is the heading that this one underlines.
      let above = LineShape(lines[index - 1])
      if !above.isQuoted, !above.text.contains(where: { lines[index - 1][$0] == "|" }) {
        kinds[index - 1] = .heading(level: level, text: above.text)
        return .blank
      }
    }
    if shape.isThematicBreak { return .blank }
    if !shape.isQuoted, let item = shape.item {
      enter(item.start, shape, at: index)
      let first = lines[index][shape.start]
      if ("0"..."9").contains(first) { return .item(.number, start: item.start) }
      let isBox = lines[index][shape.start..<item.start].contains("[")
      return .item(isBox ? .box : .mark, start: item.start)
    }
    return .text
  }

  /// The text of a stretch of a line.
  func text(_ index: Int, _ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(lines[index][range]))
  }

  /// A line without as many columns of the space that it begins with, as far as it has them.
  func text(_ index: Int, without columns: Int) -> String {
    let line = lines[index]
    var (start, column) = (0, 0)
    while start < line.count, column < columns, line[start].isBlank {
      column += line[start] == "\t" ? 4 - column % 4 : 1
      start += 1
    }
    let surplus = String(repeating: " ", count: max(0, column - columns))
    return surplus + text(index, start..<line.count)
  }
}
