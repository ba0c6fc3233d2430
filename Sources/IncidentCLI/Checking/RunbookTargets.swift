import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore

/// A runbook to check.
struct RunbookTarget {
  /// Where it is, as it is told.
  let path: String
  /// The folder that it stands in; nil for one that ships in the binary.
  let folder: String?
  /// Its name.
  let name: String
  /// Its text, or why that cannot be read.
  let text: Result<String, CommandFailure>
}

/// The operands of `runbook check`, told apart: names, and files by path; all of the team's where there are none.
struct RunbookTargets {
  /// Whether nothing was named.
  let isWhole: Bool
  /// Each once, in the order in which they were named.
  private(set) var all: [RunbookTarget] = []
  /// Where they are, however they were named.
  private var known: Set<String> = []
  private let fileSystem: FileSystem

  init(_ typed: [String], _ files: RunbookFiles, _ session: Session) throws(CommandFailure) {
    isWhole = typed.isEmpty
    fileSystem = session.environment.fileSystem
    if typed.isEmpty {
      for entry in files.library.teamEntries { add(entry, files) }
      for file in files.failures { add(file.fileName, file.failure, files) }
      all.sort { $0.path < $1.path }
    }
    for text in typed { try add(text, files, session) }
  }

  private mutating func add(_ typed: String, _ files: RunbookFiles, _ session: Session) throws(CommandFailure) {
    let path = session.path(typed)
    let isThere = try Self.isFile(path, session)
    let isPath = isThere || typed.contains("/")
    if !isPath || !typed.contains("/") && !typed.contains("."), let entry = files.library.entry(named: typed) {
      return add(entry, files)
    }
    if !isPath {
      if let file = files.failures.first(where: {
        $0.fileName == typed || RunbookLibrary.name(ofFile: $0.fileName) == typed
      }) {
        return add(file.fileName, file.failure, files)
      }
      // Says which name is near.
      _ = try session.runbook(named: typed, in: files)
      return
    }
    guard isThere else {
      throw .refused("there is no file \(typed)", Hint("incident runbook list", "shows which runbooks there are"))
    }
    let parts = path.split(separator: "/")
    let fileName = String(parts.last ?? "")
    let text: Result<String, CommandFailure>
    do throws(CommandFailure) {
      let bytes = try CommandFailure.wrapping { () throws(StoreError) in
        try PlainFile.receive(path, session.environment.fileSystem)
      }
      text = .success(try RunbookFiles.text(bytes, at: path))
    } catch {
      text = .failure(error)
    }
    add(
      RunbookTarget(
        path: path, folder: "/" + parts.dropLast().joined(separator: "/"),
        name: RunbookLibrary.name(ofFile: fileName) ?? fileName, text: text))
  }

  private static func isFile(_ path: String, _ session: Session) throws(CommandFailure) -> Bool {
    try CommandFailure.wrapping { () throws(StoreError) in try PlainFile.exists(path, session.environment.fileSystem) }
  }

  private mutating func add(_ entry: RunbookLibrary.Entry, _ files: RunbookFiles) {
    let isTeams = entry.origin == .team
    add(
      RunbookTarget(
        path: isTeams ? files.place(of: entry).path : "built-in:" + entry.fileName, folder: isTeams ? files.path : nil,
        name: entry.name, text: .success(entry.source)))
  }

  private mutating func add(_ fileName: String, _ failure: CommandFailure, _ files: RunbookFiles) {
    let folder = files.path ?? RunbookFiles.folder
    add(
      RunbookTarget(
        path: fileName == RunbookFiles.folder ? folder : folder + "/" + fileName, folder: folder, name: fileName,
        text: .failure(failure)))
  }

  private mutating func add(_ target: RunbookTarget) {
    let path = (try? PlainFile.resolved(target.path, fileSystem)) ?? target.path
    if known.insert(path).inserted { all.append(target) }
  }
}
