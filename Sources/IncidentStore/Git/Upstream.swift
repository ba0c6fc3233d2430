/// The branch of a remote that a local branch is exchanged with.
struct Upstream: Hashable, Sendable {
  /// The remote's name.
  let remote: String
  /// The branch's name, here and there.
  let branch: String
  /// Whether the clone says so; else the first push does.
  let isConfigured: Bool

  /// The ref that holds what the remote had when it was last asked.
  var trackingRef: String { "refs/remotes/\(remote)/\(branch)" }
  /// `origin/main`.
  var name: String { "\(remote)/\(branch)" }
}

extension StoreRepository {
  /// The upstream of `branch`: the one configured, else the same name on the remote that pushes go to, on the only remote
  /// or on `origin`. Nil where there is no remote.
  /// - Throws: ``GitObstacle/otherUpstream(branch:upstream:)``, ``GitObstacle/otherPushRemote(branch:upstream:pushRemote:)``,
  ///   ``GitObstacle/severalRemotes(_:)``.
  func upstream(of branch: String) throws(GitObstacle) -> Upstream? {
    let remotes = try run(["remote"]).output.split(separator: UInt8(ascii: "\n"))
      .map { String(decoding: $0, as: UTF8.self) }
    let remote = try line(["config", "--get", "branch.\(branch).remote"])
    let merge = try line(["config", "--get", "branch.\(branch).merge"])
    var pushRemote = try line(["config", "--get", "branch.\(branch).pushRemote"])
    if pushRemote == nil { pushRemote = try line(["config", "--get", "remote.pushDefault"]) }
    if let remote, let merge {
      guard remotes.contains(remote), merge == "refs/heads/" + branch else {
        let name = merge.hasPrefix("refs/heads/") ? String(merge.dropFirst(11)) : merge
        throw .otherUpstream(branch: branch, upstream: remote == "." ? name : remote + "/" + name)
      }
      let upstream = Upstream(remote: remote, branch: branch, isConfigured: true)
      if let pushRemote, pushRemote != remote {
        throw .otherPushRemote(branch: branch, upstream: upstream.name, pushRemote: pushRemote)
      }
      return upstream
    }
    guard let first = remotes.first else { return nil }
    if let pushRemote, remotes.contains(pushRemote) {
      return Upstream(remote: pushRemote, branch: branch, isConfigured: false)
    }
    guard remotes.count == 1 || remotes.contains("origin") else { throw .severalRemotes(remotes) }
    return Upstream(remote: remotes.count == 1 ? first : "origin", branch: branch, isConfigured: false)
  }

  /// Brings the tracking ref up to date, and no other.
  /// - Returns: The remote's commit; nil where it does not have the branch.
  func fetch(_ upstream: Upstream) throws(GitObstacle) -> String? {
    let words = [
      "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head", upstream.remote,
      "+refs/heads/\(upstream.branch):\(upstream.trackingRef)",
    ]
    let outcome = try runTakingLocks(words, adding: try networkVariables())
    if outcome.status == 0 { return try commit(upstream.trackingRef) }
    guard !outcome.message.contains("couldn't find remote ref") else { return nil }
    throw .unreachable(remote: upstream.remote, outcome.message)
  }

  /// What came of a push.
  enum Push { case done, overtaken }

  /// Pushes the branch and nothing else, never by force.
  func push(_ upstream: Upstream) throws(GitObstacle) -> Push {
    let outcome = try run(
      ["push", "--porcelain", "--no-follow-tags"] + (upstream.isConfigured ? [] : ["--set-upstream"])
        + [upstream.remote, "refs/heads/\(upstream.branch):refs/heads/\(upstream.branch)"],
      adding: try networkVariables())
    guard outcome.status != 0 else { return .done }
    let answer = String(decoding: outcome.output, as: UTF8.self)
    // A push that meets another one on the remote is told so in several ways.
    for sign in [
      "(fetch first)", "(non-fast-forward)", "cannot lock ref", "failed to update ref", "incorrect old value",
    ]
    where answer.contains(sign) || outcome.message.contains(sign) {
      return .overtaken
    }
    // A hook that refuses here, `pre-push`, leaves no line in the answer.
    let isRefused = answer.contains("!\t") || !outcome.message.contains("fatal: ")
    guard isRefused else { throw .unreachable(remote: upstream.remote, outcome.message) }
    throw .pushRefused(remote: upstream.remote, outcome.message)
  }
}
