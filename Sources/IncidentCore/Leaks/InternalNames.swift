extension LeakText {
  /// What gives itself away by its form: hosts, addresses, e-mail, tickets, severities.
  func spans(of hosts: HostNames) -> [Span] {
    var spans: [Span] = []
    var place = 0
    while place < folded.count {
      guard isPartOfName(place) else {
        place += 1
        continue
      }
      var end = place
      while end < folded.count, isPartOfName(end) { end += 1 }
      spans += names(in: place..<end, hosts)
      place = end
    }
    return spans
  }

  /// What a host, an address or a key is made of.
  private func isPartOfName(_ place: Int) -> Bool {
    switch kinds[place] {
    case .letter, .unspaced, .digit: true
    case .blank: false
    case .mark: "-_.@:#+%".contains(folded[place])
    }
  }

  /// What is found in a run of such characters.
  private func names(in run: Range<Int>, _ hosts: HostNames) -> [Span] {
    let run = trimmed(run)
    guard !run.isEmpty else { return [] }
    // Most words are letters alone, and of those one is a host.
    if kinds[run].allSatisfy({ $0 == .letter }), !folded[run].elementsEqual(HostNames.loopback) { return [] }
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
      } else if let ticket = ticket(in: range) {
        spans.append(Span(.ticket, ticket))
      } else if let severity = severity(in: range) {
        spans.append(Span(.severity, severity))
      } else if hosts.isInternal(text) {
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
}
