import Foundation
import IncidentCLI
import IncidentCore
import IncidentStore
import JSONTree
import Testing

/// A machine of a test's own: a fresh directory, a clock that stands still, a user, a terminal or none, and nothing of
/// the environment the tests run in.
final class TestHost {
  /// The directory commands are typed in; gone when the host is.
  let directory: String
  /// Beside ``directory``: where an editor finds its file.
  let temporary: String
  /// What the clock says until the test moves it.
  var now: Timestamp
  /// The process's variables.
  var variables: [String: String]
  /// Whether standard input, output and error are terminals.
  var isTerminal = false
  /// How wide the terminal is.
  var columns: Int? = 80
  /// The lines a person will type.
  var typedLines: [String] = []
  /// What standard input holds.
  var input: [UInt8] = []
  /// What the editor does to a file, and its exit status.
  var editor: (String) -> Int32? = { _ in nil }
  /// Why standard output loses what is written to it.
  var outputFailure: SystemError?
  /// The file system commands work on.
  var fileSystem = FileSystem()
  /// What Git says the user is called.
  var gitUserName: String?
  /// The e-mail address Git has for the user.
  var gitUserEmail: String?
  /// What comes of a command that is run.
  var runCommand: ([String]) -> CommandRun = { _ in CommandRun(ending: .exited(0), milliseconds: 0) }
  /// Where the binary would be.
  var executable: String?
  /// What the environment of `git` has beside this process's own.
  var gitVariables: [String: String] = [:]

  private let outer: String
  private let random: SharedRandom

  /// A machine with no store, a quarter to midnight on 20 November 2026.
  init(seed: UInt64 = 1, at moment: String = "2026-11-20T22:47:09Z") throws {
    outer = try makeScratchFolder()
    directory = outer + "/repo"
    temporary = outer + "/tmp"
    for path in [directory, temporary] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    now = try #require(Timestamp(canonical: moment))
    variables = ["INCIDENT_USER": "dana", "TERM": "xterm-256color", "TMPDIR": temporary]
    random = SharedRandom(seed: seed)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: outer)
  }

  /// Runs `incident` with these words.
  @discardableResult
  func run(_ words: String...) -> Outcome {
    run(words)
  }

  /// Runs `incident` with these words.
  @discardableResult
  func run(_ words: [String]) -> Outcome {
    let streams = BufferStreams(
      isTerminal: isTerminal, columns: isTerminal ? columns : nil, lines: typedLines, input: input,
      outputFailure: outputFailure, editor: editor)
    let name = gitUserName
    let path = executable
    var environment = Environment(
      directory: directory, variables: variables, milliseconds: UInt64(now.seconds) * 1_000, random: random,
      fileSystem: fileSystem, streams: streams, gitUserName: { _ in name }, processID: 4711)
    let email = gitUserEmail
    environment.gitUserEmail = { _ in email }
    environment.gitVariables = [
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": outer,
    ].merging(gitVariables) { $1 }
    environment.executable = { path }
    environment.runCommand = { [runCommand] words, _ in runCommand(words) }
    let status = Launch.run(words, in: environment)
    typedLines = streams.lines
    return Outcome(
      words: words, status: status, outputBytes: streams.output, errorBytes: streams.error, directory: directory,
      temporary: temporary)
  }

  /// Lets the clock run.
  func pass(minutes: Int) {
    now = now.adding(minutes * 60)
  }

  /// Declares an incident and gives its id.
  func declare(_ title: String = "Payment latency above 5 s", _ options: String...) throws -> String {
    let outcome = run(["declare", title, "--json"] + (options.isEmpty ? ["--severity", "2"] : options))
    return try #require(try outcome.json()["id"]?.string)
  }

  /// The path of a file of the store.
  func stored(_ name: String) -> String { directory + "/incidents/" + name }

  /// What a file of the store holds.
  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: stored(name))))
  }

  /// What a file of the store holds.
  func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// Puts a file into the store, and folders on the way to it.
  func store(_ text: String, _ name: String) throws {
    try store(Array(text.utf8), name)
  }

  /// Puts a file into the store, and folders on the way to it.
  func store(_ bytes: [UInt8], _ name: String) throws {
    let url = URL(filePath: stored(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// Every file below the directory, the lock and the cache left out, with all its bytes.
  func contents() throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: directory) {
      let name = URL(filePath: path).lastPathComponent
      if name == ".lock" || path.contains("/.cache") { continue }
      contents[path] = FileManager.default.contents(atPath: directory + "/" + path).map(Array.init) ?? []
    }
    return contents
  }

  /// The names of the records.
  func records() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory + "/incidents")
      .filter { $0.hasPrefix("INC-") && $0.hasSuffix(".json") }.sorted()
  }
}

/// What a command came to.
struct Outcome {
  let words: [String]
  let status: Int32
  let outputBytes: [UInt8]
  let errorBytes: [UInt8]
  let directory: String
  let temporary: String

  /// Standard output, with `/repo` for the host's directory.
  var output: String { masked(outputBytes) }
  /// Standard error, with `/repo` for the host's directory.
  var error: String { masked(errorBytes) }

  /// Standard output as one JSON document.
  func json() throws -> JSON { try JSON.parse(outputBytes) }

  /// The `error` document on standard error.
  func jsonError() throws -> JSONObject { try #require(try JSON.parse(errorBytes)["error"]?.object) }

  /// As a terminal has it: what was typed, what was answered, `2>` before each line of standard error, how it ended.
  var transcript: String {
    var text = "$ incident " + words.map(quoted).joined(separator: " ") + "\n" + output
    for line in error.split(separator: "\n", omittingEmptySubsequences: false).dropLast(error.hasSuffix("\n") ? 1 : 0)
    where !error.isEmpty {
      text += "2> \(line)\n"
    }
    if status != 0 { text += "[\(status)]\n" }
    return text + "\n"
  }

  private func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D...0x2F, 0x3A, 0x5F: true
      default: false
      }
    }
    return plain && !word.isEmpty ? word : "\"" + word.replacing("\"", with: "\\\"") + "\""
  }

  private func masked(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
      .replacing(directory, with: "/repo").replacing(temporary, with: "/tmp")
  }
}
