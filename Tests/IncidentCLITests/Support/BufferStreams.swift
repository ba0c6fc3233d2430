import IncidentCLI
import IncidentStore

/// Streams that end in buffers, and a person whose every line is known beforehand.
final class BufferStreams: Streams {
  let inputIsTerminal: Bool
  let outputIsTerminal: Bool
  let errorIsTerminal: Bool
  let columns: Int?
  let outputFailure: SystemError?
  private(set) var lines: [String]
  private(set) var output: [UInt8] = []
  private(set) var error: [UInt8] = []
  private let input: [UInt8]
  private let editor: (String) -> Int32?

  init(
    isTerminal: Bool, columns: Int?, lines: [String], input: [UInt8], outputFailure: SystemError?,
    editor: @escaping (String) -> Int32?
  ) {
    inputIsTerminal = isTerminal
    outputIsTerminal = isTerminal
    errorIsTerminal = isTerminal
    self.columns = columns
    self.lines = lines
    self.input = input
    self.outputFailure = outputFailure
    self.editor = editor
  }

  func readAll() -> [UInt8] { input }
  func readLine() -> String? { lines.isEmpty ? nil : lines.removeFirst() }
  func writeOutput(_ bytes: [UInt8]) { output += bytes }
  func writeError(_ bytes: [UInt8]) { error += bytes }
  func edit(file: String, with command: String) -> Int32? { editor(file) }
}
