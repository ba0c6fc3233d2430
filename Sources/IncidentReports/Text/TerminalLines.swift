/// The lines that a command left on a terminal: what it wrote without the escape sequences, progress bars and spinners as
/// they stood last.
///
/// A line that the cursor came back to is replaced by what is written there next, whole: what stood there before is no
/// longer meant to be read. What full-screen programs draw on their alternate screen is no line of anything.
/// - SeeAlso: [ECMA-48](https://ecma-international.org/publications-and-standards/standards/ecma-48/),
///   [xterm](https://invisible-island.net/xterm/ctlseqs/ctlseqs.html)
struct TerminalLines {
  private(set) var lines: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
  /// Whether the first line is only the end of one: true until something replaces it.
  private(set) var isFirstPartial: Bool
  private var row = 0
  /// Whether what is written next replaces the line.
  private var replaces = false
  private var isAlternateScreen = false
  private var rest: Substring.UnicodeScalarView

  /// Reads a text.
  /// - Parameter isCut: Whether it begins somewhere in the middle.
  init(_ text: String, isCut: Bool) {
    rest = Substring(text).unicodeScalars
    isFirstPartial = isCut
    while let scalar = rest.popFirst() { read(scalar) }
  }

  private mutating func read(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{1B}": readEscape()
    case "\u{9B}": readControlSequence()
    case "\u{90}", "\u{98}", "\u{9D}", "\u{9E}", "\u{9F}": skipString()
    case _ where isAlternateScreen: return
    case "\n", "\u{B}", "\u{C}", "\u{85}": moveDown()
    case "\r": replaces = true
    case "\u{8}": if !replaces, !lines[row].isEmpty { lines[row].removeLast() }
    case "\t": for _ in 0..<(8 - (replaces ? 0 : lines[row].count) % 8) { write(" ") }
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": return
    default: write(scalar)
    }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    if replaces { clear() }
    lines[row].append(scalar)
  }

  private mutating func clear() {
    lines[row] = String.UnicodeScalarView()
    if row == 0 { isFirstPartial = false }
    replaces = false
  }

  private mutating func moveDown() {
    row += 1
    replaces = row < lines.count
    if row == lines.count { lines.append(String.UnicodeScalarView()) }
  }

  private mutating func readEscape() {
    guard let kind = rest.popFirst() else { return }
    switch kind {
    case "[": readControlSequence()
    case "]", "P", "X", "^", "_": skipString()
    case " "..."/":
      while let next = rest.first, (0x20...0x2F).contains(next.value) { rest.removeFirst() }
      _ = rest.popFirst()
    case "\u{0}"..."\u{1F}": read(kind)
    default: return
    }
  }

  /// `ESC [`, parameters, a final character.
  private mutating func readControlSequence() {
    var parameters = ""
    while let next = rest.first, (0x20...0x3F).contains(next.value) {
      parameters.unicodeScalars.append(next)
      rest.removeFirst()
    }
    guard let final = rest.first, (0x40...0x7E).contains(final.value) else { return }
    rest.removeFirst()
    let number = parameters.split(separator: ";").first.flatMap { Int($0) }
    switch final {
    case "h", "l":
      if ["?1049", "?1047", "?47"].contains(parameters) { switchScreen(toAlternate: final == "h") }
    case _ where isAlternateScreen: return
    case "A", "F":
      row -= min(row, max(1, number ?? 1))
      replaces = true
    case "B", "E":
      row = min(lines.count - 1, row + min(lines.count, max(1, number ?? 1)))
      replaces = true
    case "C": for _ in 0..<min(80, max(1, number ?? 1)) { write(" ") }
    case "H", "f":
      row = min(lines.count, max(1, number ?? 1)) - 1
      replaces = true
    case "G": replaces = true
    case "K": if replaces || number == 2 { clear() }
    case "J": if replaces || number == 2 { erase(all: (number ?? 0) >= 2) }
    default: return
    }
  }

  /// The lines from here on, or all of them.
  private mutating func erase(all: Bool) {
    if all { row = 0 }
    lines.removeSubrange((row + 1)...)
    clear()
  }

  /// Coming back from a screen whose beginning was cut off: all that was read until now was drawn there.
  private mutating func switchScreen(toAlternate: Bool) {
    if !toAlternate, !isAlternateScreen, isFirstPartial {
      lines = [String.UnicodeScalarView()]
      (row, replaces, isFirstPartial) = (0, false, false)
    }
    isAlternateScreen = toAlternate
  }

  /// To the end of a string, BEL or `ESC \`; one without an end is over with its line.
  private mutating func skipString() {
    while let next = rest.first, next != "\n" {
      rest.removeFirst()
      if next == "\u{7}" || next == "\u{9C}" { return }
      if next == "\u{1B}", rest.first == "\\" {
        rest.removeFirst()
        return
      }
    }
  }
}
