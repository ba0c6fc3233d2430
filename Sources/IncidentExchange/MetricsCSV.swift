/// Figures as a table for a spreadsheet: a line for each number.
public enum MetricsCSV {
  /// The names of the columns.
  static let header = ["group", "figure", "subject", "statistic", "value"]

  /// A header and the lines, each of five cells. A value that is a number stays one, below zero, too.
  public static func text(_ rows: [[String]]) -> String {
    rows.reduce(into: CSV.line(header)) { text, row in
      text += CSV.line(row, numbers: row.last.map(isNumber) == true ? row.count - 1..<row.count : 0..<0)
    }
  }

  /// Whether a text is an optional `-`, digits, and optionally a point with digits, which no spreadsheet takes for a formula.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) } }
  }
}
