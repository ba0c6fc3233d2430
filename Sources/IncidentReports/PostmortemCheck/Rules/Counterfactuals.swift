/// What people should, could or would have done: it explains nothing of what they did do
/// (S. Dekker, The Field Guide to Understanding 'Human Error', on counterfactual reasoning).
extension BlameRule {
  /// "Should have known", "could easily have been avoided", "ought to have checked".
  func counterfactual(at index: Int) -> ProseFinding? {
    var next = index + 1
    let isEasy = (next..<next + 3).contains { ["easily", "simply", "just"].contains(sentence.text($0)) }
    while sentence.classes(next).contains(.adverb) || ["not", "never"].contains(sentence.text(next)) { next += 1 }
    let word = sentence.text(index)
    if word == "ought" {
      guard sentence.text(next) == "to" else { return nil }
      next += 1
    }
    if !word.hasSuffix("'ve") {
      guard sentence.text(next) == "have" else { return nil }
      next += 1
    }
    while sentence.classes(next).contains(.adverb) { next += 1 }
    guard !sentence.isQuestion else { return nil }
    let isCharged =
      switch word {
      case "should", "should've", "ought": isDutyCharged(index, verb: next)
      case "must": isGuess(index, verb: next)
      case "would": isEasy && isEaseCharged(index, verb: next) || isComparison(index, verb: next)
      default: isEasy && isEaseCharged(index, verb: next)
      }
    guard isCharged else { return nil }
    return finding(
      at: index, through: next, "tells what people did not do, and not why",
      "\"nothing showed …\", \"the page gave no hint that …\": say what would have shown it to \(subject(index))"
    )
  }

  private func subject(_ index: Int) -> String {
    somebody(before: index).map { people.role(of: sentence.text($0)) } ?? "anybody"
  }

  private func isDutyCharged(_ index: Int, verb: Int) -> Bool {
    let word = sentence.text(verb)
    let subject = sentence.subject(of: index)
    if word == "been" {
      let state = stateBehind(verb)
      if state == "obvious" || state == "clear" { return true }
      let clause = sentence.clause(after: verb)
      if let by = clause.first(where: { sentence.text($0) == "by" }), sentence.somebody(from: by + 1) != nil {
        return true
      }
      guard case .somebody = subject else { return false }
      return Self.cares.contains(state)
    }
    switch subject {
    case .nobody, .other: return false
    case .unclear: return Self.minds.contains(word)
    case .somebody(let person):
      if Self.receipts.contains(word) { return false }
      // What a team says of its own plans is no blame; that it should have known is.
      return sentence.text(person) == "we" || sentence.text(person) == "i" ? Self.minds.contains(word) : true
    }
  }

  /// "Could easily have been avoided"; not "could easily have filled the disk".
  private func isEaseCharged(_ index: Int, verb: Int) -> Bool {
    if sentence.text(verb) == "been" {
      return ["avoided", "prevented", "caught", "spotted", "noticed", "found", "seen", "averted"].contains(
        stateBehind(verb))
    }
    if case .somebody = sentence.subject(of: index) { return true }
    return false
  }

  /// "Somebody must have forgotten".
  private func isGuess(_ index: Int, verb: Int) -> Bool {
    guard Self.deeds.contains(sentence.text(verb)) || sentence.text(verb) == "missed" else { return false }
    return somebody(before: index) != nil
  }

  /// "A more experienced engineer would have seen it".
  private func isComparison(_ index: Int, verb: Int) -> Bool {
    guard Self.minds.contains(sentence.text(verb)), let person = somebody(before: index) else { return false }
    let virtues: Set = [
      "experienced", "careful", "competent", "senior", "good", "attentive", "diligent", "responsible", "better",
      "smarter",
      "reasonable", "seasoned", "qualified", "skilled", "decent", "real",
    ]
    return (max(0, person - 3)..<person).contains { virtues.contains(sentence.text($0)) }
  }

