import IncidentCore
import IncidentReports
import IncidentStore

/// The team's runbooks as they are on disk.
struct RunbookFiles {
  /// The folder in the store.
  static let folder = "runbooks"

  /// What can be read, and the built-in ones.
  private(set) var library = RunbookLibrary.builtIn
  /// Why the others cannot be read, by file name.
  private(set) var failures: [(fileName: String, failure: CommandFailure)] = []
  /// The team's folder; nil where there is no store.
  private(set) var path: String?

  /// Reads every file of Markdown in the folder. One that cannot be read shadows nothing.
  init(in store: StoreAccess?, _ fileSystem: FileSystem) {
    guard let store else { return }
    let folder = store.location.path(Self.folder)
    path = folder
    var files: [String: String] = [:]
    do throws(CommandFailure) {
      let entries = try CommandFailure.wrapping { () throws(StoreError) in
        try PlainFile.entries(in: folder, fileSystem)
      }
      for entry in entries where RunbookLibrary.name(ofFile: entry.name) != nil {
        do throws(CommandFailure) {
          files[entry.name] = try Self.text(of: entry.name, in: store)
        } catch {
          failures.append((entry.name, error))
        }
      }
    } catch {
      failures.append((Self.folder, error))
    }
    library = RunbookLibrary(team: files)
  }

  private static func text(of fileName: String, in store: StoreAccess) throws(CommandFailure) -> String? {
    guard let bytes = try store.read(fileNamed: "\(folder)/\(fileName)") else { return nil }
    return try text(bytes, at: store.location.path("\(folder)/\(fileName)"))
  }

  /// What a file's bytes say, wherever it stands.
  static func text(_ bytes: [UInt8], at path: String) throws(CommandFailure) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = Self.line(ofFaultIn: bytes)
      throw .storage("the runbook is not UTF-8 text", at: FilePlace(path: path, line: line))
    }
    guard text.hasWords else { throw .storage("the runbook is empty", at: FilePlace(path: path)) }
    return text
  }

  /// The first line that is not UTF-8, from 1.
  private static func line(ofFaultIn bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let fault = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (fault ?? 0) + 1
  }

  /// Why the team's runbook of that name cannot be read, if it is there.
  func failure(hiding name: String) -> CommandFailure? {
    failures.first { $0.fileName == Self.folder || RunbookLibrary.name(ofFile: $0.fileName) == name }?.failure
  }

  /// The runbook of a name, as it stands; nil where it is gone, or where the team's cannot be read: nobody reads the
  /// built-in one of that name in its place unawares.
  func runbook(named name: String) -> IncidentReports.Runbook? {
    guard let entry = library.entry(named: name), entry.origin == .team || failure(hiding: entry.name) == nil else {
      return nil
    }
    return entry.runbook
  }

  /// What is for a situation, the best first, without built-in ones that the team shadows by what cannot be read.
  func matches(for situation: RunbookSituation) -> [RunbookMatch] {
    let own = Set(library.teamEntries.map(\.name))
    return library.matches(for: situation).filter { match in
      match.runbook.map { own.contains($0) || failure(hiding: $0) == nil } ?? true
    }
  }

  /// Where a team's runbook stands.
  func place(of entry: RunbookLibrary.Entry, line: Int? = nil, column: Int? = nil) -> FilePlace {
    FilePlace(path: (path ?? Self.folder) + "/" + entry.fileName, line: line, column: column)
  }
}

extension Session {
  /// The runbooks there are; what of the team's cannot be read is said.
  func runbooks() throws(CommandFailure) -> RunbookFiles {
    let files = try quietRunbooks()
    warn(ofUnreadableIn: files)
    return files
  }

  /// Says what of the team's runbooks cannot be read.
  func warn(ofUnreadableIn files: RunbookFiles) {
    for file in files.failures {
      let place = file.failure.place.map { $0.text + ": " } ?? ""
      warn("\(place)\(file.failure.message); the runbook counts as absent")
    }
  }

  /// Says why a runbook that is followed cannot be read.
  func warn(ofUnreadable name: String, in files: RunbookFiles) {
    guard files.runbook(named: name) == nil, let failure = files.failure(hiding: name) else { return }
    let place = failure.place.map { $0.text + ": " } ?? ""
    warn("\(place)\(failure.message); its steps are the titles that were recorded")
  }

  /// The same for a command that is about something else: `incident runbook check` says what cannot be read.
  func quietRunbooks() throws(CommandFailure) -> RunbookFiles {
    RunbookFiles(in: try storeIfAny(), environment.fileSystem)
  }

  /// The runbook of a name.
  func runbook(named name: String, in files: RunbookFiles) throws(CommandFailure) -> RunbookLibrary.Entry {
    let entry = files.library.entry(named: name)
    // The team's is there, or may be, and cannot be read: nobody follows another one unawares.
    if entry?.origin != .team, let failure = files.failure(hiding: entry?.name ?? name) { throw failure }
    if let entry {
      warn(of: entry, in: files)
      return entry
    }
    let nearest = nearestRunbook(to: name, in: files).map { ". Did you mean `\($0)`?" } ?? ""
    throw .refused(
      "no runbook is called \"\(name)\"\(nearest)", Hint("incident runbook list", "shows which there are"))
  }

  /// Says what of a runbook's settings cannot be read.
  private func warn(of entry: RunbookLibrary.Entry, in files: RunbookFiles) {
    guard entry.origin == .team else { return }
    for problem in entry.head.problems {
      let place = files.place(of: entry, line: problem.line, column: problem.column)
      warn("\(place.text): \(problem.message); \(problem.remedy)")
    }
  }
}
