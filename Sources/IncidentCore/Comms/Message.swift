/// What an audience is told: headings, paragraphs, lists and code, in no format yet.
///
/// Every text in it is plain, as a reader sees it: nothing is escaped, and nothing is mark-up. Each channel makes its own
/// format of it.
public struct Message: Hashable, Sendable {
  /// A part of the message that stands by itself.
  public enum Block: Hashable, Sendable {
    /// A heading, of a level from 1, the highest.
    case heading(level: Int, [MessageRun])
    /// Text; a line end in it is a line break.
    case paragraph([MessageRun])
    /// Items of a list, numbered from `start`; bullets where that is nil.
    case list(start: Int?, items: [[MessageRun]])
    /// Lines to be shown as they are, in a fixed width; no line end at the end.
    case code(String)
  }

  /// What it says, in order.
  public var blocks: [Block]

  /// A message of these blocks.
  public init(_ blocks: [Block]) {
    self.blocks = blocks
  }

  /// The first heading in one line, for the subject of a mail; nil where there is none that says something.
  public var subject: String? {
    for block in blocks {
      if case .heading(_, let runs) = block { return runs.line.isEmpty ? nil : runs.line }
    }
    return nil
  }

  /// The position of the block that ``subject`` is taken from.
  public var subjectIndex: Int? {
    guard subject != nil else { return nil }
    return blocks.firstIndex { if case .heading = $0 { true } else { false } }
  }
}
