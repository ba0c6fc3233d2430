import IncidentReports
import JSONTree

extension CommandFailure {
  /// What a person reads: the place, the sentence, the text at fault, the commands that help.
  var lines: [StyledLine] {
    var lines: [StyledLine] = []
    var first: StyledLine = "\("incident:", .alarm) "
    if let place { first.append(place.text + ": ", .label) }
    first.append(message + (message.hasSuffix("?") || message.hasSuffix(".") ? "" : "."))
    lines.append(first)
    if let excerpt = place?.excerpt, !excerpt.isEmpty { lines.append("    \(excerpt, .muted)") }
    for line in usage { lines.append("\("usage:", .label) \(line)") }
    // A command with a long path in it does not push the purpose of the others off the screen.
    let width = hints.map { DisplayWidth.of($0.command) }.filter { $0 <= 64 }.max() ?? 0
    for hint in hints {
      let command = StyledLine(hint.command, .accent)
      lines.append("  " + (hint.purpose.isEmpty ? command : command.padded(to: width) + "  \(hint.purpose, .muted)"))
    }
    return lines
  }

  /// The same for a program.
  var json: JSON {
    var error: JSONObject = [
      "kind": .string(kindName), "exitStatus": .number(JSONNumber(Int(status.rawValue))), "message": .string(message),
    ]
    if let place {
      error["path"] = .string(place.path)
      if let line = place.line { error["line"] = .number(JSONNumber(line)) }
      if let column = place.column { error["column"] = .number(JSONNumber(column)) }
    }
    if !hints.isEmpty {
      error["hints"] = .array(
        hints.map { ["command": .string($0.command), "purpose": .string($0.purpose)] })
    }
    return ["error": .object(error)]
  }

  private var kindName: String {
    switch status {
    case .done: "done"
    case .refused: "refused"
    case .usage: "usage"
    case .storage: "storage"
    }
  }
}
