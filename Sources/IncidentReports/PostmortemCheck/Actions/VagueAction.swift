/// An action that no test could call done, by its verb: "improve monitoring".
struct VagueAction {
  /// The words that make it vague.
  let words: Range<Int>
  /// A better wording.
  let suggestion: String

  /// Nil where the sentence begins otherwise, or says what can be measured, seen or decided.
  init?(_ sentence: Sentence) {
    var start = 0
    // "A3: …", "We should …", "The team needs to …".
    while start < min(8, sentence.words.count), Self.isLeadIn(sentence, start) { start += 1 }
    guard let phrase = Self.phrases.first(where: { sentence.matches($0.words, at: start) }) else { return nil }
    guard !phrase.family.isMeasured(sentence, from: start + phrase.words.count) else { return nil }
    words = start..<start + phrase.words.count
    suggestion = phrase.family.suggestion(sentence)
  }

  private static func isLeadIn(_ sentence: Sentence, _ index: Int) -> Bool {
    let word = sentence.words[index]
    if word.isMark || word.isMask { return true }
    if [
      "we", "should", "must", "will", "need", "needs", "to", "the", "team", "please", "everyone", "engineers",
      "developers", "operators", "on-call", "let's",
    ].contains(word.text) {
      return true
    }
    return index == 0 && sentence.text(1) == ":" || word.text.first == "a" && Int(word.text.dropFirst()) != nil
  }

  /// What kinds of vagueness there are.
  enum Family {
    /// Better in some way.
    case better
    /// Found out, to no end.
    case research
    /// Talked about.
    case talk
    /// Asked of people's minds.
    case mind
    /// Told to others.
    case tell

    fileprivate func isMeasured(_ sentence: Sentence, from start: Int) -> Bool {
      let limits: Set<String> =
        switch self {
        case .better, .tell: VagueAction.outcomes.union(VagueAction.bounds)
        case .mind: VagueAction.outcomes
        case .research: VagueAction.deliverables
        case .talk: ["decide", "decided", "decision", "record", "adr", "rfc"]
        }
      for word in sentence.words[min(start, sentence.words.count)...] {
        // What follows is who sees to it, and by when.
        if word.text == "(" || VagueAction.details.contains(word.text) { return false }
        if limits.contains(word.text) { return true }
        if self == .better || self == .tell, VagueAction.isNumber(word.text) { return true }
      }
      return false
    }

    fileprivate func suggestion(_ sentence: Sentence) -> String {
      let words = Set(sentence.words.map(\.text))
      func has(_ list: Set<String>) -> Bool { !words.isDisjoint(with: list) }
      switch self {
      case .better:
        if has([
          "monitoring", "alerting", "alerts", "alert", "observability", "visibility", "dashboards", "metrics",
          "monitor",
        ]) {
          return "\"an alert fires when … exceeds … for … min, tested by …\""
        }
        if has(["documentation", "docs", "runbook", "runbooks", "document"]) {
          return "\"the runbook … has the steps for …, and somebody new to it followed them in a drill\""
        }
        if has(["test", "tests", "testing", "coverage"]) { return "\"a test in CI fails when …\"" }
        if has(["performance", "latency", "capacity", "scalability"]) {
          return "\"… answers within … ms at … requests/s, shown by a load test\""
        }
        return "\"… refuses … when …, tested by …\": say what is different once it is done"
      case .research:
        return "\"the cause of … is written down in …, with a change proposed\": say what comes of it, and by when"
      case .talk: return "\"decided by …, and recorded in …\": say what is to be decided"
      case .mind:
        return
          "\"the tool refuses … / asks for … before …, tested by …\": change the system, so that nobody has to remember"
      case .tell:
        return
          "\"the status page is updated within … min by …, tried in the next drill\": say what reaches whom, and when"
      }
    }
  }

  private static let phrases: [(words: [String], family: Family)] = {
    func list(_ family: Family, _ text: String) -> [(words: [String], family: Family)] {
      text.split(separator: ",").map { (words: $0.split(separator: " ").map(String.init), family: family) }
    }
    let all =
      list(
        .better,
        "improve,improved,improving,improvement,improvements,enhance,strengthen,better,increase,increased,optimize,optimise,"
          + "harden,more,fix,stabilize,stabilise,ensure,make sure,guarantee,refactor,clean up,modernize,revisit,monitor,"
          + "add more,write more,add better,have better,get better,be better,tighten,reduce,"
          + "verbessern,verbesserung,sicherstellen,améliorer,s'assurer,assurer,mejorar,asegurar,melhorar,garantir,migliorare,"
          + "assicurarsi,verbeteren,zorgen dat")
      + list(
        .research,
        "investigate,look into,looking into,look at,explore,research,analyze,analyse,examine,dig into,figure out,find out,"
          + "understand,study,assess,evaluate,check out,untersuchen,prüfen,enquêter,étudier,investigar,indagare,onderzoeken"
      )
      + list(
        .talk,
        "consider,think about,discuss,talk about,review,re-evaluate,reconsider,brainstorm,try to,plan to,look for")
      + list(
        .mind,
        "be more,be careful,be extra,pay attention,pay more,pay closer,raise awareness,increase awareness,create awareness,"
          + "train,retrain,re-train,educate,remind,teach,coach,remember,never again,do not,don't,double-check,double check,"
          + "follow,read,take more,take care,stay,be aware,watch out,use more caution,more care,more training,training,"
          + "sensibilisieren,schulen,former,sensibiliser,capacitar,treinar,formare,trainen")
      + list(
        .tell,
        "communicate,communicate better,better communication,improve communication,improve communications,inform,"
          + "keep everyone,share")
    return all.sorted { $0.words.count > $1.words.count }
  }()

  /// What can be seen: it makes the vaguest verb a promise.
  fileprivate static let outcomes: Set = [
    "fails", "fail", "rejects", "reject", "refuses", "refuse", "blocks", "block", "returns", "return", "pages", "fires",
    "tested", "verified", "measured", "shown", "proved", "proven", "drill", "gameday", "cannot", "passes", "survives",
    "survive", "restores", "restore", "expires", "requires", "require", "asks", "ci",
  ]
  /// What can be measured.
  fileprivate static let bounds: Set = [
    "when", "if", "unless", "until", "exceeds", "exceed", "above", "below", "within", "per", "percent", "before",
    "after",
    "every", "timeout", "limit", "limits", "retries", "wenn", "sobald", "unter", "über", "maximal", "falls",
  ]
  fileprivate static let details: Set = [
    "owner", "assignee", "assigned", "due", "deadline", "kind", "verantwortlich", "fällig",
  ]

  /// `300`, `80`; no date, and no part of a name.
  fileprivate static func isNumber(_ word: String) -> Bool {
    guard let first = word.utf8.first, (0x30...0x39).contains(first) else { return false }
    return !word.utf8.dropFirst(4).contains(UInt8(ascii: "-"))
  }

  fileprivate static let deliverables: Set = [
    "write", "written", "document", "documented", "report", "publish", "decide", "decision", "rfc", "adr", "design",
    "propose", "proposal", "measure", "measured", "prototype", "present", "findings", "benchmark", "ticket", "tickets",
  ]
}
