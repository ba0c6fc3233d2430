/// A name or a phrase that is looked for, and how it has to stand to be one.
struct LeakPhrase {
  /// What a name has to show where it is a word as well.
  enum Condition {
    case none
    /// A capital, and small letters behind it: two letters alone are too often something else.
    case initial
    /// A capital at each end of it.
    case capitals
    /// A capital where no sentence begins, or where one begins that goes on as no sentence with the word would.
    case properNoun
  }

  /// ``LeakRule/person`` or ``LeakRule/internalWord``.
  let rule: LeakRule
  /// Its words, as ``LeakText/folded`` has them; none is empty.
  let parts: [[Character]]
  let condition: Condition

  init?(_ rule: LeakRule, _ parts: [[Character]], _ condition: Condition = .none) {
    guard !parts.isEmpty, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.rule = rule
    self.parts = parts
    self.condition = condition
  }

  /// A word or phrase of the team's; nil where there is none in it.
  init?(internalWord words: String) {
    self.init(.internalWord, LeakText.folded(words).split(whereSeparator: Self.glue.contains).map(Array.init))
  }

  /// Where it stands, if it begins at a place.
  func range(in text: LeakText, at start: Int) -> Range<Int>? {
    guard isBorder(start, in: text) else { return nil }
    var place = start
    for (index, part) in parts.enumerated() {
      if index > 0 {
        let end = place
        while place < text.folded.count, isGlue(text.folded[place]) { place += 1 }
        guard place > end || text.isSeam(at: place) else { return nil }
      }
      guard place + part.count <= text.folded.count, text.folded[place..<place + part.count].elementsEqual(part) else {
        return nil
      }
      place += part.count
    }
    guard isBorder(place, in: text), holds(start..<place, in: text) else { return nil }
    return start..<place
  }

  /// What may stand between two words of one phrase, as often as it likes.
  private static let glue: Set<Character> = [" ", "-", "_", "*"]
  private static let nameGlue: Set<Character> = [" ", "-", "_", "*", ".", ",", "'"]

  private func isGlue(_ character: Character) -> Bool {
    rule == .person ? Self.nameGlue.contains(character) : Self.glue.contains(character)
  }

  /// Whether a word may begin or end at a place. A digit ends the name of a person: `dana2`.
  private func isBorder(_ place: Int, in text: LeakText) -> Bool {
    text.joins(at: place) ? rule == .person && text.kinds[place - 1] != text.kinds[place] : true
  }

  private func holds(_ range: Range<Int>, in text: LeakText) -> Bool {
    guard rule == .person else { return true }
    let word = parts.count == 1 ? String(parts[0]) : ""
    if CommonWords.months.contains(word), text.isInDate(range) { return false }
    if CommonWords.units.contains(word), text.isAfterNumber(range.lowerBound) { return false }
    let hasCapital = text.characters[range.lowerBound].isUppercase
    switch condition {
    case .none: return true
    case .initial: return hasCapital && text.characters[range].dropFirst().allSatisfy(\.isLowercase)
    case .capitals:
      return hasCapital && text.characters[range.upperBound - (parts.last?.count ?? 0)].isUppercase
    case .properNoun:
      guard hasCapital, !text.isCompound(at: range.upperBound) else { return false }
      guard text.beginsSentence(at: range.lowerBound) else { return true }
      return !CommonWords.followers.contains(text.word(after: range.upperBound))
    }
  }
}

/// All that is looked for at once, by how it begins.
struct LeakPhrases {
  private var phrases: [Character: [LeakPhrase]] = [:]

  init(_ phrases: some Sequence<LeakPhrase>) {
    for phrase in phrases {
      if let first = phrase.parts.first?.first { self.phrases[first, default: []].append(phrase) }
    }
  }

  /// Where any of them stands.
  func spans(in text: LeakText) -> [LeakText.Span] {
    guard !phrases.isEmpty else { return [] }
    var spans: [LeakText.Span] = []
    for place in text.folded.indices where text.kinds[place] != .blank {
      // Within a word nothing begins.
      if place > 0, text.kinds[place] == .letter, text.kinds[place - 1] == .letter { continue }
      for phrase in phrases[text.folded[place]] ?? [] {
        if let range = phrase.range(in: text, at: place) { spans.append(LeakText.Span(phrase.rule, range)) }
      }
    }
    return spans
  }
}
