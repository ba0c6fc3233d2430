import IncidentCore
import Mustache

extension IncidentContext {
  /// Who plays which part, and what nobody does yet.
  var roles: [String: MustacheValue] {
    let isActive = snapshot.status.isActive
    let empty = isActive ? policy.emptyRoles(of: snapshot) : []
    let needsAcknowledgement = isActive && snapshot.milestones.acknowledged == nil && snapshot.status == .declared
    let respondBy = needsAcknowledgement ? responseDue : nil
    var members: [String: MustacheValue] = [
      "roles": .list(snapshot.roles.held.map(Self.role)),
      "emptyRoles": .list(
        empty.map { ["key": .string($0.rawValue), "title": .string($0.title), "alias": .string($0.alias)] }),
      "needsAcknowledgement": .bool(needsAcknowledgement), "respondBy": moment(respondBy),
      "respondIsLate": .bool(respondBy.map { $0 < now } ?? false),
      "needsAnything": .bool(needsAcknowledgement || !empty.isEmpty),
    ]
    for role in Role.allCases {
      members[role.rawValue] = MustacheValue(text: EventText.list(snapshot.roles[role]))
    }
    return members
  }

  private var responseDue: Timestamp? {
    (snapshot.milestones.detected ?? snapshot.milestones.declared).map {
      policy.responseDue(snapshot.severity, after: $0)
    }
  }

  private static func role(_ role: Role, names: [String]) -> MustacheValue {
    [
      "key": .string(role.rawValue), "title": .string(role.title), "names": .list(names.map(MustacheValue.string)),
      "namesText": MustacheValue(text: EventText.list(names)),
    ]
  }
}
