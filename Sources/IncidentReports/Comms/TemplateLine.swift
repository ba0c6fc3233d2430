/// What a line of a template's Markdown begins. A value begins nothing: only the author's own characters count.
enum TemplateLine {
  /// An item of a list.
  struct Item {
    /// Nil for a bullet.
    let number: Int?
    let content: [TemplatePiece]
  }

  /// The opening line of fenced code.
  struct Fence {
    fileprivate let mark: Unicode.Scalar
    fileprivate let count: Int

    /// Whether a line ends the code.
    func isClosed(by line: [TemplatePiece]) -> Bool {
      let content = line[...].trimmed
      return content.count >= count && content.allSatisfy { $0.character == mark }
    }
  }

  /// A line without its white space and marks of quotation; how many columns it is indented; whether it is quoted.
  static func content(of line: [TemplatePiece]) -> (content: [TemplatePiece], indent: Int, isQuoted: Bool) {
    let indent = line.prefix { $0.character == " " || $0.character == "\t" }
      .reduce(0) { $0 + ($1.character == "\t" ? 4 : 1) }
    var rest = line.drop(while: \.isSpace)
    var isQuoted = false
    while rest.first?.character == ">" {
      isQuoted = true
      rest = rest.dropFirst().drop(while: \.isSpace)
    }
    // Spaces at the end say where a line breaks.
    return (rest.allSatisfy(\.isSpace) ? [] : Array(rest), indent, isQuoted)
  }

  /// Three or more backticks or tildes, and after backticks none.
  static func fence(_ line: [TemplatePiece]) -> Fence? {
    let content = line.drop(while: \.isSpace)
    guard let mark = content.first?.character, mark == "`" || mark == "~" else { return nil }
    let count = content.prefix { $0.character == mark }.count
    guard count >= 3, mark == "~" || !content.dropFirst(count).contains(.character("`")) else { return nil }
    return Fence(mark: mark, count: count)
  }

  /// One to six `#` and a blank; the same at the end go.
  static func heading(_ content: [TemplatePiece]) -> (level: Int, content: [TemplatePiece])? {
    let level = content.prefix { $0.character == "#" }.count
    let rest = content.dropFirst(level)
    guard (1...6).contains(level), rest.first?.isSpace ?? true else { return nil }
    let text = rest.trimmed
    let closing = text.reversed().prefix { $0.character == "#" }.count
    let body = text.dropLast(closing)
    return (level, closing > 0 && body.last?.isSpace ?? true ? body.trimmed : text)
  }

  /// Three or more `-`, `*` or `_` and nothing else.
  static func isThematicBreak(_ content: [TemplatePiece]) -> Bool {
    guard let mark = content.first?.character, mark == "-" || mark == "*" || mark == "_" else { return false }
    return content.allSatisfy { $0.character == mark || $0.isSpace } && content.count { $0.character == mark } >= 3
  }

  /// `-`, `*`, `+`, `1.` or `1)` and a blank.
  static func item(_ content: [TemplatePiece]) -> Item? {
    let digits = content.prefix { $0.character.map { ("0"..."9").contains($0) } ?? false }
    let marked = content.dropFirst(digits.count)
    guard let mark = marked.first?.character, marked.dropFirst().first?.isSpace ?? true, digits.count <= 9 else {
      return nil
    }
    let isItem = digits.isEmpty ? mark == "-" || mark == "*" || mark == "+" : mark == "." || mark == ")"
    guard isItem else { return nil }
    let text = Array(marked.dropFirst().drop(while: \.isSpace))
    return Item(number: digits.isEmpty ? nil : Int(digits.text), content: text)
  }

  /// Appends a line to a text: with a line break where two spaces or a backslash ask for one, or a blank line came
  /// between; else with a space.
  static func join(_ line: [TemplatePiece], to text: inout [TemplatePiece], asLine: Bool) {
    let spaces = text.reversed().prefix { $0.character == " " }.count
    let backslashes = text.reversed().prefix { $0.character == "\\" }.count
    let isBroken = asLine || spaces >= 2 || backslashes % 2 == 1
    if backslashes % 2 == 1 { text.removeLast() }
    while text.last?.isSpace == true { text.removeLast() }
    text.append(.character(isBroken ? "\n" : " "))
    text += line
  }
}
