public import IncidentCore
public import Mustache

extension IncidentContext {
  /// The context of a message for an audience: all of it, or for customers what is meant for them.
  ///
  /// For customers every key is still there, so that a template renders as it does for others, but only these have their
  /// value: `isDrill`, `isActive`, `isOver`, `isDuplicate`, `status` and `messageKind` with their flags, `publicTitle`,
  /// `publicImpact`, `publicServicesText`, `publicEta`, `publicUpdates`, `hasPublicUpdates`, and when it was, is and will
  /// be: `now`, `date`, `began`, `ended`, `duration`, `durationSeconds`, `nextUpdate`, `updateEvery`. Any other is as where
  /// nothing is known: `null`, an empty list, `false`. A team's own template for customers can therefore print no name,
  /// severity, note or cause, whatever it asks for.
  public func value(for audience: Audience) -> MustacheValue {
    guard audience == .external else { return value }
    guard case .object(let members) = value else { return .null }
    return .object(
      Dictionary(members.map { ($0.key, Self.publicKeys.contains($0.key) ? $0.value : $0.value.unknown) }) { $1 })
  }

  /// The keys whose values customers may read.
  static let publicKeys: Set<String> = Set(
    [
      "isDrill", "isActive", "isOver", "isDuplicate", "status", "messageKind", "publicTitle", "publicImpact",
      "publicServicesText", "publicEta", "publicUpdates", "hasPublicUpdates", "now", "date", "began", "ended",
      "duration", "durationSeconds", "nextUpdate", "updateEvery",
    ] + Status.allCases.map { flag($0.rawValue) } + MessageKind.allCases.map { flag($0.rawValue) })
}

extension MustacheValue {
  /// What stands for a value of that kind where nothing is known.
  fileprivate var unknown: MustacheValue {
    switch self {
    case .bool: false
    case .list: .list([])
    case .null, .string, .number, .object: .null
    }
  }
}
