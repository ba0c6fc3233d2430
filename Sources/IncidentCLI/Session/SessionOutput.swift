import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// How text reaches one stream.
struct Rendering {
  /// Whether a person reads it.
  var isTerminal: Bool
  /// Whether it is coloured.
  var isColored: Bool
  /// The columns to keep to; nil for no limit.
  var columns: Int?
}

extension Session {
  /// The rendering of a stream: colour as asked for, else on a terminal that has it, unless `NO_COLOR` is set
  /// (<https://no-color.org>).
  func rendering(isTerminal: Bool) -> Rendering {
    let choice = arguments.value(of: GlobalOptions.color).flatMap(ColorChoice.init(rawValue:)) ?? .auto
    let isColored =
      switch choice {
      case .always: true
      case .never: false
      case .auto:
        isTerminal && environment.variable("NO_COLOR") == nil && environment.variable("TERM") != "dumb"
      }
    return Rendering(
      isTerminal: isTerminal, isColored: isColored,
      columns: isTerminal
        ? environment.variable("COLUMNS").flatMap { Int($0) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
          ?? environment.streams.columns ?? 80 : nil)
  }

  /// Part of the answer.
  func say(_ lines: StyledLine...) {
    say(lines)
  }

  /// Part of the answer.
  func say(_ lines: [StyledLine]) {
    environment.streams.writeOutput(bytes(of: lines, outputStyle))
  }

  /// Part of the answer, written as it is to a pipe; on a terminal control characters become visible.
  func say(document text: String) {
    let safe = outputStyle.isTerminal ? VisibleText.block(text) : text
    environment.streams.writeOutput(Array(safe.utf8))
  }

  /// The answer, a row an incident.
  func say(list snapshots: [Snapshot]) {
    var bytes: [UInt8] = []
    ListTable.append(
      snapshots, now: now, width: outputStyle.columns, color: outputStyle.isColored, to: &bytes)
    environment.streams.writeOutput(bytes)
  }

  /// The answer, as JSON.
  func say(json: JSON) {
    var bytes: [UInt8] = []
    json.pretty(into: &bytes, escaping: outputStyle.isTerminal ? .terminalSafe : .minimal)
    bytes.append(UInt8(ascii: "\n"))
    environment.streams.writeOutput(bytes)
  }

  /// Part of the conversation.
  func tell(_ lines: StyledLine...) {
    tell(lines)
  }

  /// Part of the conversation.
  func tell(_ lines: [StyledLine]) {
    environment.streams.writeError(bytes(of: lines, errorStyle))
  }

  /// Something odd that keeps nothing from being done.
  func warn(_ text: String) {
    if wantsJSON {
      environment.streams.writeError(
        Array((JSON.object(["warning": .string(text)]).inlineText(escaping: .terminalSafe) + "\n").utf8))
    } else {
      tell("\("warning:", .warning) \(text)")
    }
  }

  /// What was done on the way, or why there is no answer.
  func inform(_ text: String) {
    if wantsJSON {
      environment.streams.writeError(
        Array((JSON.object(["note": .string(text)]).inlineText(escaping: .terminalSafe) + "\n").utf8))
    } else {
      tell("\(text, .muted)")
    }
  }

  /// What goes well now; only to somebody who reads along.
  func suggest(_ command: String, _ purpose: String) {
    guard environment.streams.errorIsTerminal, !wantsJSON else { return }
    tell("\("next:", .muted) \(command, .accent)  \(purpose, .muted)")
  }

  /// A failure, in the form asked for.
  func tell(_ failure: CommandFailure) {
    failure.write(to: environment.streams, asJSON: wantsJSON, isColored: errorStyle.isColored)
  }

  /// Why a record could not be had, in the form asked for.
  func tell(_ failure: RecordFailure) {
    tell(CommandFailure(failure))
  }

  private func bytes(of lines: [StyledLine], _ rendering: Rendering) -> [UInt8] {
    var text = ""
    for line in lines {
      text += line.rendered(color: rendering.isColored)
      text += "\n"
    }
    return Array(text.utf8)
  }
}

extension CommandFailure {
  /// Writes to the conversation, as text or as a JSON document.
  func write(to streams: any Streams, asJSON: Bool, isColored: Bool) {
    var text = ""
    if asJSON {
      text = json.inlineText(escaping: .terminalSafe) + "\n"
    } else {
      for line in lines { text += line.rendered(color: isColored) + "\n" }
    }
    streams.writeError(Array(text.utf8))
  }
}
