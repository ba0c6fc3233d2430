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

  private var realState: Snapshot? {
    guard let state = readable?.snapshot, state.kind == .incident else { return nil }
    return state
  }
}
