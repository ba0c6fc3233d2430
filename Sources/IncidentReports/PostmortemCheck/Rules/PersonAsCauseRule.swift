/// A person given as the cause of an incident.
enum PersonAsCauseRule {
  /// What it finds in a sentence.
  /// - Parameter isCausal: Whether the sentence stands where causes are told.
  static func findings(in sentence: Sentence, isCausal: Bool, _ people: People) -> [ProseFinding] {
    sentence.words.indices.compactMap { index in
      guard sentence.classes(index).contains(.trigger),
        let person = person(in: sentence, at: index, isCausal: isCausal)
      else { return nil }
      // What people in general do is load, or use.
      guard !anybody.contains(sentence.text(person)) else { return nil }
      let range = min(index, person)..<max(index, person) + 1
      guard !sentence.denies(range) else { return nil }
      let role = people.role(of: sentence.text(person))
      return ProseFinding(
        .personAsCause, at: index, "\(sentence.quoted(range)) gives a person as the cause",
        suggestion: "\"\(role) ran the step that …; it looked right because …, and nothing showed its effect\": "
          + "the cause is what let one step do so much")
    }
  }

  private static let anybody: Set = [
    "people", "everyone", "everybody", "anyone", "anybody", "individuals", "humans", "we",
  ]

  /// The word that names the person.
  private static func person(in sentence: Sentence, at index: Int, isCausal: Bool) -> Int? {
    switch sentence.text(index) {
    case "cause", "causes", "reason", "culprit":
      return afterCause(in: sentence, at: index) ?? beforeCause(in: sentence, at: index)
    case "caused" where sentence.text(index + 1) == "by": return sentence.somebody(from: index + 2)
    case "due" where sentence.text(index + 1) == "to": return sentence.somebody(from: index + 2)
    case "traced", "attributed", "down":
      let next = sentence.text(index + 1) == "back" ? index + 2 : index + 1
      guard sentence.text(next) == "to" else { return nil }
      return sentence.somebody(from: next + 1)
    case "accidentally", "mistakenly", "inadvertently", "erroneously", "wrongly", "unintentionally":
      guard isCausal, case .somebody(let person) = sentence.subject(of: index) else { return nil }
      return sentence.text(person) == "we" ? nil : person
    case "responsible": return responsible(in: sentence, at: index)
    default: return nil
    }
  }

  /// "The root cause was an engineer who …", "Root cause: Dana".
  private static func afterCause(in sentence: Sentence, at index: Int) -> Int? {
    var next = index + 1
    if sentence.text(next) == "of" || sentence.text(next) == "for" {
      guard let verb = (next..<min(next + 8, sentence.words.count)).first(where: { isVerb(sentence.text($0)) }) else {
        return nil
      }
      next = verb
    }
    guard isVerb(sentence.text(next)) else { return nil }
    next += 1
    while sentence.classes(next).contains(.adverb) { next += 1 }
    return sentence.somebody(from: next)
  }

  /// "Dana was the cause".
  private static func beforeCause(in sentence: Sentence, at index: Int) -> Int? {
    guard
      let verb = (max(0, index - 4)..<index).last(where: { ["is", "was", "were", "are"].contains(sentence.text($0)) }),
      case .somebody(let person) = sentence.subject(of: verb)
    else { return nil }
    return person
  }

  /// "Dana is responsible for the outage", not "the team is responsible for the service".
  private static func responsible(in sentence: Sentence, at index: Int) -> Int? {
    guard sentence.text(index + 1) == "for", case .somebody(let person) = sentence.subject(of: index) else {
      return nil
    }
    let object = sentence.clause(after: index + 1).prefix(3)
    return object.contains { damages.contains(sentence.text($0)) } ? person : nil
  }

  private static func isVerb(_ word: String) -> Bool { ["was", "is", "were", "are", ":", "—"].contains(word) }

  /// The words that its phrases hang on.
  static let triggers: Set = [
    "cause", "causes", "reason", "culprit", "caused", "due", "traced", "attributed", "down", "accidentally",
    "mistakenly",
    "inadvertently", "erroneously", "wrongly", "unintentionally", "responsible",
  ]

  private static let damages: Set = [
    "outage", "incident", "failure", "error", "mistake", "downtime", "loss", "breakage", "crash", "breach", "disaster",
    "mess", "problem",
  ]
}
