/// What a line of text says of an action beside what is to be done: who, by when, of which kind.
struct ActionDetails {
  private(set) var hasOwner = false
  private(set) var hasDue = false
  private(set) var hasKind = false

  /// - Parameter people: whose names are an owner's.
  init(_ scalars: [Unicode.Scalar], _ people: People) {
    let text = String(String.UnicodeScalarView(scalars.prefix(4_000))).lowercased()
    hasKind = Self.saysKind(text)
    let words = Self.words(scalars.prefix(4_000))
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1] : ""
      if !hasOwner { hasOwner = Self.namesOwner(word, next, people) }
      if !hasDue { hasDue = Self.namesDay(word.lowercased(), next.lowercased()) }
    }
    if !hasOwner { hasOwner = ["担当", "責任者"].contains { text.contains($0) } }
    if !hasDue { hasDue = ["期限", "締切", "までに"].contains { text.contains($0) } }
    // "(payments team, …)": who stands in brackets behind.
    if !hasOwner, let open = scalars.lastIndex(of: "(") {
      let inside = Self.words(scalars[open...]).map { $0.lowercased() }
      hasOwner = inside.contains { people.lexicon.classes(of: $0).contains(.person) }
    }
  }

  /// Whether a text has a word for a kind in it.
  static func saysKind(_ text: String) -> Bool {
    if ["予防", "検知", "緩和", "プロセス"].contains(where: text.contains) { return true }
    return text.split(whereSeparator: { !$0.isLetter }).contains { word in
      kinds.contains(String(word)) || stems.contains { word.hasPrefix($0) }
    }
  }

  private static let kinds: Set = ["process", "prozess", "processus", "proceso", "processo", "proces", "prozesse"]
  private static let stems = [
    "prevent", "detect", "mitigat", "vorbeug", "präventi", "vermeid", "erkenn", "eindämm", "abmilder", "préventi",
    "préven", "détecti", "atténu", "prevenci", "detecci", "mitiga", "prevenç", "deteç", "prevenzion", "rilevament",
    "preventi", "detecti",
  ]

  private static func namesOwner(_ word: String, _ next: String, _ people: People) -> Bool {
    if word.hasPrefix("@"), word.unicodeScalars.count > 1 { return true }
    let lower = word.lowercased()
    if ownerWords.contains(lower), !next.isEmpty { return !isNobody(next) }
    if ["owned", "assigned"].contains(lower), ["by", "to"].contains(next.lowercased()) { return true }
    let classes = people.lexicon.classes(of: lower)
    if classes.contains(.recordName) { return true }
    return classes.contains(.givenName) && word.unicodeScalars.first?.properties.isUppercase == true
  }

  private static let ownerWords: Set = [
    "owner", "assignee", "responsible", "dri", "verantwortlich", "zuständig", "responsable", "responsabile",
    "responsável", "eigenaar", "verantwoordelijk",
  ]

  private static func namesDay(_ word: String, _ next: String) -> Bool {
    if dueWords.contains(word), !next.isEmpty { return !isNever(next) }
    let isNumber = next.first.map { $0.isNumber } ?? false
    if ["by", "until", "before", "bis", "avant", "antes", "para", "entro", "voor", "até", "am"].contains(word) {
      return isNumber || days.contains(next) || months.contains { next.hasPrefix($0) }
        || ["end", "next", "ende"].contains(next)
    }
    if word == "next" || word == "this" || word == "coming" {
      return ["week", "sprint", "month", "quarter", "release"].contains(next) || days.contains(next)
    }
    if ["sprint", "kw", "week"].contains(word), isNumber { return true }
    if months.contains(where: { word.hasPrefix($0) && word.count <= 9 }), isNumber { return true }
    if ["q1", "q2", "q3", "q4", "tomorrow", "eod", "eow", "eom"].contains(word) { return true }
    return isDate(word)
  }

  /// `2026-12-04`, `04.12.2026`, `4/12`, `12月4日`.
  private static func isDate(_ word: String) -> Bool {
    if word.contains("月") { return word.contains { $0.isNumber } }
    let parts = word.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" || $0 == "." }
    guard parts.count == 3 || parts.count == 2 && word.contains("/") else { return false }
    let isCounted = parts.allSatisfy { !$0.isEmpty && $0.count <= 4 && $0.allSatisfy(\.isNumber) }
    guard isCounted else { return false }
    // A version is no date: 1.4.2.
    return !word.contains(".") || parts.contains { $0.count == 4 } || parts.allSatisfy { $0.count == 2 }
  }

  private static let dueWords: Set = [
    "due", "deadline", "eta", "fällig", "frist", "échéance", "vencimiento", "plazo", "prazo", "scadenza", "uiterlijk",
  ]
  private static let days: Set = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "montag", "dienstag",
    "mittwoch", "donnerstag", "freitag", "morgen", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
  ]
  private static let months = [
    "jan", "feb", "mar", "mär", "apr", "may", "mai", "jun", "jul", "aug", "sep", "oct", "okt", "nov", "dec", "dez",
    "déc",
  ]

  /// A cell or value that names nobody.
  static func isNobody(_ text: String) -> Bool {
    isBlank(text)
      || ["nobody", "unassigned", "everyone", "everybody", "all", "we", "us", "anyone", "someone", "alle"].contains(
        text.lowercased().trimmingBlanks())
  }

  /// A cell or value that names no day.
  static func isNever(_ text: String) -> Bool {
    isBlank(text)
      || ["asap", "soon", "later", "eventually", "ongoing", "someday", "open", "bald", "laufend"].contains(
        text.lowercased().trimmingBlanks())
  }

  /// A cell that says nothing.
  static func isBlank(_ text: String) -> Bool {
    let word = text.lowercased().trimmingBlanks()
    if !word.unicodeScalars.contains(where: \.isLetterOrDigit) { return true }
    return ["tbd", "tba", "tbc", "todo", "n/a", "na", "none", "unknown", "xxx", "name", "date", "keine", "未定"].contains(
      word)
  }

  /// Words with what stands in them: `@dana`, `2026-12-04`.
  private static func words(_ scalars: some Sequence<Unicode.Scalar>) -> [String] {
    scalars.split { $0.isBlank || [",", ";", ":", "(", ")", "[", "]", "*", "|", "—", "–"].contains($0) }.map { part in
      var word = String(String.UnicodeScalarView(part))
      while let last = word.last, last == "." || last == "!" { word.removeLast() }
      return word
    }
  }
}
