import CommandArguments
import IncidentCore
import IncidentStore

/// For whom figures are given.
enum FigureFormat: String, CaseIterable {
  /// People at a terminal.
  case text
  /// Programs.
  case json
  /// A spreadsheet.
  case csv
  /// A page that people read elsewhere.
  case markdown

  static let option = Option.value(
    "format", "FORMAT", help: "For whom", candidates: .words(allCases.map(\.rawValue)))
  static let strict = Option.flag("strict", help: "No answer where a record cannot be read")

  /// What `--format` or `--json` asks for.
  init(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    let typed = try arguments.word(Self.option, among: Self.allCases.map(\.rawValue)) {
      FigureFormat(rawValue: $0.lowercased())
    }
    if session.wantsJSON, typed ?? .json != .json {
      throw CommandFailure(arguments.failure(.conflict(Self.option, GlobalOptions.json)))
    }
    self = session.wantsJSON ? .json : typed ?? .text
  }
}

extension Session {
  /// The heads of every record; none where there is no store. What cannot be read, a record or a setting under one of
  /// `keys`, is told once, and the exit status is 3 after the answer; nil where `--strict` asks for none then.
  func headsForFigures(restingOn keys: Set<String>) throws(CommandFailure) -> StoreHeads? {
    if try configReading().hides(keys) {
      status = .storage
      if arguments.has(FigureFormat.strict) { return nil }
    }
    guard let store = try storeIfAny() else {
      inform("there is no incident store here yet")
      return StoreHeads()
    }
    var heads = try store.heads()
    readWhole(&heads, in: store)
    for failure in heads.failures { tell(failure) }
    if !heads.failures.isEmpty { status = .storage }
    return heads.failures.isEmpty || !arguments.has(FigureFormat.strict) ? heads : nil
  }

  /// Heads of versions before metrics lack what these ask for: their timelines have it.
  private func readWhole(_ heads: inout StoreHeads, in store: StoreAccess) {
    let old = heads.snapshots.indices.filter { heads.snapshots[$0].isWithoutHistory }.map { heads.snapshots[$0].id }
    guard !old.isEmpty else { return }
    inform(
      "\(old.count) \(old.count == 1 ? "record was" : "records were") written before metrics, and read whole; "
        + "incident check --fix brings them up to date")
    let loaded = store.loadAll(old)
    heads.take(whole: loaded.records.map(\.incident), loaded.failures, of: old)
  }
}
