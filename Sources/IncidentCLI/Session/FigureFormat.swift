import CommandArguments
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
  /// The heads of every record; none where there is no store. What cannot be read is told once, and the exit status is 3
  /// after the answer; nil where `--strict` asks for none then.
  func headsForFigures() throws(CommandFailure) -> StoreHeads? {
    guard let store = try storeIfAny() else {
      inform("there is no incident store here yet")
      return StoreHeads()
    }
    let heads = try store.heads()
    for failure in heads.failures { tell(failure) }
    if !heads.failures.isEmpty { status = .storage }
    return heads.failures.isEmpty || !arguments.has(FigureFormat.strict) ? heads : nil
  }
}
