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
      "emptyRoles": .list(empty.map { .object(Self.members(of: $0)) }),
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
    var members = members(of: role)
    members["names"] = .list(names.map(MustacheValue.string))
    members["namesText"] = MustacheValue(text: EventText.list(names))
    return .object(members)
  }

  private static func members(of role: Role) -> [String: MustacheValue] {
    [
      "key": .string(role.rawValue), "alias": .string(role.alias), "title": .string(role.title),
      "label": .string(role.title.prefix(1).uppercased() + role.title.dropFirst()),
    ]
  }
}
