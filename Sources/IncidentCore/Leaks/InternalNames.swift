extension LeakText {
  /// What gives itself away by its form: hosts, addresses, e-mail, tickets, severities.
  func spans() -> [Span] {
    var spans: [Span] = []
    var place = 0
    while place < folded.count {
      guard Self.isPartOfName(folded[place]) else {
        place += 1
        continue
      }
      var end = place
      while end < folded.count, Self.isPartOfName(folded[end]) { end += 1 }
      spans += names(in: place..<end)
      place = end
    }
    return spans
  }

  /// What a host, an address or a key is made of.
  private static func isPartOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-_.@:#+%".contains(character)
  }

  /// What is found in a run of such characters.
  private func names(in run: Range<Int>) -> [Span] {
    let run = trimmed(run)
    guard !run.isEmpty else { return [] }
    if let mail = email(in: run) { return [Span(.email, mail)] }
    if NetworkAddress.isPrivateIPv6(String(folded[run])) { return [Span(.address, run)] }
    var spans: [Span] = []
    // A port, a path's end or a list's colon ends a name.
    for piece in folded[run].split(whereSeparator: { ":+%@".contains($0) }) {
      let range = trimmed(piece.startIndex..<piece.endIndex)
      guard !range.isEmpty else { continue }
      let text = String(folded[range])
      if NetworkAddress.isPrivateIPv4(text) {
        spans.append(Span(.address, range))
      } else if TicketKey.isKey(String(characters[range])) || isReference(range) {
        spans.append(Span(.ticket, range))
      } else if let severity = severity(in: range) {
        spans.append(Span(.severity, severity))
      } else if HostName.isInternal(text) {
        spans.append(Span(.host, range))
      }
    }
    return spans
  }

  /// Without the marks that stand around a name in a sentence.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, "-_.@%+".contains(folded[start]) { start += 1 }
    while end > start, "-_.@:#+%".contains(folded[end - 1]) { end -= 1 }
    return start..<end
  }

  private func email(in run: Range<Int>) -> Range<Int>? {
    guard let at = folded[run].firstIndex(of: "@"), at > run.lowerBound else { return nil }
    let domain = folded[(at + 1)..<run.upperBound]
    guard let dot = domain.firstIndex(of: "."), dot > domain.startIndex,
      domain.distance(from: dot, to: domain.endIndex) > 2
    else { return nil }
    let start = folded[run.lowerBound..<at].lastIndex(of: ":").map { $0 + 1 } ?? run.lowerBound
    return start < at ? start..<run.upperBound : nil
  }

  /// `#1234` after a word that makes it a ticket, or joined to a repository: `shop#12`.
  private func isReference(_ range: Range<Int>) -> Bool {
    guard let mark = folded[range].lastIndex(of: "#"), mark + 1 < range.upperBound,
      folded[(mark + 1)..<range.upperBound].allSatisfy({ $0.isASCII && $0.isNumber })
    else { return false }
    if mark > range.lowerBound { return true }
    return Self.ticketWords.contains(word(before: range.lowerBound))
  }

  private static let ticketWords = ["issue", "ticket", "pr", "mr", "pull", "request", "bug", "case", "story", "epic"]

  /// `sev1`, `SEV-2`, `severity 1`, `P1`, `priority 2`.
  private func severity(in range: Range<Int>) -> Range<Int>? {
    let text = String(folded[range])
    let digits = text.filter { ("0"..."5").contains($0) }
    let letters = text.filter { $0 != "-" && $0 != "_" && !("0"..."5").contains($0) }
    guard digits.count == 1, text.count - letters.count - digits.count <= 1 else { return nil }
    switch letters {
    case "sev", "severity", "prio", "priority": return range
    case "p": return characters[range.lowerBound] == "P" && text.count == 2 ? range : nil
    case "" where text.count == 1:
      let word = word(before: range.lowerBound)
      guard ["sev", "severity", "prio", "priority"].contains(word) else { return nil }
      let start = folded[..<range.lowerBound].lastIndex { $0.isLetter }.map { $0 - word.count + 1 }
      return (start ?? range.lowerBound)..<range.upperBound
    default: return nil
    }
  }

  /// The word that ends before a place, with nothing but spaces between; empty where there is none.
  private func word(before place: Int) -> String {
    let head = folded[..<place]
    guard let end = head.lastIndex(where: { $0 != " " }), folded[end].isLetter else { return "" }
    let start = head[...end].lastIndex { !$0.isLetter }.map { $0 + 1 } ?? 0
    return String(folded[start...end])
  }
}
