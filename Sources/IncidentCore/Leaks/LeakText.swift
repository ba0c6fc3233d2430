/// One line of a message, as the rules read it: in lower case, and without what nobody sees, such as joiners and soft
/// hyphens in the middle of a word.
struct LeakText {
  /// Something found, by its characters.
  struct Span: Hashable {
    let rule: LeakRule
    let range: Range<Int>

    init(_ rule: LeakRule, _ range: Range<Int>) {
      self.rule = rule
      self.range = range
    }
  }

  /// As they stand in the text.
  let characters: [Character]
  /// The same in lower case.
  let folded: [Character]
  /// The column of each, in Unicode scalars of the line, from 1.
  private let columns: [Int]

  init(_ line: some StringProtocol) {
    var visible = String.UnicodeScalarView()
    var places: [Int] = []
    for (place, scalar) in line.unicodeScalars.enumerated() where !scalar.properties.isDefaultIgnorableCodePoint {
      visible.append(scalar)
      places.append(place + 1)
    }
    characters = Array(String(visible))
    folded = characters.map(Self.folded)
    var columns: [Int] = []
    var scalar = 0
    for character in characters {
      columns.append(places[scalar])
      scalar += character.unicodeScalars.count
    }
    self.columns = columns
  }

  /// The characters of a name or phrase, as ``folded`` has them.
  static func folded(_ text: String) -> [Character] {
    text.unicodeScalars.contains { $0.properties.isDefaultIgnorableCodePoint }
      ? LeakText(text).folded : text.map(folded)
  }

  private static func folded(_ character: Character) -> Character {
    let lower = character.lowercased()
    return lower.count == 1 ? lower.first ?? character : character
  }

  /// Where a name or phrase stands as a word of its own.
  func occurrences(of phrase: [Character]) -> [Range<Int>] {
    guard let first = phrase.first, let last = phrase.last, folded.count >= phrase.count else { return [] }
    return (0...(folded.count - phrase.count)).compactMap { start in
      guard folded[start] == first else { return nil }
      let range = start..<start + phrase.count
      guard folded[range].elementsEqual(phrase), isBorder(before: start, first), isBorder(after: range.upperBound, last)
      else { return nil }
      return range
    }
  }

  /// Whether a word that begins with `first` may begin here.
  private func isBorder(before place: Int, _ first: Character) -> Bool {
    place == 0 || !Self.joins(first) || !Self.joins(folded[place - 1])
  }

  private func isBorder(after place: Int, _ last: Character) -> Bool {
    place == folded.count || !Self.joins(last) || !Self.joins(folded[place])
  }

  /// Whether two such characters beside each other are of one word; scripts without spaces have no such rule.
  private static func joins(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, character.isLetter || character.isNumber else { return false }
    return !scalar.properties.isIdeographic && !(0x3040...0x30FF).contains(scalar.value)
  }

  /// Whether a word that begins here begins a sentence, where every word has a capital.
  func beginsSentence(at place: Int) -> Bool {
    guard let before = characters[..<place].last(where: { !$0.isWhitespace && !"*_\"'“‘(".contains($0) }) else {
      return true
    }
    return ".!?:#-–•".contains(before)
  }

  /// A credential that begins in a column, up to the next space.
  func span(ofSecretAt column: Int) -> Span? {
    guard let start = columns.firstIndex(where: { $0 >= column }) else { return nil }
    let end = folded[start...].firstIndex(where: \.isWhitespace) ?? folded.count
    return Span(.secret, start..<max(end, start + 1))
  }

  /// What was found, as it is told. Of a credential only its first characters.
  func leak(_ span: Span, line: Int) -> Leak {
    let text = String(characters[span.range])
    let shown = span.rule == .secret ? String(text.prefix(4)) + "…" : text
    return Leak(rule: span.rule, text: shown, line: line, column: columns[span.range.lowerBound])
  }
}
