/// A store in a Git work tree.
public struct StoreRepository: Sendable {
  /// The clone.
  public let repository: GitRepository
  /// The store.
  public let location: StoreLocation
  let fileSystem: FileSystem

  /// Git at the top of the work tree, which takes paths as they are and speaks English.
  var git: Git {
    Git(
      in: repository.workTree,
      adding: repository.git.variables.merging(["GIT_LITERAL_PATHSPECS": "1", "LC_ALL": "C"]) { $1 })
  }

  /// The clone that a store lies in.
  /// - Throws: ``GitObstacle/noRepository``, ``GitObstacle/git(_:)``.
  public static func find(
    of store: Store, adding variables: [String: String] = [:]
  ) throws(GitObstacle) -> StoreRepository {
    let found = try GitObstacle.wrapping { () throws(GitError) in
      // Its own directory may not be there yet.
      try GitRepository.find(from: parent(of: store.location.root), adding: variables)
    }
    guard let found, found.path(of: store.location.root) != nil else { throw .noRepository }
    return StoreRepository(repository: found, location: store.location, fileSystem: store.fileSystem)
  }

  /// The path of a file of the store, as Git names it.
  func path(_ name: String) -> String {
    let store = repository.path(of: location.root) ?? ""
    return store == "." ? name : store + "/" + name
  }

  /// The branch that `HEAD` is; it may have no commit yet.
  /// - Throws: ``GitObstacle/detachedHead``, ``GitObstacle/underWay(_:)``.
  func branch() throws(GitObstacle) -> String {
    for operation in GitOperation.allCases {
      for marker in operation.markers {
        let path = repository.gitDirectory + "/" + marker
        if (try? fileSystem.status(at: path, followingLinks: false)) ?? nil != nil { throw .underWay(operation) }
      }
    }
    guard let branch = try line(["symbolic-ref", "--quiet", "--short", "HEAD"]) else { throw .detachedHead }
    return branch
  }

  /// The commit of a revision; nil where there is none.
  func commit(_ revision: String) throws(GitObstacle) -> String? {
    try line(["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"])
  }

  func run(_ words: [String], input: [UInt8] = []) throws(GitObstacle) -> Subprocess.Outcome {
    try GitObstacle.wrapping { () throws(GitError) in try git.run(words, input: input) }
  }

  func answer(_ words: [String], input: [UInt8] = []) throws(GitObstacle) -> [UInt8] {
    try GitObstacle.wrapping { () throws(GitError) in try git.answer(words, input: input) }
  }

  func line(_ words: [String]) throws(GitObstacle) -> String? {
    try GitObstacle.wrapping { () throws(GitError) in try git.line(words) }
  }

  /// Runs a command that takes one of Git's locks, again and again while another process has it.
  /// - Throws: ``GitObstacle/locked(path:)`` after some seconds.
  func runTakingLocks(_ words: [String], input: [UInt8] = []) throws(GitObstacle) -> Subprocess.Outcome {
    var pause: Int64 = 20_000_000
    while true {
      let outcome = try run(words, input: input)
      guard outcome.status != 0, let lock = outcome.lockInTheWay else { return outcome }
      guard pause < 2_000_000_000 else { throw .locked(path: lock) }
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

  /// The lock that another process has, as Git names it (`lockfile.c`, `refs/files-backend.c`).
  fileprivate var lockInTheWay: String? {
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false)
    for (text, path) in zip(quoted, quoted.dropFirst()) {
      if text.hasSuffix("Unable to create "), path.hasSuffix(".lock") { return String(path) }
      if text.hasSuffix("cannot lock ref ") { return String(path) }
    }
    return nil
  }

  /// The fields of an answer that ends each with a zero byte.
  var fields: [String] { output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) } }
}
