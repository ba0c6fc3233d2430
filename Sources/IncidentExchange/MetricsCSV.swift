/// Figures as a table for a spreadsheet: a line for each number.
public enum MetricsCSV {
  /// The names of the columns.
  static let header = ["group", "figure", "subject", "statistic", "value"]

  /// A header and the lines, each of five cells.
  public static func text(_ rows: [[String]]) -> String {
    rows.reduce(into: CSV.line(header)) { $0 += CSV.line($1) }
  }
}
