/// Tickets and severities, which the words around a number tell.
extension LeakText {
  /// `OPS-1234`, `shop#12`, `issue #12`, `/pull/99`.
  func ticket(in range: Range<Int>) -> Range<Int>? {
    let before = String(folded[word(before: range.lowerBound, across: ":(#")])
    if TicketKey.isKey(String(characters[range]), after: before) { return range }
    return path(to: range) ?? reference(in: range)
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

  /// `/pull/99`, `/issues/9#c2`, `/merge_requests/3`: where GitHub and GitLab keep theirs.
  private func path(to range: Range<Int>) -> Range<Int>? {
    let number = range.lowerBound..<(folded[range].firstIndex(of: "#") ?? range.upperBound)
    guard isNumber(number), number.lowerBound > 1, folded[number.lowerBound - 1] == "/" else { return nil }
    var start = number.lowerBound - 1
    while start > 0, kinds[start - 1] == .letter || folded[start - 1] == "_" { start -= 1 }
    guard Self.ticketFolders.contains(String(folded[start..<number.lowerBound - 1])) else { return nil }
    return (start > 0 && folded[start - 1] == "/" ? start - 1 : start)..<number.upperBound
  }

  private static let ticketFolders: Set<String> = [
    "pull", "pulls", "pullrequest", "issue", "issues", "merge_requests", "pull_requests",
  ]

  private func isNumber(_ range: Range<Int>) -> Bool {
    !range.isEmpty && folded[range].allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// `sev1`, `SEV-2`, `severity 1`, `Severity: 2`, `severity level 2`, `SEV 1-2`, `P1`, `priority 2`.
  func severity(in range: Range<Int>) -> Range<Int>? {
    guard range.count <= 12 else { return nil }
    let text = String(folded[range])
    let digits = text.filter { ("0"..."5").contains($0) }
    let letters = text.filter { $0 != "-" && $0 != "_" && $0 != "#" && !("0"..."5").contains($0) }
    let marks = text.count - letters.count - digits.count
    if letters.isEmpty, digits.count == 1 && marks <= 1 || digits.count == 2 && marks == 1 {
      return severityWord(before: range.lowerBound).map { $0.lowerBound..<range.upperBound }
    }
    guard digits.count == 1, marks <= 1 else { return nil }
    if letters == "p" { return characters[range.lowerBound] == "P" && text.count == 2 ? range : nil }
    return Self.severityWords.contains(letters) ? range : nil
  }

  /// The word that makes a severity of the number that begins at a place.
  private func severityWord(before place: Int) -> Range<Int>? {
    var range = word(before: place, across: Self.severityMarks)
    let link = String(folded[range])
    if Self.severityLinks.contains(link) { range = word(before: range.lowerBound, across: Self.severityMarks) }
    let word = String(folded[range])
    guard Self.severityWords.contains(word) else { return nil }
    // `Sev. 2` is short for it; behind a whole word a sentence ends. Of priorities people write much else.
    if range.upperBound < folded.count, folded[range.upperBound] == ".", word.count > 4 { return nil }
    if word.first == "p", !link.isEmpty, link != word, link != "level" { return nil }
    return range
  }

  private static let severityWords: Set<String> = ["sev", "severity", "prio", "priority"]
  private static let severityLinks: Set<String> = ["level", "is", "of", "was"]
  private static let severityMarks = ":=#-*(."
}
