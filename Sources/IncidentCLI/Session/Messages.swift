import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore

/// Where the words of a message come from.
enum MessageNeed {
  /// A command that can do without.
  case optional
  /// A command that asks for them on a terminal, and does without elsewhere.
  case askedFor
  /// A command that is nothing without.
  case required
}

extension Session {
  /// What a person says: `-m TEXT`, `-m -` for standard input, else on a terminal what they write in their editor.
  /// - Parameter question: What the editor's file asks, beside the incident it is about.
  func message(_ need: MessageNeed = .optional, _ question: String = "") throws(CommandFailure) -> String? {
    let option = CommandArguments.Option.message
    if let typed = arguments.value(of: option) {
      let text = typed == "-" ? try standardInputText() : typed
      guard let trimmed = trimmed(text) else {
        throw CommandFailure(arguments.failure(.invalidValue(option, typed, expected: "some text")))
      }
      return trimmed
    }
    switch need {
    case .optional: return nil
    case .askedFor, .required:
      if isInteractive {
        guard at <= now else { throw CommandFailure(.inTheFuture(at, now: now)) }
        guard let text = trimmed(try writtenText(question)) else {
          throw .refused("the message is empty: nothing was recorded")
        }
        return text
      }
      if need == .required { throw CommandFailure(arguments.failure(.missingOption(option))) }
      return nil
    }
  }

  /// Standard input, to its end.
  func standardInput() throws(CommandFailure) -> [UInt8] {
    try CommandFailure.wrapping { () throws(StoreError) in try environment.streams.readAll() }
  }

  /// Standard input as text, exactly.
  func standardInputText() throws(CommandFailure) -> String {
    let bytes = try standardInput()
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .refused("standard input is not UTF-8 text")
    }
    return text
  }

  /// Without line ends after it; nil where nothing is said.
  private func trimmed(_ text: String) -> String? {
    var scalars = text.unicodeScalars[...]
    while let last = scalars.last, Character(last).isNewline { scalars.removeLast() }
    let text = String(scalars)
    return text.hasWords ? text : nil
  }

  /// Everything below this line of an edited message is left out, as `git commit --cleanup=scissors` does.
  private static let scissors = "# ------------------------ >8 ------------------------"

  private func writtenText(_ question: String) throws(CommandFailure) -> String {
    let id = try incidentID()
    guard let editor = environment.variable("VISUAL") ?? environment.variable("EDITOR") else {
      tell("\("\(id): \(question)", .label) \("(one line; set $EDITOR to write more)", .muted)")
      return environment.streams.readLine() ?? ""
    }
    let file = MessageFile(
      directory: environment.variable("TMPDIR") ?? "/tmp", random: environment.random.next(),
      environment.fileSystem)
    let help =
      "\n\(Self.scissors)\n# \(id): \(question)\n# Everything below the line above is left out; an empty message records nothing.\n"
    do throws(StoreError) {
      try file.write(help)
    } catch {
      throw CommandFailure(error)
    }
    let status = environment.streams.edit(file: file.path, with: editor)
    let text: String
    do throws(StoreError) {
      text = cut(String(decoding: try file.read(), as: UTF8.self))
    } catch {
      throw CommandFailure(error)
    }
    if trimmed(text) == nil { file.remove() } else { messageFile = file }
    guard status == 0 else {
      throw .refused(
        "the editor \"\(editor)\" ended without success: nothing was recorded",
        Hint("-m TEXT", "says it without an editor"))
    }
    return text
  }

  /// By scalars: an editor may end lines with CR LF, which is one character.
  private func cut(_ text: String) -> String {
    var kept = ""
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      let bare = line.last == "\r" ? line.dropLast() : line
      if bare.elementsEqual(Self.scissors.unicodeScalars) { break }
      kept += String(line) + "\n"
    }
    return kept
  }
}

extension CommandArguments.Option {
  /// `-m TEXT`.
  static let message = Option.value("message", short: "m", "TEXT", help: "What to say; - reads standard input")
}
