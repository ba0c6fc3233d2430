extension StoreRepository {
  /// Moves the branch, the index and the work tree to a commit that follows; what somebody staged or changed elsewhere
  /// is carried along, and where that cannot be, or an ignored file stands in the way, nothing moves.
  ///
  /// Files in the way that are what they are to become stand in nobody's way: a run that was killed may have written them.
  /// - Throws: ``GitObstacle/wouldOverwrite(_:)``.
  func fastForward(to commit: String) throws(GitObstacle) {
    let words = ["-c", "merge.autoStash=false", "merge", "--ff-only", "--no-overwrite-ignore", "--quiet", commit]
    let outcome = try runTakingLocks(words)
    guard outcome.status != 0 else { return }
    guard outcome.message.contains("would be overwritten") else { throw .git(GitError(words, outcome)) }
    let paths = outcome.pathsInTheWay
    guard try areUnstaged(paths), try areAlready(paths, asIn: commit) else { throw .wouldOverwrite(outcome.message) }
    let listed = ["--pathspec-from-file=-", "--pathspec-file-nul"]
    let input = Array(paths.map(pathspec).joined(separator: "\0").utf8)
    _ = try runTakingLocks(["add", "--force", "--sparse"] + listed, input: input)
    guard try runTakingLocks(words).status != 0 else { return }
    _ = try runTakingLocks(["reset", "--quiet"] + listed, input: input)
    throw .wouldOverwrite(outcome.message)
  }

  /// Whether the index has of these files what the last commit has.
  private func areUnstaged(_ paths: [String]) throws(GitObstacle) -> Bool {
    let staged = try run(["diff", "--cached", "--name-only", "--no-renames", "-z"]).fields
    return Set(staged).isDisjoint(with: paths)
  }

  /// Whether files of the work tree hold what a commit has at their paths.
  private func areAlready(_ paths: [String], asIn commit: String) throws(GitObstacle) -> Bool {
    // A name that Git quotes is left to people.
    guard !paths.isEmpty, !paths.contains(where: { $0.hasPrefix("\"") }) else { return false }
    let here = try run(["hash-object", "--stdin-paths"], input: Array(paths.map { $0 + "\n" }.joined().utf8))
    let there = try run(["rev-parse"] + paths.map { commit + ":" + $0 })
    return here.status == 0 && there.status == 0
      && here.output.split(separator: UInt8(ascii: "\n")) == Array(there.output.split(separator: UInt8(ascii: "\n")))
  }
}

extension Subprocess.Outcome {
  /// What Git says would be overwritten: it indents each path by a tab (`unpack-trees.c`).
  fileprivate var pathsInTheWay: [String] {
    message.split(separator: "\n").filter { $0.hasPrefix("\t") }.map { String($0.dropFirst()) }
  }
}
