/// What is known of a word; several may be.
struct WordClasses: OptionSet, Hashable {
  let rawValue: UInt16

  /// A mark between words.
  static let mark = WordClasses(rawValue: 1 << 0)
  /// A word for somebody who works on the system: engineer, team, someone.
  static let person = WordClasses(rawValue: 1 << 1)
  /// He, she, they, we, you, I, who.
  static let pronoun = WordClasses(rawValue: 1 << 2)
  /// A given name that is nothing else.
  static let givenName = WordClasses(rawValue: 1 << 3)
  /// A name of the record's people.
  static let recordName = WordClasses(rawValue: 1 << 4)
  /// Not, never, nor, nobody.
  static let negation = WordClasses(rawValue: 1 << 5)
  /// Stands between a subject and its verb, and means nothing here.
  static let adverb = WordClasses(rawValue: 1 << 6)
  /// Had, was, did: a verb that helps another.
  static let auxiliary = WordClasses(rawValue: 1 << 7)
  /// Of, for, in, on.
  static let preposition = WordClasses(rawValue: 1 << 8)
  /// The, a, our, this.
  static let determiner = WordClasses(rawValue: 1 << 9)
  /// Begins a phrase that some rule looks for.
  static let trigger = WordClasses(rawValue: 1 << 10)

  /// What may be blamed.
  static let somebody: WordClasses = [.person, .pronoun, .givenName, .recordName]
}

/// The words that rules rest on, with the names of one incident.
struct Lexicon {
  private let words: [String: WordClasses]

  /// - Parameter names: Of the record's people, in lower case, word by word.
  init(names: [String]) {
    var words = Self.fixed
    for name in names { words[name, default: []].insert(.recordName) }
    self.words = words
  }

  /// What is known of a word in lower case.
  func classes(of word: String) -> WordClasses {
    words[word] ?? []
  }

  private static let fixed: [String: WordClasses] = {
    var words: [String: WordClasses] = [:]
    func add(_ classes: WordClasses, _ list: String) {
      for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        words[String(word), default: []].insert(classes)
      }
    }
    add(.person, people)
    add(.pronoun, "he she they we you i who whoever")
    add(.givenName, GivenNames.text)
    add(
      .negation,
      "not never no nor neither nobody none without cannot isn't wasn't weren't aren't don't doesn't didn't "
        + "couldn't can't won't wouldn't hardly rarely less")
    add(.adverb, adverbs)
    add(.auxiliary, "had has have did does do was were is are been be being")
    add(.preposition, "of for to in on at from by with behind during about under over after before between within near")
    add(.determiner, "the a an our their its this that these those his her my your each every any some one another")
    for rule in [HumanErrorRule.triggers, PersonAsCauseRule.triggers, BlameRule.triggers] {
      for word in rule { words[word, default: []].insert(.trigger) }
    }
    return words
  }()

  private static let people = """
    engineer engineers developer developers dev devs operator operators admin admins administrator administrators \
    sysadmin sysadmins dba dbas on-call oncall on-caller on-callers responder responders commander commanders \
    programmer programmers coder coders person people someone somebody everyone everybody anyone anybody individual \
    individuals employee employees staff contractor contractors intern interns junior juniors colleague colleagues \
    coworker coworkers co-worker co-workers team teams teammate teammates author authors reviewer reviewers approver \
    approvers tester testers qa ops sre sres devops management leadership analyst analysts technician technicians \
    architect architects committer committers maintainer maintainers owner owners scribe scribes \
    guy guys newcomer newcomers hire hires human humans man woman specialist specialists expert experts consultant \
    consultants supervisor supervisors shift crew personnel manager managers lead leads dispatcher dispatchers
    """

  private static let adverbs = """
    really simply just also again even still clearly obviously apparently evidently repeatedly probably definitely \
    certainly easily surely plainly always ever once already later accidentally mistakenly inadvertently erroneously \
    carelessly wrongly somehow deliberately knowingly consistently completely totally blatantly only actually basically \
    quickly blindly negligently recklessly unfortunately sadly perhaps then
    """
}
