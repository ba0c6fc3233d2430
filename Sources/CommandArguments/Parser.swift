/// What a command line asks for.
public enum Invocation: Sendable, Hashable {
  /// To run the command that the arguments name.
  case run(Arguments)
  /// To show the help of the command at this path; empty for the program itself.
  case help(path: [String])
}

extension CommandSyntax {
  /// Reads a command line, the program's name left out, by the POSIX utility syntax guidelines with GNU long options.
  ///
  /// `--opt value`, `--opt=value`, `-o value`, `-ovalue`, `-ab`; `--` ends the options and `-` is an operand. An option
  /// with a value takes the next word whatever it looks like. Options stand anywhere, but not behind the first word of
  /// an ``Operand/Arity/rest``; long names are not abbreviated.
  /// A wish for help is granted whatever else is wrong, unless it names a command that does not exist.
  /// - SeeAlso: [POSIX 12.2](https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap12.html),
  ///   [GNU](https://www.gnu.org/prep/standards/html_node/Command_002dLine-Interfaces.html)
  public func parse(_ words: [String]) throws(UsageError) -> Invocation {
    var parser = Parser(root: self)
    parser.read(words)
    return try parser.finish()
  }
}

/// One pass over the words. The first fault is kept and reading goes on, so that a later `--help` or `--json` is seen.
private struct Parser {
  private var scope: CommandScope
  private var given: [Arguments.Given] = []
  private var operands: [String] = []
  private var wantsHelp = false
  private var fault: (kind: UsageError.Kind, suggestion: String?, scope: CommandScope)?

  init(root: CommandSyntax) {
    scope = CommandScope(root: root)
  }

  mutating func read(_ words: [String]) {
    var rest = words[...]
    var optionsEnded = false
    while let word = rest.popFirst() {
      if optionsEnded || word == "-" || word.utf8.first != UInt8(ascii: "-") {
        readOperand(word, optionsEnded: optionsEnded)
        if restBegan {
          operands += rest
          return
        }
      } else if word == "--" {
        optionsEnded = true
      } else if word.utf8.starts(with: "--".utf8) {
        readLong(word, &rest)
      } else {
        readShort(word, &rest)
      }
    }
  }

  func finish() throws(UsageError) -> Invocation {
    if wantsHelp, !namesNoCommand { return .help(path: scope.path) }
    let arguments = Arguments(scope: fault?.scope ?? scope, given: given, operands: operands)
    if let fault { throw arguments.failure(fault.kind, suggestion: fault.suggestion) }
    if let kind = faultOfWhole {
      throw arguments.failure(kind, suggestion: operands.first.flatMap { scope.command.nearestSubcommand(to: $0) })
    }
    return .run(arguments)
  }

  private var namesNoCommand: Bool {
    if case .unknownCommand? = fault?.kind { true } else { false }
  }

  /// What only the whole line can show: options of a command above, missing and surplus operands.
  private var faultOfWhole: UsageError.Kind? {
    let command = scope.command
    if let stray = given.first(where: { scope.option(long: $0.option.long) == nil }) {
      return .misplacedOption(stray.option)
    }
    let isTold = given.contains { given in command.options.contains { $0.long == given.option.long } }
    if command.isGroup, !command.runsAlone, operands.isEmpty, !isTold { return .missingCommand }
    let required = command.operands.prefix { $0.isRequired }
    if operands.count < required.count { return .missingOperand(command.operands[operands.count]) }
    if command.operands.last?.takesMany != true, operands.count > command.operands.count {
      return .unexpectedOperand(operands[command.operands.count])
    }
    return nil
  }

  /// Whether what follows belongs to the last operand, whatever it looks like.
  private var restBegan: Bool {
    let expected = scope.command.operands
    return expected.last?.arity == .rest && operands.count >= expected.count
  }

  private mutating func readOperand(_ word: String, optionsEnded: Bool) {
    let isGroup = scope.command.isGroup
    guard operands.isEmpty, isGroup || !optionsEnded, !scope.command.groups.isEmpty else {
      operands.append(word)
      return
    }
    if let subcommand = scope.command.subcommand(named: word) {
      scope = scope.entering(subcommand)
    } else if isGroup, word == Option.help.long {
      wantsHelp = true
    } else {
      if isGroup {
        let names = scope.command.subcommands.flatMap { [$0.name] + $0.aliases } + [Option.help.long]
        report(.unknownCommand(word), nearestWord(to: word, among: names))
      }
      operands.append(word)
    }
  }

  private mutating func readLong(_ word: String, _ rest: inout ArraySlice<String>) {
    let body = word.utf8.dropFirst(2)
    let end = body.firstIndex(of: UInt8(ascii: "=")) ?? body.endIndex
    let name = word[body.startIndex..<end]
    let value = end == body.endIndex ? nil : String(word[word.utf8.index(after: end)...])
    guard let option = scope.option(long: name) else {
      let nearest = nearestWord(to: String(name), among: scope.options.map(\.long))
      return report(.unknownOption("--" + name), nearest.map { "--" + $0 })
    }
    switch (option.kind, value) {
    case (.flag, nil): add(option, nil)
    case (.flag, let value?): report(.unexpectedValue(option, value))
    case (.value, let value?): add(option, value)
    case (.value, nil): addNext(option, &rest)
    }
  }

  /// Reads a word of one dash: flags in a row, of which the last may take a value, attached or next.
  private mutating func readShort(_ word: String, _ rest: inout ArraySlice<String>) {
    var letters = word.unicodeScalars.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = scope.option(short: Character(letter)) else {
        return report(.unknownOption("-\(letter)"), suggestion(forShort: letter, in: word))
      }
      switch option.kind {
      case .flag: add(option, nil)
      case .value:
        if letters.isEmpty { addNext(option, &rest) } else { add(option, String(letters)) }
        return
      }
    }
  }

  /// `--json` for `-json`, `-C` for `-c`.
  private func suggestion(forShort letter: Unicode.Scalar, in word: String) -> String? {
    let long = String(word.unicodeScalars.dropFirst())
    if scope.option(long: long) != nil { return "--" + long }
    let folded = String(letter).lowercased()
    return scope.options.lazy.compactMap(\.short).first { $0.lowercased() == folded }.map { "-\($0)" }
  }

  private mutating func addNext(_ option: Option, _ rest: inout ArraySlice<String>) {
    guard let value = rest.popFirst() else { return report(.missingValue(option)) }
    add(option, value)
  }

  private mutating func add(_ option: Option, _ value: String?) {
    if option == .help {
      wantsHelp = true
    } else if !option.repeats, given.contains(where: { $0.option.long == option.long }) {
      report(.repeatedOption(option))
    } else {
      given.append(Arguments.Given(option: option, value: value))
    }
  }

  private mutating func report(_ kind: UsageError.Kind, _ suggestion: String? = nil) {
    if fault == nil { fault = (kind, suggestion, scope) }
  }
}
