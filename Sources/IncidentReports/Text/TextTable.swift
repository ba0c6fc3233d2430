/// Aligned columns, two spaces apart, that fit the terminal they are printed on.
///
/// Where the room is short, flexible columns are cut with `…` down to their least width, then the columns that declare
/// a ``Column/dropOrder`` go, lowest first, and at last the line is cut. No line ends in a space.
public struct TextTable: Sendable {
  /// How a column is set and what becomes of it where the room is short.
  public struct Column: Sendable {
    /// The word above the column.
    let header: String
    /// The least columns a flexible column is cut to; nil where it is never cut.
    let leastWidth: Int?
    /// Lower goes earlier; nil where the column always stays.
    let dropOrder: Int?

    /// Describes a column.
    public init(_ header: String, leastWidth: Int? = nil, dropOrder: Int? = nil) {
      self.header = header
      self.leastWidth = leastWidth
      self.dropOrder = dropOrder
    }
  }

  private let columns: [Column]
  private let rows: [[StyledLine]]
  private let naturalWidths: [Int]

  /// A table whose first line is the columns' headers.
  /// - Parameter rows: cells in the order of the columns; missing ones are empty, surplus ones are left out.
  public init(columns: [Column], rows: [[StyledLine]]) {
    self.columns = columns
    self.rows = [columns.map { StyledLine($0.header, .label) }] + rows
    var widths = Array(repeating: 0, count: columns.count)
    for row in self.rows {
      for (index, cell) in zip(widths.indices, row) { widths[index] = max(widths[index], cell.width) }
    }
    naturalWidths = widths
  }

  /// The lines to print.
  /// - Parameter width: the terminal's columns; nil where there is no terminal and nothing is cut.
  public func lines(width: Int?) -> [StyledLine] {
    let layout = layout(within: width)
    return rows.map { row in
      let line = line(row, layout).trimmedEnd()
      return width.map { line.truncated(to: $0) } ?? line
    }
  }

  private typealias Layout = [(index: Int, width: Int)]

  private func line(_ row: [StyledLine], _ layout: Layout) -> StyledLine {
    var line = StyledLine()
    var pending = 0
    for (index, width) in layout {
      let cell = index < row.count ? row[index].truncated(to: width) : StyledLine()
      if !cell.isEmpty {
        line.append(DisplayWidth.spaces(pending))
        line.append(cell)
        pending = 0
      }
      pending += width - cell.width + 2
    }
    return line
  }

  private func layout(within width: Int?) -> Layout {
    var kept = Array(columns.indices)
    guard let width else { return kept.map { ($0, naturalWidths[$0]) } }
    var droppable = kept.filter { columns[$0].dropOrder != nil }
      .sorted { (columns[$0].dropOrder ?? 0, $0) < (columns[$1].dropOrder ?? 0, $1) }
      .makeIterator()
    while leastWidth(of: kept) > width, let dropped = droppable.next() {
      kept.removeAll { $0 == dropped }
    }
    return fitted(kept, into: width)
  }

  private func leastWidth(of kept: [Int]) -> Int {
    kept.reduce(2 * max(0, kept.count - 1)) { $0 + min(naturalWidths[$1], columns[$1].leastWidth ?? .max) }
  }

  /// Gives flexible columns their share, the narrowest first, so that what one does not need the wider ones get.
  private func fitted(_ kept: [Int], into width: Int) -> Layout {
    var widths = naturalWidths
    let flexible = kept.filter { columns[$0].leastWidth != nil }.sorted { naturalWidths[$0] < naturalWidths[$1] }
    let fixed = kept.filter { columns[$0].leastWidth == nil }
    var room = width - 2 * max(0, kept.count - 1) - fixed.reduce(0) { $0 + naturalWidths[$1] }
    for (position, index) in flexible.enumerated() {
      let share = max(room / (flexible.count - position), columns[index].leastWidth ?? 0)
      widths[index] = min(naturalWidths[index], share)
      room -= widths[index]
    }
    return kept.map { ($0, widths[$0]) }
  }
}
