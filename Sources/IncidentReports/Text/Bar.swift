/// A bar of block elements, exact to an eighth of a column
/// (<https://www.unicode.org/charts/PDF/U2580.pdf>). It says its length without colour.
public enum Bar {
  /// A bar as long as `value` is of `maximum`.
  ///
  /// Something is never drawn as nothing: any value above zero gets an eighth. What exceeds the maximum fills the bar.
  /// Empty for zero and below, and where there is no maximum to measure against.
  /// - Parameters:
  ///   - width: the columns that the maximum takes; the line is not padded to them.
  public static func line(_ value: Double, of maximum: Double, width: Int, _ style: Style = .plain) -> StyledLine {
    guard width > 0, value > 0, maximum > 0, maximum.isFinite else { return StyledLine() }
    let full = width * 8
    let share = min(value / maximum, 1)
    let eighths = max(1, Int((share * Double(full)).rounded()))
    let (whole, rest) = eighths.quotientAndRemainder(dividingBy: 8)
    return StyledLine(String(repeating: "█", count: whole) + (rest > 0 ? parts[rest - 1] : ""), style)
  }

  /// One to seven eighths from the left.
  private static let parts = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
}
