import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// One run of one command: what was typed, seen from where it was typed.
final class Session {
  var environment: Environment
  let arguments: Arguments
  let now: Timestamp
  /// When what is recorded happened: `--at`, else now.
  let at: Timestamp
  /// How the run ends when nothing fails; a finding or an unreadable record makes it worse.
  var status = ExitStatus.done
  /// The exit status of a command that was run in this one's place: the process ends as that did.
  var commandStatus: Int32?

  private(set) lazy var outputStyle = rendering(isTerminal: environment.streams.outputIsTerminal)
  private(set) lazy var errorStyle = rendering(isTerminal: environment.streams.errorIsTerminal)
  /// What a person wrote in their editor, until it is recorded.
  var messageFile: MessageFile?
  /// The incident the command is about, once it is known: a person may write for minutes, and others declare meanwhile.
  var chosenIncident: IncidentID?
  private var foundStore: StoreAccess?
  private var loadedConfig: ConfigReading?

  init(_ environment: Environment, _ arguments: Arguments) throws(CommandFailure) {
    self.environment = environment
    self.arguments = arguments
    if let typed = environment.variable("INCIDENT_NOW") {
      guard let moment = Timestamp(rfc3339: typed), moment.seconds >= 0 else {
        throw CommandFailure(
          status: .usage, message: "$INCIDENT_NOW is \"\(typed)\", not a time such as 2026-11-20T22:47:00Z",
          hints: [Hint("unset INCIDENT_NOW", "takes the clock's time")])
      }
      self.environment.milliseconds = UInt64(moment.seconds) * 1_000
    }
    guard let now = Timestamp(seconds: Int(self.environment.milliseconds / 1_000)) else {
      throw .storage("the clock is beyond the year 9999", Hint("date", "says what it is set to"))
    }
    self.now = now
    at = try arguments.time(GlobalOptions.at, now: now) ?? now
    _ = try arguments.word(
      GlobalOptions.color, among: ColorChoice.allCases.map(\.rawValue), ColorChoice.init(rawValue:))
  }

  /// Whether the answer is one JSON document.
  var wantsJSON: Bool { arguments.has(GlobalOptions.json) }

  /// Whether somebody is there to answer a question.
  var isInteractive: Bool {
    environment.streams.inputIsTerminal && environment.streams.errorIsTerminal && environment.variable("CI") == nil
  }

  /// The directory to start from.
  var directory: String {
    guard let given = arguments.value(of: GlobalOptions.directory), !given.isEmpty else { return environment.directory }
    return path(given, from: environment.directory)
  }

  /// A path that was typed, made absolute.
  func path(_ typed: String, from base: String? = nil) -> String {
    typed.hasPrefix("/") ? typed : (base ?? directory) + "/" + typed
  }

  /// The store, where there is one.
  func storeIfAny() throws(CommandFailure) -> StoreAccess? {
    if let foundStore { return foundStore }
    do throws(StoreError) {
      foundStore = try Store.find(from: directory, fileSystem: environment.fileSystem).map(StoreAccess.init)
      return foundStore
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The store.
  func store() throws(CommandFailure) -> StoreAccess {
    guard let store = try storeIfAny() else {
      throw CommandFailure.refused(
        "there is no incident store in \(directory) or above it",
        Hint("incident declare \"TITLE\" --severity 2", "declares an incident and makes the store"),
        Hint("incident -C DIR …", "looks in another directory"))
    }
    return store
  }

  /// The store, or where it would be: a fresh clone gets one with what others did.
  func storeExpected() throws(CommandFailure) -> StoreAccess {
    try CommandFailure.wrapping { () throws(StoreError) in
      StoreAccess(store: try Store.expected(for: directory, fileSystem: environment.fileSystem))
    }
  }

  /// The store, made where there is none, and whether it was.
  func storeOrNew() throws(CommandFailure) -> (store: StoreAccess, isNew: Bool) {
    if let store = try storeIfAny() { return (store, false) }
    do throws(StoreError) {
      let store = StoreAccess(store: try Store.create(for: directory, fileSystem: environment.fileSystem))
      foundStore = store
      return (store, true)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The team's settings. One that cannot be used is said out loud and its default taken: at 03:12 a typing error in a
  /// file of settings keeps nobody from declaring.
  func config() throws(CommandFailure) -> Config { try configReading().config }

  /// The team's settings, and what could not be used, which is told once.
  func configReading() throws(CommandFailure) -> ConfigReading {
    if let loadedConfig { return loadedConfig }
    let reading = try storeIfAny().map(ConfigFile.read(in:)) ?? ConfigReading()
    for failure in reading.failures { warn((failure.place.map { $0.text + ": " } ?? "") + failure.message) }
    loadedConfig = reading
    return reading
  }

  /// Who records: `--by`, `$INCIDENT_USER`, Git's `user.name`, `$USER`. Where none of them says, the record says
  /// `unknown`: at 03:12 nobody is kept from declaring for want of a name.
  func author() throws(CommandFailure) -> String {
    if let name = try arguments.text(GlobalOptions.by) { return name }
    if let name = environment.variable("INCIDENT_USER") { return name }
    if let name = environment.gitUserName(directory) { return name }
    if let name = environment.variable("USER") ?? environment.variable("LOGNAME") { return name }
    warn("nobody says who you are: recorded as unknown; --by NAME or $INCIDENT_USER says so")
    return "unknown"
  }

  /// What decisions depend on: `--at`, the clock, the author, the policy.
  func responseContext() throws(CommandFailure) -> ResponseContext {
    ResponseContext(
      at: at, now: now, by: try author(), policy: try config().policy
    )
  }

  /// How this run names itself in the lock; what was typed beyond the command stays out of it.
  func lockHolder() -> LockHolder {
    LockHolder(
      processID: environment.processID,
      user: environment.variable("INCIDENT_USER") ?? environment.variable("USER") ?? "unknown",
      command: ([CommandTable.name] + arguments.path).joined(separator: " "),
      since: now)
  }
}
