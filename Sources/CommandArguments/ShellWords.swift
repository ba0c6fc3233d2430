/// A word as a POSIX shell reads it back unchanged: bare where that is safe, else in single quotes.
public func shellQuoted(_ word: String) -> String {
  let isOption = word.utf8.first == UInt8(ascii: "-")
  let isPlain = word.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "="): isOption
    default: "-_./:,+@%".utf8.contains(byte)
    }
  }
  return isPlain && !word.isEmpty ? word : singleQuoted(word)
}

/// A word in single quotes, which bash, dash, zsh and fish read alike.
///
/// Quotes and backslashes stand in double quotes: in single quotes fish takes a backslash as an escape
/// (https://fishshell.com/docs/current/language.html#quotes), a POSIX shell as itself.
/// Works on scalars: a quote followed by a combining character is one `Character`, and must not slip through.
func singleQuoted(_ word: String) -> String {
  var quoted = "'"
  for scalar in word.unicodeScalars {
    switch scalar {
    case "'": quoted += #"'"'"'"#
    case "\\": quoted += #"'"\\"'"#
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "'"
}

/// The commands of a line of shell, each as its words: quotes and backslashes resolved, parted at `|`, `;`, `&`, `<`, `>`.
///
/// Nothing is expanded. Nil if a quote is left open.
func shellCommands(_ line: String) -> [[String]]? {
  var commands: [[String]] = [[]]
  var word: String?
  var quote: Character?
  var rest = Substring(line)
  func closed(_ word: String?) -> [String] { word.map { [$0] } ?? [] }
  while let character = rest.popFirst() {
    switch (character, quote) {
    case ("'", "'"), ("\"", "\""): quote = nil
    case ("\\", nil), ("\\", "\""): word = (word ?? "") + (rest.popFirst().map(String.init) ?? "")
    case ("'", nil), ("\"", nil): (quote, word) = (character, word ?? "")
    case ("#", nil) where word == nil: rest = ""
    case (" ", nil), ("\n", nil), ("|", nil), (";", nil), ("&", nil), ("<", nil), (">", nil):
      commands[commands.count - 1] += closed(word)
      word = nil
      if character != " " { commands.append([]) }
    default: word = (word ?? "") + String(character)
    }
  }
  guard quote == nil else { return nil }
  commands[commands.count - 1] += closed(word)
  return commands.filter { !$0.isEmpty }
}
