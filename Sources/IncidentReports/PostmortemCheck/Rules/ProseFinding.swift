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

extension Sentence {
  /// The words of a range as they are quoted in a finding.
  func quoted(_ range: Range<Int>) -> String {
    var text = ""
    for index in range.clamped(to: words.indices) {
      let word = words[index]
      if word.isMark {
        text += word.text == "(" ? " (" : word.text
      } else {
        text += (text.isEmpty || text.hasSuffix("(") ? "" : " ") + (word.isMask ? "…" : word.text)
      }
    }
    return "\"\(text)\""
  }
}
