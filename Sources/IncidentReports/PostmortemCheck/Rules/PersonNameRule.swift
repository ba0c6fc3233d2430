/// People's names where causes are told: a role says as much, and outlives the rota.
enum PersonNameRule {
  /// What it finds in a sentence.
  static func findings(in sentence: Sentence, _ people: People) -> [ProseFinding] {
    guard !people.names.isEmpty else { return [] }
    var findings: [ProseFinding] = []
    var index = 0
    while index < sentence.words.count {
      guard let name = people.names.first(where: { stands($0, in: sentence, at: index) }) else {
        index += 1
        continue
      }
      findings.append(
        ProseFinding(
          .personName, at: index,
          "\(sentence.quoted(index..<index + name.words.count)) names a person where causes are told",
          suggestion: "write \"\(name.role)\": a role says as much, and outlives the rota"))
      index += name.words.count
    }
    return findings
  }

  private static func stands(_ name: People.Name, in sentence: Sentence, at index: Int) -> Bool {
    for (offset, word) in name.words.enumerated() {
      let text = sentence.text(index + offset)
      // "Dana's" is Dana, too.
      guard text == word || offset == name.words.count - 1 && text == word + "'s" else { return false }
    }
    return !name.isOrdinary || index > 0 && sentence.words[index].isCapitalised
  }
}
