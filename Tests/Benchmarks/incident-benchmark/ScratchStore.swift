import IncidentCore
import IncidentStore

/// A store that commands of the tool write to, looked at without them.
struct ScratchStore {
  /// The binary.
  let incident: String
  /// The directory the store is in.
  let directory: String

  /// Runs the tool there to its end.
  func run(_ words: [String]) throws -> Bool {
    try start(words).wait().hasSucceeded
  }

  /// Starts the tool there.
  func start(_ words: [String]) throws -> ChildProcess {
    try ChildProcess([incident, "-C", directory] + words)
  }

  /// The ids of all records.
  func ids() throws -> [IncidentID] {
    try store().files.list().records.map(\.id)
  }

  /// A record, which has to be one.
  func load(_ id: IncidentID) throws -> Incident {
    try store().load(id).incident
  }

  /// What writers that died left behind.
  func unfinished() throws -> [String] {
    try store().files.list().unfinished
  }

  private func store() throws -> Store {
    guard let store = try Store.find(from: directory, fileSystem: FileSystem()) else {
      throw Failure(description: "there is no store in \(directory)")
    }
    return store
  }
}
