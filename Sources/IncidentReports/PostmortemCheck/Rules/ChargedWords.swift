/// Words that charge people with something, whoever they stand beside.
enum ChargedWords {
  /// How many words of a charge begin there; nil where none does.
  static func length(in sentence: Sentence, at index: Int) -> Int? {
    let word = sentence.text(index)
    if single.contains(word) {
      // "Sloppy quorum": a term of databases.
      if word == "sloppy", ["quorum", "quorums", "counting"].contains(sentence.text(index + 1)) { return nil }
      return 1
    }
    if word == "lazy" {
      let isPerson = sentence.isSomebody(index + 1) || sentence.text(index - 1) == "too"
      return isPerson ? 1 : nil
    }
    guard starts.contains(word) else { return nil }
    return phrases.first { sentence.matches($0, at: index) }?.count
  }

  private static let single: Set = [
    "careless", "carelessness", "carelessly", "negligent", "negligence", "negligently", "sloppy", "sloppiness",
    "incompetent", "incompetence", "reckless", "recklessly", "recklessness", "irresponsible", "irresponsibly",
    "laziness", "stupid", "stupidity", "stupidly", "foolish", "foolishly", "idiotic", "clumsy", "clumsiness",
    "inexcusable", "unforgivable", "complacency", "complacent", "inattentive", "thoughtless", "thoughtlessly",
    "unprofessional", "amateurish", "blunder", "blunders", "heedless", "fahrlässig", "fahrlässigkeit", "nachlässig",
    "leichtsinnig", "schlamperei", "unachtsamkeit", "négligence", "négligent", "negligencia", "descuido",
    "negligência", "negligenza", "nalatig", "nalatigheid", "onzorgvuldig", "slordig",
  ]

  private static let phrases: [[String]] = [
    "dropped the ball", "asleep at the", "cut corners", "cutting corners", "common sense", "rookie mistake",
    "should know better", "knew better", "known better", "lack of attention", "lack of care", "lack of diligence",
    "lack of discipline", "lack of competence", "lack of professionalism", "lack of responsibility", "poor judgment",
    "poor judgement", "bad judgment", "bad judgement", "lapse in judgment", "lapse in judgement", "lapse of attention",
    "not paying attention", "wasn't paying attention", "weren't paying attention", "paid no attention",
    "without thinking", "without bothering", "could not be bothered", "couldn't be bothered", "let everyone down",
    "let us down", "let the team down", "let our customers down", "no excuse", "not doing their job",
    "all they had to", "all he had to", "all she had to", "all you have to", "any competent", "how hard can it",
    "more careful next", "held accountable", "disciplinary action", "out of carelessness", "too lazy",
    "shot from the hip",
  ].map { $0.split(separator: " ").map(String.init) }

  /// The words that charges begin with.
  static let starters = single.union(starts).union(["lazy"])

  private static let starts = Set(phrases.compactMap(\.first))

  /// What people are told to "just" do.
  static let commands: Set = [
    "read", "check", "follow", "look", "ask", "pay", "think", "test", "use", "remember", "do", "don't", "stop", "be",
    "verify", "double-check", "learn", "make", "wait", "review", "watch", "take", "try", "never",
  ]
}
