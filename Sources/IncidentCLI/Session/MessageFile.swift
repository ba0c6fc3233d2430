import IncidentStore

/// The file a person writes a message in. It stays where the message could not be recorded, so that no word is lost.
struct MessageFile {
  let path: String
  private let fileSystem: FileSystem

  init(directory: String, random: UInt64, _ fileSystem: FileSystem) {
    path = "\(directory)/INCIDENT_MESSAGE.\(String(random, radix: 36)).md"
    self.fileSystem = fileSystem
  }

  /// Makes the file, for its owner alone.
  func write(_ text: String) throws(StoreError) {
    try PlainFile.makePrivate(Array(text.utf8), at: path, fileSystem)
  }

  /// What it holds now.
  func read() throws(StoreError) -> [UInt8] {
    try PlainFile.read(path, fileSystem)
  }

  /// Removes it; a file that cannot be removed does no harm.
  func remove() {
    PlainFile.remove(path, fileSystem)
  }
}
