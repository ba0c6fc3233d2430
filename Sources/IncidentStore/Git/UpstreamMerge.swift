import IncidentCore

extension StoreRepository {
  /// Merges the upstream's commit into the branch's without touching the work tree or the index.
  ///
  /// `git merge-tree` does it, with the merge driver of this very program, whatever the clone has configured. Records
  /// that no driver can help, since one side removed them or two incidents took one id, are mended
  /// (``RecordMending``).
  /// - Parameter driver: The command line of the merge driver; nil where this program does not know its own path.
  /// - Returns: The merge commit, which no branch holds yet.
  func mergeCommit(
    of head: String, with theirs: String, _ upstream: Upstream, driver: String?
  ) throws(GitObstacle) -> String {
    let setting = driver.map { ["-c", "merge.incident.driver=\($0)"] } ?? []
    let words = setting + ["merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", head, theirs]
    let outcome = try run(words)
    guard outcome.status <= 1, var tree = outcome.fields.first else {
      if outcome.message.contains("unrelated histories") { throw .unrelated(upstream: upstream.name) }
      throw .git(GitError(words, outcome))
    }
    if outcome.status == 1 {
      let paths = outcome.fields.dropFirst().sorted()
      tree = try mended(tree, paths, head, theirs, upstream)
    }
    let signs = try line(["config", "--type=bool", "--get", "commit.gpgSign"]) == "true"
    let message = Array("Merge remote-tracking branch '\(upstream.name)'\n".utf8)
    let commit = ["commit-tree"] + (signs ? ["-S"] : []) + ["-p", head, "-p", theirs, "-F", "-", tree]
    let made = try run(commit, input: message)
    guard made.status == 0 else {
      if made.lacksIdentity { throw .noIdentity(made.message) }
      throw signs ? .commitRefused(made.message) : .git(GitError(commit, made))
    }
    return String(decoding: made.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// The tree with every record in `paths` mended.
  /// - Throws: ``GitObstacle/conflicts(_:upstream:)`` naming those that are none, or that people have to look at.
  private func mended(
    _ tree: String, _ paths: [String], _ head: String, _ theirs: String, _ upstream: Upstream
  ) throws(GitObstacle) -> String {
    guard let base = try line(["merge-base", head, theirs]) else { throw .unrelated(upstream: upstream.name) }
    var entries: [(path: String, bytes: [UInt8])] = []
    var left: [String] = []
    for path in paths {
      let sides = try blobs([base, head, theirs].map { $0 + ":" + path })
      guard let id = record(at: path),
        let mending = try? RecordMending(base: sides[0], ours: sides[1], theirs: sides[2])
      else {
        left.append(path)
        continue
      }
      switch mending {
      case .one(let bytes): entries.append((path, bytes))
      case .two(let bytes, let other):
        entries.append((path, bytes))
        let renamed = try renamed(other, from: id, in: tree)
        guard let renamed else {
          left.append(path)
          continue
        }
        entries.append(renamed)
      }
    }
    guard left.isEmpty else { throw .conflicts(left, upstream: upstream.name) }
    return try written(entries, into: tree)
  }

  /// The incident under the first of its other ids that is free, or already its own.
  private func renamed(
    _ incident: Incident, from id: IncidentID, in tree: String
  ) throws(GitObstacle) -> (path: String, bytes: [UInt8])? {
    for candidate in incident.alternativeIDs where candidate != id {
      let path = path(candidate.text + ".json")
      guard let renamed = try? incident.renamed(to: candidate) else { continue }
      guard let present = try blobs([tree + ":" + path])[0] else { return (path, RecordCodec.encode(renamed)) }
      guard let merged = try? RecordMerge.merged(base: nil, ours: present, theirs: RecordCodec.encode(renamed)) else {
        continue
      }
      return (path, merged)
    }
    return nil
  }

  /// A tree with these files, by an index of its own.
  private func written(
    _ entries: [(path: String, bytes: [UInt8])], into tree: String
  ) throws(GitObstacle) -> String {
    let index = repository.gitDirectory + "/" + TemporaryName.path(for: "/index").dropFirst()
    defer { try? fileSystem.remove(index) }
    let apart = Git(in: git.directory, adding: git.variables.merging(["GIT_INDEX_FILE": index]) { $1 })
    return try GitObstacle.wrapping { () throws(GitError) in
      _ = try apart.answer(["read-tree", tree])
      for entry in entries {
        let object = try apart.answer(["hash-object", "-w", "--stdin"], input: entry.bytes).dropLast()
        let information = "100644,\(String(decoding: object, as: UTF8.self)),\(entry.path)"
        _ = try apart.answer(["update-index", "--add", "--cacheinfo", information])
      }
      return String(decoding: try apart.answer(["write-tree"]).dropLast(), as: UTF8.self)
    }
  }

  /// The incident whose record stands at a path of the work tree; nil for another file.
  func record(at path: String) -> IncidentID? {
    let prefix = self.path("")
    guard path.hasPrefix(prefix), path.hasSuffix(".json") else { return nil }
    return IncidentID(String(path.dropFirst(prefix.count).dropLast(5)))
  }
}
