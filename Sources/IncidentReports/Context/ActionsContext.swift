import IncidentCore
import Mustache

extension IncidentContext {
  /// What is to change: every follow-up that counts, and those that wait for somebody.
  var actions: [String: MustacheValue] {
    let all = snapshot.actions.map { (item: $0, value: value(of: $0)) }
    let open = all.filter(\.item.status.isUnfinished)
    return [
      "actions": .list(all.map(\.value)), "hasActions": .bool(!all.isEmpty),
      "openActions": .list(open.map(\.value)), "hasOpenActions": .bool(!open.isEmpty),
    ]
  }

  private func value(of item: ActionItem) -> MustacheValue {
    [
      "id": .string(item.name), "title": MustacheValue(text: item.title),
      "kind": MustacheValue(text: item.kind?.rawValue), "owner": MustacheValue(text: item.owner),
      "due": item.due.map { .string($0.description) } ?? .null,
      "dueDate": item.due.map { .string(MomentText.date($0)) } ?? .null,
      "isOverdue": .bool(item.isOverdue(on: now.date)), "priority": MustacheValue(text: item.priority?.rawValue),
      "link": MustacheValue(text: item.link), "status": .string(item.status.rawValue),
      "isUnfinished": .bool(item.status.isUnfinished),
    ]
  }
}
