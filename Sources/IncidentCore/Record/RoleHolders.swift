/// Who plays which part.
public struct RoleHolders: Hashable, Sendable {
  private var names: [Role: [String]] = [:]

  /// Nobody, nothing.
  public init() {}

  /// Those who hold `role`, in the order they took it.
  public subscript(_ role: Role) -> [String] {
    names[role] ?? []
  }

  /// Every role that somebody holds, in the order of ``Role``.
  public var held: [(role: Role, names: [String])] {
    Role.allCases.compactMap { role in
      names[role].map { (role, $0) }
    }
  }

  /// Every name, once, in the order of roles.
  public var everyone: [String] {
    var seen: Set<String> = []
    return held.flatMap(\.names).filter { seen.insert($0).inserted }
  }

  /// Who commands, if anybody does.
  public var commander: String? { self[.incidentCommander].first }

  mutating func give(_ role: Role, to name: String) {
    if role.isHeldByOne {
      names[role] = [name]
    } else if !self[role].contains(name) {
      names[role, default: []].append(name)
    }
  }

  mutating func take(_ role: Role, from name: String) {
    let rest = self[role].filter { $0 != name }
    names[role] = rest.isEmpty ? nil : rest
  }

  /// As a stored snapshot has it.
  mutating func set(_ role: Role, to holders: [String]) {
    names[role] = holders.isEmpty ? nil : holders
  }
}
