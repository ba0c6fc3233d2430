import CommandArguments
import IncidentCore
import IncidentStore

/// The operands of `check`, told apart: references to incidents, records by path, `config.json`, and files that are not
/// `check`'s business, which a hook may name among others.
struct CheckTargets {
  /// Whether nothing was named, and the whole store is meant.
  let isWhole: Bool
  /// File names of records in the store.
  private(set) var records: [String] = []
  /// Records elsewhere.
  private(set) var elsewhere: [CheckedFile] = []
  /// Whether the store's settings are among them.
  private(set) var hasConfig = false
  /// What was named and is no record.
  private(set) var passedOver: [String] = []

  init(_ typed: [String], _ session: Session) throws(CommandFailure) {
    isWhole = typed.isEmpty
    for text in typed {
      let path = session.path(text)
      if try Self.isPath(text, path, session) {
        try add(path: path, text, session)
      } else {
        try add(reference: text, session)
      }
    }
  }

  /// No id and no part of one has a slash or a dot in it.
  static func isPath(_ text: String, _ path: String, _ session: Session) throws(CommandFailure) -> Bool {
    if text.contains("/") || text.contains(".") { return true }
    return try CommandFailure.wrapping { () throws(StoreError) in
      try PlainFile.exists(path, session.environment.fileSystem)
    }
  }

  private mutating func add(reference text: String, _ session: Session) throws(CommandFailure) {
    let id = try session.incidentID(named: text)
    let store = try session.store()
    if !session.arguments.has(Check.staged), try !store.exists(id) {
      throw CommandFailure(.recordNotFound(id, path: store.files.path(of: id)))
    }
    add(record: id.text + ".json")
  }

  private mutating func add(path: String, _ text: String, _ session: Session) throws(CommandFailure) {
    let fileSystem = session.environment.fileSystem
    guard (try? StoreLocation.at(path, fileSystem: fileSystem)) == nil else {
      var failure = CommandFailure(session.arguments.failure(.invalidOperand(Check.operands, text, expected: "a file")))
      failure.message = "\(text) is a directory; incident check takes records"
      failure.hints = [
        Hint("incident check", "checks the whole store"),
        Hint("incident -C \(shellQuoted(text)) check", "checks the store of that directory"),
      ]
      throw failure
    }
    let parts = path.split(separator: "/")
    let name = String(parts.last ?? "")
    let folder = "/" + parts.dropLast().joined(separator: "/")
    let root = (try? StoreLocation.at(folder, fileSystem: fileSystem))?.root ?? folder
    let isInStore = try session.storeIfAny()?.location.root == root
    let isStaged = session.arguments.has(Check.staged)
    if isInStore, name == ConfigFile.name {
      hasConfig = true
    } else if isInStore, name.hasPrefix("INC-"), name.hasSuffix(".json") {
      if !isStaged { _ = try read(path, text, session) }
      add(record: name)
    } else {
      if !isStaged, name.hasSuffix(".json") {
        let bytes = try read(path, text, session)
        if name.hasPrefix("INC-") || isRecord(bytes) {
          return elsewhere.append(
            CheckedFile(
              path: (root == "/" ? "" : root) + "/" + name, name: name.hasPrefix("INC-") ? name : nil,
              content: .plain(path: path)))
        }
      }
      if !isStaged { try requireThere(path, text, session) }
      passedOver.append(text)
    }
  }

  private mutating func add(record name: String) {
    if !records.contains(name) { records.append(name) }
  }

  private func read(_ path: String, _ text: String, _ session: Session) throws(CommandFailure) -> [UInt8] {
    try requireThere(path, text, session)
    return (try? PlainFile.read(path, session.environment.fileSystem)) ?? []
  }

  private func requireThere(_ path: String, _ text: String, _ session: Session) throws(CommandFailure) {
    let isThere = try CommandFailure.wrapping { () throws(StoreError) in
      try PlainFile.exists(path, session.environment.fileSystem)
    }
    guard isThere else {
      throw .refused("there is no file \(text)", Hint("incident list", "shows which incidents there are"))
    }
  }

  /// Whether a JSON file of any name, sound or not, was meant as a record.
  private func isRecord(_ bytes: [UInt8]) -> Bool {
    let key = Array("\"timeline\"".utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: key) }
  }
}
