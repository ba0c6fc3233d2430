/// Tickets and severities, which the words around a number tell.
extension LeakText {
  /// `OPS-1234`, `shop#12`, `issue #12`, `/pull/99`.
  func ticket(in range: Range<Int>) -> Range<Int>? {
    let before = String(folded[word(before: range.lowerBound, across: ":(#")])
    if TicketKey.isKey(String(characters[range]), after: before) { return range }
    return reference(in: range) ?? path(to: range)
  }

  /// `#1234` after a word that makes it a ticket, or joined to a repository: `shop#12`.
  private func reference(in range: Range<Int>) -> Range<Int>? {
    guard let mark = folded[range].lastIndex(of: "#"), mark + 1 < range.upperBound,
      isNumber((mark + 1)..<range.upperBound)
    else { return nil }
    if mark > range.lowerBound { return range }
    return Self.ticketWords.contains(String(folded[word(before: range.lowerBound)])) ? range : nil
  }

  private static let ticketWords: Set<String> = [
    "issue", "ticket", "pr", "mr", "pull", "request", "bug", "case", "story", "epic",
  ]

  /// `/pull/99`, `/issues/9`, `/merge_requests/3`: where GitHub and GitLab keep theirs.
  private func path(to range: Range<Int>) -> Range<Int>? {
    guard isNumber(range), range.lowerBound > 1, folded[range.lowerBound - 1] == "/" else { return nil }
    var start = range.lowerBound - 1
    while start > 0, kinds[start - 1] == .letter || folded[start - 1] == "_" { start -= 1 }
    guard Self.ticketFolders.contains(String(folded[start..<range.lowerBound - 1])) else { return nil }
    return (start > 0 && folded[start - 1] == "/" ? start - 1 : start)..<range.upperBound
  }

  private static let ticketFolders: Set<String> = [
    "pull", "pulls", "pullrequest", "issue", "issues", "merge_requests", "pull_requests",
  ]

  private func isNumber(_ range: Range<Int>) -> Bool {
    !range.isEmpty && folded[range].allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// `sev1`, `SEV-2`, `severity 1`, `Severity: 2`, `severity level 2`, `P1`, `priority 2`.
  func severity(in range: Range<Int>) -> Range<Int>? {
    guard range.count <= 12 else { return nil }
    let text = String(folded[range])
    let digits = text.filter { ("0"..."5").contains($0) }
    let letters = text.filter { $0 != "-" && $0 != "_" && $0 != "#" && !("0"..."5").contains($0) }
    guard digits.count == 1, text.count - letters.count - digits.count <= 1 else { return nil }
    switch letters {
    case "p": return characters[range.lowerBound] == "P" && text.count == 2 ? range : nil
    case "":
      var word = word(before: range.lowerBound, across: Self.severityMarks)
      if Self.severityLinks.contains(String(folded[word])) {
        word = self.word(before: word.lowerBound, across: Self.severityMarks)
      }
      return Self.severityWords.contains(String(folded[word])) ? word.lowerBound..<range.upperBound : nil
    default: return Self.severityWords.contains(letters) ? range : nil
    }
  }

  private static let severityWords: Set<String> = ["sev", "severity", "prio", "priority"]
  private static let severityLinks: Set<String> = ["level", "is", "of", "was"]
  private static let severityMarks = ":=#-*("
}
