/// Reads what stands behind a key or a dash, on one line.
struct FrontMatterScalar {
  /// A key in front of its colon.
  struct Key {
    let name: String
    /// Behind the colon.
    let end: Int
  }

  private let line: FrontMatterBlock.Line
  private(set) var position: Int
  private(set) var problems: [RunbookProblem] = []

  init(_ line: FrontMatterBlock.Line, from start: Int) {
    self.line = line
    position = start
    skipBlanks()
  }

  /// The next character, unless a comment or the end is there.
  var peek: UInt8? {
    guard position < line.text.count else { return nil }
    let byte = line.text[position]
    let isComment = byte == UInt8(ascii: "#") && (position == 0 || Self.isBlank(line.text[position - 1]))
    return isComment ? nil : byte
  }

  /// The key that a line begins with: letters, digits, `_`, `-` and `.`, in quotes or not, then a colon and a space.
  static func key(in line: ArraySlice<UInt8>) -> Key? {
    var start = line.startIndex
    var quote: UInt8?
    if let first = line.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      quote = first
      start += 1
    }
    var end = start
    while end < line.endIndex, isKeyByte(line[end]) { end += 1 }
    guard end > start else { return nil }
    let name = String(decoding: line[start..<end], as: UTF8.self)
    if let quote {
      guard end < line.endIndex, line[end] == quote else { return nil }
      end += 1
    }
    while end < line.endIndex, isBlank(line[end]) { end += 1 }
    guard end < line.endIndex, line[end] == UInt8(ascii: ":"), end + 1 == line.endIndex || isBlank(line[end + 1])
    else { return nil }
    return Key(name: name, end: end + 1)
  }

  /// Whether a line is an item of a list.
  static func isItem(_ line: FrontMatterBlock.Line) -> Bool {
    let text = line.text[line.indent...]
    return text.first == UInt8(ascii: "-") && (text.count == 1 || isBlank(text[text.startIndex + 1]))
  }

  /// The column of an offset, in Unicode scalars from 1.
  static func column(_ offset: Int, in line: [UInt8]) -> Int {
    line.prefix(offset).count { $0 & 0xC0 != 0x80 } + 1
  }

  // MARK: Values

  /// `[a, "b"]`; the next character is its bracket.
  mutating func list() -> [FrontMatter.Text] {
    var items: [FrontMatter.Text] = []
    position += 1
    while true {
      skipBlanks()
      switch peek {
      case nil:
        fault("this list has no end on its line", "close it with ], or write one - item a line")
        position = line.text.count
        return items
      case UInt8(ascii: "]")?:
        position += 1
        return items
      case UInt8(ascii: ",")?: position += 1
      case UInt8(ascii: "[")?, UInt8(ascii: "{")?:
        fault("a list holds texts alone", "quote it if it is one: \"TEXT\"")
        position = line.text.count
        return items
      default: if let text = text(endingAt: [UInt8(ascii: ","), UInt8(ascii: "]")]) { items.append(text) }
      }
    }
  }

  /// `{a: b, c: [d]}`; the next character is its brace.
  mutating func map() -> [FrontMatter.Entry] {
    var entries: [FrontMatter.Entry] = []
    position += 1
    while true {
      skipBlanks()
      switch peek {
      case UInt8(ascii: "}")?:
        position += 1
        return entries
      case UInt8(ascii: ",")?: position += 1
      case .some:
        guard let key = Self.key(in: line.text[position...]) else { fallthrough }
        position = key.end
        skipBlanks()
        let value: FrontMatter.Value =
          peek == UInt8(ascii: "[")
          ? .list(list()) : text(endingAt: [UInt8(ascii: ","), UInt8(ascii: "}")]).map { .text($0) } ?? .nothing
        entries.append(FrontMatter.Entry(key: key.name, value: value, line: line.number))
      case nil:
        fault("this map cannot be read", "write it as {key: value}, or one `key: value` a line, indented")
        position = line.text.count
        return entries
      }
    }
  }

  /// Says what still stands there, which nothing should.
  mutating func end() {
    skipBlanks()
    if peek != nil { fault("this follows a value that is over", "quote the whole value, or remove it") }
  }

  /// A text up to one of the characters or to a comment.
  mutating func text(endingAt ends: [UInt8]) -> FrontMatter.Text? {
    guard let first = peek else { return nil }
    let start = position
    let column = Self.column(start, in: line.text)
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      return FrontMatter.Text(value: quoted(by: first), line: line.number, column: column)
    }
    warnOfMeaning(first)
    while let byte = peek, !ends.contains(byte) { position += 1 }
    var value = line.text[start..<position]
    while let last = value.last, Self.isBlank(last) { value.removeLast() }
    guard !value.isEmpty else { return nil }
    return FrontMatter.Text(value: String(decoding: value, as: UTF8.self), line: line.number, column: column)
  }

  /// Says where another reader of YAML finds something else than a text.
  private mutating func warnOfMeaning(_ first: UInt8) {
    switch first {
    case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "!"), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"):
      let mark = String(decoding: [first], as: UTF8.self)
      fault("a text that begins with \(mark) has to be quoted in YAML", "put it in quotes: \"\(mark)…\"")
    default: break
    }
  }

  /// What stands between quotes; the next character opens them.
  private mutating func quoted(by quote: UInt8) -> String {
    let start = position
    var bytes: [UInt8] = []
    position += 1
    while position < line.text.count {
      let byte = line.text[position]
      position += 1
      if byte == quote {
        // A single quote is doubled to stand for itself.
        guard quote == UInt8(ascii: "'"), position < line.text.count, line.text[position] == quote else {
          return String(decoding: bytes, as: UTF8.self)
        }
        position += 1
        bytes.append(byte)
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), position < line.text.count {
        bytes.append(escaped(line.text[position]))
        position += 1
      } else {
        bytes.append(byte)
      }
    }
    fault("these quotes do not close on their line", "close them", at: start)
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func escaped(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "n"): return UInt8(ascii: "\n")
    case UInt8(ascii: "t"): return UInt8(ascii: "\t")
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: " "): return byte
    default:
      fault("this escape is not known here", "write \\\\ for a backslash, or use single quotes", at: position - 1)
      return byte
    }
  }

  // MARK: Parts

  private mutating func skipBlanks() {
    while position < line.text.count, Self.isBlank(line.text[position]) { position += 1 }
  }

  private mutating func fault(_ message: String, _ remedy: String, at offset: Int? = nil) {
    problems.append(
      RunbookProblem(
        line: line.number, column: Self.column(offset ?? position, in: line.text), message: message, remedy: remedy))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
