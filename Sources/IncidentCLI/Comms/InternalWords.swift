import IncidentCore
import IncidentStore
import JSONTree

extension Session {
  /// Refuses to write for customers while it is not known what they must not read: where `config.json` cannot be read, or
  /// what it says of internal words and of services, by a mistyped name maybe, cannot be used.
  ///
  /// Everything else that is wrong in it is only said, as everywhere.
  func requireInternalWords() throws(CommandFailure) {
    let fault = try configReading().faults.first { $0.problem?.hidesInternalWords ?? true }
    guard let fault, let store = try storeIfAny() else { return }
    throw .storage(
      "the internal words of the settings are not known, and so nothing was printed for customers",
      at: fault.failure.place ?? FilePlace(path: store.location.path(ConfigFile.name)),
      Hint("incident check", "lists all that is wrong in the store"),
      Hint("incident comms -a internal", "is written all the same"))
  }
}

extension Config.Problem {
  /// Whether an internal word, or the name of a service outside, may be meant that is not known for it.
  fileprivate var hidesInternalWords: Bool {
    guard case .key(let key) = path.first else { return true }
    if path.count == 1, case .unknownKey = kind { return true }
    return key == "internalWords" || key == "services"
  }
}
