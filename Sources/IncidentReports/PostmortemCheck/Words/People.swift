/// Who a word means: the same noun may be a person or a part of the system.
extension Sentence {
  /// Whether the word there means somebody who works on the system.
  func isSomebody(_ index: Int) -> Bool {
    let classes = classes(index)
    guard !classes.isDisjoint(with: .somebody) else { return false }
    if classes.contains(.recordName) || classes.contains(.pronoun) { return true }
    if classes.contains(.person) { return isPerson(index) }
    return words[index].isCapitalised
  }

  /// Nouns for people that machines bear, too.
  private func isPerson(_ index: Int) -> Bool {
    let before = text(index - 1)
    let isPlain = index == 0 || classes(index - 1).contains(.determiner) || words[index - 1].isMark
    switch words[index].text {
    case "operator", "operators":
      guard index == 0 || !words[index - 1].isMask else { return false }
      if index > 1, words[index - 1].isCapitalised, !isPlain { return false }
      return !nearby(index).contains { Self.clusterWords.contains(words[$0].text) }
    case "manager", "managers", "supervisor", "supervisors", "dispatcher", "dispatchers", "responder", "responders":
      return isPlain || Self.officeWords.contains(before)
    case "lead", "leads":
      return text(index + 1) != "to" && (isPlain && index > 0 || Self.officeWords.contains(before))
    case "shift": return Self.shiftWords.contains(before)
    case "hire", "hires": return before == "new" || before == "recent"
    case "management", "leadership": return isPlain || before == "senior" || before == "upper"
    case "owner", "owners": return !["file", "process", "lock", "lease", "table", "partition"].contains(before)
    case "human", "humans", "man": return text(index + 1) != "error" && text(index + 1) != "factors"
    default: return true
    }
  }

  private func nearby(_ index: Int) -> Range<Int> { max(0, index - 12)..<min(words.count, index + 13) }

  private static let clusterWords: Set = [
    "kubernetes", "k8s", "reconcile", "reconciled", "reconciling", "reconciler", "crd", "crds", "controller", "pod",
    "pods", "prometheus", "etcd", "helm", "operator's",
  ]
  private static let officeWords: Set = [
    "incident", "product", "engineering", "release", "project", "duty", "shift", "team", "line", "it", "operations",
    "site", "change", "first", "on-call", "technical", "tech", "communications", "comms", "ops", "other", "second",
  ]
  private static let shiftWords: Set = [
    "night", "day", "late", "early", "next", "previous", "morning", "evening", "on-call", "weekend", "second", "first",
  ]
}

/// Who does what a verb says.
enum Subject: Hashable {
  /// Somebody, named by the word there.
  case somebody(Int)
  /// They, of whom the sentence does not say who they are.
  case unclear
  /// Nobody.
  case nobody
  /// A part of the system, or what is not said.
  case other
}

extension Sentence {
  /// The subject of the verb at `index`.
  func subject(of index: Int) -> Subject {
    var head = index - 1
    while head >= 0,
      !classes(head).isDisjoint(with: [.adverb, .auxiliary]) || text(head) == "not" || text(head) == "both"
    {
      head -= 1
    }
    if head > 0, [",", ")", "—"].contains(text(head)) {
      // "The engineer, tired by then, failed to …"
      let opening = text(head) == ")" ? "(" : text(head)
      guard let start = (max(0, head - 14)..<head).last(where: { text($0) == opening }), start > 0 else {
        return .other
      }
      head = start - 1
    }
    guard head >= 0 else { return .other }
    switch text(head) {
    case "and", "or", "but", "then": return firstSubject(before: head)
    case "who", "whoever": return antecedent(of: head)
    case "they":
      let earlier = (max(0, head - 30)..<head).contains { text($0) != "they" && isSomebody($0) }
      return earlier ? .somebody(head) : .unclear
    case "nobody", "none": return .nobody
    case "one" where text(head - 1) == "no": return .nobody
    case "call", "duty", "rotation":
      guard text(head - 1) == "on" else { break }
      return .somebody((max(0, head - 4)..<head).last(where: isSomebody) ?? head)
    default: break
    }
    return isSomebody(head) ? phrase(endingAt: head) : personBehindPreposition(head)
  }

