/// Words that blame: what somebody should have done, did carelessly, or is at fault for
/// (<https://sre.google/workbook/postmortem-culture/>, <https://www.etsy.com/codeascraft/blameless-postmortems>).
///
/// A verb blames by its subject: a health check may fail to detect, an engineer who "failed to notice" is blamed.
struct BlameRule {
  let sentence: Sentence
  let people: People

  /// What it finds in the sentence.
  func findings() -> [ProseFinding] {
    var findings: [ProseFinding] = []
    for index in sentence.words.indices where sentence.classes(index).contains(.trigger) {
      guard let finding = finding(at: index) else { continue }
      // One wording is enough for "obviously should have known".
      if let last = findings.last, index - last.word < 4 { continue }
      findings.append(finding)
    }
    return findings
  }

  private func finding(at index: Int) -> ProseFinding? {
    let word = sentence.text(index)
    switch word {
    case "": return nil
    case "should", "should've", "ought", "could", "could've", "would", "must": return counterfactual(at: index)
    case "if", "had": return condition(at: index)
    case "obviously": return obviously(at: index)
    case "simply", "just", "clearly": return belittling(at: index)
    case "failed", "failing", "fails": return failing(at: index)
    case "did", "didn't", "never", "don't", "doesn't": return omission(at: index)
    case "missed", "slept", "overslept": return missing(at: index)
    case "without": return neglect(at: index)
    case "took", "brought": return takingDown(at: index)
    case "bothered": return bothered(at: index)
    case "whoever": return whoever(at: index)
    case "fault", "blame": return fault(at: index)
    case "hätte", "hätten", "aurait", "auraient", "debería", "deberían", "deveria", "deveriam", "avrebbe", "avrebbero":
      return foreignCounterfactual(at: index)
    default: return Self.deeds.contains(word) ? deed(at: index) : charge(at: index)
    }
  }

  // MARK: Verbs with a person as their subject

  /// "The team failed to notice".
  private func failing(at index: Int) -> ProseFinding? {
    guard sentence.text(index + 1) == "to", let person = somebody(before: index) else { return nil }
    return finding(
      at: index, through: index + 2, "blames \(who(person))",
      "\"the alert went to a channel that nobody reads at night, so the signal was missed\": say what made it hard")
  }

  /// "Dana forgot to", "the engineer broke production".
  private func deed(at index: Int) -> ProseFinding? {
    let word = sentence.text(index)
    if word == "broke" {
      if Self.phrasal.contains(sentence.text(index + 1)) { return nil }
      // To break a loop is work well done.
      if sentence.clause(after: index).prefix(4).contains(where: { Self.ties.contains(sentence.text($0)) }) {
        return nil
      }
    }
    // To go around a part that is broken is what responders do.
    if word == "bypassed" || word == "omitted",
      !sentence.clause(after: index).prefix(4).contains(where: {
        Self.procedures.contains(sentence.text($0)) || Self.careNouns.contains(sentence.text($0))
      })
    {
      return nil
    }
    if word == "refused", explains { return nil }
    if word == "caused", sentence.text(index + 1) == "by" { return nil }
    if word == "messed" || word == "screwed", sentence.text(index + 1) != "up" { return nil }
    guard let person = somebody(before: index) ?? agent(behind: index) else { return nil }
    if sentence.text(person) == "we", word == "overlooked" || word == "missed" { return nil }
    return finding(
      at: index, through: index, "blames \(who(person))",
      "\"\(role(person)) ran the step that the runbook names, and nothing showed that it …\": tell what the system let "
        + "happen, and why it made sense then")
  }

  /// "Was ignored by the team", where the sentence does not say why.
  private func agent(behind index: Int) -> Int? {
    guard !explains, !sentence.isQuestion, ["was", "were", "been"].contains(sentence.text(index - 1)),
      let by = sentence.clause(after: index).prefix(4).first(where: { sentence.text($0) == "by" })
    else { return nil }
    return sentence.somebody(from: by + 1)
  }

  /// "Missed the alert", "slept through it", where the sentence does not say why.
  private func missing(at index: Int) -> ProseFinding? {
    guard !explains, let person = somebody(before: index), sentence.text(person) != "we" else { return nil }
    switch sentence.text(index) {
    case "slept": guard sentence.text(index + 1) == "through" else { return nil }
    case "missed":
      guard sentence.clause(after: index).prefix(4).contains(where: { Self.signals.contains(sentence.text($0)) }) else {
        return nil
      }
    default: break
    }
    return finding(
      at: index, through: index, "blames \(who(person))",
      "\"the page went to one phone, and nothing escalated it\": say what made it easy to miss")
  }

  /// "Merged it without testing".
  private func neglect(at index: Int) -> ProseFinding? {
    let next = sentence.text(index + 1)
    guard Self.cares.contains(next) || Self.careNouns.contains(next), !explains, !sentence.isQuestion else {
      return nil
    }
    let clause = sentence.clause(before: index, crossingCommas: true)
    guard let person = clause.first(where: sentence.isSomebody), sentence.text(person) != "we" else { return nil }
    return finding(
      at: index, through: index + 1, "blames \(who(person))",
      "\"no test covers it, and nothing asks for one before the merge\": say what would have made it likely")
  }

  /// "Took production down".
  private func takingDown(at index: Int) -> ProseFinding? {
    let clause = sentence.clause(after: index).prefix(5)
    guard clause.contains(where: { sentence.text($0) == "down" }),
      clause.contains(where: { Self.wholes.contains(sentence.text($0)) }), let person = somebody(before: index)
    else { return nil }
    return finding(
      at: index, through: index, "blames \(who(person))",
      "\"the change reached every region at once, since the rollout has no stages\": tell what let it")
  }

