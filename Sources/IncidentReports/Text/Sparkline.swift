/// A series as one row of block elements, a column for each value: `▂▁▅█·▃`.
public enum Sparkline {
  /// One column for each value.
  ///
  /// Heights start from zero, not from the least value, so that a series that hardly moves looks like one: `█` is the
  /// largest, `▁` is zero. Where all are zero all are `▁`; what is absent, or is not a finite number, is `·`; below zero is drawn as
  /// zero.
  public static func line(_ values: [Double?], _ style: Style = .plain) -> StyledLine {
    let largest = values.reduce(0) { max($0, height($1) ?? 0) }
    let text = values.reduce(into: "") { text, value in
      guard let height = height(value) else { return text += "·" }
      text += levels[largest > 0 ? Int((height / largest * Double(levels.count - 1)).rounded()) : 0]
    }
    return StyledLine(text, style)
  }

  private static func height(_ value: Double?) -> Double? {
    guard let value, value.isFinite else { return nil }
    return max(0, value)
  }

  private static let levels = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}
