import CommandArguments
import IncidentCore

/// `incident severity`: better or worse than it looked.
enum ChangeSeverity {
  static let level = Operand.required(
    "LEVEL", help: "How bad: 1 to 4, or SEV2, P2, major …", candidates: ["1", "2", "3", "4"])

  static let syntax = CommandSyntax(
    "severity", aliases: ["sev"], summary: "Change the severity", operands: [level, .incident], options: [.message],
    examples: [
      Example("incident severity 1 -m \"Checkout is down for all\"", "It is worse"),
      Example("incident severity minor 7qk4", "A named incident turned out better"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    guard let severity = try session.arguments.word(level, among: Severity.typedWords, Severity.init(typed:)) else {
      throw CommandFailure(session.arguments.failure(.missingOperand(level)))
    }
    try session.record(.changeSeverity(severity, message: try session.message()))
  }
}
