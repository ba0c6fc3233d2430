public import IncidentCore

/// A store exchanged with its remote: what changed here is committed, what changed there comes in, all of it goes out.
///
/// Nothing is ever forced, rewritten or taken back, and no other branch is touched. Each step stands by itself, so that
/// one that was interrupted is just done again.
public struct Synchronization: Sendable {
  /// The commit of the store's changes; nil where there were none.
  public private(set) var committed: String?
  /// The names of the store's files that were committed.
  public private(set) var committedNames: [String] = []
  /// Records that came in: new ones, and those that got more.
  public private(set) var received: [IncidentID] = []
  /// How many commits went out.
  public private(set) var pushed = 0
  /// `origin/main`; nil where there is no remote.
  public private(set) var upstream: String?
  /// Files of the store that were left alone: a person's own, to commit or not.
  public private(set) var leftAlone: [String] = []
  /// Files that `incident` writes and that are unfit for others, so that they were not committed: records that cannot be
  /// read, texts with conflict markers.
  public private(set) var broken: [String] = []

  private let store: Store
  private let repository: StoreRepository

  /// How often somebody else may push first.
  private static let attempts = 20

  /// Nothing is done yet.
  public init(_ store: Store, in repository: StoreRepository) {
    self.store = store
    self.repository = repository
  }

  /// Commits what the store changed.
  /// - Parameter message: The words of the commit for these files of the store.
  public mutating func commit(
    _ message: ([String]) throws(GitObstacle) -> String
  ) throws(GitObstacle) {
    let changes = try repository.changes()
    // What is under way says more than the conflicts in it.
    if !changes.unmerged.isEmpty {
      _ = try repository.branch()
      throw .unmerged(changes.unmerged)
    }
    // A rule that keeps records out of Git does not keep the store's own rules out.
    if try repository.isIgnored() { throw .ignored }
    leftAlone = changes.others
    let names = changes.own.filter(store.isSound)
    broken = changes.own.filter { !names.contains($0) }
    guard !names.isEmpty else { return }
    let untracked = changes.untracked.filter(names.contains)
    if let commit = try repository.commit(names, untracked: untracked, message: try message(names)) {
      committed = commit
      committedNames += names.filter { !committedNames.contains($0) }
    }
  }

  /// Fetches, merges and pushes until the remote has what this branch has.
  /// - Parameters:
  ///   - holder: Who takes the store's lock while its files change.
  ///   - text: How postmortems merge.
  ///   - message: As for ``commit(_:)``: somebody may record more meanwhile.
  /// - Returns: False where there is no remote.
  /// - Throws: ``GitObstacle``. What was committed stays committed, and running it again finishes the rest.
  public mutating func exchange(
    by holder: LockHolder, merging text: TextMerging, _ message: ([String]) throws(GitObstacle) -> String
  ) throws(GitObstacle) -> Bool {
    let branch = try repository.branch()
    guard let upstream = try repository.upstream(of: branch) else { return false }
    self.upstream = upstream.name
    for attempt in 0..<Self.attempts {
      if attempt > 0 { repository.fileSystem.calls.sleep(nanoseconds: .random(in: 1...50_000_000 * Int64(attempt))) }
      let theirs = try repository.fetch(upstream)
      // Asking a remote takes a while, in which somebody may go to another branch.
      guard try repository.branch() == branch else { throw .branchSwitched(from: branch) }
      if let theirs, !(try take(theirs, upstream, by: holder, merging: text)) {
        try commit(message)
        continue
      }
      guard let head = try repository.commit("refs/heads/" + branch) else { return true }
      if head == theirs, upstream.isConfigured { return true }
      let waiting = try repository.unsent(head, beyond: theirs, upstream)
      if case .done = try repository.push(upstream) {
        pushed += waiting
        return true
      }
    }
    throw .alwaysOvertaken(remote: upstream.remote)
  }

  /// How many commits the remote does not have, as far as this clone knows; nil where there is no upstream.
  public func waiting() -> Int? {
    guard let branch = try? repository.branch(), let upstream = try? repository.upstream(of: branch) else { return nil }
    let known = (try? repository.commit(upstream.trackingRef)) ?? nil
    return try? repository.unsent("HEAD", beyond: known, upstream)
  }

  /// Brings the remote's commits into the branch and the work tree.
  /// - Returns: False where somebody recorded or committed something meanwhile, which has to be committed first.
  private mutating func take(
    _ theirs: String, _ upstream: Upstream, by holder: LockHolder, merging text: TextMerging
  ) throws(GitObstacle) -> Bool {
    let head = try repository.commit("HEAD")
    var target = theirs
    if let head {
      if try repository.isAncestor(theirs, of: head) { return true }
      if try !repository.isAncestor(head, of: theirs) {
        target = try repository.mergeCommit(of: head, with: theirs, upstream, text: text)
      }
    }
    // Git does not replace files as a whole: nobody is to write them, or read one to write it, meanwhile.
    let lock: StoreLock?
    do throws(StoreError) {
      lock = try store.isThere() ? try store.lock(by: holder) : nil
    } catch {
      throw .store(error)
    }
    let isTaken = try takeUndisturbed(target, from: head, on: upstream.branch)
    _ = consume lock
    return isTaken
  }

  /// The step for which nobody else may write.
  private mutating func takeUndisturbed(
    _ target: String, from head: String?, on branch: String
  ) throws(GitObstacle) -> Bool {
    guard try repository.branch() == branch else { throw .branchSwitched(from: branch) }
    guard try repository.commit("HEAD") == head, try repository.changes().own.allSatisfy({ !store.isSound($0) }) else {
      return false
    }
    try repository.fastForward(to: target)
    for id in try repository.incidents(changedFrom: head, to: target) where !received.contains(id) {
      received.append(id)
    }
    return true
  }
}

extension Store {
  /// Whether a file is fit for others: a record that can be read, a text without conflict markers.
  public func isSound(_ name: String) -> Bool {
    guard let bytes = try? files.read(fileNamed: name) else { return false }
    guard name.hasSuffix(".json") else { return ConflictedText.firstMarker(in: bytes) == nil }
    return (try? RecordCodec.decode(bytes, named: IncidentID(String(name.dropLast(5))))) != nil
  }
}

extension StoreRepository {
  /// Whether the repository's rules keep records out of Git.
  public func isIgnored() throws(GitObstacle) -> Bool {
    try run(["check-ignore", "--quiet", "--no-index", path("INC-20260101-0000.json")]).status == 0
  }

  func isAncestor(_ ancestor: String, of commit: String) throws(GitObstacle) -> Bool {
    try run(["merge-base", "--is-ancestor", ancestor, commit]).status == 0
  }

  /// How many commits of `head` the remote does not have: beyond its own of the branch, or beyond all of its branches that
  /// this clone knows, where it does not have that one.
  func unsent(_ head: String, beyond theirs: String?, _ upstream: Upstream) throws(GitObstacle) -> Int {
    let known = theirs.map { ["^" + $0] } ?? ["--not", "--remotes=" + upstream.remote]
    return try line(["rev-list", "--count", head] + known).flatMap { Int($0) } ?? 0
  }

  /// The incidents whose records came or changed between two commits; all of the later one where there is no earlier.
  func incidents(changedFrom old: String?, to new: String) throws(GitObstacle) -> [IncidentID] {
    let words =
      old.map { ["diff-tree", "-r", "-z", "--name-only", "--no-renames", "--diff-filter=d", $0, new] }
      ?? ["ls-tree", "-r", "-z", "--name-only", new]
    return try run(words).fields.compactMap(record(at:))
  }
}
