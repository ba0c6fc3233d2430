public import IncidentCore
public import JSONTree

/// What an incident repeats, and what was to be done about it: in words, so that nobody has to search at night.
public struct RecurrenceText: Sendable {
  private let recurrence: Recurrence
  /// Unfinished follow-ups of earlier incidents.
  private let unfinished: [ActionEntry]
  private let today: CivilDate

  /// How many earlier incidents have to be read for ``init(_:earlier:today:)``, at most: those with something unfinished.
  public static let mostToRead = 8
  private static let mostShown = 3

  /// - Parameters:
  ///   - earlier: the earlier incidents whose follow-ups are told, in any order.
  ///   - today: the date in UTC.
  public init(_ recurrence: Recurrence, earlier: [Snapshot], today: CivilDate) {
    self.recurrence = recurrence
    self.today = today
    unfinished = earlier.flatMap { snapshot in snapshot.actions.map { ActionEntry($0, of: snapshot.id) } }
      .filter(\.item.status.isUnfinished).sorted(by: ActionEntry.isEarlier)
  }

  /// `the third connection-pool on payments in 60 days`.
  var sentence: String {
    let place = Self.ordinal(recurrence.ordinal)
    let what =
      switch recurrence.trait {
      case .causeOnService(let cause, let service): "\(cause) on \(service)"
      case .cause(let cause): cause
      case .service(let service): "incident on \(service)"
      }
    return "the \(place) \(what) in \(PrecedentQuery.days) days"
  }

  /// The sentence with the latest of the earlier ones, then what of them is unfinished.
  public func lines(width: Int?) -> [StyledLine] {
    let latest = recurrence.earlier.prefix(Self.mostShown).map { Phrase($0.id.text, .label) }
    let more = recurrence.earlier.count - latest.count
    let rest = more > 0 ? [Phrase("and \(more) more", .muted)] : []
    let head: StyledLine = "\("Before", .heading)  "
    var lines = Phrase.flow([Phrase("This is \(sentence):", .warning)], prefix: head, indent: 8, width: width)
    lines += Phrase.flow(latest + rest, prefix: "        ", width: width)
    for entry in unfinished.prefix(Self.mostShown) {
      let standing = entry.item.status == .done ? "is not verified" : "is still \(entry.item.status.rawValue)"
      var phrases = [
        Phrase("\(entry.incident.text):", .label), Phrase("\"\(entry.item.title)\"", isRunning: true), Phrase(standing),
      ]
      if let owner = entry.item.owner?.nonBlank { phrases.append(Phrase("(\(owner))", .muted)) }
      if entry.item.isOverdue(on: today) { phrases.append(Phrase("OVERDUE", .alarm)) }
      lines += Phrase.flow(phrases, separator: " ", prefix: "        ", indent: 10, width: width)
    }
    let hidden = unfinished.count - Self.mostShown
    if hidden > 0 {
      lines += Phrase.flow([Phrase("and \(hidden) more unfinished actions", .muted)], prefix: "        ", width: width)
    }
    return lines
  }

  /// `{"trait", "cause", "service", "ordinal", "days", "earlier": […], "unfinishedActions": […]}`.
  public var json: JSON {
    var json: JSONObject = [:]
    switch recurrence.trait {
    case .causeOnService(let cause, let service):
      json["cause"] = .string(cause)
      json["service"] = .string(service)
    case .cause(let cause): json["cause"] = .string(cause)
    case .service(let service): json["service"] = .string(service)
    }
    json["ordinal"] = .number(JSONNumber(recurrence.ordinal))
    json["days"] = .number(JSONNumber(PrecedentQuery.days))
    json["sentence"] = .string(sentence)
    json["earlier"] = .array(recurrence.earlier.map { .string($0.id.text) })
    json["unfinishedActions"] = .array(
      unfinished.map { entry in
        var action: JSONObject = ["incident": .string(entry.incident.text)]
        for member in entry.item.json { action[member.key] = member.value }
        return .object(action)
      })
    return .object(json)
  }

  private static func ordinal(_ number: Int) -> String {
    let words = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
      "twelfth",
    ]
    if words.indices.contains(number - 1) { return words[number - 1] }
    switch (number % 10, number % 100) {
    case (1, let last) where last != 11: return "\(number)st"
    case (2, let last) where last != 12: return "\(number)nd"
    case (3, let last) where last != 13: return "\(number)rd"
    default: return "\(number)th"
    }
  }
}
