/// What stands around a word.
extension LeakText {
  /// Whether a word that begins here begins a sentence, where every word has a capital.
  func beginsSentence(at place: Int) -> Bool {
    var breaks = 0
    for character in characters[..<place].reversed() {
      if character.isNewline { breaks += 1 }
      if character.isWhitespace || "*_\"'“(".contains(character) { continue }
      return breaks > 1 || ".!?:#-•>|".contains(character)
    }
    return true
  }

  /// The word that begins behind a place, with nothing but blanks between; empty where there is none.
  func word(after place: Int) -> String {
    var start = place
    while start < kinds.count, kinds[start] == .blank { start += 1 }
    var end = start
    while end < kinds.count, kinds[end] == .letter { end += 1 }
    return start > place ? String(folded[start..<end]) : ""
  }

  /// The word that ends before a place, with nothing but blanks and such marks between; empty where there is none.
  func word(before place: Int, across marks: String = "") -> Range<Int> {
    var end = place
    while end > 0, kinds[end - 1] == .blank || marks.contains(folded[end - 1]) { end -= 1 }
    var start = end
    while start > 0, kinds[start - 1] == .letter { start -= 1 }
    return start..<end
  }

  /// Whether a number stands before a place, with nothing but blanks between.
  func isAfterNumber(_ place: Int) -> Bool {
    var end = place
    while end > 0, kinds[end - 1] == .blank { end -= 1 }
    return end > 0 && kinds[end - 1] == .digit
  }

  /// Whether a word goes on behind a hyphen with a small letter: `Long-running`.
  func isCompound(at place: Int) -> Bool {
    place + 1 < characters.count && folded[place] == "-" && characters[place + 1].isLowercase
  }

  /// Whether the name of a month is one: beside the number of a day or a year, behind a word such as `in`, or behind
  /// another month: `12 May`, `May 12`, `the 3rd of June`, `in April and May`.
  func isInDate(_ range: Range<Int>) -> Bool {
    var next = range.upperBound
    while next < kinds.count, kinds[next] == .blank || folded[next] == "," || folded[next] == "." { next += 1 }
    if next > range.upperBound, next < kinds.count, kinds[next] == .digit { return true }
    var before = word(before: range.lowerBound, across: ",")
    if ["and", "or"].contains(String(folded[before])) { before = word(before: before.lowerBound, across: ",") }
    if case let word = String(folded[before]),
      CommonWords.beforeMonths.contains(word) || CommonWords.months.contains(word)
    {
      return true
    }
    var end = range.lowerBound
    while end > 0, kinds[end - 1] == .blank || folded[end - 1] == "." || folded[end - 1] == "-" { end -= 1 }
    if case let of = word(before: end), String(folded[of]) == "of" { end = of.lowerBound }
    while end > 0, kinds[end - 1] == .blank { end -= 1 }
    if case let ordinal = word(before: end), ["st", "nd", "rd", "th"].contains(String(folded[ordinal])) {
      end = ordinal.lowerBound
    }
    var start = end
    while start > 0, end - start < 3, kinds[start - 1] == .digit { start -= 1 }
    // `14:12` is a time of day.
    return (1...2).contains(end - start) && (start == 0 || folded[start - 1] != ":")
  }
}
