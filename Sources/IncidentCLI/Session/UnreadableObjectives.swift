import IncidentCore
import JSONTree

extension BudgetObjectives {
  /// The settings that budgets rest on: an objective that is not there for a typing error would let everything pass.
  static let settings: Set<String> = ["objectives", "policy", "timeZone"]

  /// The objectives that could not be taken.
  struct Unreadable {
    /// Whether one of them is an objective, or may be.
    let hidesObjectives: Bool
    /// The services whose objective could not be, in the order of the settings.
    let services: [String]

    /// Those of a team's settings.
    init(_ reading: ConfigReading) {
      hidesObjectives = reading.hides(["objectives"])
      let taken = Set(reading.config.objectives.map(\.service))
      var services: [String] = []
      for problem in reading.faults.compactMap(\.problem) {
        guard let service = BudgetObjectives.service(of: problem), !taken.contains(service) else { continue }
        if service.hasWords, !services.contains(service) { services.append(service) }
      }
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
