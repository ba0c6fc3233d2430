public import IncidentCore
public import JSONTree

/// Follow-ups across incidents, a row each.
public struct ActionTable: Sendable {
  private let entries: [ActionEntry]
  private let today: CivilDate
  /// Terminals that are this wide show whole ids.
  private static let roomForIDs = 100

  /// The table in the order given.
  /// - Parameter today: the date in UTC.
  public init(_ entries: [ActionEntry], today: CivilDate) {
    self.entries = entries
    self.today = today
  }

  /// The lines to print: the follow-up and its incident in the order in which commands take them, how it stands, what it
  /// says.
  /// - Parameter width: the terminal's columns; nil where there is none and nothing is cut.
  public func lines(width: Int?) -> [StyledLine] {
    let showsWholeIDs = width ?? .max >= Self.roomForIDs
    return TextTable(
      columns: [
        .init("ID"), .init("INCIDENT"), .init("STATUS"), .init("DUE", dropOrder: 4),
        .init("OWNER", leastWidth: 8, dropOrder: 3), .init("KIND", dropOrder: 2), .init("PRIORITY", dropOrder: 1),
        .init("TITLE", leastWidth: 24),
      ],
      rows: entries.map { entry in
        let item = entry.item
        return [
          StyledLine(item.name, .label),
          StyledLine(showsWholeIDs ? entry.incident.text : String(entry.incident.shortText)), status(of: item),
          StyledLine(item.due?.description ?? ""), StyledLine(item.owner ?? ""),
          StyledLine(item.kind?.rawValue ?? ""), StyledLine(item.priority?.rawValue ?? ""), StyledLine(item.title),
        ]
      }
    ).lines(width: width)
  }

  /// The same under a heading, with how many there are and how many of them are overdue.
  /// - Parameter name: as it stands in a record, which is made visible here.
  public func lines(under name: String, width: Int?) -> [StyledLine] {
    let late = entries.count { $0.item.isOverdue(on: today) }
    var phrases = [Phrase(name, .heading), Phrase("\(entries.count)", .muted)]
    if late > 0 { phrases.append(Phrase("\(late) OVERDUE", .alarm)) }
    return Phrase.flow(phrases, separator: "  ", width: width) + lines(width: width)
  }

  private func status(of item: ActionItem) -> StyledLine {
    if item.isOverdue(on: today) { return StyledLine("OVERDUE", .alarm) }
    switch item.status {
    case .open, .started: return StyledLine(item.status.rawValue)
    case .done: return StyledLine(item.status.rawValue, .warning)
    case .verified: return StyledLine(item.status.rawValue, .ok)
    case .dropped: return StyledLine(item.status.rawValue, .muted)
    }
  }
}

/// What `action list --json` prints.
public enum ActionDocument {
  /// `[{"incident": …, "id": "A1", …}]`: the members of the record, and `overdueBySeconds` since the end of its day, in
  /// UTC, where it is overdue.
  public static func json(_ entries: [ActionEntry], now: Timestamp) -> JSON {
    .array(
      entries.map { entry in
        var json: JSONObject = ["incident": .string(entry.incident.text)]
        for member in entry.item.json { json[member.key] = member.value }
        if entry.item.isOverdue(on: now.date), let due = entry.item.due {
          let seconds = now.seconds - (due.daysSinceEpoch + 1) * 86_400
          json["overdueBySeconds"] = .number(JSONNumber(seconds))
        }
        return .object(json)
      })
  }
}
