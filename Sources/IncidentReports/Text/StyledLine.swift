/// One line of terminal text in runs of styles.
///
/// Every text is made visible (``VisibleText/line(_:)``) on its way in, so a line holds no control character, its
/// width is what the terminal draws, and only styles make escape codes. Write one as a string, styled by the second
/// argument of an interpolation:
///
/// ```swift
/// let line: StyledLine = "\(id, .label)  \(title)  \("overdue by 5 min", .alarm)"
/// ```
public struct StyledLine: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// A stretch of text in one style.
  struct Run: Sendable, Hashable {
    var text: String
    var style: Style
  }

  private(set) var runs: [Run] = []

  /// The line with no text.
  init() {}

  /// A line in one style.
  public init(_ text: String, _ style: Style = .plain) {
    append(text, style)
  }

  /// Adds text at the end.
  public mutating func append(_ text: String, _ style: Style = .plain) {
    appendVisible(VisibleText.line(text), style)
  }

  /// Adds another line's text at the end, styles kept.
  public mutating func append(_ line: StyledLine) {
    for run in line.runs { appendVisible(run.text, run.style) }
  }

  /// Both lines, one after the other.
  public static func + (left: StyledLine, right: StyledLine) -> StyledLine {
    var line = left
    line.append(right)
    return line
  }

  /// Whether there is no text.
  var isEmpty: Bool { runs.isEmpty }

  /// The columns it takes on a terminal.
  var width: Int { runs.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// Without styles.
  var plainText: String { runs.reduce(into: "") { $0 += $1.text } }

  /// The line if it fits, else its longest start that leaves one column for `…`, in the style of what was cut.
  func truncated(to columns: Int) -> StyledLine {
    guard width > columns else { return self }
    var line = StyledLine()
    var room = columns
    for run in runs {
      let width = DisplayWidth.of(run.text)
      guard width >= room else {
        line.appendVisible(run.text, run.style)
        room -= width
        continue
      }
      // One column more than there is makes sure of the cut: more text follows even where this run just fits.
      let text = width > room ? run.text : run.text + " "
      line.appendVisible(DisplayWidth.truncated(text, to: room), run.style)
      break
    }
    return line
  }

  /// With spaces after it up to `columns`; unchanged where it is wider.
  public func padded(to columns: Int) -> StyledLine {
    self + StyledLine(DisplayWidth.spaces(columns - width))
  }

  /// Without spaces at its end.
  func trimmedEnd() -> StyledLine {
    var line = self
    while let last = line.runs.popLast() {
      let scalars = last.text.unicodeScalars
      guard let end = scalars.lastIndex(where: { $0 != " " }) else { continue }
      line.runs.append(Run(text: String(scalars[...end]), style: last.style))
      break
    }
    return line
  }

  /// The text to print, without a line end.
  /// - Parameter color: whether styles become SGR escape sequences; without, it is ``plainText``.
  public func rendered(color: Bool) -> String {
    guard color else { return plainText }
    return runs.reduce(into: "") { result, run in
      if let parameters = run.style.parameters {
        result += "\u{1B}[\(parameters)m\(run.text)\u{1B}[0m"
      } else {
        result += run.text
      }
    }
  }

  /// Joins with a run of the same style, so that equal lines are equal values.
  private mutating func appendVisible(_ text: String, _ style: Style) {
    guard !text.isEmpty else { return }
    if let last = runs.indices.last, runs[last].style == style {
      runs[last].text += text
    } else {
      runs.append(Run(text: text, style: style))
    }
  }
}

extension StyledLine {
  /// The parts of a string literal, styles and all.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var line = StyledLine()

    /// Starts empty; the sizes are not needed.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// The text between interpolations, unstyled.
    public mutating func appendLiteral(_ literal: String) {
      line.append(literal)
    }

    /// A value's text in a style.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible, _ style: Style = .plain) {
      line.append(value.description, style)
    }

    /// A line with its own styles.
    public mutating func appendInterpolation(_ other: StyledLine) {
      line.append(other)
    }
  }

  /// An unstyled line.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// A line as its interpolations style it.
  public init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.line
  }
}
