/// One option of a command: a value in a table, which parsing, help and completions all read.
///
/// The result of a parse is asked for by the option itself, so no name is typed twice:
/// `arguments.value(of: severity)`.
public struct Option: Sendable, Hashable {
  /// Whether the option stands alone or takes an option-argument.
  public enum Kind: Sendable, Hashable {
    /// Present or absent: `--json`.
    case flag
    /// Always takes the next word, even one that begins with `-`; help calls it by its name: `TIME`.
    case value(name: String)
  }

  /// The long name, without its dashes.
  public let long: String
  /// The one-letter name, without its dash.
  public let short: Character?
  /// Flag, or option with a value.
  public let kind: Kind
  /// Whether the option may be given more than once.
  public let repeats: Bool
  /// One line without a final period, for help and completions.
  public let help: String
  /// What completions offer as its value. Nothing is refused for not being among them.
  public let candidates: Candidates

  private init(_ long: String, _ short: Character?, _ kind: Kind, repeats: Bool, _ help: String, _ words: Candidates) {
    self.long = long
    self.short = short
    self.kind = kind
    self.repeats = repeats
    self.help = help
    candidates = words
  }

  /// An option that is present or absent.
  public static func flag(_ long: String, short: Character? = nil, help: String) -> Option {
    Option(long, short, .flag, repeats: false, help, .unknown)
  }

  /// An option with a value, given at most once.
  public static func value(
    _ long: String, short: Character? = nil, _ valueName: String, help: String, candidates: Candidates = .unknown
  ) -> Option {
    Option(long, short, .value(name: valueName), repeats: false, help, candidates)
  }

  /// An option with a value that may be given any number of times; the values keep their order.
  public static func repeated(
    _ long: String, short: Character? = nil, _ valueName: String, help: String, candidates: Candidates = .unknown
  ) -> Option {
    Option(long, short, .value(name: valueName), repeats: true, help, candidates)
  }

  /// `--help` and `-h`, which every command has without listing them.
  public static let help = Option.flag("help", short: "h", help: "Show this help")

  /// The long name as it is typed: `--severity`.
  public var spelling: String { "--" + long }

  /// What help calls its value; nil for a flag.
  public var valueName: String? {
    switch kind {
    case .flag: nil
    case .value(let name): name
    }
  }

  /// The option with the name of its value: `--severity LEVEL`.
  var spelled: String { spelling + (valueName.map { " " + $0 } ?? "") }

  /// Every way to type its name: `["-s", "--severity"]`.
  var spellings: [String] { (short.map { ["-\($0)"] } ?? []) + [spelling] }
}
