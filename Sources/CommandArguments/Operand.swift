/// One operand of a command: a word that is not an option, known by its position.
public struct Operand: Sendable, Hashable {
  /// How many words the operand takes.
  public enum Arity: Sendable, Hashable {
    /// Exactly one.
    case required
    /// One or none.
    case optional
    /// Any number, none included. Only the last operand may take many.
    case many
    /// The first word that is no option and every word after it, as they are: options and `--` among them too. At least
    /// one. Only the last operand may be a rest, as the command line that `env` and `nice` take.
    case rest
  }

  /// The name that help shows, in capitals: `TITLE`.
  public let name: String
  /// How many words it takes.
  public let arity: Arity
  /// One line without a final period, for help and completions.
  public let help: String
  /// What completions offer for it. Nothing is refused for not being among them.
  public let candidates: Candidates

  private init(_ name: String, _ arity: Arity, _ help: String, _ candidates: Candidates) {
    self.name = name
    self.arity = arity
    self.help = help
    self.candidates = candidates
  }

  /// An operand that must be given.
  public static func required(_ name: String, help: String, candidates: Candidates = .unknown) -> Operand {
    Operand(name, .required, help, candidates)
  }

  /// An operand that may be left out.
  public static func optional(_ name: String, help: String, candidates: Candidates = .unknown) -> Operand {
    Operand(name, .optional, help, candidates)
  }

  /// A last operand that takes every remaining word; there may be none.
  public static func many(_ name: String, help: String, candidates: Candidates = .unknown) -> Operand {
    Operand(name, .many, help, candidates)
  }

  /// A last operand that takes a command line: the word it begins with and all that follow.
  public static func rest(_ name: String, help: String, candidates: Candidates = .commandLine) -> Operand {
    Operand(name, .rest, help, candidates)
  }

  /// Whether it has to be given.
  var isRequired: Bool { arity == .required || arity == .rest }

  /// Whether it takes every word that is left.
  var takesMany: Bool { arity == .many || arity == .rest }

  /// The operand in a usage line: `TITLE`, `[REF]`, `[FILE...]`.
  public var usage: String {
    switch arity {
    case .required: name
    case .optional: "[\(name)]"
    case .many: "[\(name)...]"
    case .rest: "[--] \(name)..."
    }
  }
}
