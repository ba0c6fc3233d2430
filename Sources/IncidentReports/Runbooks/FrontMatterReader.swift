/// Reads the lines of ``FrontMatter``.
struct FrontMatterReader {
  private let lines: [FrontMatterBlock.Line]
  private var position = 0
  private(set) var problems: [RunbookProblem] = []

  init(_ lines: [FrontMatterBlock.Line]) {
    self.lines = lines.filter { !$0.isEmpty }
  }

  /// The settings from here on that are indented by at least that much.
  /// - Parameter depth: 0 for the settings themselves, 1 for those within one.
  mutating func settings(indent: Int, depth: Int) -> [FrontMatter.Entry] {
    var entries: [FrontMatter.Entry] = []
    var own: Int?
    while position < lines.count, lines[position].indent >= indent {
      let line = lines[position]
      if let own, line.indent < own { break }
      own = own ?? line.indent
      if line.indent != own {
        fault(line, line.indent, "this line is indented and belongs to nothing", "begin it below the line above")
        position += 1
        continue
      }
      refuseTabs(line)
      guard let key = FrontMatterScalar.key(in: line.text[line.indent...]) else {
        fault(line, line.indent, "this is no setting", "write it as `key: value`, or put # in front")
        position += 1
        continue
      }
      position += 1
      let value = value(of: key, in: line, depth: depth)
      if let first = entries.first(where: { $0.key == key.name }) {
        fault(
          line, line.indent, "`\(key.name)` is set on line \(first.line) already, and that one counts",
          "remove one of them")
      } else {
        entries.append(FrontMatter.Entry(key: key.name, value: value, line: line.number))
      }
    }
    return entries
  }

  private mutating func value(
    of key: FrontMatterScalar.Key, in line: FrontMatterBlock.Line, depth: Int
  ) -> FrontMatter.Value {
    var scalar = FrontMatterScalar(line, from: key.end)
    guard let first = scalar.peek else { return block(below: line, depth: depth) }
    if first == UInt8(ascii: "|") || first == UInt8(ascii: ">") {
      fault(
        line, scalar.position, "a text of several lines is not read here", "write it on one line, in quotes if need be")
      while position < lines.count, lines[position].indent > line.indent { position += 1 }
      return .nothing
    }
    let value: FrontMatter.Value
    switch first {
    case UInt8(ascii: "["): value = .list(scalar.list())
    case UInt8(ascii: "{"):
      value = .map(depth == 0 ? scalar.map() : [])
      if depth > 0 { fault(line, scalar.position, "a map within a map is not read", "set it one level higher") }
    default: value = scalar.text(endingAt: []).map { .text($0) } ?? .nothing
    }
    if depth == 0 || first != UInt8(ascii: "{") { scalar.end() }
    problems += scalar.problems
    return value
  }

  /// A list or a map on the lines below a key.
  private mutating func block(below line: FrontMatterBlock.Line, depth: Int) -> FrontMatter.Value {
    guard position < lines.count else { return .nothing }
    let next = lines[position]
    // A list may stand as far left as its key.
    if next.indent >= line.indent, FrontMatterScalar.isItem(next) { return .list(items(indent: next.indent)) }
    guard next.indent > line.indent else { return .nothing }
    guard depth == 0 else {
      fault(next, next.indent, "a map within a map is not read", "set it one level higher")
      while position < lines.count, lines[position].indent >= next.indent { position += 1 }
      return .nothing
    }
    return .map(settings(indent: next.indent, depth: depth + 1))
  }

  private mutating func items(indent: Int) -> [FrontMatter.Text] {
    var items: [FrontMatter.Text] = []
    while position < lines.count, lines[position].indent >= indent {
      let line = lines[position]
      guard line.indent == indent, FrontMatterScalar.isItem(line) else {
        if line.indent == indent { break }
        fault(line, line.indent, "a list holds texts alone", "begin the line as the item above it does: - TEXT")
        position += 1
        continue
      }
      refuseTabs(line)
      position += 1
      var scalar = FrontMatterScalar(line, from: indent + 1)
      switch scalar.peek {
      case nil: fault(line, indent, "this item of the list is empty", "remove it")
      case UInt8(ascii: "[")?, UInt8(ascii: "{")?:
        fault(line, scalar.position, "a list holds texts alone", "quote it if it is one: - \"TEXT\"")
      default:
        if let text = scalar.text(endingAt: []) { items.append(text) }
        scalar.end()
        problems += scalar.problems
      }
    }
    return items
  }

  private mutating func refuseTabs(_ line: FrontMatterBlock.Line) {
    guard let tab = line.text[..<line.indent].firstIndex(of: UInt8(ascii: "\t")) else { return }
    fault(line, tab, "a tab is no indentation in YAML", "put spaces in its place")
  }

  private mutating func fault(_ line: FrontMatterBlock.Line, _ offset: Int, _ message: String, _ remedy: String) {
    problems.append(
      RunbookProblem(
        line: line.number, column: FrontMatterScalar.column(offset, in: line.text), message: message, remedy: remedy))
  }
}
