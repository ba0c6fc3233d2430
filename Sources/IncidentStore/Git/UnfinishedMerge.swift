/// A merge, rebase, cherry-pick or stash that Git could not finish, as far as the store's files go: what the index holds of
/// each side.
public struct UnfinishedMerge: Sendable {
  /// One file with the three stages that Git keeps of it.
  public struct File: Hashable, Sendable {
    /// Its name in the store.
    public let name: String
    /// The common ancestor; nil where there is none.
    public fileprivate(set) var base: [UInt8]?
    /// Nil where our side removed it.
    public fileprivate(set) var ours: [UInt8]?
    /// Nil where their side removed it.
    public fileprivate(set) var theirs: [UInt8]?
  }

  /// In the order of Git's index; none where nothing is unfinished.
  public let files: [File]

  /// Reads the index, without writing it.
  public init(in repository: StoreRepository) throws(GitObstacle) {
    let staged = try repository.stagedFiles().filter { $0.stage > 0 && $0.isRegular && StoreChanges.isOwn($0.name) }
    let contents = try repository.blobs(staged.map(\.object))
    var files: [File] = []
    for (entry, bytes) in zip(staged, contents) {
      if files.last?.name != entry.name { files.append(File(name: entry.name)) }
      switch entry.stage {
      case 1: files[files.count - 1].base = bytes
      case 2: files[files.count - 1].ours = bytes
      default: files[files.count - 1].theirs = bytes
      }
    }
    self.files = files
  }
}

extension Store {
  /// Brings the sides of a record together from Git's index, and what was recorded in the file since, where it can be
  /// read.
  /// - Returns: Nil where people have to decide.
  public func mend(
    _ file: UnfinishedMerge.File, under lock: borrowing StoreLock
  ) throws(StoreError) -> Mended? {
    guard file.name.hasSuffix(".json"),
      var mending = try? RecordMending(base: file.base, ours: file.ours, theirs: file.theirs)
    else { return nil }
    if case .one(let bytes) = mending, let present = try files.read(fileNamed: file.name),
      let both = try? RecordMerge.merged(base: file.base, ours: bytes, theirs: present)
    {
      mending = .one(both)
    }
    return try settle(mending, fileNamed: file.name, under: lock)
  }
}

extension StoreRepository {
  /// Tells Git that files of the store are merged, as `git add` does; the person commits.
  public func markMerged(_ names: [String]) throws(GitObstacle) {
    guard !names.isEmpty else { return }
    let words = ["add", "--"] + names.map(path)
    let outcome = try runTakingLocks(words)
    guard outcome.status == 0 else { throw .git(GitError(words, outcome)) }
  }
}
