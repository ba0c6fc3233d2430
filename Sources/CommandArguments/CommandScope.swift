/// A command where it stands in the tree: what it is called in full, and which options reach it from above.
struct CommandScope: Sendable, Hashable {
  /// The program's name.
  let program: String
  /// The names below the program: empty for the program itself.
  private(set) var path: [String] = []
  /// The command at the end of the path.
  private(set) var command: CommandSyntax
  /// Options shared by the commands above this one.
  private(set) var inherited: [Option] = []

  init(root: CommandSyntax) {
    program = root.name
    command = root
  }

  /// The command as it is typed: `incident postmortem publish`.
  var name: String { ([program] + path).joined(separator: " ") }

  /// How the command is typed: one line for its own operands, one for its subcommands, where it has both.
  var usageLines: [String] {
    var lines: [String] = []
    if !command.isGroup || command.runsAlone {
      lines.append(([name, "[options]"] + command.operands.map(\.usage)).joined(separator: " "))
    }
    if !command.groups.isEmpty { lines.append("\(name) [options] COMMAND") }
    return lines
  }

  /// Every option that may be given here, `--help` last.
  var options: [Option] { command.options + command.sharedOptions + inherited + [.help] }

  /// The same place one command down.
  func entering(_ subcommand: CommandSyntax) -> CommandScope {
    var scope = self
    scope.path.append(subcommand.name)
    scope.inherited = (command.sharedOptions + inherited).filter { !subcommand.declined.contains($0) }
    scope.command = subcommand
    return scope
  }

  /// The place that a path leads to, as far as it leads.
  func entering(path: [String]) -> CommandScope {
    var scope = self
    for word in path {
      guard let next = scope.command.subcommand(named: word) else { return scope }
      scope = scope.entering(next)
    }
    return scope
  }

  /// This place and every one below it, in the order of help.
  var tree: [CommandScope] {
    [self] + command.subcommands.flatMap { entering($0).tree }
  }

  /// The option of a long name, without its dashes.
  func option(long: some StringProtocol) -> Option? {
    first { $0.long == long }
  }

  /// The option of a one-letter name.
  func option(short: Character) -> Option? {
    first { $0.short == short }
  }

  /// Whether some command below has an option of this spelling.
  func hasBelow(_ spelling: String) -> Bool {
    tree.dropFirst().contains { $0.command.options.contains { $0.spellings.contains(spelling) } }
  }

  private func first(where matches: (Option) -> Bool) -> Option? {
    command.options.first(where: matches) ?? command.sharedOptions.first(where: matches)
      ?? inherited.first(where: matches) ?? (matches(.help) ? .help : nil)
  }
}
