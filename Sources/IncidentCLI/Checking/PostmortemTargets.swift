import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore

/// A postmortem to read.
struct PostmortemTarget {
  /// Where it is.
  let path: String
  /// The incident it is of; nil for a file that has no record beside it.
  let incident: IncidentID?
  /// The store that has both.
  let store: StoreAccess?

  /// What the file holds; nil where it has gone since it was listed.
  func read(_ session: Session) throws(CommandFailure) -> [UInt8]? {
    if let store, let name = path.split(separator: "/").last { return try store.read(fileNamed: String(name)) }
    return try CommandFailure.wrapping { () throws(StoreError) in
      try PlainFile.receive(path, session.environment.fileSystem)
    }
  }
}

/// The operands of `postmortem --check`, told apart: incidents, and Markdown files by path; every postmortem of the store
/// where there are none.
struct PostmortemTargets {
  private(set) var all: [PostmortemTarget] = []

  private static let suffix = ".postmortem.md"

  init(_ typed: [String], _ session: Session) throws(CommandFailure) {
    if typed.isEmpty { try addWholeStore(session) }
    for text in typed {
      let path = session.path(text)
      if try CheckTargets.isPath(text, path, session) {
        try add(path: path, text, session)
      } else {
        try add(reference: text, session)
      }
    }
  }

  private mutating func addWholeStore(_ session: Session) throws(CommandFailure) {
    let store = try session.store()
    let entries = try CommandFailure.wrapping { () throws(StoreError) in
      try PlainFile.entries(in: store.location.root, session.environment.fileSystem)
    }
    for entry in entries where entry.name.hasPrefix("INC-") && entry.name.hasSuffix(Self.suffix) {
      add(PostmortemTarget(path: store.location.path(entry.name), incident: Self.id(of: entry.name), store: store))
    }
  }

  private mutating func add(reference text: String, _ session: Session) throws(CommandFailure) {
    let id = try session.incidentID(named: text)
    let store = try session.store()
    if try !store.exists(id) { throw CommandFailure(.recordNotFound(id, path: store.files.path(of: id))) }
    let name = IncidentReports.Postmortem.fileName(for: id)
    guard try store.read(fileNamed: name) != nil else { throw .noPostmortem(of: id) }
    add(PostmortemTarget(path: store.location.path(name), incident: id, store: store))
  }

  private mutating func add(path: String, _ text: String, _ session: Session) throws(CommandFailure) {
    let fileSystem = session.environment.fileSystem
    let isThere = try CommandFailure.wrapping { () throws(StoreError) in try PlainFile.exists(path, fileSystem) }
    guard isThere else {
      throw .refused("there is no file \(text)", Hint("incident list", "shows which incidents there are"))
    }
    let parts = path.split(separator: "/")
    let name = String(parts.last ?? "")
    let isDirectory = (try? StoreLocation.at(path, fileSystem: fileSystem)) != nil
    guard !isDirectory, !name.hasSuffix(".json") else {
      throw CommandFailure(
        session.arguments.failure(
          .invalidOperand(Postmortem.incidents, text, expected: "an incident, or a Markdown file")))
    }
    let folder = "/" + parts.dropLast().joined(separator: "/")
    guard let id = Self.id(of: name), let location = try? StoreLocation.at(folder, fileSystem: fileSystem) else {
      return add(PostmortemTarget(path: path, incident: nil, store: nil))
    }
    let store = StoreAccess(store: Store(location, fileSystem: fileSystem))
    let hasRecord = try store.exists(id)
    add(
      PostmortemTarget(
        path: hasRecord ? location.path(name) : path, incident: hasRecord ? id : nil, store: hasRecord ? store : nil))
  }

  private mutating func add(_ target: PostmortemTarget) {
    if !all.contains(where: { $0.path == target.path }) { all.append(target) }
  }

  /// The incident that a file is named after.
  private static func id(of name: String) -> IncidentID? {
    name.hasSuffix(suffix) ? IncidentID(String(name.dropLast(suffix.count))) : nil
  }
}

extension CommandFailure {
  /// An incident whose postmortem is not begun.
  static func noPostmortem(of id: IncidentID) -> CommandFailure {
    .refused("\(id) has no postmortem yet", Hint("incident postmortem \(id.typedText)", "begins it"))
  }
}
