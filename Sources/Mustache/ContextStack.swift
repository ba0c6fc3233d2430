/// The data that sections have entered, innermost last.
struct ContextStack {
  private var values: [MustacheValue]

  init(_ root: MustacheValue) {
    values = [root]
  }

  mutating func push(_ value: MustacheValue) {
    values.append(value)
  }

  mutating func pop() {
    values.removeLast()
  }

  /// The value of a name: its first part in the innermost object that has it, each further part in the value before.
  func value(of name: Name) -> MustacheValue {
    switch name {
    case .implicit:
      return values.last ?? .null
    case .path(let first, let rest):
      var value = nearest(first)
      for part in rest {
        guard case .object(let members) = value else { return .null }
        value = members[part] ?? .null
      }
      return value
    }
  }

  private func nearest(_ key: String) -> MustacheValue {
    for value in values.reversed() {
      if case .object(let members) = value, let found = members[key] { return found }
    }
    return .null
  }
}
