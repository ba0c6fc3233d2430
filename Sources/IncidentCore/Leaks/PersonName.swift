/// The name of somebody in a record, and how it may stand in a text.
///
/// Found are the whole name, whatever blanks or marks join its words, `danaokafor` in one and turned round, and each of
/// its words that is long enough to be told from others. What names a duty and nobody, `deploy-bot`, is no name.
struct PersonName {
  let phrases: [LeakPhrase]

  /// - Parameter services: The words of the names of services, which are no names of people.
  init(_ name: String, services: Set<String> = []) {
    // `Dana Okafor <dana@example.org>` is two names.
    phrases = name.split(separator: "<").flatMap { half in
      Self.phrases(of: LeakText(half.split(separator: "@").first ?? half), services)
    }
  }

  private static func phrases(of name: LeakText, _ services: Set<String>) -> [LeakPhrase] {
    let pieces = name.folded.indices.split { name.kinds[$0] == .mark || name.kinds[$0] == .blank }
    let words = pieces.flatMap { $0.split { name.kinds[$0] == .digit } }.map { Array(name.folded[$0]) }
    func isGeneric(_ word: [Character]) -> Bool {
      GenericWords.contain(String(word)) || services.contains(String(word))
    }
    let names = words.filter { !isGeneric($0) }
    guard !names.isEmpty else { return [] }
    var phrases = names.compactMap { phrase(of: $0, isAlone: words.count == 1) }
    // `jd42`
    for piece in pieces where piece.count > 2 && piece.contains(where: { name.kinds[$0] == .digit }) {
      if let phrase = LeakPhrase(.person, [Array(name.folded[piece])]) { phrases.append(phrase) }
    }
    guard names.count > 1, let first = names.first, let last = names.last else { return phrases }
    // `O'Brien` is two of three.
    let pairs = zip(names, names.dropFirst()).map { [$0, $1] }
    for order in Set(pairs + [names, [first, last], [last, first]]) {
      let areCommon = order.allSatisfy { $0.count < 3 || CommonWords.contain(String($0)) }
      phrases += [LeakPhrase(.person, order, areCommon ? .capitals : .none)].compactMap(\.self)
      let joined = Array(order.joined())
      let isTold = joined.count > 4 && (order.allSatisfy { $0.count > 1 } || order[0] == ["o"])
      if isTold, !CommonWords.contain(String(joined)), let phrase = LeakPhrase(.person, [joined]) {
        phrases.append(phrase)
      }
    }
    return phrases
  }

  /// One word of a name; nil where too much else is written so.
  private static func phrase(of word: [Character], isAlone: Bool) -> LeakPhrase? {
    let text = String(word)
    if word.contains(where: { LeakCharacterKind($0) == .unspaced }) { return LeakPhrase(.person, [word]) }
    switch word.count {
    case ...1: return nil
    case 2 where !isAlone: return CommonWords.ofTwoLetters.contains(text) ? nil : LeakPhrase(.person, [word], .initial)
    default: return LeakPhrase(.person, [word], CommonWords.contain(text) ? .properNoun : .none)
    }
  }
}
