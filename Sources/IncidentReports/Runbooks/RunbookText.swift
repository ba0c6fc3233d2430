/// A runbook's Markdown for a terminal: paragraphs broken to its width, code as it stands.
enum RunbookText {
  /// - Parameter width: the terminal's columns; nil where nothing is broken.
  static func lines(_ markdown: String, width: Int?) -> [StyledLine] {
    let source = RunbookLines(SourceLines(Array(markdown.utf8)).lines, from: 0)
    var result: [StyledLine] = []
    var paragraph: (text: String, indent: Int, hanging: Int)?
    func close() {
      guard let open = paragraph else { return }
      paragraph = nil
      result += WrappedText.lines(
        open.text, prefix: StyledLine(DisplayWidth.spaces(open.indent)), indent: open.indent + open.hanging,
        width: width)
    }
    for index in source.kinds.indices {
      switch source.kinds[index] {
      case .blank, .fence:
        close()
        if result.last?.isEmpty == false { result.append(StyledLine()) }
      case .code(let opened):
        close()
        result.append(code(source.text(index, without: source.indents[opened])))
      case .heading(_, let text):
        close()
        result += WrappedText.lines(RunbookWords.plain(source.text(index, text)), .heading, width: width)
      case .item(_, let start):
        close()
        let indent = source.indents[index]
        paragraph = (rest(of: source, index), indent, max(1, start - indent))
      case .text where isTableRow(source, index):
        close()
        result.append(StyledLine(rest(of: source, index)))
      case .text:
        if let open = paragraph {
          paragraph = (open.text + " " + rest(of: source, index), open.indent, open.hanging)
        } else {
          paragraph = (rest(of: source, index), source.indents[index], 0)
        }
      }
    }
    close()
    while result.last?.isEmpty == true { result.removeLast() }
    return result
  }

  /// A line to copy: never broken, and nothing in front of it.
  static func code(_ line: String) -> StyledLine {
    StyledLine(String(line.flatMap { $0 == "\t" ? "    " : String($0) }), .accent)
  }

  private static func rest(of source: RunbookLines, _ index: Int) -> String {
    source.text(index, 0..<source.lines[index].count).trimmingBlanks()
  }

  private static func isTableRow(_ source: RunbookLines, _ index: Int) -> Bool {
    source.lines[index].first { !$0.isBlank } == "|"
  }
}
