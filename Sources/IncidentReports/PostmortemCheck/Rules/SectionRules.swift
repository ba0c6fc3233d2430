/// Does every section say something, or does it still hold the question it is to answer?
struct SectionRules {
  let source: SourceLines
  let lines: [[Unicode.Scalar]]
  let outline: PostmortemOutline

  /// What is found in the sections that somebody can name.
  func findings() -> [PostmortemFinding] {
    guard outline.blocks.contains(where: { saysSomething($0) || $0.kind == .comment }) else {
      return [
        PostmortemFinding(
          .emptySection, at: MarkdownPlace(line: 1, column: 1), "the whole document is empty",
          suggestion: "incident postmortem writes a draft with a question in each section")
      ]
    }
    var findings: [PostmortemFinding] = []
    for (index, section) in outline.sections.enumerated() {
      guard let kind = section.kind, !hasNamedPart(index) else { continue }
      if let finding = finding(of: section, kind) { findings.append(finding) }
    }
    return findings
  }

  /// Whether sections within it are judged by themselves.
  private func hasNamedPart(_ index: Int) -> Bool {
    let section = outline.sections[index]
    for part in outline.sections[(index + 1)...] {
      guard part.blocks.lowerBound <= section.blocks.upperBound, part.level > section.level else { return false }
      if part.kind != nil { return true }
    }
    return false
  }

  private func finding(of section: PostmortemOutline.Section, _ kind: PostmortemSection) -> PostmortemFinding? {
    let blocks = outline.blocks[section.blocks]
    let written = blocks.filter { $0.region == nil && saysSomething($0) }
    let answers = written.filter { !isPlaceholder($0) }
    if let open = openWhys(answers, kind) { return open }
    if let first = answers.first {
      guard answers.allSatisfy(asks) else { return nil }
      return question(kind, at: first.place, "nobody has answered its question")
    }
    let hasFacts = blocks.contains { block in
      guard block.region != nil else { return false }
      guard kind == .actions else { return saysSomething(block) }
      // "No action is recorded yet." is no action.
      switch block.kind {
      case .row, .item: return true
      default: return false
      }
    }
    if kind == .actions, hasFacts { return nil }
    if let comment = blocks.first(where: { $0.kind == .comment && asksInside($0) }) {
      return question(kind, at: comment.place, "it still holds its question")
    }
    if let placeholder = written.first {
      return empty(kind, at: placeholder.place, "it says only \(plainText(placeholder))")
    }
    return hasFacts ? nil : empty(kind, at: section.place, "nothing stands below its heading")
  }

  private func question(_ kind: PostmortemSection, at place: MarkdownPlace, _ reason: String) -> PostmortemFinding {
    PostmortemFinding(
      .openQuestion, at: place, "the section \"\(kind.title)\" is not written: \(reason)",
      excerpt: source.excerpt(at: place), suggestion: "answer it: \(kind.question)")
  }

  private func empty(_ kind: PostmortemSection, at place: MarkdownPlace, _ reason: String) -> PostmortemFinding {
    PostmortemFinding(
      .emptySection, at: place, "the section \"\(kind.title)\" is empty: \(reason)", excerpt: source.excerpt(at: place),
      suggestion: "say \(kind.question.dropLast()); or remove the heading")
  }

  /// The whys that nobody answered, once somebody began to.
  private func openWhys(_ blocks: [MarkdownBlock], _ kind: PostmortemSection) -> PostmortemFinding? {
    guard kind == .fiveWhys else { return nil }
    var open: [MarkdownBlock] = []
    var questions = 0
    for (index, block) in blocks.enumerated() {
      if hasQuestion(block) { questions += 1 }
      guard asks(block) else { continue }
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      if next.map({ asks($0) && $0.indent <= block.indent }) ?? true { open.append(block) }
    }
    guard let first = open.first else { return nil }
    return PostmortemFinding(
      .openQuestion, at: first.place,
      questions == open.count
        ? "the five whys are not answered" : "\(open.count) of \(questions) whys are not answered",
      excerpt: source.excerpt(at: first.place),
      suggestion: "\"Why …? The limit had a default of …, and nothing …\"; remove the questions that lead nowhere")
  }

  // MARK: Blocks

  private func saysSomething(_ block: MarkdownBlock) -> Bool {
    switch block.kind {
    case .heading, .comment: return false
    case .row(_, let isHeader): return !isHeader && hasWords(block)
    case .code: return true
    case .paragraph, .item, .quote: return hasWords(block)
    }
  }

  private func hasWords(_ block: MarkdownBlock) -> Bool {
    block.pieces.contains { lines[$0.line - 1][$0.range].contains(where: \.isLetterOrDigit) }
  }

  /// Whether its last sentence is a question, or it tells the writer what to write.
  private func asks(_ block: MarkdownBlock) -> Bool {
    guard block.kind != .code, let piece = block.pieces.last else { return false }
    if block.pieces.count <= 2, let first = plainText(block).split(separator: " ").first?.lowercased(),
      ["describe", "provide", "summarize", "summarise", "explain", "insert", "beschreibe", "décrivez", "describa"]
        .contains(first)
    {
      return true
    }
    let last = lines[piece.line - 1][piece.range].last { !$0.isBlank && $0 != "*" && $0 != "_" && $0 != ")" }
    return last == "?" || last == "？"
  }

  private func hasQuestion(_ block: MarkdownBlock) -> Bool {
    block.pieces.contains { lines[$0.line - 1][$0.range].contains { $0 == "?" || $0 == "？" } }
  }

  private func asksInside(_ block: MarkdownBlock) -> Bool {
    block.pieces.contains { source.lines[$0.line - 1][$0.range].contains { $0 == "?" || $0 == "？" } }
  }

  /// `TBD`, `[what happened]`: a promise to write.
  private func isPlaceholder(_ block: MarkdownBlock) -> Bool {
    guard block.kind != .code, block.pieces.count == 1 else { return false }
    let piece = block.pieces[0]
    let line = lines[piece.line - 1][piece.range]
    // "[What happened]", "<summary>".
    if let first = line.first, let close = ["[": "]", "<": ">"][first] as Unicode.Scalar?,
      line.firstIndex(of: close) == line.endIndex - 1
    {
      return true
    }
    let text = plainText(block).lowercased()
    guard text.utf8.count <= 40 else { return false }
    let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let promises: Set = ["tbd", "tba", "tbc", "todo", "wip", "fixme", "xxx", "placeholder", "pending"]
    return words.first.map(promises.contains) ?? false
      || [
        ["to", "be", "written"], ["to", "be", "done"], ["to", "be", "determined"], ["to", "do"], ["lorem", "ipsum"],
      ]
      .contains { words.starts(with: $0) }
  }

  private func plainText(_ block: MarkdownBlock) -> String {
    InlineText(Array(block.pieces.prefix(1)), lines, keepsQuotes: true).plainText
  }
}
