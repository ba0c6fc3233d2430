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
    sections += tables(command.groups.map { ($0.title, $0.commands.map(Row.init)) })
    sections += tables([
      ("Operands", command.operands.map(Row.init)),
      ("Options", command.options.map(Row.init)),
      ("Common options", (command.sharedOptions + scope.inherited + [.help]).map(Row.init)),
    ])
    sections += tables(explainedWords.map { ($0.title, $0.words.map(Row.init)) })
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

  /// Each table once, whichever options offer its words.
  private var explainedWords: [(title: String, words: [ExplainedWord])] {
    var tables: [(title: String, words: [ExplainedWord])] = []
    for candidates in scope.command.operands.map(\.candidates) + scope.command.options.map(\.candidates) {
      if case .explained(let title, let words) = candidates, !tables.contains(where: { $0.title == title }) {
        tables.append((title, words))
      }
    }
    return tables
  }

  private var examples: [String] {
    guard !scope.command.examples.isEmpty else { return [] }
    return ["Examples:"]
      + scope.command.examples.flatMap { example in
        [indented(example.commandLine, by: 2)]
          + wrapped(example.purpose, width: width - 6).map { indented($0, by: 6) }
      }
  }

  /// Headings with two columns below them, aligned across all of them; or, where the width is too small for two,
  /// one above the other. A term of more than 26 characters does not widen its column, but has a line to itself.
  private func tables(_ sections: [(title: String, rows: [Row])]) -> [[String]] {
    let column = (sections.flatMap { $0.rows.map(\.term.count) }.filter { $0 <= 26 }.max() ?? 0) + 4
    let isStacked = width - column < 30
    return sections.filter { !$0.rows.isEmpty }.map { title, rows in
      ["\(title):"] + rows.flatMap { isStacked ? stacked($0) : besides($0, column: column) }
    }
  }

  private func besides(_ row: Row, column: Int) -> [String] {
    let term = indented(row.term, by: 2)
    let lines = wrapped(row.explanation, width: width - column)
    let gap = column - term.count
    guard gap >= 2, let first = lines.first else { return [term] + lines.map { indented($0, by: column) } }
    return [term + indented(first, by: gap)] + lines.dropFirst().map { indented($0, by: column) }
  }

  private func stacked(_ row: Row) -> [String] {
    let term = row.term.drop { $0 == " " }
    return [indented(String(term), by: 2)] + wrapped(row.explanation, width: width - 6).map { indented($0, by: 6) }
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
    explanation = operand.help + aside(remarks(on: operand.candidates))
  }

  init(_ word: ExplainedWord) {
    term = word.word
    explanation = word.meaning
  }

  init(_ option: Option) {
    term = (option.short.map { "-\($0), " } ?? "    ") + option.spelled
    explanation = option.help + aside(remarks(on: option.candidates) + (option.repeats ? ["may be repeated"] : []))
  }
}

/// The words to choose from; a table of their own explains them better.
private func remarks(on candidates: Candidates) -> [String] {
  if case .explained = candidates { [] } else { candidates.words }
}

private func aside(_ remarks: [String]) -> String {
  remarks.isEmpty ? "" : " (" + remarks.joined(separator: ", ") + ")"
}
