/// A store in a Git work tree.
public struct StoreRepository: Sendable {
  /// The clone.
  public let repository: GitRepository
  /// The store.
  public let location: StoreLocation
  let fileSystem: FileSystem

  /// Git at the top of the work tree, which speaks English and takes the magic of ``pathspec(_:)``.
  ///
  /// Paths are not made literal by `GIT_LITERAL_PATHSPECS`, since hooks would inherit it: one that looks for `*.json`
  /// among the staged files would find none.
  var git: Git {
    Git(
      in: repository.workTree,
      adding: repository.git.variables.merging(["GIT_LITERAL_PATHSPECS": "0", "LC_ALL": "C"]) { $1 })
  }

  /// The clone that a store lies in.
  /// - Throws: ``GitObstacle/noRepository``, ``GitObstacle/git(_:)``.
  public static func find(
    of store: Store, adding variables: [String: String] = [:]
  ) throws(GitObstacle) -> StoreRepository {
    // Its own directory may not be there yet; and where it is, it may be a repository of its own.
    let isThere = (try? store.isThere()) ?? false
    let start = isThere ? store.location.root : parent(of: store.location.root)
    let found = try GitObstacle.wrapping { () throws(GitError) in
      try GitRepository.find(from: start, adding: variables)
    }
    guard let found, found.path(of: store.location.root) != nil else { throw .noRepository }
    return StoreRepository(repository: found, location: store.location, fileSystem: store.fileSystem)
  }

  /// The path of a file of the store, as Git names it.
  func path(_ name: String) -> String {
    let store = repository.path(of: location.root) ?? ""
    return store == "." ? name : store + "/" + name
  }

  /// A pathspec that means this path of the work tree and no other, whatever characters it has.
  func pathspec(_ path: String) -> String { ":(literal)" + path }

  /// The branch that `HEAD` is; it may have no commit yet.
  /// - Throws: ``GitObstacle/detachedHead``, ``GitObstacle/underWay(_:)``.
  func branch() throws(GitObstacle) -> String {
    for operation in GitOperation.allCases {
      for marker in operation.markers {
        let path = repository.gitDirectory + "/" + marker
        if (try? fileSystem.status(at: path, followingLinks: false)) ?? nil != nil { throw .underWay(operation) }
      }
    }
    // In full: the short name of a branch is another one where a tag has the same.
    let prefix = "refs/heads/"
    guard let ref = try line(["symbolic-ref", "--quiet", "HEAD"]), ref.hasPrefix(prefix) else { throw .detachedHead }
    return String(ref.dropFirst(prefix.count))
  }

  /// The commit of a revision; nil where there is none.
  func commit(_ revision: String) throws(GitObstacle) -> String? {
    try line(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
  }

  func run(
    _ words: [String], input: [UInt8] = [], adding variables: [String: String] = [:]
  ) throws(GitObstacle) -> Subprocess.Outcome {
    let git = Git(in: git.directory, adding: git.variables.merging(variables) { $1 })
    return try GitObstacle.wrapping { () throws(GitError) in try git.run(words, input: input) }
  }

  func answer(_ words: [String], input: [UInt8] = []) throws(GitObstacle) -> [UInt8] {
    try GitObstacle.wrapping { () throws(GitError) in try git.answer(words, input: input) }
  }

  func line(_ words: [String]) throws(GitObstacle) -> String? {
    try GitObstacle.wrapping { () throws(GitError) in try git.line(words) }
  }

  /// Runs a command that takes one of Git's locks, again and again while another process has it.
  /// - Parameter variables: What the environment has beside that of ``git``.
  /// - Throws: ``GitObstacle/locked(path:)`` after some seconds.
  func runTakingLocks(
    _ words: [String], input: [UInt8] = [], adding variables: [String: String] = [:]
  ) throws(GitObstacle) -> Subprocess.Outcome {
    var pause: Int64 = 20_000_000
    while true {
      let outcome = try run(words, input: input, adding: variables)
      guard outcome.status != 0, outcome.meetsLock else { return outcome }
      guard pause < 2_000_000_000 else {
        guard let path = outcome.lockInTheWay else { return outcome }
        throw .locked(path: path)
      }
      fileSystem.calls.sleep(nanoseconds: Int64.random(in: pause / 2...pause))
      pause = pause * 3 / 2
    }
  }
}

extension GitObstacle {
  static func wrapping<Answer>(_ body: () throws(GitError) -> Answer) throws(GitObstacle) -> Answer {
    do throws(GitError) {
      return try body()
    } catch {
      throw .git(error)
    }
  }
}

extension Subprocess.Outcome {
  /// What was written to standard error.
  var message: String { String(decoding: errors, as: UTF8.self) }

  /// The lock file that another process has, as Git names it (`lockfile.c`).
  fileprivate var lockInTheWay: String? {
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false)
    for (text, path) in zip(quoted, quoted.dropFirst())
    where text.hasSuffix("Unable to create ") && path.hasSuffix(".lock") { return String(path) }
    return nil
  }

  /// Whether another process was in the way: it has a lock, or moved the ref meanwhile (`refs/files-backend.c`).
  fileprivate var meetsLock: Bool { lockInTheWay != nil || message.contains("cannot lock ref ") }

  /// Whether Git does not know who commits (`ident.c`).
  var lacksIdentity: Bool {
    [
      "tell me who you are", "unable to auto-detect email", "empty ident name", "no email was given",
      "no name was given",
    ]
    .contains { message.contains($0) }
  }

  /// The fields of an answer that ends each with a zero byte.
  var fields: [String] { output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) } }
}
