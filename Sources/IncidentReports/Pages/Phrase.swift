/// A few words in one style, kept on one line where that is possible.
struct Phrase {
  let text: String
  let style: Style
  /// Whether it is broken where the line is full, as running text is, rather than begun on a new line.
  let isRunning: Bool

  /// The columns that are worth beginning running text in.
  private static let leastRoom = 20

  /// The text is made visible on its way in; line ends do not break a phrase.
  init(_ text: String, _ style: Style = .plain, isRunning: Bool = false) {
    self.text = VisibleText.line(text)
    self.style = style
    self.isRunning = isRunning
  }

  /// The phrase with words before it, in its style.
  func following(_ words: String) -> Phrase {
    Phrase("\(words) \(text)", style)
  }

  /// The lines of phrases that follow one another, broken between them, and within one only where it alone is too wide.
  /// - Parameters:
  ///   - separator: what stands between two phrases on a line.
  ///   - prefix: what the first line begins with.
  ///   - indent: the columns before every further line; nil for the width of the prefix.
  ///   - width: the terminal's columns; nil where nothing is broken.
  static func flow(
    _ phrases: [Phrase], separator: String = ", ", prefix: StyledLine = "", indent: Int? = nil, width: Int?
  ) -> [StyledLine] {
    let indent = indent ?? prefix.width
    var finished: [StyledLine] = []
    var line = prefix
    var isFresh = true
    for phrase in phrases where !phrase.text.isEmpty {
      let joined = isFresh ? line : line + StyledLine(separator, .muted)
      if joined.width + DisplayWidth.of(phrase.text) <= width ?? .max {
        line = joined + StyledLine(phrase.text, phrase.style)
      } else {
        if phrase.isRunning, joined.width + leastRoom <= width ?? .max {
          line = joined
        } else if !isFresh {
          finished.append(line)
          line = StyledLine(DisplayWidth.spaces(indent))
        }
        let broken = WrappedText.lines(phrase.text, phrase.style, prefix: line, indent: indent, width: width)
        finished += broken.dropLast()
        line = broken.last ?? line
      }
      isFresh = false
    }
    return (finished + [line]).map { $0.trimmedEnd() }
  }
}
