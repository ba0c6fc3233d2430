/// Texts merged line by line by Git's own `git merge-file`, which needs no repository.
public enum TextMerge {
  /// What both sides come to; nil where both changed the same lines.
  /// - Parameters:
  ///   - directory: Where the three files for Git are made, and removed again.
  ///   - variables: What the environment of `git` has beside this process's own.
  /// - Throws: ``TextMergeError``.
  public static func merged(
    base: [UInt8], ours: [UInt8], theirs: [UInt8], in directory: String, adding variables: [String: String],
    _ fileSystem: FileSystem
  ) throws(TextMergeError) -> [UInt8]? {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    var paths: [String] = []
    defer { for path in paths { PlainFile.remove(path, fileSystem) } }
    for (name, bytes) in [("ours", ours), ("base", base), ("theirs", theirs)] {
      let path = TemporaryName.path(for: directory + "/" + name)
      paths.append(path)
      do throws(StoreError) {
        try PlainFile.makePrivate(bytes, at: path, fileSystem)
      } catch {
        throw .store(error)
      }
    }
    let words = ["merge-file", "-p", "--quiet"] + paths
    do throws(GitError) {
      let outcome = try Git(in: directory, adding: variables).run(words)
      // The number of conflicts, up to 127 (<https://git-scm.com/docs/git-merge-file>).
      guard (0...127).contains(outcome.status) else { throw GitError(words, outcome) }
      return outcome.status == 0 ? outcome.output : nil
    } catch {
      throw .git(error)
    }
  }
}

/// Why texts could not be merged.
public enum TextMergeError: Error, Hashable, Sendable {
  /// A file for Git could not be made.
  case store(StoreError)
  /// Git did not do it.
  case git(GitError)
}
