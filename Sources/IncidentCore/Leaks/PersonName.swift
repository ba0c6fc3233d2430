/// The name of somebody in a record, and how it is found in a text.
struct PersonName {
  /// The whole name, and each part of one with spaces or full stops that is long enough to be told from other words.
  private let forms: [[Character]]

  /// Nil where there is no name in it.
  init?(_ name: String) {
    let login = name.split(separator: "@").first.map(String.init) ?? name
    let whole = LeakText.folded(name)
    guard whole.contains(where: \.isLetter) else { return nil }
    let parts = login.split { $0.isWhitespace || $0 == "." || $0 == "," }.filter { part in
      part.count >= 3 || part.contains { $0.unicodeScalars.contains { $0.value > 0x2E7F } }
    }
    forms = Set([whole] + parts.map { LeakText.folded(String($0)) }).sorted { $0.count > $1.count }
  }

  /// Where it stands. A name that is a common word as well is one only with a capital within a sentence.
  func spans(in line: LeakText) -> [LeakText.Span] {
    forms.flatMap { form in
      let isCommon = CommonWords.contain(String(form))
      return line.occurrences(of: form).compactMap { range -> LeakText.Span? in
        if isCommon, !line.characters[range.lowerBound].isUppercase || line.beginsSentence(at: range.lowerBound) {
          return nil
        }
        return LeakText.Span(.person, range)
      }
    }
  }
}

/// Words of plain English that are names as well.
enum CommonWords {
  static func contain(_ word: String) -> Bool {
    words.contains { $0 == word }
  }

  private static let words: [String] = [
    "al", "am", "an", "as", "at", "be", "by", "do", "ed", "go", "he", "if", "in", "is", "it", "me", "my", "no", "of",
    "on", "or", "so", "to", "up", "us", "we", "abel", "ace", "amber", "april", "art", "august", "autumn", "ball",
    "banks", "baker", "bank", "bay", "bell", "berry", "best", "bill", "bird", "black", "bliss", "bond", "brand",
    "brook", "brooks", "brown", "bush", "butler", "carol", "case", "chance", "chase", "chip", "christian", "clay",
    "cliff", "cook", "cooper", "crystal", "dale", "dawn", "day", "dean", "dell", "drew", "duke", "earl", "early",
    "faith", "field", "fields", "fisher", "flint", "ford", "forest", "fox", "frank", "gene", "glen", "good", "grace",
    "grant", "gray", "green", "guy", "hall", "harmony", "heath", "heather", "hill", "holly", "hope", "hunt", "hunter",
    "iris", "ivy", "jack", "jade", "jasmine", "joy", "june", "key", "king", "lance", "lane", "law", "lee", "lily",
    "little", "long", "love", "major", "mark", "mason", "max", "may", "mercy", "miles", "miller", "moon", "morris",
    "nick", "noble", "olive", "page", "parish", "park", "parker", "patience", "pearl", "penny", "pierce", "porter",
    "price", "rain", "randy", "ray", "red", "rich", "rob", "robin", "rock", "rocky", "rose", "royal", "ruby", "rusty",
    "sandy", "sage", "sharp", "singer", "skip", "sky", "smart", "song", "star", "stone", "storm", "strong", "sue",
    "summer", "sunny", "swift", "taylor", "terry", "trip", "turner", "van", "victor", "violet", "walker", "wall",
    "ward",
    "way", "west", "white", "wild", "will", "winter", "wise", "wood", "woods", "worth", "young",
  ]
}
