import CommandArguments

/// How findings are told.
enum CheckFormat: String, CaseIterable {
  /// `file:line:column: error: …`, as compilers do.
  case text
  /// One JSON document.
  case json
  /// Workflow commands of GitHub Actions.
  case github

  /// What `--format` or `--json` asks for.
  init(_ arguments: Arguments) throws(CommandFailure) {
    let typed = try arguments.word(
      Check.format, among: Self.allCases.map(\.rawValue), CheckFormat.init(rawValue:))
    guard arguments.has(GlobalOptions.json) else {
      self = typed ?? .text
      return
    }
    guard typed ?? .json == .json else {
      throw CommandFailure(arguments.failure(.conflict(Check.format, GlobalOptions.json)))
    }
    self = .json
  }
}
