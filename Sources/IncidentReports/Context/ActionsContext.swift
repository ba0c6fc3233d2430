import IncidentCore
import Mustache

extension IncidentContext {
  /// What is to change: every follow-up that counts, and those that wait for somebody.
  var actions: [String: MustacheValue] {
    let all = snapshot.actions.map { (item: $0, value: $0.value(on: now.date)) }
    let open = all.filter(\.item.status.isUnfinished)
    return [
      "actions": .list(all.map(\.value)), "hasActions": .bool(!all.isEmpty),
      "openActions": .list(open.map(\.value)), "hasOpenActions": .bool(!open.isEmpty),
    ]
  }

}

extension ActionItem {
  /// What a template is told of a follow-up, seen on a day.
  fileprivate func members(on today: CivilDate) -> [String: MustacheValue] {
    [
      "id": .string(name), "title": MustacheValue(text: title), "kind": MustacheValue(text: kind?.rawValue),
      "owner": MustacheValue(text: owner), "due": due.map { .string($0.description) } ?? .null,
      "dueDate": due.map { .string(MomentText.date($0)) } ?? .null, "isOverdue": .bool(isOverdue(on: today)),
      "priority": MustacheValue(text: priority?.rawValue), "link": MustacheValue(text: link),
      "status": .string(status.rawValue), "isUnfinished": .bool(status.isUnfinished),
    ]
  }

  fileprivate func value(on today: CivilDate) -> MustacheValue { .object(members(on: today)) }
}

extension ActionEntry {
  /// The same, with the incident that calls for it.
  func value(on today: CivilDate) -> MustacheValue {
    var members = item.members(on: today)
    members["incident"] = .string(incident.text)
    return .object(members)
  }
}
