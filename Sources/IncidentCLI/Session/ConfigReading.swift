import IncidentCore
import JSONTree

/// A team's settings, and everything in their file that could not be used.
struct ConfigReading {
  /// One thing that could not be used.
  struct Fault {
    /// Which setting; nil for the file as a whole.
    let problem: Config.Problem?
    /// What is wrong, with its place.
    let failure: CommandFailure
  }

  /// What counts.
  var config = Config.standard
  /// In the order of the file.
  var faults: [Fault] = []

  /// What is wrong, each with its place.
  var failures: [CommandFailure] { faults.map(\.failure) }

  /// Whether a setting under one of these keys, or the file as a whole, could not be used: what rests on a default that
  /// nobody chose looks like what the team chose.
  func hides(_ keys: Set<String>) -> Bool {
    faults.contains { fault in
      guard case .key(let key)? = fault.problem?.path.first else { return true }
      return keys.contains(key)
    }
  }
}
