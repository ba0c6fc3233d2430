extension EmailAddress {
  /// The addresses of a list, with commas between them: `"Okafor, Dana" <dana@example.org>, ops@example.org`
  /// (RFC 5322, section 3.4). A comma within quotes is part of a name.
  /// - Throws: why the first of them that is none is none.
  public static func list(_ text: String) throws(EmailAddressProblem) -> [EmailAddress] {
    var addresses: [EmailAddress] = []
    for part in try parts(of: text) { addresses.append(try read(part)) }
    return addresses
  }

  /// What stands between the commas.
  private static func parts(of text: String) throws(EmailAddressProblem) -> [String] {
    var parts = [String.UnicodeScalarView()]
    var isQuoted = false
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = isQuoted && scalar == "\\" && !isEscaped
      if scalar == ",", !isQuoted {
        parts.append(String.UnicodeScalarView())
      } else if scalar == ";", !isQuoted {
        throw .semicolon(text)
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    let last = String(parts[parts.count - 1])
    if isQuoted { throw .openQuote(last) }
    return parts.map { String($0) }
  }

  private static func read(_ part: String) throws(EmailAddressProblem) -> EmailAddress {
    let words = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words.isEmpty { throw .empty }
    if let address = EmailAddress(words) { return address }
    let open = words.lastIndex(of: "<").map(words.index(after:)) ?? words.startIndex
    let bare = words[open...]
    throw bare.contains("@") && bare.unicodeScalars.contains { !$0.isASCII } ? .notASCII(words) : .invalid(words)
  }
}
