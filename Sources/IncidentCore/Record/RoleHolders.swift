/// Who plays which part.
public struct RoleHolders: Hashable, Sendable {
  /// A role that somebody holds.
  private struct Holding: Hashable {
    let role: Role
    var names: [String]
  }

  /// In the order of ``Role``; there are too few for a dictionary.
  private var holdings: [Holding] = []

  /// Nobody, nothing.
  public init() {}

  /// Those who hold `role`, in the order they took it.
  public subscript(_ role: Role) -> [String] {
    for holding in holdings where holding.role == role { return holding.names }
    return []
  }

  /// Every role that somebody holds, in the order of ``Role``.
  public var held: [(role: Role, names: [String])] {
    holdings.map { ($0.role, $0.names) }
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
      set(role, to: [name])
    } else if !self[role].contains(name) {
      set(role, to: self[role] + [name])
    }
  }

  mutating func take(_ role: Role, from name: String) {
    set(role, to: self[role].filter { $0 != name })
  }

  /// As a stored snapshot has it.
  mutating func set(_ role: Role, to names: [String]) {
    holdings.removeAll { $0.role == role }
    guard !names.isEmpty else { return }
    let place = holdings.firstIndex { $0.role > role } ?? holdings.endIndex
    holdings.insert(Holding(role: role, names: names), at: place)
  }
}
