import CommandArguments
import IncidentCore
import IncidentStore

/// What one run of `check` looks at, and the policy it is held against.
struct CheckScope {
  /// The store; nil where there is none and only files elsewhere were named.
  let store: StoreAccess?
  /// The files to check as records.
  var files: [CheckedFile] = []
  /// The store's other files; nil where some were named.
  var listing: CheckListing?
  /// What is found elsewhere than in records.
  var others: [Finding] = []
  private var policy = Policy.standard

  /// The whole store or what was named, from the working files or from Git's index.
  init(_ session: Session) throws(CommandFailure) {
    let typed = session.arguments.values(of: Check.operands)
    store = try typed.isEmpty || session.arguments.has(Check.staged) ? session.store() : session.storeIfAny()
    let targets = try CheckTargets(typed, session)
    if session.arguments.has(Check.staged), let store {
      let repository = try session.repository(store)
      let index = try CommandFailure.wrapping { () throws(GitObstacle) in try StagedStore(repository) }
      setConfig(
        index.files[ConfigFile.name].map { bytes in
          let reading = ConfigFile.read(bytes, path: store.location.path(ConfigFile.name))
          return (reading.config, reading.failures + session.timeZoneFailures(of: reading.config))
        })
      others += index.unmergedFindings(path: store.location.path)
      take(targets, from: index.listing) { index.files[$0].map(CheckedFile.Content.bytes) }
      for name in targets.records where index.files[name] == nil && !index.unmerged.contains(name) {
        throw .refused("Git's index has no \(name)", Hint("git status", "shows what is staged"))
      }
      for name in index.links { session.inform("\(name) is a symbolic link: passed over") }
    } else if let store {
      let reading = ConfigFile.read(in: store)
      setConfig((reading.config, reading.failures + session.timeZoneFailures(of: reading.config)))
      let listing = try CommandFailure.wrapping { () throws(StoreError) in try store.files.checkListing() }
      take(targets, from: listing) { .stored(fileName: $0) }
    }
    files += targets.elsewhere
    if !targets.isWhole {
      let paths = Set(targets.records.compactMap { store?.location.path($0) })
      others.removeAll { $0.check == .config ? !targets.hasConfig : !paths.contains($0.path) }
    }
    for text in targets.passedOver { session.inform("\(text) is no record: passed over") }
  }

  /// What the checks find in all of it.
  func findings(_ checks: Set<CheckName>, _ session: Session) -> [Finding] {
    let settings = CheckSettings(
      checks: checks, policy: policy, now: session.now, nearestWord: { nearestWord(to: $0, among: $1) })
    let run = CheckRun(settings, store: store?.store, fileSystem: session.environment.fileSystem)
    let leftovers = listing.map { listing in listing.leftoverFindings { store?.location.path($0) ?? $0 } } ?? []
    let (findings, unreadable) = run.findings(in: files)
    if unreadable > 0, !checks.contains(.readable) {
      session.warn(
        "\(unreadable) \(unreadable == 1 ? "record" : "records") could not be read, and so not be checked; "
          + "`incident check` says why")
    }
    return (findings + (others + leftovers).filter { checks.contains($0.check) }).sorted()
  }

  /// The same scope once files were mended: a renamed file is found under its new name.
  func after(_ mended: [CheckMending.Change], _ session: Session) throws(CommandFailure) -> CheckScope {
    guard listing == nil else { return try CheckScope(session) }
    var scope = self
    for change in mended {
      guard case .renamed(let name) = change.outcome,
        let place = scope.files.firstIndex(where: { $0.path == change.path }), let store
      else { continue }
      let file = scope.files[place]
      scope.files[place] = CheckedFile(
        path: store.location.path(name), name: name, hasPostmortem: file.hasPostmortem,
        content: .stored(fileName: name))
    }
    return scope
  }

  private mutating func setConfig(_ reading: (config: Config, failures: [CommandFailure])?) {
    guard let reading, let store else { return }
    policy = reading.config.policy
    others += reading.failures.map { failure in
      Finding(
        .config, in: failure.place?.path ?? store.location.path(ConfigFile.name), line: failure.place?.line,
        column: failure.place?.column, failure.message, remedy: "mend that place; the default counts until then")
    }
  }

  private mutating func take(
    _ targets: CheckTargets, from listing: CheckListing, _ content: (String) -> CheckedFile.Content?
  ) {
    if targets.isWhole { self.listing = listing }
    for name in targets.isWhole ? listing.records : targets.records {
      guard let store, let content = content(name) else { continue }
      files.append(
        CheckedFile(
          path: store.location.path(name), name: name, hasPostmortem: listing.hasPostmortem(besides: name),
          content: content))
    }
  }
}
