import JSONTree

extension ConfigReader {
  /// All of it counts, or the default does: half of somebody's hours with half of another's would be nobody's.
  mutating func readWorkingHours(_ json: JSON, at path: [JSONPathComponent]) {
    guard let object = json.object else {
      return expected("an object: {\"days\": [\"Mon\"], \"from\": \"09:00\", \"to\": \"18:00\"}", at: path)
    }
    let problemsBefore = problems.count
    var days = OfficeHours.standard.days
    var from = OfficeHours.standard.from
    var to = OfficeHours.standard.to
    for member in object {
      let memberPath = path + [.key(member.key)]
      switch member.key {
      case "days": days = readDays(member.value, at: memberPath)
      case "from": from = readClock(member.value, at: memberPath) ?? from
      case "to": to = readClock(member.value, at: memberPath) ?? to
      default: unknown(member.key, among: ["days", "from", "to"], at: memberPath)
      }
    }
    guard problems.count == problemsBefore else { return }
    guard let hours = OfficeHours(days: days, from: from, to: to) else {
      return expected("an end, \"to\", after the beginning, \"from\", of the same day", at: path)
    }
    config.workingHours = hours
  }

  private mutating func readDays(_ json: JSON, at path: [JSONPathComponent]) -> [Weekday] {
    guard let words = json.array, !words.isEmpty else {
      expected("an array of days such as [\"Mon\", \"Tue\"]", at: path)
      return []
    }
    return words.enumerated().compactMap { index, word in
      let day = word.string.flatMap(Weekday.init(typed:))
      if day == nil {
        expected("a day: \(Weekday.allCases.map(\.rawValue).joined(separator: ", "))", at: path + [.index(index)])
      }
      return day
    }
  }

  private mutating func readClock(_ json: JSON, at path: [JSONPathComponent]) -> Int? {
    let second = json.string.flatMap(OfficeHours.secondOfDay)
    if second == nil { expected("a time of day from \"00:00\" to \"24:00\"", at: path) }
    return second
  }
}

extension OfficeHours {
  var json: JSONObject {
    [
      "days": .array(days.map { .string($0.rawValue) }),
      "from": .string(Self.clock(from)),
      "to": .string(Self.clock(to)),
    ]
  }

  /// `09:00`.
  private static func clock(_ secondOfDay: Int) -> String {
    twoDigits(secondOfDay / 3_600) + ":" + twoDigits(secondOfDay / 60 % 60)
  }

  /// `09:00`, `9:00` or `24:00`, in seconds; nil for anything else.
  fileprivate static func secondOfDay(_ text: String) -> Int? {
    var scanner = DigitScanner(text)
    guard let hour = scanner.shortNumber(), scanner.take(":"), let minute = scanner.number(digits: 2), minute < 60,
      scanner.isAtEnd, hour < 24 || (hour == 24 && minute == 0)
    else { return nil }
    return hour * 3_600 + minute * 60
  }
}
