/// Comma-separated values for spreadsheets, by RFC 4180 (<https://www.rfc-editor.org/rfc/rfc4180>).
public enum CSV {
  /// One record with its line end, CR LF.
  ///
  /// A cell that a spreadsheet would take for a formula (`=`, `+`, `-`, `@` at its start or behind blanks and what is not
  /// seen; a tab or a line end at its start) gets an apostrophe before it, as OWASP advises
  /// (<https://owasp.org/www-community/attacks/CSV_Injection>): titles come from outside. A negative number, `-300`, is
  /// one to a spreadsheet, too, and stays as it is.
  public static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  private static func cell(_ text: String) -> String {
    let safe = isFormula(text) && !isNegativeNumber(text) ? "'" + text : text
    let needsQuotes = safe.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" }
    guard needsQuotes else { return safe }
    var quoted = "\""
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  private static func isNegativeNumber(_ text: String) -> Bool {
    let parts = text.utf8.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return text.utf8.first == UInt8(ascii: "-") && parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
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
