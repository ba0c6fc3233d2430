/// Human error given as a cause: it is where the questions begin
/// (<https://sre.google/sre-book/postmortem-culture/>; S. Dekker, The Field Guide to Understanding 'Human Error').
enum HumanErrorRule {
  /// What it finds in a sentence.
  static func findings(in sentence: Sentence, _ people: People) -> [ProseFinding] {
    var findings: [ProseFinding] = []
    var index = 0
    while index < sentence.words.count {
      guard sentence.classes(index).contains(.trigger), let range = phrase(in: sentence, at: index, people) else {
        index += 1
        continue
      }
      if !sentence.denies(range) {
        findings.append(
          ProseFinding(
            .humanError, at: index, "\(sentence.quoted(range)) ends the questions where they begin",
            suggestion: "\"the tool let one command reach every host, and asked for no confirmation\": say which "
              + "condition made that action seem right, and what made its effect hard to see"))
      }
      index = range.upperBound
    }
    return findings
  }

  private static func phrase(in sentence: Sentence, at index: Int, _ people: People) -> Range<Int>? {
    let word = sentence.text(index)
    let next = sentence.text(index + 1)
    guard !word.isEmpty else { return nil }
    if single.contains(word) { return index..<index + 1 }
    // What users see are errors, not theirs.
    if word == "user", next != "error" { return nil }
    if doers.contains(word), slips.contains(next), !measured.contains(sentence.text(index + 2)) {
      return index..<index + 2
    }
    if word == "human", next == "failure" { return index..<index + 2 }
    if word == "fat" || word == "finger", ["finger", "fingers", "fingered", "fingering", "trouble"].contains(next) {
      return index..<index + 2
    }
    for pair in foreign where sentence.matches(pair, at: index) { return index..<index + pair.count }
    if blunders.contains(word) { return ofSomebody(in: sentence, at: index, people) }
    if word == "made" { return madeMistake(in: sentence, at: index) }
    return nil
  }

  /// "Mistake by the network team", "Dana's oversight".
  private static func ofSomebody(in sentence: Sentence, at index: Int, _ people: People) -> Range<Int>? {
    if measured.contains(sentence.text(index + 1)) { return nil }
    if people.isPossessive(sentence.text(index - 1)) { return index - 1..<index + 1 }
    // "Dana's costly mistake".
    if index > 1, people.isPossessive(sentence.text(index - 2)), !sentence.words[index - 1].isMark {
      return index - 2..<index + 1
    }
    var behind = index + 1
    if sentence.matches(["on", "the", "part", "of"], at: behind) {
      behind += 4
    } else if sentence.matches(["made", "by"], at: behind) || sentence.matches(["committed", "by"], at: behind) {
      behind += 2
    } else if ["was", "were"].contains(sentence.text(behind)), sentence.text(behind + 2) == "by" {
      // "The mistake was made by …".
      guard ["made", "committed", "caused"].contains(sentence.text(behind + 1)) else { return nil }
      behind += 3
    } else if sentence.text(behind) == "by" || sentence.text(behind) == "of" && sentence.text(index) != "oversight" {
      behind += 1
    } else {
      return nil
    }
    return sentence.somebody(from: behind).map { index..<$0 + 1 }
  }

  /// "The engineer made a mistake".
  private static func madeMistake(in sentence: Sentence, at index: Int) -> Range<Int>? {
    guard case .somebody = sentence.subject(of: index) else { return nil }
    for position in index + 1..<min(index + 5, sentence.words.count) {
      if blunders.contains(sentence.text(position)) { return index..<position + 1 }
      if sentence.words[position].isMark { return nil }
    }
    return nil
  }

  /// The words that its phrases begin with, or hang on.
  static let triggers = single.union(doers).union(blunders).union(["fat", "finger", "made"]).union(
    foreign.compactMap(\.first))

  private static let single: Set = [
    "pebkac", "fat-finger", "fat-fingered", "fat-fingering", "fatfinger", "bedienfehler", "bedienungsfehler",
    "anwenderfehler", "benutzerfehler", "fat-fingers", "layer-8",
  ]
  private static let doers: Set = [
    "human", "operator", "user", "pilot", "engineer", "developer", "administrator", "admin", "programmer", "technician",
    "dba", "personnel", "staff", "sysadmin", "on-call", "manual", "person", "personal",
  ]
  private static let slips: Set = ["error", "errors", "mistake", "mistakes", "slip", "slips", "blunder", "blunders"]
  private static let blunders: Set = [
    "mistake", "mistakes", "error", "errors", "oversight", "blunder", "slip", "slip-up", "carelessness", "negligence",
    "inattention", "misjudgment", "misjudgement", "typo", "wrongdoing", "incompetence", "impatience", "haste",
    "inexperience", "arrogance", "ignorance", "stubbornness", "forgetfulness", "overconfidence", "laziness",
  ]
  /// What makes it a number or a page: "user error rate".
  private static let measured: Set = [
    "rate", "rates", "message", "messages", "page", "pages", "code", "codes", "budget", "budgets", "log", "logs",
    "report", "reports", "count", "counts", "handling", "responses", "reporting",
    "tracking", "monitoring", "logging", "budgeting", "response", "rates", "threshold", "thresholds", "tracker",
    "paths",
  ]
  private static let foreign: [[String]] =
    [
      "menschliches versagen", "menschlichem versagen", "menschlicher fehler", "menschlichen fehler",
      "menschliche fehler", "erreur humaine", "erreurs humaines", "erreur de manipulation", "error humano",
      "errores humanos", "fallo humano", "erro humano", "falha humana", "errore umano", "errori umani",
      "menselijke fout", "menselijke fouten", "menselijk falen",
    ].map { $0.split(separator: " ").map(String.init) }
    + ["人的ミス", "ヒューマンエラー", "操作ミス", "人為的ミス", "人為ミス"].map { $0.map(String.init) }
}
