/// What was typed, read by the table of the command that was chosen: names are known, counts are right,
/// and what the values mean is still to be asked.
public struct Arguments: Sendable, Hashable {
  /// An option as it was given.
  struct Given: Sendable, Hashable {
    let option: Option
    let value: String?
  }

  let scope: CommandScope
  let given: [Given]
  /// Every word that is neither an option, nor its value, nor the name of a command; in order.
  public let operands: [String]

  init(scope: CommandScope, given: [Given], operands: [String]) {
    self.scope = scope
    self.given = given
    self.operands = operands
  }

  /// The names of the chosen command below the program, aliases resolved: `["postmortem", "publish"]`.
  public var path: [String] { scope.path }

  /// The syntax of the chosen command.
  public var command: CommandSyntax { scope.command }

  /// Whether the option was given.
  public func has(_ option: Option) -> Bool {
    given.contains { $0.option.long == option.long }
  }

  /// The value of an option, the last one if it may be repeated; nil if it was not given.
  public func value(of option: Option) -> String? {
    given.last { $0.option.long == option.long }?.value
  }

  /// Every value of an option, in the order given.
  public func values(of option: Option) -> [String] {
    given.filter { $0.option.long == option.long }.compactMap(\.value)
  }

  /// The word given for an operand, the first one if it takes many; nil if there is none.
  public func value(of operand: Operand) -> String? {
    values(of: operand).first
  }

  /// The words given for an operand.
  public func values(of operand: Operand) -> [String] {
    guard let position = command.operands.firstIndex(where: { $0.name == operand.name }), position < operands.count
    else { return [] }
    return operand.takesMany ? Array(operands[position...]) : [operands[position]]
  }

  /// The value of an option that this use of the command cannot do without.
  public func required(_ option: Option) throws(UsageError) -> String {
    guard let value = value(of: option) else { throw failure(.missingOption(option)) }
    return value
  }

  /// A usage error of the chosen command, for what only the meaning of a value can show.
  public func failure(_ kind: UsageError.Kind, suggestion: String? = nil) -> UsageError {
    UsageError(kind: kind, suggestion: suggestion, understood: self)
  }

  /// The same arguments in canonical form, without the program's name: long option names, `--name=value`,
  /// and `--` before operands that would otherwise be taken for something else. Parsing them gives these arguments again.
  public var words: [String] {
    let options = given.map { given in given.option.spelling + (given.value.map { "=" + $0 } ?? "") }
    let isAmbiguous =
      operands.contains { $0.utf8.first == UInt8(ascii: "-") }
      || operands.first.map { command.subcommand(named: $0) != nil } ?? false
    return path + options + (isAmbiguous ? ["--"] : []) + operands
  }
}