  private func stateBehind(_ been: Int) -> String {
    var state = been + 1
    while sentence.classes(state).contains(.adverb)
      || ["more", "much", "far", "a", "bit", "less"].contains(sentence.text(state))
    {
      state += 1
    }
    return sentence.text(state)
  }

  /// "If the engineer had checked", "had Dana read".
  func condition(at index: Int) -> ProseFinding? {
    guard !sentence.isQuestion else { return nil }
    let verb: Int
    if sentence.text(index) == "if" {
      guard
        let had = (index + 1..<min(index + 9, sentence.words.count)).first(where: {
          sentence.text($0) == "had" || sentence.text($0) == "hadn't"
        })
      else {
        return nil
      }
      verb = had
    } else {
      let opens =
        index == 0 || sentence.words[index - 1].isMark
        || ["avoided", "prevented", "happened"].contains(sentence.text(index - 1))
      guard opens, let person = sentence.somebody(from: index + 1) else { return nil }
      return conditionFinding(at: index, person: person, participle: person + 1)
    }
    guard case .somebody(let person) = sentence.subject(of: verb), person > index else { return nil }
    return conditionFinding(at: index, person: person, participle: verb + 1)
  }

  private func conditionFinding(at index: Int, person: Int, participle: Int) -> ProseFinding? {
    var verb = participle
    while sentence.classes(verb).contains(.adverb) || ["not", "never"].contains(sentence.text(verb)) { verb += 1 }
    let word = sentence.text(verb)
    let isDeed =
      word.hasSuffix("ed") || Self.participles.contains(word)
      || word == "been" && Self.cares.contains(stateBehind(verb))
    guard isDeed, sentence.text(person) != "we", !Self.receipts.contains(word) else { return nil }
    return finding(
      at: index, through: verb, "imagines what people did not do",
      "\"\(role(person)) saw … and took it for …\": tell what they knew, and what would have told them more")
  }

  /// "Der Kollege hätte das wissen müssen", "aurait dû savoir".
  func foreignCounterfactual(at index: Int) -> ProseFinding? {
    let near = index + 1..<min(index + 12, sentence.words.count)
    guard !near.isEmpty else { return nil }
    let minds: Set = [
      "wissen", "merken", "prüfen", "bemerken", "sehen", "aufpassen", "erkennen", "lesen", "savoir", "vérifier",
      "remarquer",
      "saber", "sabido", "comprobado", "revisado", "verificado", "notado", "sapere", "saputo", "controllare",
      "accorgersi",
      "notare", "visto",
    ]
    guard near.contains(where: { minds.contains(sentence.text($0)) }),
      near.contains(where: {
        ["müssen", "sollen", "können", "dû", "haber", "ter", "dovuto"].contains(sentence.text($0))
      })
    else { return nil }
    let window = max(0, index - 6)..<min(index + 12, sentence.words.count)
    guard
      !window.contains(where: {
        ["niemand", "personne", "nadie", "ninguém", "nessuno", "keiner"].contains(sentence.text($0))
      })
    else { return nil }
    return finding(
      at: index, through: near.upperBound - 1, "tells what people did not do, and not why",
      "say what would have shown it at the time")
  }

  /// What only people do.
  private static let minds: Set = [
    "known", "noticed", "realised", "realized", "foreseen", "anticipated", "seen", "caught", "thought", "remembered",
    "checked", "read", "understood", "double-checked", "guessed", "paid", "bothered",
  ]
  /// What is done to people, or given to them.
  private static let receipts: Set = ["had", "gotten", "got", "received", "needed", "wanted", "liked"]
  static let cares: Set = [
    "careful", "attentive", "diligent", "cautious", "thorough", "aware", "vigilant", "paying", "watching", "monitoring",
    "checking", "looking", "following", "alert", "responsible", "professional", "awake", "present",
  ]
  private static let participles: Set = [
    "read", "known", "seen", "thought", "taken", "done", "run", "paid", "understood", "caught", "spoken", "told",
    "kept",
    "made", "written", "given", "said", "gone", "found", "thrown", "left",
  ]
}
