extension CommandSyntax {
  /// What is wrong with the table itself, one sentence each; a test holds it empty.
  ///
  /// Looked for, in this command and in every one below it: names given twice, among options (shared ones and `--help`
  /// included), commands and operands; malformed names; help that is missing, ends in a period or is longer than
  /// 80 characters; operands in an order that cannot be parsed; examples that do not parse or show another command.
  public func problems() -> [String] {
    CommandScope(root: self).tree.flatMap { scope in
      let found = scope.wordingProblems + scope.nameProblems + scope.operandProblems + scope.exampleProblems(root: self)
      return found.map { "`\(scope.name)`: \($0)" }
    }
  }
}

extension CommandScope {
  fileprivate var wordingProblems: [String] {
    let lines =
      [("its summary", command.summary)] + command.operands.map { ($0.name, $0.help) }
      + (command.options + command.sharedOptions).map { ("`\($0.spelling)`", $0.help) }
      + command.examples.map { ("example `\($0.commandLine)`", $0.purpose) }
    return lines.compactMap { name, line in
      if line.isEmpty { return "\(name) has no help line." }
      if line.hasSuffix(".") { return "the help line of \(name) ends in a period." }
      if line.contains(where: \.isNewline) { return "the help line of \(name) is more than one line." }
      return line.count > 80 ? "the help line of \(name) is longer than 80 characters." : nil
    }
  }

  fileprivate var nameProblems: [String] {
    let longs = options.map(\.spelling)
    let shorts = options.compactMap(\.short).map { "-\($0)" }
    let commands = command.subcommands.flatMap { [$0.name] + $0.aliases } + (command.isGroup ? [Option.help.long] : [])
    let twice = (repeated(longs) + repeated(shorts) + repeated(commands) + repeated(command.operands.map(\.name)))
      .map { "`\($0)` is named twice." }
    let malformed =
      (options.map(\.long) + [command.name] + command.aliases).filter { !isName($0) }
      .map { "`\($0)` is not a name: lowercase letters, digits and single hyphens, a letter first." }
      + options.compactMap(\.short).filter { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .map { "`-\($0)` is not a letter or digit." }
      + options.filter { $0.valueName?.isEmpty ?? false }.map { "`\($0.spelling)` has an empty placeholder." }
    return twice + malformed
  }

  fileprivate var operandProblems: [String] {
    zip(command.operands, command.operands.dropFirst()).compactMap { one, next in
      switch (one.arity, next.arity) {
      case (.many, _), (.rest, _): "\(one.name) takes many words but is not the last operand."
      case (.optional, .required), (.optional, .rest):
        "\(next.name) is required but stands after the optional \(one.name)."
      case (.optional, _), (.required, _): nil
      }
    }
  }

  fileprivate func exampleProblems(root: CommandSyntax) -> [String] {
    command.examples.compactMap { example in
      guard let commands = shellCommands(example.commandLine) else {
        return "example `\(example.commandLine)` leaves a quote open."
      }
      var isShown = false
      for words in commands {
        guard let start = words.firstIndex(where: { !isAssignment($0) }), words[start] == program else { continue }
        do throws(UsageError) {
          let invocation = try root.parse(Array(words[(start + 1)...]))
          if invocation.path.starts(with: path) { isShown = true }
        } catch {
          return "example `\(example.commandLine)` does not parse: \(error.message)"
        }
      }
      return isShown ? nil : "example `\(example.commandLine)` does not show the command."
    }
  }
}

extension Invocation {
  fileprivate var path: [String] {
    switch self {
    case .run(let arguments): arguments.path
    case .help(let path): path
    }
  }
}

private func repeated(_ names: [String]) -> [String] {
  var seen: Set<String> = []
  return names.filter { !seen.insert($0).inserted }
}

private func isName(_ word: String) -> Bool {
  let parts = word.split(separator: "-", omittingEmptySubsequences: false)
  let isWellFormed = parts.allSatisfy { part in
    !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }
  return isWellFormed && word.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
}

/// `NAME=value` before a command sets its environment.
private func isAssignment(_ word: String) -> Bool {
  guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { return false }
  return word[..<equals].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
}
