extension Incident {
  func assigning(
    _ role: Role, to name: String, _ then: Snapshot, _ context: ResponseContext
  ) throws(Refusal) -> Decision {
    guard name.hasWords else { throw .nothingToSay }
    if then.roles[role].contains(name) { return .already(.assigned(role, name)) }
    try require(.assign, then, context)
    var after = then.roles
    after.give(role, to: name)
    let isBoth =
      after.commander == name && after[.communicationsLead].contains(name)
      && (role == .incidentCommander || role == .communicationsLead)
    let from = role.isHeldByOne ? then.roles[role].first : nil
    return .record(
      .assigned(Assigned(role: role, name: name, from: from)),
      warnings: isBoth ? [.commandsAndCommunicates(name)] : [])
  }

  func releasing(
    _ role: Role, by name: String?, _ then: Snapshot, _ context: ResponseContext
  ) throws(Refusal) -> Decision {
    let leaving = then.roles[role].filter { name == nil || $0 == name }
    guard !leaving.isEmpty else { return .already(.released(role)) }
    try require(.release, then, context)
    return Decision(
      events: leaving.map { .released(Released(role: role, name: $0)) }, already: nil, warnings: [])
  }
}
