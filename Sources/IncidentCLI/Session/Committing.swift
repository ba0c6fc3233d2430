import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore

extension Session {
  /// The clone the store lies in.
  func repository(_ store: StoreAccess) throws(CommandFailure) -> StoreRepository {
    var variables = environment.gitVariables
    // With nobody there to answer, a question for a password would wait for ever.
    if !isInteractive, environment.variable("GIT_TERMINAL_PROMPT") == nil { variables["GIT_TERMINAL_PROMPT"] = "0" }
    return try CommandFailure.wrapping { () throws(GitObstacle) in
      try StoreRepository.find(of: store.store, adding: variables)
    }
  }

  /// Commits one incident's files, where `--commit` or the team's settings ask for it. What was recorded stands,
  /// whatever comes of it.
  func commitIfAsked(_ id: IncidentID) throws(CommandFailure) {
    let isAsked = arguments.has(GlobalOptions.commit)
    let isSetting = try config().commitsEach
    guard isAsked || isSetting else { return }
    do throws(CommandFailure) {
      try commit(id)
    } catch {
      var failure = error
      failure.message = "recorded, but not committed: \(error.message)"
      guard !isAsked else { throw failure }
      warn(failure.message)
    }
  }

  private func commit(_ id: IncidentID) throws(CommandFailure) {
    let store = try store()
    let repository = try repository(store)
    try CommandFailure.wrapping { () throws(GitObstacle) in
      let changes = try repository.changes()
      let wanted = [id.text + ".json", IncidentReports.Postmortem.fileName(for: id)]
      // The rules that Git needs for the records go with the first of them.
      let names = changes.own.filter { name in
        wanted.contains(name) && store.store.isSound(name) || changes.untracked.contains(name) && name.hasPrefix(".git")
      }
      if !names.contains(where: wanted.contains), try repository.isIgnored() { throw .ignored }
      let message = try commitMessage(for: names, in: repository, store)
      let untracked = changes.untracked.filter(names.contains)
      guard let commit = try repository.commit(names, untracked: untracked, message: message) else { return }
      if !wantsJSON { inform("committed as \(commit.prefix(10))") }
    }
  }

  /// The words for a commit of these files of the store.
  func commitMessage(
    for names: [String], in repository: StoreRepository, _ store: StoreAccess
  ) throws(GitObstacle) -> String {
    let committed = try repository.committed(names)
    var changes: [CommitMessage.Change] = []
    var ids: [IncidentID] = []
    for id in names.compactMap({ IncidentID(String($0.prefix(17))) }) where !ids.contains(id) {
      ids.append(id)
      guard let incident = try? store.load(id).incident else { continue }
      let old = committed[id.text + ".json"].flatMap { try? RecordCodec.decode($0) }
      changes.append(
        CommitMessage.Change(
          incident, since: names.contains(id.text + ".json") ? old : incident,
          changesPostmortem: names.contains(IncidentReports.Postmortem.fileName(for: id))))
    }
    return CommitMessage.text(for: changes)
  }
}

extension CommandFailure {
  /// What `body` answers, Git's obstacle told as this one.
  static func wrapping<Answer>(_ body: () throws(GitObstacle) -> Answer) throws(CommandFailure) -> Answer {
    do throws(GitObstacle) {
      return try body()
    } catch {
      throw CommandFailure(error)
    }
  }
}
