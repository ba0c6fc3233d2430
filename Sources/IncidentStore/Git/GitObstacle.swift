/// Why the store's changes were not committed, merged or pushed. What was recorded is on disk all the same.
public enum GitObstacle: Error, Hashable, Sendable {
  /// Git is not there, or a command failed in a way that nobody foresaw.
  case git(GitError)
  /// The store's own lock or files.
  case store(StoreError)
  /// The store lies in no Git work tree.
  case noRepository
  /// `HEAD` is no branch.
  case detachedHead
  /// The clone went to another branch meanwhile.
  case branchSwitched(from: String)
  /// These files of the store have conflicts that nobody resolved yet.
  case unmerged([String])
  /// A merge, rebase or the like waits to be finished.
  case underWay(GitOperation)
  /// Nobody told Git who commits: what Git says.
  case noIdentity(String)
  /// Another Git process works in the clone, or one that was killed left its lock.
  case locked(path: String)
  /// A hook or the signing of a commit failed: what was printed.
  case commitRefused(String)
  /// The repository's own rules keep the store out of Git.
  case ignored
  /// There are several remotes and none named `origin`; their names.
  case severalRemotes([String])
  /// The branch follows one of another name, to which a push would go.
  case otherUpstream(branch: String, upstream: String)
  /// The branch follows one remote, and its pushes go to another.
  case otherPushRemote(branch: String, upstream: String, pushRemote: String)
  /// The remote did not answer: what Git says.
  case unreachable(remote: String, String)
  /// Both sides changed these files, relative to the work tree, in ways that nobody can bring together unseen.
  case conflicts([String], upstream: String)
  /// The merge would overwrite what somebody changed and did not commit: what Git says.
  case wouldOverwrite(String)
  /// The two sides have no commit in common.
  case unrelated(upstream: String)
  /// The remote or a hook here refused: what they say.
  case pushRefused(remote: String, String)
  /// Somebody else pushed first, time and again.
  case alwaysOvertaken(remote: String)
}

/// What a clone is in the middle of.
public enum GitOperation: String, CaseIterable, Hashable, Sendable {
  case merge, rebase, cherryPick = "cherry-pick", revert, bisect

  /// What stands in the Git directory while it is under way.
  var markers: [String] {
    switch self {
    case .merge: ["MERGE_HEAD"]
    case .rebase: ["rebase-merge", "rebase-apply"]
    case .cherryPick: ["CHERRY_PICK_HEAD"]
    case .revert: ["REVERT_HEAD"]
    case .bisect: ["BISECT_LOG"]
    }
  }
}
