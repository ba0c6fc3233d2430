import IncidentCore
import IncidentReports
import IncidentStore

/// The store's part of a merge that Git left unfinished.
struct UnfinishedMerges {
  private let files: [UnfinishedMerge.File]
  private let repository: StoreRepository
  private let store: StoreAccess

  /// Nil outside of a clone, and where nothing is unfinished.
  /// - Parameter scope: What is looked at: the whole store, or the files that were named.
  init?(_ scope: CheckScope, _ session: Session) {
    guard let store = scope.store, let repository = try? session.repository(store),
      let merge = try? UnfinishedMerge(in: repository)
    else { return nil }
    let named = scope.listing == nil ? Set(scope.files.compactMap(\.name)) : nil
    files = merge.files.filter { named?.contains($0.name) ?? true }
    guard !files.isEmpty else { return nil }
    self.repository = repository
    self.store = store
  }

  /// A finding for each file that Git waits for and that has no other of the kind.
  func findings(beside others: [Finding]) -> [Finding] {
    files.compactMap { file in
      let path = store.location.path(file.name)
      guard !others.contains(where: { $0.path == path && $0.check == .conflictMarkers }) else { return nil }
      return Finding(
        .conflictMarkers, in: path, "a merge of this file is not finished",
        remedy: "incident check --fix brings both sides together; git add says it is done")
    }
  }

  /// Finishes what can be finished without judgement, and says so; the person commits, or goes on with the rebase.
  func mend(_ session: Session) throws(CommandFailure) {
    var done: [String] = []
    for file in files {
      let path = store.location.path(file.name)
      if file.name.hasSuffix(".json") {
        let mended = try store.locked(by: session.lockHolder()) { (lock) throws(CommandFailure) in
          try CommandFailure.wrapping { () throws(StoreError) in try store.store.mend(file, under: lock) }
        }
        guard let mended else { continue }
        session.inform(mended.sentence(of: path))
        done.append(file.name)
        if case .separated(let id) = mended { done.append(id.text + ".json") }
      } else if try mend(text: file, session) {
        session.inform("merged \(path)")
        done.append(file.name)
      }
    }
    guard !done.isEmpty else { return }
    try CommandFailure.wrapping { () throws(GitObstacle) in try repository.markMerged(done) }
    session.inform("told Git so; git status says how to go on")
  }

  /// A postmortem, whose generated regions take one side, where its prose merges as text.
  private func mend(text file: UnfinishedMerge.File, _ session: Session) throws(CommandFailure) -> Bool {
    guard let ours = file.ours, let theirs = file.theirs else { return false }
    let versions = PostmortemMerge(base: file.base ?? [], ours: ours, theirs: theirs)
    guard let merged = (try? session.merged(versions, in: store.location.root)) ?? nil else { return false }
    try store.locked(by: session.lockHolder()) { (lock) throws(CommandFailure) in
      try store.write(merged, fileNamed: file.name, under: lock)
    }
    return true
  }
}
