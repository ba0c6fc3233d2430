/// Fields of a mail's head: ASCII, on lines of at most 76 characters where words allow it (RFC 5322, section 2.2.3).
enum EmailHeader {
  /// A field with its line ends; a line is begun before a word that has no room.
  static func field(_ name: String, _ words: [String]) -> String {
    var text = name + ":"
    var column = text.utf8.count
    for (index, word) in words.enumerated() {
      let isFolded = index > 0 && column + 1 + word.utf8.count > 76
      text += isFolded ? "\r\n " + word : " " + word
      column = isFolded ? 1 + word.utf8.count : column + 1 + word.utf8.count
    }
    return text + "\r\n"
  }

  /// The words of a text in one line: as they are where they are ordinary, else encoded. Controls become U+FFFD.
  static func words(_ text: String) -> [String] {
    let text = line(text)
    let words = text.unicodeScalars.split(separator: " ").map(String.init)
    let isOrdinary = words.allSatisfy { word in
      word.utf8.count <= 60 && !word.contains("=?") && word.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
    return isOrdinary ? words : encodedWords(text)
  }

  /// The words of a mailbox: the name as it is, quoted or encoded, and the address in angle brackets.
  static func words(_ mailbox: EmailAddress) -> [String] {
    guard let name = mailbox.name else { return [mailbox.address] }
    let words = words(name)
    let isPlain = words.allSatisfy { word in
      word.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0)) }
    }
    let isEncoded = words.first?.hasPrefix("=?") ?? false
    let address = "<\(mailbox.address)>"
    if isPlain || isEncoded { return words + [address] }
    let quoted = words.joined(separator: " ").unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return quoted.utf8.count <= 60 ? ["\"\(quoted)\"", address] : encodedWords(line(name)) + [address]
  }

  /// White space and line ends as single spaces, controls as U+FFFD.
  private static func line(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if line.last != " " { line.append(" ") }
      } else {
        line.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
      }
    }
    return String(line)
  }

  /// Encoded words of RFC 2047 in UTF-8, encoding Q, each of at most 64 characters; no scalar is divided.
  private static func encodedWords(_ text: String) -> [String] {
    let (begin, end) = ("=?utf-8?Q?", "?=")
    var words: [String] = []
    var word = begin
    for scalar in text.unicodeScalars {
      let encoded = encoded(scalar)
      if word.utf8.count + encoded.utf8.count + end.utf8.count > 64 {
        words.append(word + end)
        word = begin
      }
      word += encoded
    }
    return words + [word + end]
  }

  /// What may stand in a phrase, too (RFC 2047, section 5).
  private static func encoded(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "!", "*", "+", "-", "/": String(scalar)
    case " ": "_"
    default: String(scalar).utf8.map(QuotedPrintable.byte).joined()
    }
  }
}
