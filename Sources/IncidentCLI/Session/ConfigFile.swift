import CommandArguments
import IncidentCore
import IncidentStore
import JSONTree

/// The team's `config.json`.
enum ConfigFile {
  static let name = "config.json"

  /// The store's settings; the defaults where it has none.
  static func read(in store: StoreAccess) -> ConfigReading {
    let path = store.location.path(name)
    do throws(CommandFailure) {
      guard let bytes = try store.read(fileNamed: name) else { return ConfigReading() }
      return read(bytes, path: path)
    } catch {
      return ConfigReading(faults: [ConfigReading.Fault(problem: nil, failure: error)])
    }
  }

  /// The same of the file's bytes, wherever they are.
  static func read(_ bytes: [UInt8], path: String) -> ConfigReading {
    do throws(JSONError) {
      let (config, problems) = Config.read(try JSON.parse(bytes))
      return ConfigReading(
        config: config,
        faults: problems.map { problem in
          ConfigReading.Fault(problem: problem, failure: CommandFailure(problem, path: path, bytes: bytes))
        })
    } catch {
      let place = FilePlace(path: path, line: error.position.line, column: error.position.column)
      let failure = CommandFailure.storage(
        "\(error.message); every default is taken", at: place, Hint("incident config show", "shows what counts"))
      return ConfigReading(faults: [ConfigReading.Fault(problem: nil, failure: failure)])
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
