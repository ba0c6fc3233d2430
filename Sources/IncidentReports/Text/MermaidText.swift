/// Charts as Mermaid blocks for Markdown, which GitHub and GitLab draw.
///
/// `pie` is as old as Mermaid 8; `xychart-beta` came with 10.6 (October 2023), and later versions keep the name beside
/// `xychart` (<https://mermaid.js.org/syntax/xyChart.html>). Labels come from anywhere: none can end its string, the
/// chart or the fence.
public enum MermaidText {
  /// One value of a chart.
  public struct Point: Hashable, Sendable {
    /// Any text.
    public let label: String
    /// What is drawn.
    public let value: Double

    /// Describes a value.
    public init(_ label: String, _ value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// A fenced pie chart with its values; nil where nothing is above zero, since there would be nothing to draw.
  ///
  /// What is not above zero has no slice.
  public static func pie(title: String, _ points: [Point]) -> String? {
    let slices = points.filter { isDrawable($0) && number($0.value) != "0" }
    guard !slices.isEmpty else { return nil }
    let lines = zip(labels(slices), slices).map { "  \($0) : \(number($1.value))" }
    return fenced(["pie showData", "  title \(escaped(title))"] + lines)
  }

  /// A fenced bar chart whose axis starts from zero; nil where there is no bar, or one that is below zero or not finite.
  /// - Parameter axis: what is measured, with its unit: `minutes`.
  public static func bars(title: String, axis: String, _ points: [Point]) -> String? {
    xyChart(title: title, axis: axis, kind: "bar", points)
  }

  /// A fenced line chart whose axis starts from zero; nil where ``bars(title:axis:_:)`` is.
  /// - Parameter axis: what is measured, with its unit: `minutes`.
  public static func line(title: String, axis: String, _ points: [Point]) -> String? {
    xyChart(title: title, axis: axis, kind: "line", points)
  }

  private static func xyChart(title: String, axis: String, kind: String, _ points: [Point]) -> String? {
    guard !points.isEmpty, points.allSatisfy(isDrawable) else { return nil }
    let top = points.reduce(0) { max($0, $1.value) }
    return fenced([
      "xychart-beta",
      "  title \"\(escaped(title))\"",
      "  x-axis [\(labels(points).joined(separator: ", "))]",
      "  y-axis \"\(escaped(axis))\" 0 --> \(number(top) == "0" ? "1" : number(top))",
      "  \(kind) [\(points.map { number($0.value) }.joined(separator: ", "))]",
    ])
  }

  /// Text for inside a Mermaid string, never empty: letters, digits and harmless signs stay, everything else becomes an
  /// entity code (<https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters>), and hidden
  /// characters are spelled out first. Line ends become spaces.
  static func escaped(_ text: String) -> String {
    let words = VisibleText.block(text).split { $0.isWhitespace }.joined(separator: " ")
    guard !words.isEmpty else { return "–" }
    return words.unicodeScalars.reduce(into: "") { result, scalar in
      if isHarmless(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "#\(scalar.value);"
      }
    }
  }

  /// ASCII that means nothing to the lexers of `pie` and `xychart`, to Mermaid's preprocessing (`%%`, `style:`, `---`)
  /// or to Markdown, and all that is not ASCII.
  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "-", "_", "(", ")", "+", "/", "?", "!", "=": true
    case "\u{FB02}": false  // Mermaid's own mark for an entity code
    default: !scalar.isASCII
    }
  }

  /// Quoted, and each unlike the others: Mermaid draws values of one label as one.
  private static func labels(_ points: [Point]) -> [String] {
    var taken: Set<String> = []
    return points.map { point in
      let label = escaped(point.label)
      var unique = label
      var copy = 2
      while !taken.insert(unique).inserted {
        unique = "\(label) (\(copy))"
        copy += 1
      }
      return "\"\(unique)\""
    }
  }

  private static func isDrawable(_ point: Point) -> Bool {
    // Beyond this a number has no hundredths, and its text an exponent.
    point.value >= 0 && point.value < 1e13
  }

  /// Two decimals at most, a point whatever the locale, no exponent: `12.5`.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    switch (rest / 10, rest % 10) {
    case (0, 0): return "\(whole)"
    case (let tenths, 0): return "\(whole).\(tenths)"
    case (let tenths, let last): return "\(whole).\(tenths)\(last)"
    }
  }

  private static func fenced(_ lines: [String]) -> String {
    (["```mermaid"] + lines + ["```", ""]).joined(separator: "\n")
  }
}
