import IncidentCore
import JSONTree

extension BudgetObjectives {
  /// The settings that budgets rest on and that could not be taken: an objective that is not there for a typing error would
  /// let everything pass.
  struct Unreadable {
    /// Whether every one of them could be.
    let isNothing: Bool
    /// Whether one of them is an objective, or may be.
    let hidesObjectives: Bool
    /// The services whose objective could not be, in the order of the settings.
    let services: [String]

    /// Those of a store's settings.
    init(in store: StoreAccess) {
      do throws(CommandFailure) {
        guard let bytes = try store.read(fileNamed: ConfigFile.name) else {
          self.init(isNothing: true, hidesObjectives: false, services: [])
          return
        }
        if let json = try? JSON.parse(bytes) {
          self.init(Config.read(json))
        } else {
          self.init(isNothing: false, hidesObjectives: true, services: [])
        }
      } catch {
        self.init(isNothing: false, hidesObjectives: true, services: [])
      }
    }

    private init(_ reading: (config: Config, problems: [Config.Problem])) {
      let isNothing = reading.problems.allSatisfy { problem in
        switch problem.path.first {
        case .key(let key)?: !["objectives", "policy", "timeZone"].contains(key)
        case .index?, nil: false
        }
      }
      let hidesObjectives = reading.problems.contains { $0.path.isEmpty || $0.path.first == .key("objectives") }
      let taken = Set(reading.config.objectives.map(\.service))
      var services: [String] = []
      for problem in reading.problems {
        guard let service = BudgetObjectives.service(of: problem), !taken.contains(service) else { continue }
        if service.hasWords, !services.contains(service) { services.append(service) }
      }
      self.init(isNothing: isNothing, hidesObjectives: hidesObjectives, services: services)
    }

    private init(isNothing: Bool, hidesObjectives: Bool, services: [String]) {
      self.isNothing = isNothing
      self.hidesObjectives = hidesObjectives
      self.services = services
    }
  }

  /// What comes of an objective that cannot be taken; nil for any other setting, and for a window, which has a default.
  static func consequence(of problem: Config.Problem) -> String? {
    guard problem.path.first == .key("objectives"), problem.path.last != .key("window") || problem.path.count < 3 else {
      return nil
    }
    guard let service = service(of: problem) else { return "no service has an error budget" }
    return service.hasWords ? "the service has no error budget" : "the objective is left out"
  }

  private static func service(of problem: Config.Problem) -> String? {
    guard problem.path.first == .key("objectives"), problem.path.count > 1, case .key(let name) = problem.path[1] else {
      return nil
    }
    return name
  }
}
