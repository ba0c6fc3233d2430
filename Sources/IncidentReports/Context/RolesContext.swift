import IncidentCore
import Mustache

extension IncidentContext {
  /// Who plays which part, and what nobody does yet.
  var roles: [String: MustacheValue] {
    let empty = RoleGaps.empty(in: snapshot, policy: policy)
    let deadlines = deadlines
    let needsAcknowledgement = deadlines.asksForAcknowledgement
    let respondBy = needsAcknowledgement ? deadlines.acknowledgement : nil
    var members: [String: MustacheValue] = [
      "roles": .list(snapshot.roles.held.map(Self.role)),
      "emptyRoles": .list(empty.map { .object(Self.members(of: $0)) }),
      "needsAcknowledgement": .bool(needsAcknowledgement), "respondBy": moment(respondBy),
      "respondIsLate": .bool(respondBy?.overdue(at: now) != nil),
      "needsAnything": .bool(needsAcknowledgement || !empty.isEmpty),
    ]
    for role in Role.allCases {
      members[role.rawValue] = MustacheValue(text: EventText.list(snapshot.roles[role]))
    }
    return members
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
