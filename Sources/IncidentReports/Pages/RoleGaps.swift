public import IncidentCore

/// What is not as it should be about who does what.
public enum RoleGaps {
  /// The required roles that nobody holds; only a response that goes on needs them.
  public static func empty(in snapshot: Snapshot, policy: Policy) -> [Role] {
    snapshot.status.isActive ? policy.emptyRoles(of: snapshot) : []
  }

  /// Who both commands and speaks for the response, which is more than one person can do; nil where nobody does.
  public static func overloaded(in snapshot: Snapshot) -> String? {
    guard let commander = snapshot.roles.commander, snapshot.roles[.communicationsLead].contains(commander) else {
      return nil
    }
    return commander
  }
}
