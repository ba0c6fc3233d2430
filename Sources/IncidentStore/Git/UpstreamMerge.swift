import IncidentCore

extension StoreRepository {
  /// Merges the upstream's commit into the branch's without touching the work tree or the index.
  ///
  /// `git merge-tree` does it, once both sides have the same in every file of the store that both changed
  /// (``StoreMerge``): of those nothing is left to merge.
  /// - Returns: The merge commit, which no branch holds yet.
  func mergeCommit(
    of head: String, with theirs: String, _ upstream: Upstream, text: TextMerging
  ) throws(GitObstacle) -> String {
    let bases = try run(["merge-base", "--all", head, theirs]).output.split(separator: UInt8(ascii: "\n"))
      .map { String(decoding: $0, as: UTF8.self) }
    guard !bases.isEmpty else { throw .unrelated(upstream: upstream.name) }
    let merge = try StoreMerge(bases, head, theirs, in: self, text: text)
    var sides = [head, theirs]
    if !merge.files.isEmpty {
      let objects = try written(merge.files)
      sides = [try alike(head, objects), try alike(theirs, objects)]
    }
    let words = ["merge-tree", "--write-tree", "--name-only", "--no-messages", "-z"] + sides
    let outcome = try run(words)
    guard outcome.status <= 1, let tree = outcome.fields.first else { throw .git(GitError(words, outcome)) }
    let conflicts = Set(merge.conflicts + (outcome.status == 1 ? outcome.fields.dropFirst() : []))
    guard conflicts.isEmpty else { throw .conflicts(conflicts.sorted(), upstream: upstream.name) }
    let signs = try line(["config", "--type=bool", "--get", "commit.gpgSign"]) == "true"
    let message = Array("Merge remote-tracking branch '\(upstream.name)'\n".utf8)
    let commit = ["commit-tree"] + (signs ? ["-S"] : []) + ["-p", head, "-p", theirs, "-F", "-", tree]
    let made = try run(commit, input: message)
    guard made.status == 0 else {
      if made.lacksIdentity { throw .noIdentity(made.message) }
      throw signs ? .commitRefused(made.message) : .git(GitError(commit, made))
    }
    return Self.object(made.output)
  }

  /// Puts files into the repository's objects: the ids, by path.
  private func written(_ files: [String: [UInt8]]) throws(GitObstacle) -> [String: String] {
    var objects: [String: String] = [:]
    for (path, bytes) in files {
      objects[path] = Self.object(try answer(["hash-object", "-w", "--stdin"], input: bytes))
    }
    return objects
  }

  /// A commit that follows `commit` and has these objects at their paths; by an index of its own. No branch ever holds
  /// it, and Git removes it some day.
  private func alike(_ commit: String, _ objects: [String: String]) throws(GitObstacle) -> String {
    let index = repository.gitDirectory + "/" + TemporaryName.path(for: "/index").dropFirst()
    defer { try? fileSystem.remove(index) }
    let nobody = [
      "GIT_AUTHOR_NAME": "incident", "GIT_AUTHOR_EMAIL": "", "GIT_COMMITTER_NAME": "incident",
      "GIT_COMMITTER_EMAIL": "", "GIT_INDEX_FILE": index,
    ]
    let apart = Git(in: git.directory, adding: git.variables.merging(nobody) { $1 })
    let entries = objects.map { path, object in "100644 \(object)\t\(path)\0" }.joined()
    return try GitObstacle.wrapping { () throws(GitError) in
      _ = try apart.answer(["read-tree", commit])
      _ = try apart.answer(["update-index", "-z", "--index-info"], input: Array(entries.utf8))
      let tree = Self.object(try apart.answer(["write-tree"]))
      return Self.object(try apart.answer(["commit-tree", "-p", commit, "-m", "merged records", tree]))
    }
  }

  /// The id that a command printed.
  private static func object(_ output: [UInt8]) -> String {
    String(decoding: output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// The incident whose record stands at a path of the work tree; nil for another file.
  func record(at path: String) -> IncidentID? {
    let prefix = self.path("")
    guard path.hasPrefix(prefix), path.hasSuffix(".json") else { return nil }
    return IncidentID(String(path.dropFirst(prefix.count).dropLast(5)))
  }
}
