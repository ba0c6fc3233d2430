/// Credentials that have no form of their own and are known by what they are given to.
extension SecretScanner {
  /// `scheme://user:password@host`, at its colon.
  func urlPassword(at position: Int) -> Match? {
    guard starts(with: "://", at: position), position > 0, Bytes.isWord(text[position - 1]) else { return nil }
    let start = position + 3
    var colon: Int?
    var end = start
    var at: Int?
    scan: while end < text.count, end - start < 512 {
      switch text[end] {
      case UInt8(ascii: ":") where colon == nil: colon = end
      case UInt8(ascii: "@"): at = end
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\""), UInt8(ascii: "'"),
        UInt8(ascii: "`"), UInt8(ascii: ","), 0...0x20:
        break scan
      default: break
      }
      end += 1
    }
    guard let colon, let at, colon < at else { return nil }
    let value = SecretValue(text[(colon + 1)..<at])
    guard !value.bytes.isEmpty, !value.isPlaceholder else { return nil }
    return Match(rule: .urlPassword, range: (colon + 1)..<at)
  }

  /// `name = value`, `"name": "value"`, at the sign between them.
  func assignment(at position: Int) -> Match? {
    var end = position
    while end > 0, position - end < 3, text[end - 1] == UInt8(ascii: " ") || Bytes.isQuote(text[end - 1]) { end -= 1 }
    guard let kind = SecretName.kind(of: name(before: end)) else { return nil }
    var first = position + 1
    // `=>`, `:=`, `==`
    if first < text.count, text[first] == UInt8(ascii: "=") || text[first] == UInt8(ascii: ">") { first += 1 }
    if kind == .key, starts(with: " token ", at: first) || starts(with: " Token ", at: first) { first += 7 }
    let isDirect = text[position] == UInt8(ascii: "=") && first < text.count && text[first] != UInt8(ascii: " ")
    return value(from: first, kind, isDirect: isDirect)
  }

  /// `--name value`, at its first hyphen; with `=` it is an assignment.
  func option(at position: Int) -> Match? {
    guard starts(with: "--", at: position), position == 0 || text[position - 1] <= 0x20 else { return nil }
    var end = position + 2
    while end < text.count, Bytes.isName(text[end]) { end += 1 }
    guard end < text.count, text[end] == UInt8(ascii: " "),
      let kind = SecretName.kind(of: text[(position + 2)..<end])
    else { return nil }
    // Another option may follow a flag: `--password --verbose`.
    guard end + 1 < text.count, text[end + 1] != UInt8(ascii: "-") else { return nil }
    return value(from: end, kind, isDirect: false)
  }

  /// Whether `&name=` stands here, as in the query of a URL.
  private func isNextParameter(at position: Int) -> Bool {
    var end = position + 1
    while end < text.count, end - position < 64, Bytes.isName(text[end]) { end += 1 }
    return end > position + 1 && end < text.count && text[end] == UInt8(ascii: "=")
  }

  /// `-u name:password` and `--user name:password` of curl, `-p password` of sshpass.
  func login(at position: Int) -> Match? {
    guard position > 0, text[position - 1] == UInt8(ascii: " ") else { return nil }
    if starts(with: "-p ", at: position), starts(with: "sshpass", at: position - 8) {
      return value(from: position + 3, .password, isDirect: true)
    }
    let length = starts(with: "-u ", at: position) ? 3 : starts(with: "--user ", at: position) ? 7 : 0
    guard length > 0 else { return nil }
    var colon = position + length
    while colon < text.count, Bytes.isName(text[colon]) || text[colon] == UInt8(ascii: "@") { colon += 1 }
    guard colon > position + length, colon + 1 < text.count, text[colon] == UInt8(ascii: ":"),
      text[colon + 1] > 0x20, let match = value(from: colon + 1, .password, isDirect: true)
    else { return nil }
    // `docker run -u 1000:1000`
    return text[match.range].contains(where: Bytes.isLetter) ? match : nil
  }

  /// `<password>…</password>`, at the end of the opening tag.
  func element(at position: Int) -> Match? {
    var start = position
    while start > 0, position - start < 64, Bytes.isName(text[start - 1]) { start -= 1 }
    guard start > 0, text[start - 1] == UInt8(ascii: "<"), let kind = SecretName.kind(of: text[start..<position]) else {
      return nil
    }
    var end = position + 1
    while end < text.count, end - position < 512, text[end] != UInt8(ascii: "<"), text[end] > 0x20 { end += 1 }
    guard starts(with: "</", at: end), SecretValue(text[(position + 1)..<end]).isSecret(kind, isDirect: true) else {
      return nil
    }
    return Match(rule: .assignment, range: (position + 1)..<end)
  }

  /// `the password is …`, `the token was …`, at the blank before the verb.
  func sentence(at position: Int) -> Match? {
    let length = starts(with: " is ", at: position) ? 4 : starts(with: " was ", at: position) ? 5 : 0
    guard length > 0 else { return nil }
    guard let kind = SecretName.kind(of: name(before: position)) else { return nil }
    let colon = position + length
    return value(from: starts(with: ":", at: colon) ? colon + 1 : colon, kind, isDirect: false)
  }

  /// `the api key 0a1b…`, at the blank before what cannot be words.
  func namedKey(at position: Int) -> Match? {
    let start = position + 1
    guard start < text.count, Bytes.isWord(text[start]), SecretName.isKey(name(before: position)) else { return nil }
    var end = start
    while end < text.count, end - start < 512, Bytes.isWord(text[end]) { end += 1 }
    guard SecretValue(text[start..<end]).isDrawn, token(at: start) == nil else { return nil }
    return Match(rule: .assignment, range: start..<end)
  }

  /// The name that ends at a position; of `API key` and the like both words.
  private func name(before end: Int) -> Slice<UnsafeRawBufferPointer> {
    var start = end
    while start > 0, end - start < 64, Bytes.isName(text[start - 1]) { start -= 1 }
    guard start > 1, text[start - 1] == UInt8(ascii: " "), Bytes.isOneOf(text[start..<end], ["key"]) else {
      return text[start..<end]
    }
    start -= 1
    while start > 0, end - start < 64, Bytes.isName(text[start - 1]) { start -= 1 }
    return text[start..<end]
  }

  private func value(from position: Int, _ kind: SecretName.Kind, isDirect: Bool) -> Match? {
    var start = position
    while start < text.count, start - position < 4, text[start] == UInt8(ascii: " ") { start += 1 }
    guard start < text.count else { return nil }
    let quote = Bytes.isQuote(text[start]) ? text[start] : nil
    if quote != nil { start += 1 }
    var end = start
    while end < text.count, end - start < 512 {
      let byte = text[end]
      if let quote {
        if byte == quote || byte == UInt8(ascii: "\n") { break }
      } else if byte <= 0x20 || Bytes.isQuote(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
        || byte == UInt8(ascii: "&") && isNextParameter(at: end)
      {
        break
      }
      end += 1
    }
    if quote == nil, !Bytes.isBracket(text[start]) {
      while end > start, Bytes.endsSentence(text[end - 1]) { end -= 1 }
    }
    guard start < end, token(at: start) == nil, !starts(with: "eyJ", at: start), !starts(with: "-----BEGIN", at: start)
    else { return nil }
    let value = SecretValue(text[start..<end])
    guard value.isSecret(kind, isDirect: isDirect || quote != nil) else { return nil }
    return Match(rule: .assignment, range: start..<end)
  }
}
