/// A clone of a repository, with a work tree, in which a directory lies.
public struct GitRepository: Sendable {
  /// Git, run at the top of the work tree.
  public let git: Git
  /// The top of the work tree.
  public let workTree: String
  /// The directory of this work tree's own state: `HEAD`, the index, a merge under way.
  public let gitDirectory: String
  /// The directory that all work trees of the clone share: objects, branches, configuration.
  public let commonDirectory: String

  /// The repository of a directory; nil where it lies in none, or in one that has no work tree.
  ///
  /// It is Git that says so: a linked work tree, a submodule and `$GIT_DIR` are as it sees them.
  /// - Throws: ``GitError``: no Git, or a repository that Git refuses to read (`safe.directory`, for one).
  public static func find(
    from directory: String, adding variables: [String: String] = [:]
  ) throws(GitError) -> GitRepository? {
    let git = Git(in: directory, adding: variables.merging(["LC_ALL": "C"]) { $1 })
    let words = [
      "rev-parse", "--path-format=absolute", "--show-toplevel", "--git-dir", "--git-common-dir",
    ]
    let outcome = try git.run(words)
    guard outcome.status == 0 else {
      let error = GitError(words, outcome)
      guard case .failed(_, _, let errors) = error, !errors.contains("not a git repository"),
        !errors.contains("must be run in a work tree")
      else { return nil }
      throw error
    }
    let lines = outcome.output.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    guard lines.count == 3 else { throw GitError(words, outcome) }
    return GitRepository(
      git: Git(in: lines[0], adding: variables), workTree: lines[0], gitDirectory: lines[1],
      commonDirectory: lines[2])
  }

  /// A path within the work tree, as Git names it; nil for one outside of it.
  public func path(of absolute: String) -> String? {
    if absolute == workTree { return "." }
    let prefix = workTree == "/" ? "/" : workTree + "/"
    return absolute.hasPrefix(prefix) ? String(absolute.dropFirst(prefix.count)) : nil
  }
}
