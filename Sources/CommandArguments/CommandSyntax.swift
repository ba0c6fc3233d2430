/// The syntax of one command: what it takes, and what its help says. The root of the tree is the program itself.
///
/// A first word that equals the name of a subcommand picks it; any other word is an operand of the command's own.
/// A command with subcommands and no operands is a group: there every first word must name a subcommand.
public struct CommandSyntax: Sendable, Hashable {
  /// The word that picks the command; for the root, the program's name.
  public let name: String
  /// Other words that pick it.
  public let aliases: [String]
  /// What it does, in one line without a final period.
  public let summary: String
  /// Paragraphs of explanation, wrapped by the help.
  public let discussion: [String]
  /// What it takes by position, in order.
  public let operands: [Operand]
  /// Options of this command alone. `--help` is always there and not listed.
  public let options: [Option]
  /// Options of this command and of every command below it; they may stand before or after the subcommand's name.
  public let sharedOptions: [Option]
  /// Options shared by the commands above that this one, and those below it, do not take.
  public private(set) var declined: [Option] = []
  /// Lines to copy, shown at the end of the help.
  public let examples: [Example]
  /// Its subcommands, in the groups and the order that help shows.
  public let groups: [CommandGroup]
  /// Whether a command with subcommands and no operands does something without a subcommand (`incident action`).
  public let runsAlone: Bool

  /// A command with its subcommands in named groups.
  public init(
    _ name: String, aliases: [String] = [], summary: String, discussion: [String] = [], operands: [Operand] = [],
    options: [Option] = [], sharedOptions: [Option] = [], examples: [Example] = [], groups: [CommandGroup],
    runsAlone: Bool = false
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.discussion = discussion
    self.operands = operands
    self.options = options
    self.sharedOptions = sharedOptions
    self.examples = examples
    self.groups = groups
    self.runsAlone = runsAlone
  }

  /// A command with few subcommands, or none.
  public init(
    _ name: String, aliases: [String] = [], summary: String, discussion: [String] = [], operands: [Operand] = [],
    options: [Option] = [], sharedOptions: [Option] = [], examples: [Example] = [], subcommands: [CommandSyntax] = [],
    runsAlone: Bool = false
  ) {
    self.init(
      name, aliases: aliases, summary: summary, discussion: discussion, operands: operands, options: options,
      sharedOptions: sharedOptions, examples: examples,
      groups: subcommands.isEmpty ? [] : [CommandGroup("Commands", subcommands)], runsAlone: runsAlone)
  }

  /// The same command, which does not take some of the options that the commands above share.
  public func declining(_ options: [Option]) -> CommandSyntax {
    var syntax = self
    syntax.declined = options
    return syntax
  }

  /// Every subcommand, in the order of help.
  public var subcommands: [CommandSyntax] { groups.flatMap(\.commands) }

  /// Whether every first word must name a subcommand, because there are subcommands and no operand it could be.
  var isGroup: Bool { !groups.isEmpty && operands.isEmpty }

  /// The name of the subcommand that a mistyped word may mean.
  public func nearestSubcommand(to word: String) -> String? {
    nearestWord(to: word, among: subcommands.map(\.name))
  }

  /// The subcommand that a word picks, by name or alias.
  func subcommand(named word: String) -> CommandSyntax? {
    for group in groups {
      for command in group.commands where command.name == word || command.aliases.contains(word) { return command }
    }
    return nil
  }
}

/// Commands under one heading of the help.
public struct CommandGroup: Sendable, Hashable {
  /// The heading, without a colon.
  public let title: String
  /// The commands, in order.
  public let commands: [CommandSyntax]

  /// Commands under a heading.
  public init(_ title: String, _ commands: [CommandSyntax]) {
    self.title = title
    self.commands = commands
  }
}

/// A line of shell that a reader may copy, and what it does.
public struct Example: Sendable, Hashable {
  /// The whole line, as it is typed: `incident ack 7qk4`.
  public let commandLine: String
  /// What it does, in one line without a final period.
  public let purpose: String

  /// An example.
  public init(_ commandLine: String, _ purpose: String) {
    self.commandLine = commandLine
    self.purpose = purpose
  }
}
