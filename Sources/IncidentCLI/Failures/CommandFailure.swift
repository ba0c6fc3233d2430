import CommandArguments

/// Why a command did not do what it was asked: what was wrong, where, and what to type next.
struct CommandFailure: Error {
  /// What kind of failure it is, which decides the exit status.
  var status: ExitStatus
  /// A sentence without its full stop.
  var message: String
  /// The place in a file, where there is one.
  var place: FilePlace?
  /// Commands that help, in the order to try them.
  var hints: [Hint] = []
  /// Usage lines of the command, for a wrong command line.
  var usage: [String] = []

  /// The incident or the store says no.
  static func refused(_ message: String, _ hints: Hint...) -> CommandFailure {
    CommandFailure(status: .refused, message: message, hints: hints)
  }

  /// The store could not be read or written.
  static func storage(_ message: String, at place: FilePlace? = nil, _ hints: Hint...) -> CommandFailure {
    CommandFailure(status: .storage, message: message, place: place, hints: hints)
  }

  /// The command line was wrong.
  init(_ error: UsageError) {
    let sentence = error.message.hasSuffix(".") ? String(error.message.dropLast()) : error.message
    status = .usage
    message = sentence + (error.suggestion.map { ". Did you mean `\($0)`?" } ?? "")
    usage = error.usage
    hints = [Hint(error.hint, "explains")]
    if case .unknownOption(let word) = error.kind, word.dropFirst().first?.isNumber == true {
      hints.append(Hint("--at -15m", "is how a time before now is typed"))
    }
  }

  init(status: ExitStatus, message: String, place: FilePlace? = nil, hints: [Hint] = []) {
    self.status = status
    self.message = message
    self.place = place
    self.hints = hints
  }
}

/// A place in a file that a person can jump to.
struct FilePlace {
  var path: String
  /// From 1; nil where the file as a whole is meant.
  var line: Int?
  /// From 1.
  var column: Int?
  /// The text there.
  var excerpt: String = ""

  /// `file:line:column`.
  var text: String {
    path + (line.map { ":\($0)" } ?? "") + (column.map { ":\($0)" } ?? "")
  }
}

/// A command to type, and what it does.
struct Hint: Hashable {
  var command: String
  var purpose: String

  init(_ command: String, _ purpose: String) {
    self.command = command
    self.purpose = purpose
  }
}
