import IncidentCore

/// One line for the title of a ticket.
enum TrackerTitle {
  /// The text without line ends and control characters.
  static func line(_ text: String) -> String {
    text.split { character in
      character.isWhitespace || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }.joined(separator: " ")
  }

  /// The same, cut at a word to so many Unicode scalars.
  static func line(_ text: String, most: Int) -> String {
    let line = line(text)
    guard line.unicodeScalars.count > most else { return line }
    var kept = ""
    var count = 1
    for character in line {
      count += character.unicodeScalars.count
      if count > most { break }
      kept.append(character)
    }
    if let space = kept.lastIndex(of: " "), kept.distance(from: space, to: kept.endIndex) < 40 {
      kept = String(kept[..<space])
    }
    return kept + "…"
  }
}
