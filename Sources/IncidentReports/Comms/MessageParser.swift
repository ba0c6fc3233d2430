import IncidentCore

/// Reads the Markdown of a template, around the values in it, as a message.
///
/// What is known of Markdown: headings with `#`, paragraphs, lists (one inside another becomes one list), fenced code,
/// thematic breaks and comments, which are dropped, and quotations, which become paragraphs; within them what
/// ``InlineParser`` knows. Anything else is text, and so is whatever never ends.
struct MessageParser {
  private var blocks: [Message.Block] = []
  /// The text of the paragraph, or of the last item, that goes on.
  private var text: [TemplatePiece] = []
  private var list: (start: Int?, items: [[MessageRun]])?
  private var isAfterBlank = false
  private var isQuoted = false
  /// Once no comment has been found to end, none that begins later does.
  private var commentsEnd = true

  /// The message that a rendered template in Markdown says.
  static func message(markdown lines: [[TemplatePiece]]) -> Message {
    var parser = MessageParser()
    parser.read(lines)
    return Message(parser.blocks)
  }

  /// The message that a rendered template in plain text says: paragraphs with the lines they have. A first one of a single
  /// line is the heading.
  static func message(plain lines: [[TemplatePiece]]) -> Message {
    let paragraphs = lines.split { $0.allSatisfy(\.isSpace) }.map { $0.map(\.text).joined(separator: "\n") }
    return Message(
      paragraphs.enumerated().map { index, text in
        index == 0 && !text.contains(where: \.isNewline)
          ? .heading(level: 1, [MessageRun(text)]) : .paragraph([MessageRun(text)])
      })
  }

  private mutating func read(_ lines: [[TemplatePiece]]) {
    var index = 0
    while index < lines.count {
      let line = withoutComments(lines, &index)
      if let fence = TemplateLine.fence(line) {
        flush()
        var code: [String] = []
        while index < lines.count, !fence.isClosed(by: lines[index]) {
          code.append(lines[index].text)
          index += 1
        }
        index += 1
        blocks.append(.code(code.joined(separator: "\n")))
      } else {
        read(line)
      }
    }
    flush()
  }

  /// The line at `index` without its comments, joined with the line on which the last of them ends; `index` moves behind.
  private mutating func withoutComments(_ lines: [[TemplatePiece]], _ index: inout Int) -> [TemplatePiece] {
    var line = lines[index]
    index += 1
    while commentsEnd, let start = line.indices.first(where: { line.hasPrefix("<!--", at: $0) }) {
      var last = line
      var from = start + 4
      var next = index
      while true {
        if let end = last.indices.dropFirst(from).first(where: { last.hasPrefix("-->", at: $0) }) {
          line = Array(line[..<start] + last[(end + 3)...])
          index = next
          break
        }
        guard next < lines.count else {
          commentsEnd = false
          break
        }
        last = lines[next]
        from = 0
        next += 1
      }
    }
    return line
  }

  private mutating func read(_ line: [TemplatePiece]) {
    let (content, indent, quoted) = TemplateLine.content(of: line)
    if content.isEmpty {
      if list == nil { flush() }
      isAfterBlank = true
      return
    }
    if quoted != isQuoted { flush() }
    isQuoted = quoted
    defer { isAfterBlank = false }
    if TemplateLine.isThematicBreak(content) {
      flush()
    } else if let (level, heading) = TemplateLine.heading(content) {
      flush()
      blocks.append(.heading(level: level, InlineParser.runs(heading)))
    } else if let item = TemplateLine.item(content), text.isEmpty || list != nil || item.number ?? 1 == 1 {
      begin(item)
    } else if list != nil, isAfterBlank, indent < 2 {
      flush()
      text = content
    } else if text.isEmpty {
      text = content
    } else {
      TemplateLine.join(content, to: &text, asLine: isAfterBlank)
    }
  }

  private mutating func begin(_ item: TemplateLine.Item) {
    if var list, (list.start == nil) == (item.number == nil) {
      list.items.append(InlineParser.runs(text))
      self.list = list
    } else {
      flush()
      list = (item.number, [])
    }
    text = item.content
  }

  /// Ends the paragraph or the list.
  private mutating func flush() {
    let runs = InlineParser.runs(text)
    if let list {
      blocks.append(.list(start: list.start, items: (list.items + [runs]).filter { !$0.text.isEmpty }))
    } else if !runs.text.isEmpty {
      blocks.append(.paragraph(runs))
    }
    list = nil
    text = []
  }
}
