import CommandArguments
import IncidentCore

/// Options that every command takes, before or after its name.
enum GlobalOptions {
  static let directory = Option.value("directory", short: "C", "DIR", help: "Start in DIR instead of here")
  static let json = Option.flag("json", help: "Answer with one JSON document")
  static let color = Option.value(
    "color", "WHEN", help: "When to colour", candidates: ["auto", "always", "never"])
  static let at = Option.value("at", "TIME", help: "When it happened, in UTC: 22:47, -15m, RFC 3339")
  static let by = Option.value("by", "NAME", help: "Who records it; else $INCIDENT_USER, Git's user.name, $USER")
  static let commit = Option.flag("commit", help: "Commit the record to Git at once")
  static let allowSecret = Option.flag("allow-secret", help: "Record text that looks like a credential")

  /// What commands take that record events.
  static let recording = [at, by, commit, allowSecret]
  static let all = [directory, json, color] + recording
}

/// When output is coloured.
enum ColorChoice: String, CaseIterable {
  case auto, always, never
}

extension Arguments {
  /// The value of a closed list of words.
  func word<Word>(
    _ option: CommandArguments.Option, among words: [String], _ read: (String) -> Word?
  ) throws(CommandFailure) -> Word? {
    guard let text = value(of: option) else { return nil }
    return try word(text, among: words, read) { .invalidValue(option, text, expected: $0) }
  }

  /// The same for an operand.
  func word<Word>(
    _ operand: Operand, among words: [String], _ read: (String) -> Word?
  ) throws(CommandFailure) -> Word? {
    guard let text = value(of: operand) else { return nil }
    return try word(text, among: words, read) { .invalidOperand(operand, text, expected: $0) }
  }

  /// The same for one value of an option that may be repeated.
  func word<Word>(
    _ option: CommandArguments.Option, _ text: String, among words: [String], _ read: (String) -> Word?
  ) throws(CommandFailure) -> Word {
    try word(text, among: words, read) { .invalidValue(option, text, expected: $0) }
  }

  private func word<Word>(
    _ text: String, among words: [String], _ read: (String) -> Word?, _ fault: (String) -> UsageError.Kind
  ) throws(CommandFailure) -> Word {
    if let word = read(text) { return word }
    let nearest = nearestWord(to: text.lowercased(), among: words.map { $0.lowercased() })
    let suggestion = nearest.flatMap { near in words.first { $0.lowercased() == near } }
    throw CommandFailure(failure(fault(words.joined(separator: ", ")), suggestion: suggestion))
  }

  /// A time as people type it.
  func time(
    _ option: CommandArguments.Option, now: Timestamp, direction: TimeDirection = .past
  ) throws(CommandFailure) -> Timestamp? {
    guard let text = value(of: option) else { return nil }
    guard let time = Timestamp(typed: text, now: now, direction: direction) else {
      let expected = "a time such as 22:47, yesterday 22:47, -15m or 2026-11-20T22:47:00Z"
      throw CommandFailure(failure(.invalidValue(option, text, expected: expected)))
    }
    return time
  }

  /// A moment, or a length of time before now: `06:00`, `12h`. A date by itself is its beginning in `zone`.
  func moment(
    _ option: CommandArguments.Option, now: Timestamp, direction: TimeDirection = .past, in zone: TimeZoneRules = .utc
  ) throws(CommandFailure) -> Timestamp? {
    if let date = value(of: option).flatMap({ CivilDate($0) }), let start = LocalTime(date: date) {
      return zone.timestamp(of: start)
    }
    if let span = value(of: option).flatMap({ TimeSpan($0) }) { return now.adding(-span.seconds) }
    return try time(option, now: now, direction: direction)
  }

  /// A time to come: `23:30`, or a length of time from now such as `15m`.
  func timeToCome(
    _ option: CommandArguments.Option, from start: Timestamp
  ) throws(CommandFailure) -> Timestamp? {
    guard let text = value(of: option) else { return nil }
    if let span = TimeSpan(text) { return start.adding(span.seconds) }
    guard let time = Timestamp(typed: text, now: start, direction: .future) else {
      let expected = "a length of time such as 15m, or a time such as 23:30"
      throw CommandFailure(failure(.invalidValue(option, text, expected: expected)))
    }
    return time
  }

  /// A whole percentage.
  func percentage(_ option: CommandArguments.Option) throws(CommandFailure) -> Percentage? {
    guard let text = value(of: option) else { return nil }
    guard let percentage = Percentage(typed: text) else {
      throw CommandFailure(failure(.invalidValue(option, text, expected: "a whole number from 0 to 100")))
    }
    return percentage
  }

  /// A text that says something.
  func text(_ option: CommandArguments.Option) throws(CommandFailure) -> String? {
    guard let text = value(of: option) else { return nil }
    guard text.hasWords else {
      throw CommandFailure(failure(.invalidValue(option, text, expected: "some text")))
    }
    return text
  }
}
