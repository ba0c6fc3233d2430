/// A shell that completions can be written for.
public enum Shell: String, Sendable, CaseIterable {
  /// GNU Bash 3.2 or newer; needs no bash-completion package.
  case bash
  /// Z shell 5.
  case zsh
  /// Fish 3.
  case fish
}

extension CommandSyntax {
  /// A script for a shell's start-up file that completes commands, options, their values and operands.
  ///
  /// Made from the table alone: the script never runs the program. No text of the table is ever run as shell code.
  public func completionScript(for shell: Shell) -> String {
    let table = CompletionTable(root: CommandScope(root: self))
    return switch shell {
    case .bash: bashCompletion(table)
    case .zsh: zshCompletion(table)
    case .fish: fishCompletion(table)
    }
  }
}

/// What the completions of every shell look up while they walk along the words already typed.
struct CompletionTable {
  /// A word that can be offered, with its explanation.
  struct Offer {
    let word: String
    let help: String
  }

  /// A place in the tree of commands, or that place and all below it.
  struct Place {
    let name: String
    let reachesBelow: Bool
  }

  /// The words that lead from a place to a command below it, or, for `help`, leave the place as it is.
  var commands: [(place: Place, words: [String], next: String)] = []
  /// The spellings of an option that takes a value, and the values to offer.
  var values: [(place: Place, spellings: [String], candidates: Candidates)] = []
  /// The options to offer at a place.
  var options: [(place: Place, offers: [Offer])] = []
  /// The subcommands to offer at a place as long as there is no operand.
  var subcommands: [(place: Place, offers: [Offer])] = []
  /// The candidates for an operand, by how many operands stand before it; the rows of a place stand in that order,
  /// and one that takes many matches every count that the rows before it leave.
  var operands: [(place: Place, position: Int, takesMany: Bool, candidates: Candidates)] = []

  let program: String
  /// The program's name as part of a function's name.
  let identifier: String

  init(root: CommandScope) {
    program = root.name
    identifier = String(root.name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    for scope in root.tree {
      let place = Place(name: scope.name, reachesBelow: false)
      add(scope.command.options, at: place)
      let shared = scope.command.sharedOptions + (scope.path.isEmpty ? [.help] : [])
      add(shared, at: Place(name: scope.name, reachesBelow: true))
      add(scope.command, at: place)
    }
  }

  private mutating func add(_ options: [Option], at place: Place) {
    guard !options.isEmpty else { return }
    for option in options where option.kind != .flag {
      values.append((place, option.spellings, option.candidates))
    }
    let offers = options.flatMap { option in option.spellings.map { Offer(word: $0, help: option.help) } }
    self.options.append((place, offers))
  }

  private mutating func add(_ command: CommandSyntax, at place: Place) {
    for subcommand in command.subcommands {
      commands.append((place, [subcommand.name] + subcommand.aliases, place.name + " " + subcommand.name))
    }
    var offers = command.subcommands.map { Offer(word: $0.name, help: $0.summary) }
    if command.isGroup {
      commands.append((place, [Option.help.long], place.name))
      offers.append(Offer(word: Option.help.long, help: "Show the help of a command"))
    }
    if !offers.isEmpty { subcommands.append((place, offers)) }
    for (position, operand) in command.operands.enumerated() {
      operands.append((place, position, operand.takesMany, operand.candidates))
    }
  }
}

/// The text on one line, so that no shell takes a part of it for another offer.
func oneLine(_ text: String) -> String {
  var line = ""
  for scalar in text.unicodeScalars {
    line.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
  }
  return line
}
