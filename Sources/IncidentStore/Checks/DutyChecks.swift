import IncidentCore
import JSONTree

/// Did people do what the policy requires by now? Of a drill nobody waits for anything.
extension CheckedRecord {
  func emptyRoles(_ settings: CheckSettings) -> [Finding] {
    guard let state = realState, state.status.isActive else { return [] }
    let empty = settings.policy.emptyRoles(of: state)
    guard let first = empty.first else { return [] }
    return [
      finding(
        .requiredRoles, at: [.key(json?["roles"] == nil ? "severity" : "roles")],
        "\(state.severity.label) requires \(empty.map(\.title).joined(separator: ", ")), and nobody is",
        remedy: "incident assign \(first.alias) NAME \(state.id.typedText)")
    ]
  }

  func overdueUpdate(_ settings: CheckSettings) -> [Finding] {
    guard let state = realState, state.status.isActive, let due = state.nextUpdateDue, settings.now > due else {
      return []
    }
    return [
      finding(
        .overdueUpdates, at: [.key("nextUpdateDue")], "the next update was due at \(due)",
        remedy: "incident update -m TEXT \(state.id.typedText)")
    ]
  }

  func owedPostmortem(_ settings: CheckSettings) -> [Finding] {
    guard let state = realState else { return [] }
    let typed = state.id.typedText
    if let stage = state.postmortem, hasPostmortem == false {
      return [
        finding(
          .postmortem, at: [.key("postmortem")],
          "the postmortem is \(stage.rawValue), and its file \(state.id).postmortem.md is missing",
          remedy: "take it from Git, or begin it again: incident postmortem \(typed)")
      ]
    }
    guard state.status == .resolved, state.postmortem != .published, let resolved = state.milestones.resolved,
      case .required(let span) = settings.policy[state.severity].postmortem
    else { return [] }
    let due = resolved.adding(span.seconds)
    guard settings.now > due else { return [] }
    let stage = state.postmortem.map { "is \($0.rawValue)" } ?? "is not begun"
    return [
      finding(
        .postmortem, at: [.key(state.postmortem == nil ? "status" : "postmortem")],
        "the postmortem \(stage), and was due at \(due)",
        remedy: state.postmortem == nil ? "incident postmortem \(typed)" : "incident postmortem publish \(typed)")
    ]
  }

  func unownedActions() -> [Finding] {
    unfinishedActions.compactMap { place, action, id in
      var missing: [String] = []
      var options = ""
      if action.owner == nil {
        missing.append("owner")
        options += " --owner NAME"
      }
      if action.due == nil {
        missing.append("due date")
        options += " --due DATE"
      }
      guard !missing.isEmpty else { return nil }
      return finding(
        .unownedActions, at: place, "the follow-up \(action.name) has no \(missing.joined(separator: " and no "))",
        remedy: "incident action edit \(action.name)\(options) \(id.typedText)")
    }
  }

  func overdueActions(_ settings: CheckSettings) -> [Finding] {
    unfinishedActions.compactMap { place, action, id in
      guard action.isOverdue(on: settings.now.date), let due = action.due else { return nil }
      return finding(
        .overdueActions, at: place + [.key("due")], "the follow-up \(action.name) was due on \(due)",
        remedy: "incident action done \(action.name) \(id.typedText), or give it another date")
    }
  }

  /// Follow-ups that somebody has yet to do, each with its place in the head.
  private var unfinishedActions: [(place: [JSONPathComponent], action: ActionItem, id: IncidentID)] {
    guard let state = realState else { return [] }
    return state.actions.enumerated().filter { $0.element.status.isToDo }.map { index, action in
      ([.key("actions"), .index(index)], action, state.id)
    }
  }

  private var realState: Snapshot? {
    guard let state = readable?.snapshot, state.kind == .incident else { return nil }
    return state
  }
}
