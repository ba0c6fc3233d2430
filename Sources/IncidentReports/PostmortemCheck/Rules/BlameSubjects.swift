/// Whom a sentence blames, and how that is told.
extension BlameRule {
  /// The word for the person who does what the verb there says; nil where nobody or a part of the system does.
  func somebody(before verb: Int) -> Int? {
    guard case .somebody(let person) = sentence.subject(of: verb), !sentence.isQuestion else { return nil }
    return person
  }

  /// What to call the person.
  func role(_ person: Int) -> String { people.role(of: sentence.text(person)) }

  /// The person as the sentence has it.
  func who(_ person: Int) -> String { sentence.quoted(person..<person + 1) }

  /// Whether the sentence says why.
  var explains: Bool {
    sentence.words.contains { ["because", "since", "as"].contains($0.text) }
  }

  /// Whether words are spoken of rather than said: "'careless' explains nothing".
  func isSpokenOf(_ index: Int) -> Bool {
    ["word", "words", "term", "terms", "calling"].contains(sentence.text(index - 1))
  }

  func finding(
    at index: Int, through last: Int, _ message: String, _ suggestion: String
  ) -> ProseFinding {
    ProseFinding(.blame, at: index, "\(sentence.quoted(index..<last + 1)) \(message)", suggestion: suggestion)
  }

  /// The words that its phrases begin with, or hang on.
  static let triggers = deeds.union(ChargedWords.starters).union([
    "should", "should've", "ought", "could", "could've", "would", "must", "if", "had", "obviously", "simply", "just",
    "clearly", "failed", "failing", "fails", "did", "didn't", "never", "don't", "doesn't", "missed", "slept",
    "overslept",
    "without", "took", "brought", "bothered", "whoever", "fault", "blame", "hätte", "hätten", "aurait", "auraient",
    "debería", "deberían", "deveria", "deveriam", "avrebbe", "avrebbero",
  ])

  static let deeds: Set = [
    "neglected", "forgot", "forgotten", "omitted", "refused", "ignored", "overlooked", "disregarded", "broke",
    "botched",
    "messed", "screwed", "violated", "mishandled", "bungled", "blundered", "caused", "crashed", "wrecked", "ruined",
    "slacked", "panicked", "misconfigured", "bypassed", "fumbled", "muddled", "goofed", "borked",
    "mistyped", "misclicked", "mis-clicked", "misspelled",
  ]
  /// Behind "broke": another verb.
  static let phrasal: Set = ["down", "out", "off", "for", "even", "up", "into", "through", "ground", "it", "apart"]
  /// What people are said to miss.
  static let signals: Set = [
    "bug", "bugs", "alert", "alerts", "page", "pages", "warning", "warnings", "mistake", "error", "problem", "issue",
    "sign", "signs", "flaw", "typo", "step", "call", "notification", "obvious",
  ]
  /// What is done with care.
  static let careNouns: Set = [
    "testing", "reading", "thinking", "asking", "verifying", "reviewing", "telling", "consulting", "bothering",
    "review",
    "understanding", "permission", "approval",
  ]
  /// What is broken on purpose.
  static let ties: Set = [
    "dependency", "loop", "cycle", "deadlock", "link", "tie", "lock", "circle", "chain", "news", "record", "feedback",
    "stalemate", "glass",
  ]
  /// What somebody is said to have taken down.
  static let wholes: Set = [
    "production", "prod", "site", "website", "region", "service", "platform", "everything", "checkout", "system",
    "systems", "company", "shop",
  ]
  static let procedures: Set = [
    "procedure", "procedures", "process", "processes", "runbook", "runbooks", "instructions", "instruction", "rules",
    "rule", "protocol", "checklist", "policy", "policies", "guidelines", "guideline", "steps", "playbook",
  ]
}
