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
      let words = ["add", "--intent-to-add"] + fromInput
      let outcome = try runTakingLocks(words, input: fields(untracked.map(path)))
      guard outcome.status == 0 else { throw obstacle(words, outcome) }
    }
    let words = ["commit", "--only", "--quiet", "--cleanup=verbatim", "--message=\(message)"] + fromInput
    let outcome = try runTakingLocks(words, input: fields(names.map(path)))
    if outcome.status == 0 { return try commit("HEAD") }
    // Another process may have committed the same meanwhile.
    if try changes().own.allSatisfy({ !names.contains($0) }) { return nil }
    throw obstacle(words, outcome)
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

  private func obstacle(_ words: [String], _ outcome: Subprocess.Outcome) -> GitObstacle {
    let message = outcome.message
    if message.contains("ignored by one of your .gitignore files") { return .ignored }
    for sign in ["tell me who you are", "unable to auto-detect email", "empty ident name", "no email was given"]
    where message.contains(sign) {
      return .noIdentity(message)
    }
    let printed = message + String(decoding: outcome.output, as: UTF8.self)
    return outcome.status == 1 || message.contains("gpg") || message.contains("sign")
      ? .commitRefused(printed) : .git(GitError(words, outcome))
  }

  private func fields(_ names: [String]) -> [UInt8] {
    Array(names.joined(separator: "\0").utf8)
  }
}
