/// One pass over a value's text that decides for each character whether it would do something in Markdown.
///
/// What stands before and after the value is the template's and unknown, so the edges count as the worst neighbour:
/// the start of the value begins a block, and its end may meet anything.
struct MarkdownScanner {
  private let scalars: [Unicode.Scalar]
  private var output = String.UnicodeScalarView()
  private var position = 0
  /// The character that would open a block on the current line, once escaped.
  private var blockMark: Int?
  /// The `]` that belongs to a `[` that was let through.
  private var harmlessClose: Int?
  /// The addresses and mentions that are still ahead, the next one last.
  private var spans: [Range<Int>]
  private let code: CodeState

  init(_ text: String, code: CodeState) {
    scalars = Array(text.unicodeScalars)
    self.code = code
    spans = code == .open ? [] : AddressSpans.find(in: scalars).reversed()
    output.reserveCapacity(scalars.count + 16)
  }

  mutating func escaped() -> String {
    while position < scalars.count {
      if isLineStart(position) { blockMark = findBlockMark() }
      if let span = spans.last, span.lowerBound == position {
        emitCode(span)
        spans.removeLast()
      } else {
        step()
      }
    }
    return String(output)
  }

  /// A code span. Where its backtick would join one that stands before the value, its first character stays outside.
  private mutating func emitCode(_ span: Range<Int>) {
    if position == 0, code == .behindBacktick { emit(escaped: scalars[0] == "@") }
    guard position < span.upperBound else { return }
    output.append("`")
    while position < span.upperBound { emit(escaped: false) }
    output.append("`")
  }

  private mutating func step() {
    let scalar = scalars[position]
    let (previous, next) = (at(position - 1), at(position + 1))
    switch scalar {
    case "`", "|", "$": emit(escaped: true)
    case "*", "_", "~": emitDelimiterRun(of: scalar)
    case "#": emitHashes()
    case "\\": emit(escaped: next == nil || next == "\n" || next?.isASCIIPunctuation == true || isBeforeCode)
    case "<": emit(opensTag(next) ? "&lt;" : "<")
    case "&": emit(escaped: mayBeEntity())
    case "[": emit(escaped: !opensHarmlessly(previous, next))
    case "]": emit(escaped: position != harmlessClose)
    case "(", ":": emit(escaped: position == 0 || position == blockMark)
    case "^": emit(escaped: position == 0 || next == nil)
    case "!": emit(escaped: next == nil)
    case "@": emit(escaped: next?.isWord ?? true)
    case "/": emit(escaped: previous == ":" && next == "/")
    case ".": emit(escaped: position == blockMark || followsWWW())
    case ">": emit(escaped: position == blockMark || endsComment())
    default: emit(escaped: position == blockMark)
    }
  }

  // MARK: Blocks

  /// The character on the line from `position` that would open a block or turn the line above into one.
  private func findBlockMark() -> Int? {
    let first = scalars[position]
    switch first {
    case ">": return position
    case "#":
      let end = endOfRun(from: position)
      return end - position <= 6 && isGap(end) ? position : nil
    case "-":
      // A list item, a thematic break, the underline of a heading or of a table's head.
      let end = endOfRun(from: position)
      return isGap(end) || at(end) == ":" ? position : nil
    case "+": return isGap(position + 1) ? position : nil
    case ":": return at(position + 1) == "-" || isGap(position + 1) ? position : nil
    case "=":
      let end = scalars[position...].firstIndex { $0 != "=" && $0 != " " && $0 != "\t" }
      return end.map { scalars[$0] == "\n" } ?? true ? position : nil
    case "0"..."9":
      let end = scalars[position...].firstIndex { !("0"..."9").contains($0) } ?? scalars.count
      return (at(end) == "." || at(end) == ")") && isGap(end + 1) ? end : nil
    default: return nil
    }
  }

  // MARK: Runs

