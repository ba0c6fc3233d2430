import CommandArguments
import IncidentCore
import IncidentStore
import JSONTree

/// The objectives that a team has set, and the services that might have one.
struct BudgetObjectives {
  private let config: Config
  private let snapshots: [Snapshot]
  private let store: StoreAccess

  init(_ config: Config, _ snapshots: [Snapshot], _ store: StoreAccess) {
    self.config = config
    self.snapshots = snapshots
    self.store = store
  }

  /// Those of the services that were typed, in any case, or of all, in the order of the settings.
  /// - Throws: A refusal where a service is not known or has no objective, and where there is none at all: a gate without
  ///   one would let everything pass.
  func chosen(by typed: [String]) throws(CommandFailure) -> [ServiceObjective] {
    let known = Set(config.objectives.map { $0.service.lowercased() })
    for name in typed where !known.contains(name.lowercased()) { throw without(name) }
    if config.objectives.isEmpty { throw none }
    let wanted = Set(typed.map { $0.lowercased() })
    return wanted.isEmpty ? config.objectives : config.objectives.filter { wanted.contains($0.service.lowercased()) }
  }

  /// Whether every setting that budgets rest on could be taken: an objective that is not there for a typing error would
  /// let everything pass.
  static func settingsHold(in store: StoreAccess) -> Bool {
    do throws(CommandFailure) {
      guard let bytes = try store.read(fileNamed: ConfigFile.name) else { return true }
      guard let json = try? JSON.parse(bytes) else { return false }
      return Config.read(json).problems.allSatisfy { problem in
        switch problem.path.first {
        case .key(let key)?: !["objectives", "policy", "timeZone"].contains(key)
        case .index?, nil: false
        }
      }
    } catch {
      return false
    }
  }

  private func without(_ name: String) -> CommandFailure {
    let services = config.services.map(\.key) + snapshots.flatMap(\.services)
    if let service = services.first(where: { $0.lowercased() == name.lowercased() }) {
      return .refused("\"\(service)\" has no objective, so that it has no error budget", hint(for: service))
    }
    let all = config.objectives.map(\.service) + services
    let nearest = nearestWord(to: name, among: all)
    return .refused(
      "no service is called \"\(name)\"" + (nearest.map { ". Did you mean \"\($0)\"?" } ?? ""),
      nearest.map { Hint("incident budget --service \(shellQuoted($0))", "shows its budget") }
        ?? Hint("incident budget", "shows those that have one"))
  }

  private var none: CommandFailure {
    let service = config.services.first?.key ?? snapshots.lazy.compactMap(\.services.first).first ?? "payments"
    return .refused("no service has an objective, so that there is no error budget", hint(for: service))
  }

  /// What to write into the settings.
  private func hint(for service: String) -> Hint {
    let name = JSON.string(service).inlineText(escaping: .terminalSafe)
    return Hint(
      "\"objectives\": {\(name): {\"objective\": 99.9, \"window\": \"30d\"}}",
      "in \(store.location.path(ConfigFile.name)) promises 99.9 % of 30 days; \"month\" is a window, too")
  }
}
