/// Text that reads the same and in which programs find nothing to act on.
enum InertText {
  private static let joiner: Unicode.Scalar = "\u{2060}"

  /// The text of an Adaptive Card with a word joiner within each `{{`, which begins a function there: `{{DATE(…)}}` and
  /// `{{TIME(…)}}` become a time of the reader's own
  /// (<https://learn.microsoft.com/adaptive-cards/authoring-cards/text-features#datetime-formatting-and-localization>).
  static func cardText(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "{", result.last == "{" { result.append(joiner) }
      result.append(scalar)
    }
    return String(result)
  }

  /// The text with a word joiner after each `<`, `&`, `@`, and within `](`, `://` and `www.`, where something could begin;
  /// and before what opens a block of Markdown at the beginning of a line.
  static func text(_ text: String, beginsLine: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var isAtStart = beginsLine
    for (index, scalar) in scalars.enumerated() {
      if isAtStart, opensBlock(scalars[index...]) { result.append(joiner) }
      isAtStart = scalar == "\n" || scalar == "\r"
      result.append(scalar)
      if acts(scalars, at: index) { result.append(joiner) }
    }
    return String(result)
  }

  /// Whether a scalar, with what stands around it, could begin something. What follows the last one is not known.
  private static func acts(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    switch scalars[index] {
    case "<", "@": return next?.properties.isWhitespace != true
    case "&": return next.map { $0.properties.isAlphabetic || $0 == "#" } ?? true
    case "]": return next.map { $0 == "(" || $0 == "[" || $0 == ":" } ?? true
    case ":": return next.map { $0 == "/" } ?? true
    case "w", "W":
      return next ?? "." == "." && index >= 2 && scalars[(index - 2)..<index].allSatisfy { $0 == "w" || $0 == "W" }
    default: return false
    }
  }

  /// Whether a line of Markdown that begins so may be more than text.
  private static func opensBlock(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    switch line.first {
    case " ", "\t", "#", ">", "-", "+", "*", "=", "_", "~", "`", "|", "[", ":": return true
    default:
      let rest = line.drop { ("0"..."9").contains($0) }
      return rest.count < line.count && (rest.first == "." || rest.first == ")")
    }
  }
}
