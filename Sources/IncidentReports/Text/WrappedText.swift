/// Running text broken into lines by display columns.
public enum WrappedText {
  /// The lines of a text behind a first prefix, such as a time and a name, and an indent below it.
  ///
  /// Lines break between words; a word is broken only where it alone is wider than a line. Line ends of the text stay,
  /// and so do empty lines and a line's own indent; spaces at a break go. Hidden characters come out as
  /// ``VisibleText/block(_:)`` writes them; a tab counts as a space.
  /// - Parameters:
  ///   - text: any text, line ends included.
  ///   - style: the style of the text; the prefix has its own.
  ///   - prefix: what the first line begins with.
  ///   - indent: the columns before every further line; nil for the width of the prefix.
  ///   - width: the terminal's columns; nil where there is no terminal and only the text's own line ends break it.
  /// - Returns: at least one line; none ends in a space, and none is wider than `width`, unless the prefix or indent
  ///   leaves less room than a single character takes.
  public static func lines(
    _ text: String, _ style: Style = .plain, prefix: StyledLine = "", indent: Int? = nil, width: Int? = nil
  ) -> [StyledLine] {
    let indent = max(0, indent ?? prefix.width)
    var result: [StyledLine] = []
    for paragraph in VisibleText.block(text).split(separator: "\n", omittingEmptySubsequences: false) {
      let first = result.isEmpty ? prefix.width : indent
      let bodies = broken(paragraph, first: width.map { $0 - first }, further: width.map { $0 - indent })
      for body in bodies {
        let start = result.isEmpty ? prefix : StyledLine(DisplayWidth.spaces(indent))
        result.append((start + StyledLine(body, style)).trimmedEnd())
      }
    }
    return result
  }

  /// One line of the text broken to fit the room of the first and of the further lines; nil for no bound.
  private static func broken(_ paragraph: Substring, first: Int?, further: Int?) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for (gap, word) in pieces(of: paragraph) {
      let width = DisplayWidth.of(String(word))
      func room() -> Int { max(1, (lines.isEmpty ? first : further) ?? .max) }
      if width <= room() - used - gap.count {
        line += gap
        line += String(word)
        used += gap.count + width
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, used) = ("", 0)
      for character in word {
        let width = DisplayWidth.of(character)
        if used + width > room(), !line.isEmpty {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += width
      }
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  /// Each word with the spaces before it; spaces at the end go.
  private static func pieces(of paragraph: Substring) -> [(gap: String, word: Substring)] {
    var pieces: [(gap: String, word: Substring)] = []
    var rest = paragraph
    while !rest.isEmpty {
      let gap = rest.prefix { $0 == " " || $0 == "\t" }
      let word = rest[gap.endIndex...].prefix { $0 != " " && $0 != "\t" }
      if !word.isEmpty { pieces.append((DisplayWidth.spaces(gap.count), word)) }
      rest = rest[word.endIndex...]
    }
    return pieces
  }
}
