/// Words of plain English that are names as well.
enum CommonWords {
  static func contain(_ word: String) -> Bool { words.contains(word) || ofTwoLetters.contains(word) }

  /// Words too common to be part of a name that has others.
  static let ofTwoLetters: Set<String> = [
    "am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no", "of", "on", "or",
    "so", "to", "up", "us", "we",
  ]

  /// The months, which are names beside no number.
  static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]

  /// What a month stands behind, and hardly anybody.
  static let beforeMonths: Set<String> = [
    "in", "since", "during", "last", "next", "early", "late", "mid", "this", "every",
  ]

  /// Units, which are names behind no number: `42 min`.
  static let units: Set<String> = ["day", "days", "hour", "hours", "min", "mins", "sec", "secs", "weeks"]

  /// What goes on a sentence that begins with such a word as a word: `Will it last?`, `May affect some customers.`,
  /// `Mark your calendars.` Not `is` and `and`, which go on with a name as well.
  static let followers: Set<String> = [
    "a", "about", "affect", "affects", "after", "all", "already", "also", "an", "any", "as", "be", "been", "before",
    "being", "can", "cause", "causes", "come", "continue", "do", "during", "each", "every", "experience", "features",
    "few", "fix", "follow", "for", "full", "get", "give", "have", "help", "her", "here", "him", "his", "i", "if",
    "impact", "in", "include", "into", "it", "its", "keep", "last", "later", "less", "like", "load", "loads", "many",
    "message", "messages", "more", "most", "my", "need", "next", "no", "not", "notice", "now", "of", "off", "one",
    "only", "other", "others", "our", "out", "over", "payment", "payments", "period", "periods", "post", "provide",
    "regards", "remain", "require", "restore", "resume", "return", "see", "send", "share", "since", "so", "some",
    "soon", "still", "such", "take", "text", "than", "that", "the", "their", "them", "then", "there", "these", "they",
    "this", "those", "to", "transfer", "transfers", "under", "until", "up", "update", "us", "use", "we", "well",
    "what", "when", "where", "which", "while", "will", "within", "without", "work", "would", "yet", "you", "your",
  ]

  private static let words: Set<String> = [
    "abel", "ace", "al", "amber", "angel", "april", "art", "august", "autumn", "baker", "ball", "bank", "banks",
    "basil", "bay", "bell", "berry", "best", "bill", "bird", "bishop", "black", "bliss", "bond", "brand", "bridges",
    "bright", "brook", "brooks", "brown", "bush", "butler", "carol", "case", "cash", "chance", "chase", "check",
    "chip", "christian", "church", "clay", "cliff", "cook", "cooper", "cross", "crystal", "dale", "dawn", "day",
    "dean", "dell", "dot", "drew", "duke", "earl", "early", "ed", "english", "faith", "fast", "field", "fields",
    "fine", "fisher", "flint", "ford", "forest", "fox", "frank", "fry", "gale", "gene", "glen", "good", "grace",
    "grant", "gray", "green", "guest", "guy", "hall", "harmony", "heath", "heather", "hill", "holly", "hope", "hunt",
    "hunter", "iris", "ivy", "jack", "jade", "jasmine", "jet", "joy", "june", "key", "king", "kit", "lance", "lane",
    "law", "lee", "lily", "line", "little", "lock", "long", "love", "major", "march", "mark", "marsh", "mason", "max",
    "may", "mercy", "miles", "miller", "moon", "morris", "nick", "noble", "olive", "pace", "page", "parish", "park",
    "parker", "pat", "patience", "peace", "peak", "pearl", "penny", "pierce", "ping", "porter", "post", "price",
    "quick", "rain", "randy", "ray", "read", "red", "reed", "rich", "rob", "robin", "rock", "rocky", "rod", "roman",
    "rose", "royal", "ruby", "rusty", "sage", "sandy", "sharp", "short", "singer", "skip", "sky", "smart", "song",
    "star", "sterling", "stone", "storm", "story", "strong", "sue", "summer", "sunny", "swift", "taylor", "terry",
    "time", "trip", "true", "turner", "van", "victor", "violet", "walker", "wall", "ward", "waters", "way", "weeks",
    "wells", "west", "white", "wild", "will", "winter", "wise", "wood", "woods", "worth", "young",
  ]
}
