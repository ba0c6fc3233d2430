/// Where a sentence says something only to deny it, to ask for it, or to speak of the words.
extension Sentence {
  /// Whether what stands at `range` is denied, questioned, or only spoken of.
  func denies(_ range: Range<Int>) -> Bool {
    deniesBefore(range) || isDeniedBehind(range.upperBound)
  }

  /// The same, whatever follows: "careless and did not look" denies no carelessness.
  func deniesBefore(_ range: Range<Int>) -> Bool {
    if isQuestion { return true }
    let before = clause(before: range.lowerBound)
    let near = max(before.lowerBound, range.lowerBound - 9)..<before.upperBound
    for index in near.reversed() {
      if classes(index).contains(.negation) || Self.denials.contains(text(index)) { return true }
      if text(index) == "of", text(index - 1) == "instead" { return true }
    }
    return false
  }

  /// "… is never the answer", "… is where the questions begin", "… does not explain it".
  private func isDeniedBehind(_ index: Int) -> Bool {
    let clause = clause(after: index - 1)
    for position in clause.prefix(4) {
      let word = text(position)
      if ["not", "never", "isn't", "wasn't", "doesn't", "cannot", "hardly", "no"].contains(word) { return true }
      if Self.limits.contains(word) { return true }
    }
    return false
  }

  /// What stands behind words that a text gives their place.
  private static let limits: Set = [
    "explains", "explain", "symptom", "where", "begins", "inevitable", "possible", "expected", "normal", "happens",
    "alone",
    "tolerable",
  ]

  /// What stands before words that a text does not mean, or that it guards against.
  private static let denials: Set = [
    "rather", "avoid", "avoids", "beyond", "call", "calls", "called", "calling", "label", "labels", "labelled",
    "labelling", "labeled", "labeling", "tempting", "easy", "against", "tolerate", "tolerates", "tolerant", "prone",
    "risk", "risks", "potential", "possible", "possibility", "chance", "room", "susceptible", "vulnerable",
    "likelihood",
    "likely", "reduce", "reduces", "reduced", "prevent", "prevents", "inevitable", "blaming", "stop", "stopping",
    "assume", "assumes", "survive", "survives", "absorb", "absorbs", "catch", "catches", "so-called", "inviting",
    "invites", "invite", "invited", "resilient", "robust", "kein", "keine", "keinen", "keinem", "nicht", "nie",
    "niemals", "weder", "statt",
    "pas", "jamais", "aucune", "n'est", "ni", "nunca", "tampoco", "não", "nem", "non", "mai", "né", "geen", "niet",
    "nooit",
  ]
}
