import IncidentCore
import Mustache

extension IncidentContext {
  /// The runbooks that were followed, and whether they helped.
  var runbooks: [String: MustacheValue] {
    let all = runbookMembers
    return ["runbooks": .list(all.map(MustacheValue.object)), "hasRunbooks": .bool(!all.isEmpty)]
  }

  /// The same with the incident, for a list of several incidents' runbooks.
  var runbooksOfIncident: [MustacheValue] {
    runbookMembers.map { members in
      .object(
        members.merging(["incident": .string(snapshot.id.text), "isDrill": .bool(snapshot.kind == .drill)]) { $1 })
    }
  }

  private var runbookMembers: [[String: MustacheValue]] {
    incident.runbooks.map { $0.members(isActive: snapshot.status.isActive) }
  }
}

extension RunbookProgress {
  /// What a template is told of one; once the response is over no step is the next.
  fileprivate func members(isActive: Bool) -> [String: MustacheValue] {
    let next = isActive ? nextStep : nil
    return [
      "name": .string(name), "title": MustacheValue(text: title),
      "steps": MustacheValue(steps.count), "done": MustacheValue(count(.done)),
      "skipped": MustacheValue(count(.skipped)), "stepsText": .string(RunbookUseText.steps(of: RunbookUse(self))),
      "nextStep": next.map { MustacheValue($0) } ?? .null,
      "nextTitle": MustacheValue(text: next.map { steps[$0 - 1] }),
      "isReviewed": .bool(isHelpful != nil), "isHelpful": .bool(isHelpful == true),
      "isUnhelpful": .bool(isHelpful == false), "verdict": MustacheValue(text: isHelpful.map(RunbookUseText.verdict)),
      "reviews": .list(reviews.map(MustacheValue.string)),
    ]
  }
}
