/// Text that reads the same and in which programs find nothing to act on.
enum InertText {
  private static let joiner: Unicode.Scalar = "\u{2060}"

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
      if index + 1 < scalars.count, acts(scalars, at: index) { result.append(joiner) }
    }
    return String(result)
  }

  /// Whether a scalar, with what stands around it, could begin something.
  private static func acts(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let next = scalars[index + 1]
    switch scalars[index] {
    case "<", "@": return !next.properties.isWhitespace
    case "&": return next.properties.isAlphabetic || next == "#"
    case "]": return next == "(" || next == "[" || next == ":"
    case ":": return next == "/"
    case "w", "W":
      return next == "." && index >= 2 && scalars[(index - 2)..<index].allSatisfy { $0 == "w" || $0 == "W" }
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