  /// A run of `*`, `_` or `~` is harmless between spaces, and `_` within a word.
  private mutating func emitDelimiterRun(of scalar: Unicode.Scalar) {
    let end = endOfRun(from: position)
    let free = !isLineStart(position) && isGap(position - 1) && end < scalars.count && isGap(end)
    let inWord = scalar == "_" && at(position - 1)?.isWord == true && at(end)?.isWord == true
    while position < end { emit(escaped: !free && !inWord) }
  }

  /// Hashes open a heading, close one, and before a digit name an issue.
  private mutating func emitHashes() {
    let (start, end) = (position, endOfRun(from: position))
    let closes = (end == scalars.count || scalars[end] == "\n") && isGap(start - 1)
    let isIssue = at(end)?.isDigit == true
    while position < end {
      emit(escaped: position == start && (closes || start == blockMark) || position == end - 1 && isIssue)
    }
  }

  // MARK: Inlines

  private func opensTag(_ next: Unicode.Scalar?) -> Bool {
    guard let next else { return true }
    return next.properties.isAlphabetic || next == "/" || next == "!" || next == "?"
  }

  /// `&`, then a name or number, then `;` or the end of the value.
  private func mayBeEntity() -> Bool {
    var start = position + 1
    if at(start) == "#" { start += 1 }
    // The longest name has 31 letters.
    let end =
      scalars[min(start, scalars.count)...].prefix(40).firstIndex { !$0.isASCIIWord } ?? min(start + 40, scalars.count)
    return end == scalars.count || end > start && scalars[end] == ";"
  }

  /// A pair of brackets with no bracket inside, which no link target, reference, definition or end of the value follows,
  /// and that is no image, footnote or task.
  private mutating func opensHarmlessly(_ previous: Unicode.Scalar?, _ next: Unicode.Scalar?) -> Bool {
    guard previous != "!", previous != "^", next != "^", next != "!", next != "]",
      let close = scalars[(position + 1)...].firstIndex(where: { $0 == "[" || $0 == "]" || $0 == "\n" }),
      scalars[close] == "]", let after = at(close + 1), after != "(", after != "[", after != "\n",
      after != ":" || !isLineStart(position)
    else { return false }
    if close == position + 2, next == " " || next == "\t" || next == "x" || next == "X" { return false }
    harmlessClose = close
    return true
  }

  private func followsWWW() -> Bool {
    position >= 3 && scalars[(position - 3)..<position].allSatisfy { $0 == "w" || $0 == "W" }
  }

  /// `-->` and `--!>` end a comment; so does `->` at its very beginning.
  private func endsComment() -> Bool {
    let before = at(position - 1) == "!" ? position - 2 : position - 1
    return at(before) == "-" && (before == 0 || at(before - 1) == "-")
  }

  // MARK: Neighbours

  /// Whether the next character will be the backtick of a code span.
  private var isBeforeCode: Bool {
    spans.last?.lowerBound == position + 1
  }

  private func at(_ index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  private func isLineStart(_ index: Int) -> Bool {
    index == 0 || scalars[index - 1] == "\n"
  }

  /// Space, line end, or the value's edge, where a space may follow.
  private func isGap(_ index: Int) -> Bool {
    guard let scalar = at(index) else { return true }
    return scalar == " " || scalar == "\t" || scalar == "\n"
  }

  private func endOfRun(from start: Int) -> Int {
    scalars[start...].firstIndex { $0 != scalars[start] } ?? scalars.count
  }

  private mutating func emit(escaped: Bool) {
    if escaped { output.append("\\") }
    output.append(scalars[position])
    position += 1
  }

  private mutating func emit(_ replacement: String) {
    // One by one: `append(contentsOf:)` of this view copies all that came before.
    for scalar in replacement.unicodeScalars { output.append(scalar) }
    position += 1
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var isASCIIPunctuation: Bool {
    value > 0x20 && value < 0x7F && !isASCIIWord
  }
}
