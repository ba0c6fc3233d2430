import CommandArguments
import IncidentReports
import IncidentStore

extension CommandFailure {
  /// Why Git did not do what was asked: the repository says no, or the store could not be had.
  init(_ obstacle: GitObstacle) {
    if case .store(let error) = obstacle {
      self.init(error)
      return
    }
    self.init(status: .refused, message: obstacle.sentence, hints: obstacle.hints)
  }

  /// Git, or its files, could not be used at all.
  init(_ error: GitError) {
    let obstacle = GitObstacle.git(error)
    self.init(status: .storage, message: obstacle.sentence, hints: obstacle.hints)
  }
}

extension GitObstacle {
  /// A sentence without its full stop.
  var sentence: String {
    switch self {
    case .store(let error): error.sentence
    case .git(.notInstalled): "there is no `git` on the PATH"
    case .git(.failed(let command, let status, let errors)):
      "\(command) ended with status \(status)\(Self.said(errors))"
    case .noRepository: "the store lies in no Git work tree"
    case .detachedHead: "HEAD is detached: no branch would hold the commit"
    case .branchSwitched(let branch): "this clone left the branch \(branch) meanwhile"
    case .unmerged(let names): "\(Self.list(names)) of the store has conflicts that wait to be resolved"
    case .underWay(let operation): "a \(operation.rawValue) is under way in this clone"
    case .noIdentity: "Git does not know who commits"
    case .locked(let path): "another Git process has the lock \(path), or one that was killed left it"
    case .commitRefused(let said): "Git did not commit: a hook or the signing refused\(Self.said(said))"
    case .ignored: "this repository's .gitignore keeps the store out of Git"
    case .severalRemotes(let names):
      "there are several remotes (\(names.joined(separator: ", "))), and the branch follows none"
    case .otherUpstream(let branch, let upstream):
      "the branch \(branch) follows \(upstream), of another name: a push would go there"
    case .otherPushRemote(let branch, let upstream, let pushRemote):
      "the branch \(branch) follows \(upstream), and its pushes go to \(pushRemote)"
    case .unreachable(let remote, let said): "\(remote) did not answer\(Self.said(said))"
    case .conflicts(let paths, let upstream):
      "\(upstream) and this branch changed the same in \(Self.list(paths)); nobody can merge that unseen"
    case .wouldOverwrite(let said):
      "what came in would overwrite \(Self.list(Self.indented(said))), which somebody changed here and did not commit"
    case .unrelated(let upstream): "\(upstream) and this branch have no commit in common"
    case .pushRefused(let remote, let said): "the push to \(remote) was refused\(Self.said(said))"
    case .alwaysOvertaken(let remote): "somebody else pushed to \(remote) first, time and again"
    }
  }

  /// What to type next.
  var hints: [Hint] {
    switch self {
    case .store, .git(.failed): []
    case .git(.notInstalled): [Hint("apt-get install git", "or whatever installs it here")]
    case .noRepository: [Hint("git init", "makes one")]
    case .detachedHead:
      [Hint("git switch main", "goes to a branch"), Hint("git switch -c NAME", "begins one here")]
    case .branchSwitched: [Hint("incident sync", "exchanges the branch this clone is on now")]
    case .unmerged:
      [
        Hint("incident check --fix", "mends records with conflicts"),
        Hint("git status", "says what else there is to do"),
      ]
    case .underWay(let operation):
      [
        Hint("git status", "says what is left to do"),
        Hint("incident check --fix", "mends records with conflicts"),
        Hint("git \(operation.rawValue) \(operation == .bisect ? "reset" : "--abort")", "gives it up"),
      ]
    case .noIdentity:
      [Hint("git config user.name \"NAME\"", ""), Hint("git config user.email ADDRESS", "say who you are")]
    case .locked(let path):
      [Hint("rm \(shellQuoted(path))", "removes it; see first that no Git is at work here")]
    case .commitRefused: [Hint("git commit", "shows the same, and more of it")]
    case .ignored: [Hint("git check-ignore -v incidents/INC-20261120-7QK4.json", "names the rule")]
    case .severalRemotes(let names):
      [Hint("git push -u \(shellQuoted(names.first ?? "origin")) HEAD", "makes it follow one of them")]
    case .otherUpstream(let branch, _):
      [Hint("git push -u origin \(shellQuoted(branch))", "gives it a branch of its own name to follow")]
    case .otherPushRemote(let branch, let upstream, _):
      [
        Hint(
          "git config \(shellQuoted("branch.\(branch).pushRemote")) \(shellQuoted(Self.remote(of: upstream, branch)))",
          "has this branch pushed to where it comes from")
      ]
    case .unreachable: [Hint("incident sync", "again, once it does; nothing is lost")]
    case .conflicts:
      [
        Hint("git pull --no-rebase", "merges, and leaves those files to you"),
        Hint("incident sync", "again, once that is committed"),
      ]
    case .wouldOverwrite: [Hint("git status", "shows it; commit or stash it, then incident sync again")]
    case .unrelated(let upstream):
      [Hint("git merge --allow-unrelated-histories \(shellQuoted(upstream))", "joins them")]
    case .pushRefused: [Hint("git push", "shows the same, and more of it")]
    case .alwaysOvertaken: [Hint("incident sync", "tries again")]
    }
  }

  /// `: ` and the last words of what was printed, on one line; nothing for nothing.
  private static func said(_ text: String) -> String {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    guard !lines.isEmpty else { return "" }
    let words = lines.suffix(4).map { $0.trimmingPrefix { $0.isWhitespace } }.joined(separator: " · ")
    return ": " + String(words.prefix(600))
  }

  /// `origin` of `origin/main`; a remote's name may have slashes of its own.
  private static func remote(of upstream: String, _ branch: String) -> String {
    String(upstream.dropLast(branch.count + 1))
  }

  /// Git indents the paths it lists by a tab.
  private static func indented(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("\t") }.map { String($0.dropFirst()) }
  }

  private static func list(_ paths: [String]) -> String {
    guard !paths.isEmpty else { return "files" }
    let shown = paths.prefix(5).joined(separator: ", ")
    return paths.count > 5 ? "\(shown) and \(paths.count - 5) more" : shown
  }
}
