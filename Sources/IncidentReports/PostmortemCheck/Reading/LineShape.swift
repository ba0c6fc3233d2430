/// What a line begins with, by the rules of CommonMark (<https://spec.commonmark.org/0.31.2/>) as far as they matter here.
struct LineShape {
  /// The columns before its text, a tab to the next multiple of 4; those behind quote marks, where there are any.
  private(set) var indent = 0
  /// Whether it is quoted.
  private(set) var isQuoted = false
  /// Where its text begins, behind quote marks.
  private(set) var start: Int
  /// Behind its last character that is no space.
  let end: Int
  private let line: [Unicode.Scalar]

  init(_ line: [Unicode.Scalar]) {
    self.line = line
    end = (line.lastIndex { !$0.isBlank } ?? -1) + 1
    start = 0
    skipBlanks()
    while start < end, line[start] == ">", indent < 4 {
      isQuoted = true
      start += 1
      indent = 0
      if start < end, line[start] == " " { start += 1 }
      skipBlanks()
    }
  }

  private mutating func skipBlanks() {
    while start < end, line[start].isBlank {
      indent += line[start] == "\t" ? 4 - indent % 4 : 1
      start += 1
    }
  }

  /// Whether nothing is on it.
  var isBlank: Bool { start >= end }

  /// Its text.
  var text: Range<Int> { min(start, end)..<end }

  /// The mark and length of a fence it may open.
  var fence: (mark: Unicode.Scalar, length: Int)? {
    guard start < end, line[start] == "`" || line[start] == "~" else { return nil }
    let length = run(from: start)
    guard length >= 3 else { return nil }
    if line[start] == "`", line[(start + length)..<end].contains("`") { return nil }
    return (line[start], length)
  }

  /// Whether it closes a fence.
  func closes(_ fence: (mark: Unicode.Scalar, length: Int)) -> Bool {
    guard start < end, line[start] == fence.mark else { return false }
    let length = run(from: start)
    return length >= fence.length && start + length == end
  }

  /// The level and text of an ATX heading.
  var heading: (level: Int, text: Range<Int>)? {
    guard start < end, line[start] == "#", indent < 4 else { return nil }
    let level = run(from: start)
    guard level <= 6, start + level == end || line[start + level].isBlank else { return nil }
    var first = start + level
    while first < end, line[first].isBlank { first += 1 }
    var last = end
    while last > first, line[last - 1] == "#" { last -= 1 }
    if last > first, last < end, !line[last - 1].isBlank { last = end }
    while last > first, line[last - 1].isBlank { last -= 1 }
    return (level, first..<last)
  }

  /// The level of the heading that it would make of the lines above.
  var underline: Int? {
    guard start < end, indent < 4, line[start] == "=" || line[start] == "-" else { return nil }
    guard start + run(from: start) == end else { return nil }
    return line[start] == "=" ? 1 : 2
  }

  /// Whether it is a rule across the page.
  var isThematicBreak: Bool {
    guard start < end, indent < 4, ["-", "*", "_"].contains(line[start]) else { return false }
    var count = 0
    for scalar in line[text] {
      if scalar == line[start] { count += 1 } else if !scalar.isBlank { return false }
    }
    return count >= 3
  }

  /// Where the text of a list item begins, and whether its box is ticked.
  var item: (start: Int, isDone: Bool)? {
    guard start < end else { return nil }
    var position = start
    if ["-", "*", "+", "•"].contains(line[position]) {
      position += 1
    } else {
      while position < end, position - start < 9, ("0"..."9").contains(line[position]) { position += 1 }
      guard position > start, position < end, line[position] == "." || line[position] == ")" else { return nil }
      position += 1
    }
    guard position == end || line[position].isBlank else { return nil }
    while position < end, line[position].isBlank { position += 1 }
    var isDone = false
    if position + 3 <= end, line[position] == "[", line[position + 2] == "]",
      [" ", "x", "X"].contains(line[position + 1])
    {
      isDone = line[position + 1] != " "
      position += 3
      while position < end, line[position].isBlank { position += 1 }
    }
    return (position, isDone)
  }

  /// Whether it is the row of dashes below the head of a table.
  var isTableRule: Bool {
    guard start < end else { return false }
    var (dashes, bars) = (0, 0)
    for scalar in line[text] {
      switch scalar {
      case "-": dashes += 1
      case "|": bars += 1
      case ":": break
      default: if !scalar.isBlank { return false }
      }
    }
    return dashes > 0 && bars > 0
  }

  /// The cells of a table's row, without the spaces around them.
  var cells: [Range<Int>] {
    var cells: [Range<Int>] = []
    var position = start
    if position < end, line[position] == "|" { position += 1 }
    var cell = position
    var ticks = 0
    while position <= end {
      let isEnd = position == end
      if isEnd || (line[position] == "|" && (position == 0 || line[position - 1] != "\\") && ticks.isMultiple(of: 2)) {
        // What follows the last bar is no cell.
        if !isEnd || cell < end { cells.append(trimmed(cell..<position)) }
        cell = position + 1
      } else if line[position] == "`" {
        ticks += 1
      }
      position += 1
    }
    return cells
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last, line[first].isBlank { first += 1 }
    while last > first, line[last - 1].isBlank { last -= 1 }
    return first..<last
  }

  private func run(from start: Int) -> Int {
    var position = start
    while position < end, line[position] == line[start] { position += 1 }
    return position - start
  }
}
