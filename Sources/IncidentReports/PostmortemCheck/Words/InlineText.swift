/// The text of a block with what is no prose taken out: code spans, addresses, tags, and what stands in quotation marks.
struct InlineText {
  /// Its scalars; a line end is a space, and what was taken out is ``mask``.
  private(set) var scalars: [Unicode.Scalar] = []
  /// Where in `scalars` each piece begins.
  private var starts: [Int] = []
  private let pieces: [MarkdownPiece]

  /// Stands for something that is not read: a name of a host, a command, another's words.
  static let mask: Unicode.Scalar = "\u{FFFC}"

  /// - Parameter keepsQuotes: Whether what stands in quotation marks is read, too.
  init(_ pieces: [MarkdownPiece], _ lines: [[Unicode.Scalar]], keepsQuotes: Bool = false) {
    self.pieces = pieces
    for piece in pieces {
      starts.append(scalars.count)
      scalars += lines[piece.line - 1][piece.range]
      scalars.append(" ")
    }
    guard scalars.contains(where: Self.mayMask) else { return }
    maskCode()
    maskLinks()
    if !keepsQuotes { maskQuotes() }
  }

  /// Where a scalar stands in the document.
  func place(of index: Int) -> MarkdownPlace {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle } else { high = middle }
    }
    guard pieces.indices.contains(low) else { return MarkdownPlace(line: 1, column: 1) }
    return MarkdownPlace(line: pieces[low].line, column: pieces[low].range.lowerBound + 1 + index - starts[low])
  }

  /// What a reader sees, without markup.
  var plainText: String {
    var text = String.UnicodeScalarView()
    for scalar in scalars where scalar != "*" && scalar != Self.mask { text.append(scalar) }
    return String(text).trimmingBlanks()
  }

  private static func mayMask(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "`", "[", "<", ":", "\"", "'", "“", "„", "«", "»", "‘", "‚", "「", "『": true
    default: false
    }
  }

  private mutating func mask(_ range: Range<Int>) {
    for index in range { scalars[index] = Self.mask }
  }

  // MARK: Code

  private mutating func maskCode() {
    var position = 0
    while let start = scalars[position...].firstIndex(of: "`") {
      let length = run(from: start)
      position = start + length
      var close = position
      // A code span of more than some lines is a backtick that stands alone.
      let end = min(scalars.count, position + 1_000)
      while close < end {
        guard scalars[close] == "`" else {
          close += 1
          continue
        }
        let found = run(from: close)
        if found == length { break }
        close += found
      }
      guard close < end else { continue }
      mask(start..<close + length)
      position = close + length
    }
  }

  private func run(from start: Int) -> Int {
    var end = start
    while end < scalars.count, scalars[end] == scalars[start] { end += 1 }
    return end - start
  }

  // MARK: Links and tags

  private mutating func maskLinks() {
    var position = 0
    while position < scalars.count {
      switch scalars[position] {
      case "]" where position + 1 < scalars.count && scalars[position + 1] == "(":
        position = maskThrough(")", from: position + 1)
      case "<"
      where position + 1 < scalars.count && (scalars[position + 1].isLetterOrDigit || scalars[position + 1] == "/"):
        position = maskThrough(">", from: position)
      case ":" where position + 2 < scalars.count && scalars[position + 1] == "/" && scalars[position + 2] == "/":
        var start = position
        while start > 0, scalars[start - 1].isLetterOrDigit { start -= 1 }
        var end = position
        while end < scalars.count, !scalars[end].isBlank, scalars[end] != ")", scalars[end] != ">" { end += 1 }
        mask(start..<end)
        position = end
      default: position += 1
      }
    }
  }

  private mutating func maskThrough(_ close: Unicode.Scalar, from start: Int) -> Int {
    let end = min(scalars.count, start + 500)
    var depth = 0
    let closing = scalars[start..<end].indices.first { index in
      // Addresses may have brackets of their own.
      if close == ")", scalars[index] == "(" { depth += 1 }
      guard scalars[index] == close else { return false }
      depth -= 1
      return depth <= 0
    }
    guard let found = closing else { return start + 1 }
    // Not the words of a person who writes "<" for "less than".
    if close == ">", scalars[start..<found].count(where: \.isBlank) > 6 { return start + 1 }
    mask(start..<found + 1)
    return found + 1
  }

  // MARK: Quotation marks

  private mutating func maskQuotes() {
    var position = 0
    while position < scalars.count {
      guard let close = Self.closing(scalars[position]) else {
        position += 1
        continue
      }
      let opens = scalars[position] != "'" && scalars[position] != "‘" || isGap(position - 1)
      let end = min(scalars.count, position + 600)
      var found: Int?
      if opens, position + 1 < end, !scalars[position + 1].isBlank || scalars[position] == "«" {
        found = scalars[(position + 1)..<end].indices.first { index in
          guard close.contains(scalars[index]) else { return false }
          // An apostrophe stands in a word, or before a space after s.
          return scalars[index] != "'" && scalars[index] != "’" || isGap(index + 1)
        }
      }
      guard let found else {
        position += 1
        continue
      }
      mask(position..<found + 1)
      position = found + 1
    }
  }

  private func isGap(_ index: Int) -> Bool {
    !scalars.indices.contains(index) || !(scalars[index].isLetterOrDigit || scalars[index] == Self.mask)
  }

  private static func closing(_ open: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch open {
    case "\"": ["\""]
    case "'": ["'"]
    case "“": ["”"]
    case "„": ["“", "”"]
    case "«": ["»"]
    case "»": ["«"]
    case "‘": ["’"]
    case "‚": ["‘", "’"]
    case "「": ["」"]
    case "『": ["』"]
    default: nil
    }
  }
}
