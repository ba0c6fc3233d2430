import CommandArguments
import IncidentCore

/// `incident assign`: who plays which part.
enum Assign {
  static let role = Operand.required(
    "ROLE", help: "The part to play",
    candidates: ["ic", "tech", "comms", "scribe", "sme", "responder", "sponsor"])
  static let name = Operand.optional("NAME", help: "Who takes it; with --release, who lays it down")
  static let release = Option.flag("release", help: "Lay the role down, with nobody to take it")

  static let syntax = CommandSyntax(
    "assign", summary: "Give a role to somebody, or hand it over",
    discussion: ["A role that one person holds is handed over from whoever had it; the timeline has both names."],
    operands: [role, name, .incident], options: [release],
    examples: [
      Example("incident assign ic dana", "Dana commands"),
      Example("incident assign scribe --release", "Nobody takes notes any more"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let arguments = session.arguments
    guard let role = try arguments.word(role, among: Role.typedWords, Role.init(typed:)) else {
      throw CommandFailure(arguments.failure(.missingOperand(role)))
    }
    if arguments.has(release) {
      return try session.record(.release(role, by: try arguments.name(name)))
    }
    guard let person = try arguments.name(name) else { throw CommandFailure(arguments.failure(.missingOperand(name))) }
    try session.record(.assign(role, to: person))
  }
}

extension Arguments {
  /// A person's name: not blank.
  func name(_ operand: Operand) throws(CommandFailure) -> String? {
    guard let name = value(of: operand) else { return nil }
    guard name.hasWords else {
      throw CommandFailure(failure(.invalidOperand(operand, name, expected: "a name")))
    }
    return name
  }
}
