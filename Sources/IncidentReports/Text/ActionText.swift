import IncidentCore

/// What is said of a follow-up: the same words on every page.
enum ActionText {
  /// `OVERDUE by 3 days` loudly, `due today`, `due 4 December 2026`; nil where there is nothing to be in time for.
  static func due(_ item: ActionItem, today: CivilDate) -> Phrase? {
    guard item.status.isToDo, let due = item.due else { return nil }
    let days = today.daysSinceEpoch - due.daysSinceEpoch
    if days > 0 { return Phrase("OVERDUE by \(days == 1 ? "1 day" : "\(days) days")", .alarm) }
    return days == 0 ? Phrase("due today", .warning) : Phrase("due \(MomentText.date(due))")
  }

  /// `started`; `done, to be verified`; nil for one that nobody has begun.
  static func standing(_ status: ActionStatus) -> String? {
    switch status {
    case .open: nil
    case .started: "started"
    case .done: "done, to be verified"
    case .verified: "verified"
    case .dropped: "dropped"
    }
  }

  /// `added action A1 for dana, due 4 December 2026`.
  static func added(_ body: ActionAdded, as event: EventID, in incident: Incident) -> String {
    var text = "added \(incident.snapshot.action(event).map { "action \($0.name)" } ?? "an action")"
    if let owner = body.owner?.nonBlank { text += " for \(owner)" }
    let rest = details(kind: body.kind, priority: body.priority, link: body.link)
    for part in [body.due.map { "due \(MomentText.date($0))" }].compactMap(\.self) + rest { text += ", \(part)" }
    return text
  }

  /// `action A1 done: Alert on pool saturation`, `action A1 changed (owner li): …`.
  static func changed(_ body: ActionChanged, in incident: Incident) -> String {
    guard let item = incident.snapshot.action(body.action) else { return "changed an action that is not there" }
    var parts: [String] = []
    if body.title != nil { parts.append("title") }
    if let owner = body.owner?.nonBlank { parts.append("owner \(owner)") }
    if let due = body.due { parts.append("due \(MomentText.date(due))") }
    parts += details(kind: body.kind, priority: body.priority, link: body.link)
    let change = parts.isEmpty ? nil : "changed (\(parts.joined(separator: ", ")))"
    let news = [body.status.map(word(for:)), change].compactMap(\.self).joined(separator: ", ")
    return "action \(item.name)\(news.isEmpty ? "" : " \(news)"): \(item.title)"
  }

  private static func details(kind: ActionKind?, priority: ActionPriority?, link: String?) -> [String] {
    var parts: [String] = []
    if let kind { parts.append("kind \(kind.rawValue)") }
    if let priority { parts.append("\(priority.rawValue) priority") }
    if let link = link?.nonBlank { parts.append(link) }
    return parts
  }

  private static func word(for status: ActionStatus) -> String {
    status == .open ? "reopened" : status.rawValue
  }
}

extension Snapshot {
  /// The follow-up that an event added, while it counts.
  func action(_ event: EventID) -> ActionItem? {
    actions.first { $0.event == event }
  }
}
