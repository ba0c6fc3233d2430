extension StoreRepository {
  /// What differs between the store's files and the last commit.
  public func changes() throws(GitObstacle) -> StoreChanges {
    try StoreChanges(of: self)
  }

  /// The bytes of files of the store as the last commit has them; those it lacks are not there.
  public func committed(_ names: [String]) throws(GitObstacle) -> [String: [UInt8]] {
    guard try commit("HEAD") != nil else { return [:] }
    let objects = try blobs(names.map { "HEAD:" + path($0) })
    return Dictionary(zip(names, objects).compactMap { name, bytes in bytes.map { (name, $0) } }) { first, _ in first }
  }

  /// Commits files of the store, by their names in it, and nothing else: whatever somebody staged stays staged.
  ///
  /// It is `git commit --only`, so that hooks, signing and identity are as the person set them up.
  /// - Returns: The new commit; nil where there is nothing to commit.
  /// - Throws: ``GitObstacle``. The files are as they were.
  public func commit(_ names: [String], untracked: [String], message: String) throws(GitObstacle) -> String? {
    guard !names.isEmpty else { return nil }
    _ = try branch()
    let fromInput = ["--pathspec-from-file=-", "--pathspec-file-nul"]
    if !untracked.isEmpty {
      // `--sparse`: the store may lie outside of what a sparse checkout shows, and is here all the same.
      let words = ["add", "--intent-to-add", "--sparse"] + fromInput
      let outcome = try runTakingLocks(words, input: pathspecs(untracked))
      guard outcome.status == 0 else {
        let isIgnored = outcome.message.contains("ignored by one of your .gitignore files")
        throw isIgnored ? .ignored : .git(GitError(words, outcome))
      }
    }
    do throws(GitObstacle) {
      return try commit(names, message, fromInput, attempts: 10)
    } catch {
      withdraw(untracked)
      throw error
    }
  }

  private func commit(
    _ names: [String], _ message: String, _ fromInput: [String], attempts: Int
  ) throws(GitObstacle) -> String? {
    let words = ["commit", "--only", "--quiet", "--cleanup=verbatim", "--message=\(message)"] + fromInput
    let outcome = try runTakingLocks(words, input: pathspecs(names))
    if outcome.status == 0 { return try commit("HEAD") }
    if try isCommitted(names) {
      // Another process did it meanwhile; or one that was killed between the branch and the index, which is behind then.
      _ = try runTakingLocks(["add", "--sparse"] + fromInput, input: pathspecs(names))
      return nil
    }
    if outcome.lacksIdentity { throw .noIdentity(outcome.message) }
    let printed = outcome.message + String(decoding: outcome.output, as: UTF8.self)
    // Another process committed them, and a third has written since: now there is something again (`wt-status.c`).
    let foundNothing = ["nothing to commit", "nothing added to commit", "no changes added to commit"]
      .contains { printed.contains($0) }
    if outcome.status == 1, foundNothing, attempts > 1 {
      return try commit(names, message, fromInput, attempts: attempts - 1)
    }
    throw outcome.status == 1 || printed.contains("gpg") || printed.contains("sign")
      ? .commitRefused(printed) : .git(GitError(words, outcome))
  }

  /// Whether the last commit has these files as they are.
  private func isCommitted(_ names: [String]) throws(GitObstacle) -> Bool {
    let known = try committed(names)
    let files = RecordFiles(location, fileSystem: fileSystem)
    return names.allSatisfy { name in
      guard let bytes = known[name] else { return false }
      return (try? files.read(fileNamed: name)) == bytes
    }
  }

  /// Makes files unknown to Git again that it was only told of: `git stash` refuses to work beside such ones.
  private func withdraw(_ names: [String]) {
    // Only where they still are: another process may have committed them meanwhile.
    guard let intended = try? changes().intended.filter(names.contains), !intended.isEmpty else { return }
    let paths = intended.map { path($0) + "\0" }.joined()
    _ = try? run(["update-index", "--force-remove", "-z", "--stdin"], input: Array(paths.utf8))
  }

  /// The bytes of objects, named as `REVISION:PATH` or by their ids; nil for one that is not there. One process, however
  /// many they are.
  func blobs(_ objects: [String]) throws(GitObstacle) -> [[UInt8]?] {
    guard !objects.isEmpty else { return [] }
    let output = try answer(["cat-file", "--batch"], input: Array(objects.map { $0 + "\n" }.joined().utf8))
    var rest = output[...]
    var contents: [[UInt8]?] = []
    while contents.count < objects.count, let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let header = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      guard !header.hasSuffix(" missing"), let size = header.split(separator: " ").last.flatMap({ Int($0) }) else {
        contents.append(nil)
        continue
      }
      contents.append(Array(rest.prefix(size)))
      rest = rest.dropFirst(size + 1)
    }
    return contents + Array(repeating: nil, count: objects.count - contents.count)
  }

  private func pathspecs(_ names: [String]) -> [UInt8] {
    Array(names.map { pathspec(path($0)) }.joined(separator: "\0").utf8)
  }
}
