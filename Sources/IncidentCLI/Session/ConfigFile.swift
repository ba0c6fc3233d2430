import CommandArguments
import IncidentCore
import IncidentStore
import JSONTree

/// The team's `config.json`.
enum ConfigFile {
  static let name = "config.json"

  /// The settings, and a sentence with its place for each that could not be used.
  static func read(in store: StoreAccess) -> (config: Config, problems: [String]) {
    let (config, failures) = readWithPlaces(in: store)
    return (config, failures.map { ($0.place.map { $0.text + ": " } ?? "") + $0.message })
  }

  /// The settings, and a failure with its place for each that could not be used.
  static func readWithPlaces(in store: StoreAccess) -> (config: Config, failures: [CommandFailure]) {
    do throws(CommandFailure) {
      guard let bytes = try store.read(fileNamed: name) else { return (.standard, []) }
      return read(bytes, path: store.location.path(name))
    } catch {
      return (.standard, [error])
    }
  }

  /// Whether every setting under these keys, and the file as a whole, could be taken: figures that rest on a default which
  /// nobody chose look like those of the team.
  static func holds(_ keys: Set<String>, in store: StoreAccess) -> Bool {
    do throws(CommandFailure) {
      guard let bytes = try store.read(fileNamed: name) else { return true }
      guard let json = try? JSON.parse(bytes) else { return false }
      return Config.read(json).problems.allSatisfy { problem in
        if case .key(let key)? = problem.path.first { !keys.contains(key) } else { false }
      }
    } catch {
      return false
    }
  }

  /// The same of the file's bytes, wherever they are.
  static func read(_ bytes: [UInt8], path: String) -> (config: Config, failures: [CommandFailure]) {
    do throws(JSONError) {
      let (config, problems) = Config.read(try JSON.parse(bytes))
      return (config, problems.map { CommandFailure($0, path: path, bytes: bytes) })
    } catch {
      let place = FilePlace(path: path, line: error.position.line, column: error.position.column)
      return (
        .standard,
        [
          .storage(
            "\(error.message); every default is taken", at: place, Hint("incident config show", "shows what counts"))
        ]
      )
    }
  }
}

extension CommandFailure {
  /// A setting that cannot be used, where it stands.
  init(_ problem: Config.Problem, path: String, bytes: [UInt8]) {
    let isKey = if case .unknownKey = problem.kind { true } else { false }
    let position = JSON.position(of: problem.path, in: bytes, atKey: isKey)
    let message: String
    switch problem.kind {
    case .unknownKey(let key, let known):
      let nearest = nearestWord(to: key, among: known).map { ". Did you mean \"\($0)\"?" } ?? ""
      message = "no setting is called \"\(key)\"\(nearest)"
    case .unexpected(let expected):
      message = "expected \(expected); \(BudgetObjectives.consequence(of: problem) ?? "the default is taken")"
    }
    self.init(
      status: .storage, message: message,
      place: FilePlace(path: path, line: position?.line, column: position?.column))
    hints = [Hint("incident config show", "shows what counts")]
  }
}
