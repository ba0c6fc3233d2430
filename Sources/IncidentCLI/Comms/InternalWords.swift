import IncidentCore
import IncidentStore
import JSONTree

extension Session {
  /// Refuses to write for customers while it is not known what they must not read: where `config.json` cannot be read, or
  /// what it says of internal words and of services, by a mistyped name maybe, cannot be used.
  ///
  /// Everything else that is wrong in it is only said, as everywhere.
  func requireInternalWords() throws(CommandFailure) {
    guard let store = try storeIfAny(), let place = ConfigFile.faultInInternalWords(in: store) else { return }
    // Warns of what is wrong there.
    _ = try config()
    throw .storage(
      "the internal words of the settings are not known, and so nothing was printed for customers", at: place,
      Hint("incident check", "lists all that is wrong in the store"),
      Hint("incident comms -a internal", "is written all the same"))
  }
}

extension ConfigFile {
  /// Where the file is at fault so that the internal words, or the names that services have outside, are not known.
  fileprivate static func faultInInternalWords(in store: StoreAccess) -> FilePlace? {
    let path = store.location.path(name)
    do throws(CommandFailure) {
      guard let bytes = try store.read(fileNamed: name) else { return nil }
      do throws(JSONError) {
        let problem = Config.read(try JSON.parse(bytes)).problems.first(where: \.hidesInternalWords)
        return problem.flatMap { CommandFailure($0, path: path, bytes: bytes).place }
      } catch {
        return FilePlace(path: path, line: error.position.line, column: error.position.column)
      }
    } catch {
      return error.place ?? FilePlace(path: path)
    }
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
