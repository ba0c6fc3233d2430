import IncidentCore

/// What is not as it should be about who does what.
public enum RoleGaps {
  /// The required roles that nobody holds; only a response that goes on needs them.
  static func empty(in snapshot: Snapshot, policy: Policy) -> [Role] {
    snapshot.status.isActive ? policy.emptyRoles(of: snapshot) : []
  }

  /// Who both commands and speaks for a response that goes on, which is more than one person can do; nil where nobody
  /// does.
  static func overloaded(in snapshot: Snapshot) -> String? {
    guard snapshot.status.isActive, let commander = snapshot.roles.commander,
      snapshot.roles[.communicationsLead].contains(commander)
    else { return nil }
    return commander
  }

  /// `dana is both incident commander and communications lead`, without a full stop.
  /// - Parameter name: the person, as the record has it; not made visible here.
  public static func overloadedSentence(_ name: String) -> String {
    "\(name) is both \(Role.incidentCommander.title) and \(Role.communicationsLead.title)"
  }
}
