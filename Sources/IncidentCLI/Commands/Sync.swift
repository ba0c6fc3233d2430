import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident sync`: the store exchanged with everybody else's.
enum Sync {
  static let syntax = CommandSyntax(
    "sync", summary: "Commit what was recorded, take in what others did, and push both",
    discussion: [
      "Only files that incident writes are committed: records, postmortems, the store's .gitignore and .gitattributes. "
        + "Whatever else is staged or changed stays exactly as it is. Nothing is forced, rewritten or taken back, and no "
        + "other branch is touched. Interrupted, it is just run again.",
      "Without a connection it says what waits, and exits 1: all is safe here.",
    ],
    examples: [
      Example("incident sync", "Exchange the current branch with the one it follows"),
      Example("incident sync --json", "Say what was committed, received and pushed, for a script"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let store = try session.storeExpected()
    let repository = try session.repository(store)
    var sync = Synchronization(store.store, in: repository)
    let message = { (names: [String]) throws(GitObstacle) -> String in
      try session.commitMessage(for: names, in: repository, store)
    }
    do throws(GitObstacle) {
      try sync.commit(message)
      tellLeft(sync, session)
      let hasRemote = try sync.exchange(
        by: session.lockHolder(),
        merging: { (base, ours, theirs) throws(GitObstacle) in
          try merged(PostmortemMerge(base: base, ours: ours, theirs: theirs), in: repository, session)
        }, message)
      report(sync, hasRemote: hasRemote, session)
    } catch {
      var failure = CommandFailure(error)
      if let waiting = sync.waiting(), waiting > 0 {
        failure.message +=
          "; all is safe here, \(waiting) \(waiting == 1 ? "commit waits" : "commits wait") to be pushed"
      }
      throw failure
    }
  }

  /// Generated regions take one side, prose merges as text.
  private static func merged(
    _ postmortems: PostmortemMerge, in repository: StoreRepository, _ session: Session
  ) throws(GitObstacle) -> [UInt8]? {
    do throws(TextMergeError) {
      return try session.merged(postmortems, in: repository.repository.gitDirectory)
    } catch {
      switch error {
      case .store(let error): throw .store(error)
      case .git(let error): throw .git(error)
      }
    }
  }

  private static func tellLeft(_ sync: Synchronization, _ session: Session) {
    if !sync.leftAlone.isEmpty { session.inform("left alone, yours to commit: \(list(sync.leftAlone))") }
    guard !sync.broken.isEmpty else { return }
    session.status = .refused
    session.tell(
      .refused(
        "not committed, since others could not read it: \(list(sync.broken))",
        Hint("incident check --fix", "says what is wrong, and mends conflicts")))
  }

  private static func list(_ names: [String]) -> String {
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return names.prefix(5).joined(separator: ", ") + more
  }

  private static func report(_ sync: Synchronization, hasRemote: Bool, _ session: Session) {
    if !hasRemote { session.status = .refused }
    if session.wantsJSON { return session.say(json: json(of: sync)) }
    if let commit = sync.committed {
      let count = sync.committedNames.count
      session.say("committed  \(count) \(count == 1 ? "file" : "files") as \(String(commit.prefix(10)), .muted)")
    }
    guard hasRemote, let upstream = sync.upstream else {
      return session.inform("there is no remote to exchange with: git remote add origin URL")
    }
    if !sync.received.isEmpty {
      session.say("received   \(list(sync.received.map(\.text)))")
    }
    if sync.pushed > 0 {
      session.say("pushed     \(sync.pushed) \(sync.pushed == 1 ? "commit" : "commits") to \(upstream)")
    }
    if sync.committed == nil, sync.received.isEmpty, sync.pushed == 0 { session.say("up to date with \(upstream)") }
  }

  private static func json(of sync: Synchronization) -> JSON {
    var json: JSONObject = [:]
    if let upstream = sync.upstream { json["upstream"] = .string(upstream) }
    if let commit = sync.committed { json["commit"] = .string(commit) }
    json["committed"] = .array(sync.committedNames.map(JSON.string))
    json["received"] = .array(sync.received.map { .string($0.text) })
    json["pushed"] = .number(JSONNumber(sync.pushed))
    json["leftAlone"] = .array(sync.leftAlone.map(JSON.string))
    json["broken"] = .array(sync.broken.map(JSON.string))
    return .object(json)
  }
}
