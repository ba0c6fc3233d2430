/// A title's words, which globs on the names of alerts are held against: people write "Payment latency above 5 s" where an
/// alert is called `PaymentsHighLatency`.
struct TitleWords {
  /// In lower case, letters and digits alone.
  private let words: [[Unicode.Scalar]]

  /// As many words of a title are looked at.
  private static let most = 40

  init(_ title: String) {
    var words: [[Unicode.Scalar]] = []
    var word: [Unicode.Scalar] = []
    var wasLowercase = false
    for scalar in title.unicodeScalars.prefix(1_000) {
      let isLetter = Self.isLetterOrDigit(scalar)
      // HighLatency is two words.
      let isHump = wasLowercase && Self.isUppercase(scalar)
      if !isLetter || isHump, !word.isEmpty {
        words.append(word)
        word = []
      }
      if isLetter { word += Glob.folded(String(scalar)) }
      wasLowercase = isLetter && !isHump && !Self.isUppercase(scalar)
    }
    if !word.isEmpty { words.append(word) }
    self.words = Array(words.prefix(Self.most))
  }

  /// Whether words that stand together, written as one, are as a glob says. It begins at the beginning of a word, and ends at the
  /// end of one unless a `*` ends it; signs in it do not count.
  func match(_ glob: Glob) -> Bool {
    var tokens = glob.tokens.filter { token in
      guard case .literal(let scalar) = token else { return true }
      return Self.isLetterOrDigit(scalar)
    }[...]
    if tokens.first == .many { tokens.removeFirst() }
    guard tokens.contains(where: { $0 != .many && $0 != .one }) else { return false }
    for start in words.indices {
      var joined: [Unicode.Scalar] = []
      for end in start..<words.count {
        joined += words[end]
        // With a star at its end one look at all that follows will do.
        if tokens.last == .many, end < words.count - 1 { continue }
        if Glob.match(tokens, joined) { return true }
      }
    }
    return false
  }

  // The tables of Unicode are slow to ask, and most is ASCII.

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: !scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
  }

  private static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
  }
}
