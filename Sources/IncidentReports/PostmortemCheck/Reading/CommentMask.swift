/// HTML comments, which may go on over several lines: blanked out, so that columns stay.
struct CommentMask {
  /// Whether a comment is open at the end of the last line.
  private(set) var isOpen = false

  /// Replaces what is in a comment by spaces.
  /// - Returns: What of the line was in comments, the marks that open them included.
  mutating func blank(_ line: inout [Unicode.Scalar]) -> [Range<Int>] {
    guard isOpen || line.contains("<") else { return [] }
    var found: [Range<Int>] = []
    var position = 0
    var codeTicks = 0
    var opening: Int?
    while position < line.count {
      if isOpen {
        let start = opening ?? position
        opening = nil
        while position < line.count, !Self.matches("-->", line, position) { position += 1 }
        let end = min(position + 3, line.count)
        if position < line.count { isOpen = false }
        found.append(start..<position)
        for index in start..<end { line[index] = " " }
        position = end
      } else if line[position] == "<", codeTicks.isMultiple(of: 2), Self.matches("<!--", line, position) {
        for index in position..<position + 4 { line[index] = " " }
        opening = position
        position += 4
        isOpen = true
        // As CommonMark has it, a comment without anything in it.
        if position < line.count, line[position] == ">" {
          line[position] = " "
          isOpen = false
        }
      } else {
        if line[position] == "`" { codeTicks += 1 }
        position += 1
      }
    }
    return found
  }

  private static func matches(_ text: StaticString, _ line: [Unicode.Scalar], _ position: Int) -> Bool {
    guard position + text.utf8CodeUnitCount <= line.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where line[position + offset].value != UInt32(text.utf8Start[offset]) {
      return false
    }
    return true
  }
}
