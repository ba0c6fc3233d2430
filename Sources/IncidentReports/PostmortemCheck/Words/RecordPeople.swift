import IncidentCore

/// The people of an incident, and what to call them where causes are told.
struct People {
  /// A name, word by word, in lower case.
  struct Name: Hashable {
    let words: [String]
    /// `the incident commander`.
    let role: String
    /// Whether it is a word of a language, too, and counts only with a capital letter within a sentence.
    let isOrdinary: Bool
  }

  /// The longest first.
  private(set) var names: [Name] = []
  /// What is known of words.
  let lexicon: Lexicon

  /// The people of a record, or of none.
  init(_ incident: Incident?) {
    guard let incident else {
      lexicon = Lexicon(names: [])
      return
    }
    let services = Set(incident.snapshot.services.map { $0.lowercased() })
    var names: [Name] = []
    for (name, role) in Self.everyone(of: incident) {
      for words in Self.spellings(of: name) where !names.contains(where: { $0.words == words }) {
        let joined = words.joined(separator: " ")
        guard !services.contains(joined), !Self.machines.contains(joined) else { continue }
        names.append(Name(words: words, role: role, isOrdinary: Self.ordinary.contains(joined)))
      }
    }
    self.names = names.sorted { $0.words.count > $1.words.count }
    lexicon = Lexicon(names: names.filter { $0.words.count == 1 && !$0.isOrdinary }.flatMap(\.words))
  }

  /// What to call somebody instead: by role where the record has one, else by what people in a response are.
  func role(of word: String) -> String {
    if let name = names.first(where: { $0.words == [word] }) { return name.role }
    switch word {
    case "team", "teams", "ops", "devops", "qa", "sre", "sres", "management", "we": return "the team"
    default: return Self.anybody
    }
  }

  /// Whether a word names somebody's own: `dana's`, `engineer's`.
  func isPossessive(_ word: String) -> Bool {
    if ["his", "her", "their", "my", "your", "someone's", "somebody's", "whose"].contains(word) { return true }
    guard word.hasSuffix("'s") else { return false }
    return !lexicon.classes(of: String(word.dropLast(2))).isDisjoint(with: .somebody)
  }

  static let anybody = "the on-call engineer"

  /// Every name with the role to use instead: roles held now or before, authors, owners of actions.
  private static func everyone(of incident: Incident) -> [(name: String, role: String)] {
    var people: [(name: String, role: String)] = []
    func add(_ name: String, _ role: String) {
      if !people.contains(where: { $0.name == name }) { people.append((name, role)) }
    }
    for (role, names) in incident.snapshot.roles.held {
      for name in names { add(name, role == .responder ? anybody : "the \(role.title)") }
    }
    for event in incident.countingEvents {
      if case .assigned(let body) = event.body {
        add(body.name, body.role == .responder ? anybody : "the \(body.role.title)")
        if let from = body.from { add(from, "the \(body.role.title)") }
      }
    }
    for event in incident.countingEvents { add(event.by, anybody) }
    for action in incident.snapshot.actions {
      if let owner = action.owner { add(owner, "the owner of \(action.name)") }
    }
    return people
  }

  /// `Dana Scully` is called that, `dana` and `scully`; `dana.scully@example.org` likewise; `@dana` is `dana`.
  private static func spellings(of name: String) -> [[String]] {
    let local = name.split(separator: "@", omittingEmptySubsequences: true).first.map(String.init) ?? name
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in local.unicodeScalars {
      if scalar.isLetterOrDigit || scalar == "'" {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word).lowercased())
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word).lowercased()) }
    // "on-call team", "payments team": no person.
    guard !words.isEmpty, !words.contains(where: machines.contains) else { return [] }
    let parts = words.filter { $0.unicodeScalars.count > 1 && !particles.contains($0) && Int($0) == nil }
    return (words.count > 1 ? [words] : []) + parts.map { [$0] }
  }

  private static let particles: Set = [
    "von", "van", "de", "der", "den", "del", "la", "le", "di", "da", "dos", "el", "al", "bin", "ter",
  ]
  private static let machines: Set = [
    "unknown", "ci", "bot", "github", "actions", "gitlab", "jenkins", "pagerduty", "opsgenie", "alertmanager", "cron",
    "system", "root", "admin", "ubuntu", "runner", "automation", "monitoring", "nagios", "prometheus", "datadog",
    "team",
    "oncall", "ops", "sre", "devops", "nobody", "user", "support", "deploy", "engineer", "operator",
  ]
  private static let ordinary: Set = [
    "will", "mark", "may", "bill", "grant", "art", "chase", "drew", "hope", "grace", "faith", "rob", "pat", "sue",
    "max",
    "miles", "page", "rich", "rose", "ruby", "sandy", "summer", "victor", "wade", "ward", "penny", "jay", "jack", "guy",
    "dean", "dale", "cliff", "chip", "april", "june", "august", "an", "so", "do", "in", "he", "me", "my", "no", "on",
    "young", "long", "short", "white", "black", "green", "brown", "king", "park", "wood", "stone", "cook", "baker",
    "smith",
    "bell", "day", "rice", "le", "hand", "case", "key", "reason", "frank", "robin", "jan", "joy", "dawn", "gene", "ray",
    "lane", "brook", "heath", "fox", "wolf", "bush", "field", "fields", "banks", "waters", "rivers", "hill", "church",
    "price", "sharp", "strong", "wise", "small", "little", "major", "post", "read", "reed", "hall", "house", "law",
  ]
}
