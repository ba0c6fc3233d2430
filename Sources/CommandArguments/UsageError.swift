/// A command line that cannot be meant: what is wrong with it, and what to type instead.
public struct UsageError: Error, Sendable, Hashable {
  /// What is wrong, with the words concerned.
  public enum Kind: Sendable, Hashable {
    /// A first word that names no command.
    case unknownCommand(String)
    /// A group of commands without one.
    case missingCommand
    /// An option that the command does not have, as typed.
    case unknownOption(String)
    /// An option of the command above, given to a subcommand that does not have it.
    case misplacedOption(Option)
    /// An option at the end of the line that takes a value.
    case missingValue(Option)
    /// A flag with a value: `--json=1`.
    case unexpectedValue(Option, String)
    /// An option given twice that may be given once.
    case repeatedOption(Option)
    /// An option this use of the command cannot do without.
    case missingOption(Option)
    /// An operand that must be given.
    case missingOperand(Operand)
    /// The first operand beyond those the command takes.
    case unexpectedOperand(String)
    /// Two options that exclude each other.
    case conflict(Option, Option)
    /// The value of an option that does not say what it should; `expected` completes "expected …".
    case invalidValue(Option, String, expected: String)
    /// An operand that does not say what it should; `expected` completes "expected …".
    case invalidOperand(Operand, String, expected: String)
  }

  /// What is wrong.
  public let kind: Kind
  /// The nearest right word, as it is typed: `--severity`.
  public let suggestion: String?
  /// What could be understood of the rest of the line: `error.understood.has(json)` decides how the error is printed.
  public let understood: Arguments

  /// The command concerned, below the program: `["postmortem", "publish"]`.
  public var path: [String] { understood.path }

  /// The usage lines of the command, without the word "Usage".
  public var usage: [String] { understood.scope.usageLines }

  /// The command that explains: `incident update --help`.
  public var hint: String { understood.scope.name + " --help" }

  /// What is wrong, in sentences.
  public var message: String {
    let command = "`\(understood.scope.name)`"
    return switch kind {
    case .unknownCommand(let word): "\(command) has no command `\(word)`."
    case .missingCommand: "\(command) needs a command."
    case .unknownOption(let word) where understood.scope.hasBelow(word):
      "\(command) has no option `\(word)`; the options of a command stand after its name."
    case .unknownOption(let word): "\(command) has no option `\(word)`."
    case .misplacedOption(let option): "\(command) has no option `\(option.spelling)`."
    case .missingValue(let option): "`\(option.spelling)` needs a value: `\(option.spelled)`."
    case .unexpectedValue(let option, let value): "`\(option.spelling)` takes no value, but was given `\(value)`."
    case .repeatedOption(let option): "`\(option.spelling)` can be given only once."
    case .missingOption(let option): "\(command) needs `\(option.spelled)`."
    case .missingOperand(let operand): "\(command) needs \(operand.name): \(operand.help)."
    case .unexpectedOperand(let word) where understood.command.operands.isEmpty:
      "\(command) takes no operand, but was given `\(word)`."
    case .unexpectedOperand(let word): "`\(word)` is one word too many; text with spaces needs quotes."
    case .conflict(let one, let other): "`\(one.spelling)` and `\(other.spelling)` exclude each other."
    case .invalidValue(let option, let value, let expected):
      "`\(option.spelling)` was given `\(value)`; expected \(expected)."
    case .invalidOperand(let operand, let value, let expected):
      "\(operand.name) was given `\(value)`; expected \(expected)."
    }
  }
}

extension UsageError: CustomStringConvertible {
  /// The message, the nearest right word, the usage lines and the command that explains.
  public var description: String {
    let question = suggestion.map { " Did you mean `\($0)`?" } ?? ""
    let usage = zip(["Usage: "] + Array(repeating: "       ", count: self.usage.count), self.usage).map { $0 + $1 }
    return ([message + question] + usage + ["Try `\(hint)`."]).joined(separator: "\n")
  }
}
