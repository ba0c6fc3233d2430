/// Comma-separated values for spreadsheets, by RFC 4180 (<https://www.rfc-editor.org/rfc/rfc4180>).
public enum CSV {
  /// One record with its line end, CR LF.
  ///
  /// A cell that a spreadsheet would take for a formula (`=`, `+`, `-`, `@` at its start or behind blanks and what is not
  /// seen; a tab or a line end at its start) gets an apostrophe before it, as OWASP advises
  /// (<https://owasp.org/www-community/attacks/CSV_Injection>): titles come from outside.
  public static func line(_ cells: [String]) -> String {
    line(cells, numbers: 0..<0)
  }

  /// The same, where the cells of some places are numbers that were reckoned here, and stay so below zero, too: `-300`.
  static func line(_ cells: [String], numbers: Range<Int>) -> String {
    cells.indices.map { numbers.contains($0) ? cells[$0] : cell(cells[$0]) }.joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    let safe = isFormula(text) ? "'" + text : text
    let needsQuotes = safe.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" }
    guard needsQuotes else { return safe }
    var quoted = "\""
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  private static func isFormula(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    if let first = scalars.first, "\t\r\n".unicodeScalars.contains(first) { return true }
    let seen = scalars.first { scalar in
      let properties = scalar.properties
      return !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint
        && properties.generalCategory != .control
    }
    return seen.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } ?? false
  }
}