  /// "Did not bother to", "never checked", "did not follow the procedure".
  private func omission(at index: Int) -> ProseFinding? {
    let word = sentence.text(index)
    var verb = index + 1
    if word == "did" {
      guard sentence.text(verb) == "not" || sentence.text(verb) == "never" else { return nil }
      verb += 1
    }
    while sentence.classes(verb).contains(.adverb) { verb += 1 }
    guard let person = somebody(before: index) else { return nil }
    let isCharged: Bool
    switch sentence.text(verb) {
    case "bother", "bothered", "care", "cared": isCharged = true
    case "think", "pay": isCharged = !explains
    case "follow", "followed":
      isCharged =
        !explains && sentence.clause(after: verb).prefix(5).contains { Self.procedures.contains(sentence.text($0)) }
    case "looked", "checked", "read", "tested", "verified", "asked", "reviewed", "thought":
      isCharged = word == "never" && !explains && sentence.text(person) != "we"
    case "do": isCharged = sentence.clause(after: verb).prefix(3).contains { sentence.text($0) == "job" }
    default: isCharged = false
    }
    guard isCharged else { return nil }
    return finding(
      at: index, through: verb, "blames \(who(person))",
      "\"the step is not in the runbook, and nothing asks for it\": say what would have made it likely")
  }

  /// "Nobody bothered to look": that it was nobody makes it everybody.
  private func bothered(at index: Int) -> ProseFinding? {
    switch sentence.subject(of: index) {
    case .other: return nil
    case .somebody, .unclear, .nobody: break
    }
    guard sentence.text(index + 1) == "to", !sentence.isQuestion else { return nil }
    return finding(
      at: index, through: index + 1, "judges people, and explains nothing",
      "\"the graphs are on a page that no rota looks at\": say what would have made it likely")
  }

  /// "Whoever wrote this"; not "whoever is on call".
  private func whoever(at index: Int) -> ProseFinding? {
    let verbs: Set = [
      "wrote", "did", "made", "deployed", "pushed", "approved", "ran", "broke", "merged", "changed", "set", "designed",
      "configured", "built", "decided", "thought",
    ]
    guard verbs.contains(sentence.text(index + 1)) else { return nil }
    return finding(
      at: index, through: index + 1, "looks for somebody to blame",
      "\"the query has no limit, and review has no tool that would show its cost\": say what let it")
  }

  // MARK: Words that charge

  /// "Careless", "dropped the ball".
  private func charge(at index: Int) -> ProseFinding? {
    guard let length = ChargedWords.length(in: sentence, at: index) else { return nil }
    guard !sentence.deniesBefore(index..<index + length), !isSpokenOf(index) else { return nil }
    return finding(
      at: index, through: index + length - 1, "judges people, and explains nothing",
      "\"the two consoles look the same, and the change took effect without a question\": say what made it easy")
  }

  /// "The fault of the release manager", "Dana is to blame".
  private func fault(at index: Int) -> ProseFinding? {
    var isCharge = false
    if sentence.text(index) == "fault" {
      isCharge =
        sentence.text(index + 1) == "of" && sentence.somebody(from: index + 2) != nil
        || people.isPossessive(sentence.text(index - 1))
        || sentence.text(index - 1) == "at" && somebody(before: index - 1) != nil
        || sentence.text(index + 1) == "lies" && sentence.somebody(from: index + 3) != nil
    } else {
      isCharge =
        sentence.text(index - 1) == "to" && ["is", "are", "was", "were", "only"].contains(sentence.text(index - 2))
        && somebody(before: index - 1) != nil
        || ["lies", "falls", "rests", "goes", "belongs"].contains(sentence.text(index + 1))
          && sentence.somebody(from: index + 3) != nil
    }
    guard isCharge, !sentence.denies(index..<index + 1) else { return nil }
    return finding(
      at: index, through: index, "looks for somebody to blame",
      "\"the flag could be switched on for everyone in one step\": say what made it possible")
  }

  // MARK: Words that make it look easy

  private func obviously(at index: Int) -> ProseFinding? {
    guard !["not", "less", "so", "as"].contains(sentence.text(index - 1)), !sentence.isQuestion else { return nil }
    return finding(
      at: index, through: index, "was obvious only afterwards", "leave the word out, or say what showed it at the time")
  }

  /// "Just read the documentation", "simply had to", "clearly did not".
  private func belittling(at index: Int) -> ProseFinding? {
    let next = sentence.text(index + 1)
    let isCommand = index == 0 || sentence.text(index - 1) == "please" || sentence.text(index - 1) == ":"
    if isCommand, sentence.text(index) != "clearly", ChargedWords.commands.contains(next) {
      return finding(
        at: index, through: index + 1, "tells people what to do as though it were easy",
        "\"the tool refuses … unless …\": change what makes it hard")
    }
    let isModal =
      ["had", "needed", "has", "have", "need", "needs"].contains(next) && sentence.text(index + 2) == "to"
      || ["should", "must", "did", "didn't", "failed", "forgot", "ignored", "never"].contains(next)
      || ["should", "could", "must"].contains(sentence.text(index - 1))
    guard isModal, let person = somebody(before: sentence.text(index - 1) == "should" ? index - 1 : index),
      sentence.text(person) != "we"
    else { return nil }
    return finding(
      at: index, through: index + 1, "makes it look easy for \(who(person))",
      "\"the runbook has no such step\": say what made it hard")
  }
}
