/// Why bytes from outside are no alert, and what to do about it.
public struct AlertPayloadProblem: Error, Hashable, Sendable {
  /// What was found and what was expected, in a sentence without its full stop. Text of the payload stands in it
  /// shortened and escaped, so that it is safe on a terminal.
  public let message: String
  /// Where in the payload, from 1; nil where no place is to blame.
  public let line: Int?
  /// Where in the line, from 1, in Unicode scalars.
  public let column: Int?

  /// A problem of the whole payload.
  init(_ message: String) {
    self.message = message
    line = nil
    column = nil
  }

  /// A problem at a place.
  init(_ message: String, line: Int, column: Int) {
    self.message = message
    self.line = line
    self.column = column
  }
}
