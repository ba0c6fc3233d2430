import CommandArguments
import IncidentCore

/// A command line as a timeline shows it.
enum CommandLineText {
  /// At most this many characters are kept.
  static let limit = 1_000

  /// The words as they would be typed, credentials masked, and cut where they are many.
  static func masked(_ words: [String]) -> String {
    let line = SecretScan.masked(SecretScan.masked(words: words).map(quoted).joined(separator: " "))
    return line.count <= limit ? line : line.prefix(limit - 1) + "…"
  }

  /// What was masked stands bare, since nobody can type it.
  private static func quoted(_ word: String) -> String {
    guard word.hasSuffix(SecretScan.mask) else { return shellQuoted(word) }
    var name = word.dropLast(SecretScan.mask.count)
    if name.last == "=" { name.removeLast() }
    return name.isEmpty || shellQuoted(String(name)) == name ? word : shellQuoted(word)
  }
}
