/// What a rule found in a sentence.
struct ProseFinding {
  /// The rule.
  let rule: PostmortemCheckRule
  /// The word of the sentence it stands at.
  let word: Int
  /// A sentence without its full stop.
  let message: String
  /// A better wording.
  let suggestion: String

  init(_ rule: PostmortemCheckRule, at word: Int, _ message: String, suggestion: String) {
    self.rule = rule
    self.word = word
    self.message = message
    self.suggestion = suggestion
  }
}
