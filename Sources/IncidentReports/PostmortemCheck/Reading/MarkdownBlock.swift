/// A stretch of one line.
struct MarkdownPiece: Hashable {
  /// From 1.
  let line: Int
  /// In the line's scalars, from 0.
  let range: Range<Int>

  /// Where it begins.
  var place: MarkdownPlace { MarkdownPlace(line: line, column: range.lowerBound + 1) }
}

/// A block of a document, as far as the check tells them apart. Code is left out.
struct MarkdownBlock: Hashable {
  /// What it is.
  enum Kind: Hashable {
    /// A heading of a level from 1 to 6.
    case heading(level: Int)
    /// Running text.
    case paragraph
    /// The beginning of a list item; `isDone` where its box is ticked.
    case item(isDone: Bool)
    /// Quoted text.
    case quote
    /// A row of the table with that number; one piece a cell, in order, empty ones too.
    case row(table: Int, isHeader: Bool)
    /// A comment that is no marker.
    case comment
    /// Code: it says something, and nobody reads it for words.
    case code
  }

  /// What it is.
  let kind: Kind
  /// Its text, line by line; the cells of a row.
  var pieces: [MarkdownPiece]
  /// The columns before its first line; greater within a list item.
  let indent: Int
  /// The generated region it stands in.
  let region: String?

  /// Where it begins.
  var place: MarkdownPlace { pieces.first?.place ?? MarkdownPlace(line: 1, column: 1) }

  /// Whether a reader sees words in it.
  var isProse: Bool {
    switch kind {
    case .heading, .paragraph, .item, .quote, .row: true
    case .comment, .code: false
    }
  }
}