  /// Not of "the alert for the engineer", nor of "no engineer".
  private func phrase(endingAt head: Int) -> Subject {
    var start = head - 1
    while start >= 0, head - start < 5 {
      let word = text(start)
      if word == "no" || word == "neither" || word == "nor" { return .nobody }
      if words[start].isMark || classes(start).contains(.auxiliary) { break }
      if classes(start).contains(.preposition) {
        guard start > 0, !words[start - 1].isMark else { return .somebody(head) }
        if ["nobody", "none"].contains(text(start - 1)) || text(start - 1) == "one" && text(start - 2) == "no" {
          return .nobody
        }
        let isPart = Self.parts.contains(text(start - 1)) || isSomebody(start - 1)
        return isPart ? .somebody(head) : classes(start - 1).contains(.auxiliary) ? .somebody(head) : .other
      }
      // "the day Dana forgot …", "so the team …": what stands before a determiner is no part of it.
      if classes(start).contains(.determiner), start > 0, !classes(start - 1).contains(.preposition),
        text(start - 1) != "no"
      {
        break
      }
      start -= 1
    }
    return .somebody(head)
  }

  /// "The team in Berlin", "anybody with some experience", "the developer who merged it".
  private func personBehindPreposition(_ head: Int) -> Subject {
    var position = head - 1
    while position > 0, head - position < 7, !words[position].isMark {
      if ["that", "when", "while", "because"].contains(text(position)) { break }
      if classes(position).contains(.preposition) || text(position) == "who", isSomebody(position - 1) {
        return phrase(endingAt: position - 1)
      }
      if classes(position).contains(.auxiliary) { break }
      position -= 1
    }
    return .other
  }

  /// The subject of a verb behind "and" is that of the verb before.
  private func firstSubject(before index: Int) -> Subject {
    let clause = clause(before: index, crossingCommas: true)
    for position in clause.prefix(6) {
      if isSomebody(position) { return phrase(endingAt: position) }
      if classes(position).contains(.negation) { return .nobody }
      if classes(position).contains(.auxiliary) || text(position).hasSuffix("ed") || words[position].isMask { break }
    }
    return .other
  }

  private func antecedent(of index: Int) -> Subject {
    var before = index - 1
    if text(before) == "," { before -= 1 }
    guard before >= 0, !words[before].isMark else {
      return text(index) == "who" && isQuestion ? .other : .somebody(index)
    }
    if ["nobody", "none"].contains(text(before)) || text(before) == "one" && text(before - 1) == "no" {
      return .nobody
    }
    if isSomebody(before) || ["those", "one", "person"].contains(text(before)) { return .somebody(before) }
    return personBehindPreposition(before)
  }

  /// Somebody whom a noun phrase from `index` on means: "the on-call engineer", not "the engineer's laptop".
  func somebody(from index: Int) -> Int? {
    guard index < words.count else { return nil }
    var hasNoun = false
    for position in index..<min(index + 6, words.count) {
      let classes = classes(position)
      if words[position].isMark || words[position].isMask { return nil }
      if Self.endsPhrase.contains(text(position)) { return nil }
      if isSomebody(position) {
        if continuesPhrase(position + 1) { return position }
        // "on-call engineer", "network team".
        guard position + 1 < words.count, isSomebody(position + 1) else { return nil }
        continue
      }
      if classes.contains(.determiner) {
        if hasNoun { return nil }
        continue
      }
      if !classes.isDisjoint(with: [.preposition, .auxiliary, .negation]) { return nil }
      hasNoun = true
    }
    return nil
  }

  /// Whether a phrase may end before the word there, so that the noun is no part of a longer one: "developer portal".
  private func continuesPhrase(_ index: Int) -> Bool {
    guard index < words.count else { return true }
    let word = words[index]
    if word.isMark { return true }
    if !word.classes.isDisjoint(with: [.preposition, .auxiliary, .adverb, .negation, .determiner, .pronoun]) {
      return true
    }
    if word.text.hasSuffix("ing") || word.text.hasSuffix("ed") { return true }
    return Self.endsPhrase.contains(word.text) || Self.irregularPasts.contains(word.text)
  }

  private static let parts: Set = [
    "one", "some", "most", "many", "all", "member", "members", "several", "each", "both", "either", "none", "rest",
    "part", "two", "three",
  ]
  private static let endsPhrase: Set = [
    "that", "which", "who", "whose", "when", "while", "where", "and", "or", "but", "because", "as", "to", "if", "so",
  ]
  private static let irregularPasts: Set = [
    "ran", "made", "did", "took", "broke", "forgot", "went", "sent", "left", "put", "set", "cut", "gave", "wrote",
    "chose", "thought", "kept", "brought", "told", "began", "hit", "shut", "let", "lost", "sat", "misread",
    "overlooked",
    "read", "known", "seen", "taken", "done", "paid", "run", "asked",
  ]
}
