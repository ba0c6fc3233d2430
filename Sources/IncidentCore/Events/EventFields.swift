import JSONTree

/// Typed reading of an event's members.
struct EventFields {
  private let json: JSONObject

  init(_ json: JSONObject) {
    self.json = json
  }

  func optionalText(_ key: String) throws(EventProblem) -> String? {
    guard let value = json[key] else { return nil }
    guard let text = value.string else { throw EventProblem(key: key, kind: .notText) }
    return text
  }

  func text(_ key: String) throws(EventProblem) -> String {
    guard let text = try optionalText(key) else { throw EventProblem(key: key, kind: .missing) }
    return text
  }

  func texts(_ key: String) throws(EventProblem) -> [String] {
    guard let value = json[key] else { return [] }
    guard let elements = value.array else { throw EventProblem(key: key, kind: .notAListOfTexts) }
    var texts: [String] = []
    for element in elements {
      guard let text = element.string else { throw EventProblem(key: key, kind: .notAListOfTexts) }
      texts.append(text)
    }
    return texts
  }

  /// The members of an object of texts, in their order; none where it is absent.
  func textMembers(_ key: String) throws(EventProblem) -> [(name: String, text: String)] {
    guard let value = json[key] else { return [] }
    guard let object = value.object else { throw EventProblem(key: key, kind: .notAnObjectOfTexts) }
    var members: [(name: String, text: String)] = []
    for member in object {
      guard let text = member.value.string else { throw EventProblem(key: key, kind: .notAnObjectOfTexts) }
      members.append((member.key, text))
    }
    return members
  }

  func optionalFlag(_ key: String) throws(EventProblem) -> Bool? {
    guard let value = json[key] else { return nil }
    guard let flag = value.bool else { throw EventProblem(key: key, kind: .notTrueOrFalse) }
    return flag
  }

  func flag(_ key: String) throws(EventProblem) -> Bool {
    try optionalFlag(key) ?? false
  }

  func optionalCount(_ key: String) throws(EventProblem) -> Int? {
    guard let value = json[key] else { return nil }
    guard let count = value.int, count >= 0 else { throw EventProblem(key: key, kind: .notACount) }
    return count
  }

  /// A count; zero where it is absent.
  func count(_ key: String) throws(EventProblem) -> Int {
    try optionalCount(key) ?? 0
  }

  func optionalTime(_ key: String) throws(EventProblem) -> Timestamp? {
    guard let text = try optionalText(key) else { return nil }
    guard let time = Timestamp(canonical: text) else { throw EventProblem(key: key, kind: .notATime(text)) }
    return time
  }

  func time(_ key: String) throws(EventProblem) -> Timestamp {
    guard let time = try optionalTime(key) else { throw EventProblem(key: key, kind: .missing) }
    return time
  }

  func optionalDate(_ key: String) throws(EventProblem) -> CivilDate? {
    guard let text = try optionalText(key) else { return nil }
    guard let date = CivilDate(text) else { throw EventProblem(key: key, kind: .notADate(text)) }
    return date
  }

  func optionalPercentage(_ key: String) throws(EventProblem) -> Percentage? {
    guard let value = json[key] else { return nil }
    guard let percentage = value.int.flatMap({ Percentage($0) }) else {
      throw EventProblem(key: key, kind: .notAPercentage)
    }
    return percentage
  }

  func eventID(_ key: String) throws(EventProblem) -> EventID {
    guard let id = EventID(try text(key)) else { throw EventProblem(key: key, kind: .notAnEventID) }
    return id
  }

  /// A word of a closed list.
  func optionalWord<Word>(_ key: String, _ read: (String) -> Word?) throws(EventProblem) -> Word? {
    guard let text = try optionalText(key) else { return nil }
    guard let word = read(text) else { throw EventProblem(key: key, kind: .unknownWord(text)) }
    return word
  }

  /// A word of a closed list that has to be there.
  func word<Word>(_ key: String, _ read: (String) -> Word?) throws(EventProblem) -> Word {
    guard let word = try optionalWord(key, read) else { throw EventProblem(key: key, kind: .missing) }
    return word
  }
}

extension JSONObject {
  /// Appends a member unless there is nothing to say.
  mutating func append(_ key: String, _ text: String?) {
    if let text { self[key] = .string(text) }
  }

  /// Appends a member unless there is nothing to say.
  mutating func append(_ key: String, _ time: Timestamp?) {
    if let time { self[key] = .string(time.description) }
  }

  /// Appends a member unless there is nothing to say.
  mutating func append(_ key: String, _ percentage: Percentage?) {
    if let percentage { self[key] = .number(JSONNumber(percentage.value)) }
  }

  /// Appends a member unless it is zero.
  mutating func append(_ key: String, count: Int) {
    if count != 0 { self[key] = .number(JSONNumber(count)) }
  }

  /// Appends a member unless it is false.
  mutating func append(_ key: String, _ flag: Bool) {
    if flag { self[key] = .bool(true) }
  }

  /// Appends a member unless the list is empty.
  mutating func append(_ key: String, _ texts: [String]) {
    if !texts.isEmpty { self[key] = .array(texts.map(JSON.string)) }
  }
}
