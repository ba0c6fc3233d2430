/// Reads a template in one pass over its bytes, line by line: whether a tag is alone on its line decides what becomes of the line.
struct Parser {
  let source: SourceText
  /// How many sections may stand within one another.
  let nesting: Int
  private(set) var instructions: [Instruction] = []
  private(set) var offsets: [Int] = []

  private var delimiters = Delimiters()
  private var openTags: [OpenTag] = []
  private var offset = 0
  /// The blanks that the current line starts with.
  private var leading = 0..<0
  /// Whether anything but those blanks has been read from the line.
  private var isWithinLine = false

  init(_ source: SourceText, nesting: Int) {
    self.source = source
    self.nesting = nesting
  }

  mutating func parse() throws(TemplateError) {
    startLine(at: 0)
    var start = offset
    while offset < source.bytes.count {
      if source.bytes[offset] == UInt8(ascii: "\n") {
        addText(start..<offset + 1, endsLine: true)
        startLine(at: offset + 1)
        start = offset
      } else if source.holds(delimiters.open, at: offset) {
        addText(start..<offset, endsLine: false)
        try read(delimiters.tag(at: offset, in: source))
        start = offset
      } else {
        offset += 1
      }
    }
    addText(start..<offset, endsLine: false)
    if !leading.isEmpty { enterLine(isBlank: true) }
    if let open = openTags.last {
      throw source.error(.unclosedSection(tag: open.tag.cited), at: open.tag.range.lowerBound)
    }
  }

  // MARK: Lines and text

  private mutating func startLine(at start: Int) {
    offset = source.skippingBlanks(from: start)
    leading = start..<offset
    isWithinLine = false
  }

  /// Keeps the line, for there is more on it than one standalone tag.
  private mutating func enterLine(isBlank: Bool = false) {
    guard !isWithinLine else { return }
    isWithinLine = true
    add(.beginLine(leading: source.text(leading)), at: leading.lowerBound)
    if !isBlank { noteMargin(leading) }
  }

  private mutating func addText(_ range: Range<Int>, endsLine: Bool) {
    guard !range.isEmpty else { return }
    enterLine(isBlank: source.endOfLine(at: range.lowerBound) == range.upperBound)
    add(.text(source.text(range), endsLine: endsLine), at: range.lowerBound)
  }

  /// Adds an instruction, unless nothing is rendered here.
  private mutating func add(_ instruction: Instruction, at offset: Int) {
    guard content == .live else { return }
    instructions.append(instruction)
    offsets.append(offset)
  }

  private var content: OpenTag.Content { openTags.last?.content ?? .live }

  /// Takes note that a line starts with these blanks, for the innermost block that is open.
  private mutating func noteMargin(_ blanks: Range<Int>) {
    guard content == .live, let last = openTags.indices.last else { return }
    let known = openTags[last].margin ?? blanks
    let count = zip(source.bytes[known], source.bytes[blanks]).prefix { $0 == $1 }.count
    openTags[last].margin = known.lowerBound..<known.lowerBound + count
  }

  // MARK: Tags

  private mutating func read(_ tag: Tag) throws(TemplateError) {
    let lineEnd = source.endOfLine(at: source.skippingBlanks(from: tag.range.upperBound))
    let place = Place(startsLine: !isWithinLine, leading: leading, lineEnd: lineEnd)
    offset = tag.range.upperBound
    switch tag.kind {
    case .comment:
      leave(place)
    case .delimiters:
      guard let next = Delimiters(tag.content) else { throw fault(.badDelimiters(tag.content), tag) }
      delimiters = next
      leave(place)
    case .variable, .unescaped:
      enterLine()
      add(.variable(try name(of: tag), isEscaped: tag.kind == .variable), at: tag.range.lowerBound)
    case .partial:
      let name = try partialName(of: tag)
      let indentation = place.isStandalone ? source.text(leading) : nil
      if place.isStandalone { noteMargin(leading) } else { enterLine() }
      add(.partial(name, indentation: indentation), at: tag.range.lowerBound)
      leave(place)
    case .section:
      let name = try name(of: tag)
      leave(place)
      try open(tag, at: place, .section(name, end: 0), content: content == .live ? .live : .ignored)
    case .inverted:
      let name = try name(of: tag)
      leave(place)
      try open(tag, at: place, .inverted(name, end: 0), content: content == .live ? .live : .ignored)
    case .parent:
      let name = try partialName(of: tag)
      enterLine()
      try open(tag, at: place, .parent(Parent(name: name)), content: content == .live ? .given : .ignored)
    case .block:
      try openBlock(tag, at: place)
    case .end:
      try close(tag, at: place)
    }
  }

  /// Goes on after the line of a standalone tag, which is removed; keeps the line of any other.
  private mutating func leave(_ place: Place) {
    if place.isStandalone, let lineEnd = place.lineEnd { startLine(at: lineEnd) } else { enterLine() }
  }

