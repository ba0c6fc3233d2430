import IncidentReports
import IncidentStore

/// The files that a runbook links to: those of its repository, and no others.
struct RunbookLinkFiles {
  /// The folders from the top of the repository down to the runbook's.
  let folder: [String]
  /// The top; nil for a runbook that ships in the binary, beside which stand the others.
  private let top: String?
  /// Whether it is the store's folder of runbooks, where a built-in one counts as present until a file shadows it.
  private let isStores: Bool
  private let fileSystem: FileSystem

  init(of target: RunbookTarget, _ session: Session) {
    fileSystem = session.environment.fileSystem
    guard let path = target.folder, let folder = try? PlainFile.resolved(path, session.environment.fileSystem) else {
      (self.folder, top, isStores) = ([], nil, false)
      return
    }
    let repository = try? GitRepository.find(from: folder, adding: session.environment.gitVariables)
    let workTree = (repository?.workTree).flatMap { try? PlainFile.resolved($0, session.environment.fileSystem) }
    // Outside of a repository the store's folder is the top for the team's runbooks, for others their own.
    let store = (try? session.storeIfAny()).flatMap { $0 }?.location.root
    let top = [workTree, store].compactMap { $0 }.first { Self.parts(of: folder, below: $0) != nil } ?? folder
    self.top = top
    self.folder = Self.parts(of: folder, below: top) ?? []
    let runbooks = store.flatMap {
      try? PlainFile.resolved("\($0)/\(RunbookFiles.folder)", session.environment.fileSystem)
    }
    isStores = runbooks == folder
  }

  /// What stands at a path from the top.
  func file(_ parts: [String]) -> RunbookLinkedFile {
    let name = parts.last ?? ""
    let isMarkdown = name.lowercased().hasSuffix(".md") || name.lowercased().hasSuffix(".markdown")
    guard let top else {
      guard parts.count == 1, isMarkdown, let name = RunbookLibrary.name(ofFile: name) else { return .unknown }
      return Self.builtIn(name)
    }
    guard parts.allSatisfy({ !$0.utf8.contains(0) && !$0.contains("/") }) else { return .absent }
    do throws(StoreError) {
      let path = ([top == "/" ? "" : top] + parts).joined(separator: "/")
      guard let resolved = try PlainFile.resolved(path, fileSystem) else {
        guard isStores, isMarkdown, Array(parts.dropLast()) == folder else { return .absent }
        return RunbookLibrary.name(ofFile: name).map(Self.builtIn) ?? .absent
      }
      guard Self.parts(of: resolved, below: top) != nil else { return .outside }
      guard isMarkdown, let bytes = try? PlainFile.read(resolved, fileSystem) else { return .file }
      return .markdown(String(decoding: bytes, as: UTF8.self))
    } catch {
      return .unknown
    }
  }

  /// What ships under a name.
  private static func builtIn(_ name: String) -> RunbookLinkedFile {
    RunbookLibrary.builtInEntry(name).map { .markdown($0.source) } ?? .absent
  }

  /// The folders from one down to another; nil where that does not stand in it.
  private static func parts(of path: String, below top: String) -> [String]? {
    let (parts, start) = (path.split(separator: "/"), top.split(separator: "/"))
    return parts.starts(with: start) ? parts.dropFirst(start.count).map(String.init) : nil
  }
}
