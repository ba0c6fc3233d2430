/// Where a tag stands on its line.
struct Place {
  /// Whether nothing but blanks stands before it.
  var startsLine: Bool
  /// The blanks that its line starts with.
  let leading: Range<Int>
  /// The offset of the next line where nothing but blanks follows the tag; nil where something does.
  let lineEnd: Int?

  /// Whether it is alone on its line, so that the line is removed with it.
  var isStandalone: Bool { startsLine && lineEnd != nil }
}

/// A section, inverted section, parent or block that the parser has entered and not yet left.
struct OpenTag {
  /// What becomes of the things directly within.
  enum Content {
    /// They are rendered.
    case live
    /// Within a parent: blocks are given to it, all else is ignored.
    case given
    /// Within something that is itself ignored.
    case ignored
  }

  let tag: Tag
  let place: Place
  let content: Content
  /// Where its instruction stands, unless it is ignored.
  let instruction: Int
  /// The whitespace that all lines of the content so far start with; nil where there are none.
  var margin: Range<Int>?
  /// The blocks given to a parent, by name: where their instructions stand.
  var blocks: [String: Int] = [:]
}