  private mutating func open(
    _ tag: Tag, at place: Place, _ instruction: Instruction, content: OpenTag.Content
  ) throws(TemplateError) {
    guard openTags.count < nesting else { throw fault(.nestingTooDeep(limit: nesting), tag) }
    let index = instructions.count
    if content != .ignored {
      instructions.append(instruction)
      offsets.append(tag.range.lowerBound)
    }
    openTags.append(OpenTag(tag: tag, place: place, content: content, instruction: index))
  }

  /// A block given to a parent starts on the next line where nothing else follows it, whatever the parent's tag or
  /// ignored text stands before it. Any other block is like a section.
  private mutating func openBlock(_ tag: Tag, at place: Place) throws(TemplateError) {
    let name = try plainName(of: tag)
    var place = place
    if let parent = openTags.indices.last, content == .given {
      if let earlier = openTags[parent].blocks[name] {
        let (line, column) = source.position(of: offsets[earlier])
        throw fault(.duplicateBlock(name: name, line: line, column: column), tag)
      }
      openTags[parent].blocks[name] = instructions.count
      place.startsLine = true
    }
    leave(place)
    try open(tag, at: place, .block(Block(name: name)), content: content == .ignored ? .ignored : .live)
  }

  private mutating func close(_ tag: Tag, at place: Place) throws(TemplateError) {
    let name = try plainName(of: tag, tag.closingName)
    guard let open = openTags.last else { throw fault(.unopenedSection(name: name), tag) }
    guard open.tag.closingName == name else {
      let (line, column) = source.position(of: open.tag.range.lowerBound)
      throw fault(.mismatchedSection(name: name, open: open.tag.cited, line: line, column: column), tag)
    }
    switch open.content == .ignored ? nil : instructions[open.instruction] {
    case .parent(let parent):
      closeParent(parent, open, at: place)
    case .block(let block):
      closeBlock(block, open, at: place)
    case .section(let name, _):
      if !place.isStandalone { enterLine() }
      add(.endSection, at: tag.range.lowerBound)
      closeSection(.section(name, end: instructions.count), open, at: place)
    case .inverted(let name, _):
      if !place.isStandalone { enterLine() }
      closeSection(.inverted(name, end: instructions.count), open, at: place)
    case nil, .beginLine, .removedLine, .text, .variable, .endSection, .partial:
      openTags.removeLast()
      leave(place)
    }
  }

  private mutating func closeSection(_ instruction: Instruction, _ open: OpenTag, at place: Place) {
    instructions[open.instruction] = instruction
    openTags.removeLast()
    if let margin = open.margin { noteMargin(margin) }
    leave(place)
  }

  /// A parent is standalone where its first tag starts a line and its last one ends a line: these may be two lines.
  private mutating func closeParent(_ parent: Parent, _ open: OpenTag, at place: Place) {
    var parent = parent
    parent.blocks = open.blocks
    parent.end = instructions.count
    let isStandalone = open.place.startsLine && place.lineEnd != nil
    if isStandalone {
      parent.indentation = source.text(open.place.leading)
      instructions[open.instruction - 1] = .removedLine
    }
    instructions[open.instruction] = .parent(parent)
    enterLine()
    openTags.removeLast()
    if isStandalone, let lineEnd = place.lineEnd { startLine(at: lineEnd) }
  }

  private mutating func closeBlock(_ block: Block, _ open: OpenTag, at place: Place) {
    var block = block
    let isGiven = openTags.dropLast().last?.content == .given
    let isStandalone = isGiven ? place.startsLine : place.isStandalone
    if !isStandalone { enterLine() }
    block.end = instructions.count
    if open.place.isStandalone {
      block.margin = open.margin?.count ?? 0
      block.indentation = source.text(open.margin ?? open.place.leading)
    } else if open.place.startsLine, place.lineEnd != nil {
      block.indentation = source.text(open.place.leading)
    }
    instructions[open.instruction] = .block(block)
    openTags.removeLast()
    if let margin = open.margin ?? (open.place.isStandalone ? open.place.leading : nil) { noteMargin(margin) }
    if isGiven { enterLine() } else { leave(place) }
  }

  // MARK: Names

  private func name(of tag: Tag) throws(TemplateError) -> Name {
    guard let name = Name(try plainName(of: tag)) else { throw fault(.malformedName(tag.content), tag) }
    return name
  }

  private func partialName(of tag: Tag) throws(TemplateError) -> PartialName {
    guard let name = PartialName(try plainName(of: tag, tag.closingName)) else {
      throw fault(.malformedName(tag.content), tag)
    }
    return name
  }

  /// The tag's content, or what is taken for it, if it is one word.
  private func plainName(of tag: Tag, _ content: String? = nil) throws(TemplateError) -> String {
    let name = content ?? tag.content
    guard !name.isEmpty else { throw fault(.emptyTag, tag) }
    guard !name.holdsWhitespace else { throw fault(.malformedName(name), tag) }
    return name
  }

  private func fault(_ kind: TemplateError.Kind, _ tag: Tag) -> TemplateError {
    source.error(kind, at: tag.range.lowerBound)
  }
}
