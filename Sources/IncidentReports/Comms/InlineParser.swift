import IncidentCore

/// Reads what stands within a paragraph of a template's Markdown: `**strong**`, `*emphasis*`, `` `code` ``,
/// `[links](https://example.org)`, `<https://example.org>`, plain addresses, and backslashes before marks.
///
/// Emphasis follows CommonMark (<https://spec.commonmark.org/0.31.2/#emphasis-and-strong-emphasis>), a value counted as a
/// word. What does not come out even is text.
struct InlineParser {
  /// What a text is cut into before emphasis is looked for.
  private enum Node {
    case runs([MessageRun])
    case delimiter(EmphasisDelimiter)
  }

  private let pieces: [TemplatePiece]
  /// For each `[` the place of its `]`; empty where links are text.
  private let brackets: [Int: Int]
  private let takesLinks: Bool
  private var index = 0
  private var nodes: [Node] = []
  private var plain = ""

  /// The text in runs, white space at its edges left out.
  static func runs(_ pieces: [TemplatePiece], takingLinks: Bool = true) -> [MessageRun] {
    var parser = InlineParser(pieces: pieces[...].trimmed, takesLinks: takingLinks)
    return parser.read()
  }

  private init(pieces: [TemplatePiece], takesLinks: Bool) {
    self.pieces = pieces
    self.takesLinks = takesLinks
    brackets = takesLinks ? TemplateLink.brackets(in: pieces) : [:]
  }

  private mutating func read() -> [MessageRun] {
    while index < pieces.count {
      guard let scalar = pieces[index].character else {
        plain += [pieces[index]].text
        index += 1
        continue
      }
      switch scalar {
      case "\\" where index + 1 < pieces.count && pieces[index + 1].isPunctuation:
        plain += [pieces[index + 1]].text
        index += 2
      case "`": readCode()
      case "*", "_": readDelimiter(scalar)
      default:
        guard takesLinks, let link = TemplateLink(in: pieces, at: index, brackets) else {
          plain.unicodeScalars.append(scalar)
          index += 1
          continue
        }
        flush()
        nodes.append(.runs(link.runs))
        index = link.end
      }
    }
    flush()
    return resolved()
  }

  private mutating func flush() {
    if !plain.isEmpty { nodes.append(.runs([MessageRun(plain)])) }
    plain = ""
  }

  /// Backticks up to as many of them; where there are none, they are text.
  private mutating func readCode() {
    let count = pieces[index...].prefix { $0.character == "`" }.count
    var close = index + count
    while close < pieces.count {
      let found = pieces[close...].prefix { $0.character == "`" }.count
      if found == count { break }
      close += max(found, 1)
    }
    guard close < pieces.count else {
      plain += String(repeating: "`", count: count)
      index += count
      return
    }
    flush()
    var content = pieces[(index + count)..<close].map { $0 == .character("\n") ? .character(" ") : $0 }
    let isPadded = content.first == .character(" ") && content.last == .character(" ")
    if isPadded, !content.allSatisfy({ $0 == .character(" ") }) { content = Array(content.dropFirst().dropLast()) }
    nodes.append(.runs([MessageRun(content.text, .code)]))
    index = close + count
  }

  private mutating func readDelimiter(_ mark: Unicode.Scalar) {
    flush()
    let count = pieces[index...].prefix { $0.character == mark }.count
    let before = index > 0 ? pieces[index - 1] : .character(" ")
    let after = index + count < pieces.count ? pieces[index + count] : .character(" ")
    nodes.append(.delimiter(EmphasisDelimiter(mark, count: count, between: before, and: after)))
    index += count
  }

  /// The nodes with their styles, neighbours of one style joined.
  private func resolved() -> [MessageRun] {
    var delimiters: [(node: Int, delimiter: EmphasisDelimiter)] = []
    for (node, content) in nodes.enumerated() {
      if case .delimiter(let delimiter) = content { delimiters.append((node, delimiter)) }
    }
    let emphasis = EmphasisDelimiter.resolve(delimiters, nodes: nodes.count)
    var runs: [MessageRun] = []
    for (node, content) in nodes.enumerated() {
      var added: [MessageRun]
      switch content {
      case .runs(let text): added = text
      case .delimiter(let delimiter):
        let left = emphasis.left[node] ?? delimiter.count
        added = left > 0 ? [MessageRun(String(repeating: Character(delimiter.mark), count: left))] : []
      }
      for var run in added where !run.text.isEmpty {
        run.style.formUnion(emphasis.styles[node])
        if let last = runs.last, last.style == run.style, last.link == run.link {
          runs[runs.count - 1].text += run.text
        } else {
          runs.append(run)
        }
      }
    }
    return runs
  }
}

extension TemplatePiece {
  /// Whether it is a mark of ASCII, which a backslash may stand before.
  fileprivate var isPunctuation: Bool {
    switch character?.value ?? 0 {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
