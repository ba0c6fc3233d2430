public import IncidentCore

/// What differs between a store's files and the last commit.
public struct StoreChanges: Hashable, Sendable {
  /// Files that `incident` writes, by their names in the store, sorted: records, postmortems, the two rules files.
  public private(set) var own: [String] = []
  /// Those of them that Git does not know yet.
  public private(set) var untracked: [String] = []
  /// Those of them that Git was told of, and whose content it was not given (`git add --intent-to-add`).
  public private(set) var intended: [String] = []
  /// Other files of the store, which people write: settings, templates, runbooks; and what somebody removed.
  public private(set) var others: [String] = []
  /// Files in which a merge waits to be finished.
  public private(set) var unmerged: [String] = []

  /// Asks Git, without writing its index.
  init(of repository: StoreRepository) throws(GitObstacle) {
    let prefix = repository.path("")
    let words = [
      "--no-optional-locks", "status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all", "--",
      repository.pathspec(prefix.isEmpty ? "." : String(prefix.dropLast())),
    ]
    let outcome = try repository.run(words)
    guard outcome.status == 0 else { throw .git(GitError(words, outcome)) }
    for field in outcome.fields {
      let path = String(field.dropFirst(3))
      guard path.hasPrefix(prefix) else { continue }
      add(String(path.dropFirst(prefix.count)), state: field.prefix(2))
    }
    own.sort()
  }

  /// The incidents among ``own``.
  public var incidents: [IncidentID] {
    own.compactMap { $0.hasSuffix(".json") ? IncidentID(String($0.dropLast(5))) : nil }
  }

  /// Whether `incident` writes files of that name.
  static func isOwn(_ name: String) -> Bool {
    if name == ".gitignore" || name == ".gitattributes" { return true }
    for ending in [".postmortem.md", ".json"] where name.hasSuffix(ending) {
      return IncidentID(String(name.dropLast(ending.count))) != nil
    }
    return false
  }

  private mutating func add(_ name: String, state: Substring) {
    // `man git-status`, short format: X is the index, Y the work tree.
    switch state {
    case "DD", "AU", "UD", "UA", "DU", "AA", "UU": unmerged.append(name)
    case _ where !Self.isOwn(name) || state.contains("D"): others.append(name)
    default:
      own.append(name)
      if state == "??" { untracked.append(name) }
      if state == " A" { intended.append(name) }
    }
  }
}
