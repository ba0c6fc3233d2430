import CommandArguments
import IncidentCore
import IncidentStore
import JSONTree

/// The objectives that a team has set, and the services that might have one.
struct BudgetObjectives {
  private let config: Config
  private let unreadable: Unreadable
  private let snapshots: [Snapshot]
  private let store: StoreAccess

  init(_ config: Config, _ unreadable: Unreadable, _ snapshots: [Snapshot], _ store: StoreAccess) {
    self.config = config
    self.unreadable = unreadable
    self.snapshots = snapshots
    self.store = store
  }

  /// Those of the services that were typed, in any case, or of all, in the order of the settings.
  /// - Throws: A refusal where a service is not known or has no objective, and where there is none at all: a gate without
  ///   one would let everything pass.
  func chosen(by typed: [String]) throws(CommandFailure) -> [ServiceObjective] {
    if config.objectives.isEmpty, unreadable.hidesObjectives, unreadable.services.isEmpty { throw none }
    let known = Set(config.objectives.map { $0.service.lowercased() })
    for name in typed where !known.contains(name.lowercased()) { throw without(name) }
    if config.objectives.isEmpty { throw none }
    let wanted = Set(typed.map { $0.lowercased() })
    return wanted.isEmpty ? config.objectives : config.objectives.filter { wanted.contains($0.service.lowercased()) }
  }

  /// A sentence for each of those whose service neither an incident nor the settings know: it is probably misspelt, and
  /// nothing will ever spend of its budget.
  func warnings(of chosen: [ServiceObjective]) -> [String] {
    let known = Set(services.map { $0.lowercased() })
    return chosen.map(\.service).filter { !known.contains($0.lowercased()) }.map { service in
      let nearest = nearestWord(to: service, among: services).map { " Did you mean \"\($0)\"?" } ?? ""
      return "no incident and no setting knows the service \"\(service)\" of an objective.\(nearest)"
    }
  }

  /// The services that an objective may be of: those that the settings list and those of the incidents.
  private var services: [String] { config.services.map(\.key) + snapshots.flatMap(\.services) }

  private func without(_ name: String) -> CommandFailure {
    if let service = unreadable.services.first(where: { $0.lowercased() == name.lowercased() }) {
      var failure = refusal("the objective of \"\(service)\" cannot be read, so that it has no error budget", service)
      failure.status = .storage
      return failure
    }
    if let service = services.first(where: { $0.lowercased() == name.lowercased() }) {
      return refusal("\"\(service)\" has no objective, so that it has no error budget", service)
    }
    let all = config.objectives.map(\.service) + services
    let nearest = nearestWord(to: name, among: all)
    return .refused(
      "no service is called \"\(name)\"" + (nearest.map { ". Did you mean \"\($0)\"?" } ?? ""),
      nearest.map { Hint("incident budget --service \(shellQuoted($0))", "shows its budget") }
        ?? Hint("incident budget", "shows those that have one"))
  }

  private var none: CommandFailure {
    let service = unreadable.services.first ?? services.first ?? "payments"
    let reason = unreadable.hidesObjectives ? "no objective can be read" : "no service has an objective"
    return refusal("\(reason), so that there is no error budget", service)
  }

  /// A refusal, and what to write into the settings.
  private func refusal(_ message: String, _ service: String) -> CommandFailure {
    let name = JSON.string(service).inlineText(escaping: .terminalSafe)
    return .refused(
      message,
      Hint(
        "\"objectives\": {\(name): {\"objective\": 99.9, \"window\": \"30d\"}}",
        "in \(store.location.path(ConfigFile.name)) promises 99.9 % of 30 days; \"month\" is a window, too"))
  }
}
