extension CommandSyntax {
  /// The help of the command at a path below this one, wrapped to a width in characters. Ends in a newline.
  ///
  /// A path that leads nowhere gives the help of the last command it reached.
  public func helpText(of path: [String] = [], width: Int = 80) -> String {
    HelpText(scope: CommandScope(root: self).entering(path: path), width: max(width, 20)).text
  }
}

/// The parts of a help text, in the order they are printed.
private struct HelpText {
  let scope: CommandScope
  let width: Int

  var text: String {
    let command = scope.command
    var sections = [wrapped(command.summary + ".", width: width), usage]
    sections += command.discussion.map { wrapped($0, width: width) }
    sections += command.groups.map { group in table(group.title, group.commands.map(Row.init)) }
    sections.append(table("Operands", command.operands.map(Row.init)))
    sections.append(table("Options", command.options.map(Row.init)))
    let shared = command.sharedOptions + scope.inherited + [.help]
    sections.append(table("Options of every command", shared.map(Row.init)))
    sections.append(examples)
    if !command.groups.isEmpty {
      sections.append(wrapped("Run `\(scope.name) COMMAND --help` for more about a command.", width: width))
    }
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  private var usage: [String] {
    zip(["Usage: ", "       "], scope.usageLines).flatMap { label, line in
      let lines = wrapped(line, width: width - label.count)
      return lines.enumerated().map { $0.offset == 0 ? label + $0.element : indented($0.element, by: 11) }
    }
  }

  private var examples: [String] {
    guard !scope.command.examples.isEmpty else { return [] }
    return ["Examples:"]
      + scope.command.examples.flatMap { example in
        [indented(example.commandLine, by: 2)]
          + wrapped(example.purpose, width: width - 6).map { indented($0, by: 6) }
      }
  }

  /// A heading and two columns, or one above the other where the width is too small for both.
  private func table(_ title: String, _ rows: [Row]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let column = min(rows.map(\.term.count).max() ?? 0, 26) + 4
    let isStacked = width - column < 30
    let margin = isStacked ? 6 : column
    return [title + ":"]
      + rows.flatMap { row in
        let term = indented(row.term, by: 2)
        let lines = wrapped(row.explanation, width: width - margin)
        guard let first = lines.first else { return [term] }
        let gap = margin - term.count
        let sharesLine = !isStacked && gap >= 2
        let head = sharesLine ? [term + indented(first, by: gap)] : [term, indented(first, by: margin)]
        return head + lines.dropFirst().map { indented($0, by: margin) }
      }
  }
}

/// One line of a table: what is typed, and what it means.
private struct Row {
  let term: String
  let explanation: String

  init(_ command: CommandSyntax) {
    term = ([command.name] + command.aliases).joined(separator: ", ")
    explanation = command.summary
  }

  init(_ operand: Operand) {
    term = operand.usage
    explanation = operand.help + aside(operand.candidates.words)
  }

  init(_ option: Option) {
    term = (option.short.map { "-\($0), " } ?? "    ") + option.spelled
    explanation = option.help + aside(option.candidates.words + (option.repeats ? ["may be repeated"] : []))
  }
}

private func aside(_ remarks: [String]) -> String {
  remarks.isEmpty ? "" : " (" + remarks.joined(separator: ", ") + ")"
}
