import CommandArguments
import IncidentReports
import IncidentStore
import JSONTree

/// `incident init`: a repository made ready.
enum Init {
  static let syntax = CommandSyntax(
    "init", summary: "Make this clone ready: the store, and how Git merges it",
    discussion: [
      "Declaring an incident makes the store as well. The merge driver is each clone's own: Git takes no program from a "
        + "repository. Running it again changes nothing."
    ],
    examples: [
      Example("incident init", "Make incidents/ at the root of this Git repository, and the clone ready"),
      Example("incident -C ../ops init", "Make it in another one"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let (store, isNew) = try session.storeOrNew()
    var changes = try store.completeRules(by: session.lockHolder()).map(Change.rules)
    if isNew { changes = [.store] }
    let clone = try clone(of: store, session)
    if case .ready(let repository, true) = clone { changes.append(.driver(repository)) }
    answer(changes, clone, store, session)
  }

  /// What it did.
  private enum Change {
    case store
    case rules(fileName: String)
    case driver(GitRepository)
  }

  /// What Git has to do with the store.
  private enum Clone {
    case ready(GitRepository, isChanged: Bool)
    case none
    case gitMissing
  }

  private static func clone(of store: StoreAccess, _ session: Session) throws(CommandFailure) -> Clone {
    do throws(GitError) {
      let variables = session.environment.gitVariables
      guard let repository = try GitRepository.find(from: store.location.root, adding: variables) else { return .none }
      let isChanged = try MergeDriver.register(in: repository, executable: session.environment.executable())
      if try !MergeDriver.isInEffect(in: repository, store.location) {
        session.warn(
          "Git merges records as text: something outweighs the store's .gitattributes; `git check-attr -a FILE` says what"
        )
      }
      MergeReadiness(of: store.location, fileSystem: session.environment.fileSystem).markSeen()
      return .ready(repository, isChanged: isChanged)
    } catch {
      guard case .notInstalled = error else { throw CommandFailure(error) }
      return .gitMissing
    }
  }

  private static func answer(_ changes: [Change], _ clone: Clone, _ store: StoreAccess, _ session: Session) {
    let root = store.location.root
    if case .gitMissing = clone {
      session.warn(
        "git is not installed, or not on PATH: until `incident init` again, this clone merges records as text")
    }
    if session.wantsJSON {
      var json: JSONObject = ["path": .string(root), "changed": .bool(!changes.isEmpty)]
      json["changes"] = .array(changes.map { .string(word(for: $0)) })
      if case .ready(let repository, _) = clone { json["repository"] = .string(repository.workTree) }
      return session.say(json: .object(json))
    }
    for change in changes {
      switch change {
      case .store: session.say("made the store \(root)")
      case .rules(let name): session.say("completed the \(name) of the store \(root)")
      case .driver(let repository):
        session.say("registered the merge driver in \(repository.commonDirectory)/config")
      }
    }
    switch (clone, changes.isEmpty) {
    case (.none, true): session.say("the store \(root) is ready, in no Git repository; nothing to do")
    case (.none, false): session.say("it is in no Git repository; once it is, `incident init` again")
    case (_, true): session.say("the store \(root) is ready; nothing to do")
    case (_, false): break
    }
    if case .store? = changes.first {
      session.suggest("incident declare \"TITLE\" --severity 2", "declares the first incident")
    }
  }

  private static func word(for change: Change) -> String {
    switch change {
    case .store: "store"
    case .rules(let name): name
    case .driver: "mergeDriver"
    }
  }
}
