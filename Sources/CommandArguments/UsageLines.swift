extension CommandScope {
  /// How the command is typed: one line for its own operands, one for its subcommands, where it has both.
  var usageLines: [String] {
    var lines: [String] = []
    if !command.isGroup || command.runsAlone {
      lines.append(([name, "[options]"] + command.operands.map(\.usage)).joined(separator: " "))
    }
    if !command.groups.isEmpty { lines.append("\(name) [options] COMMAND") }
    return lines
  }
}
