/// Cuts of a text that fall between words, else between characters; never within one.
enum WordCut {
  /// The longest beginning that costs at most `limit` in all. It ends at a word, unless the word there is so long that
  /// more than half of the text would be lost by it.
  /// - Parameter cost: what a character takes; not negative.
  static func prefix(
    of text: some StringProtocol, within limit: Int, cost: (Character) -> Int
  ) -> String {
    var total = 0
    var word: (end: String.Index, total: Int)?
    var isAfterSpace = true
    for index in text.indices {
      let character = text[index]
      if character.isWhitespace, !isAfterSpace { word = (index, total) }
      isAfterSpace = character.isWhitespace
      total += cost(character)
      guard total > limit else { continue }
      if let word, word.total * 2 >= limit { return String(text[..<word.end]) }
      return String(text[..<index])
    }
    return String(text)
  }

  /// The beginning of a text in at most `limit` UTF-16 units, an ellipsis at its end where something is left out.
  static func shortened(_ text: String, to limit: Int, cost: (Character) -> Int = { $0.utf16.count }) -> String {
    let whole = prefix(of: text, within: limit, cost: cost)
    guard whole.utf8.count < text.utf8.count else { return text }
    return prefix(of: text, within: limit - 1, cost: cost) + "…"
  }

  /// The text in pieces of at most `limit` UTF-16 units, which joined give the text.
  static func pieces(of text: String, limit: Int) -> [String] {
    var pieces: [String] = []
    var rest = text[...]
    while rest.utf16.count > limit {
      var piece = prefix(of: rest, within: limit) { $0.utf16.count }
      // One character of that many marks: no writing has it.
      if piece.isEmpty { piece = String(String.UnicodeScalarView(rest.unicodeScalars.prefix(limit / 2))) }
      pieces.append(piece)
      rest = rest[rest.utf8.index(rest.startIndex, offsetBy: piece.utf8.count)...]
    }
    return rest.isEmpty ? pieces : pieces + [String(rest)]
  }
}
