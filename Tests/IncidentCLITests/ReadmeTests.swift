import Foundation
import IncidentCore
import IncidentStore
import JSONTree
import Testing

@testable import IncidentCLI

/// Everything the README shows as a session is run here, in its order, and has to come out as shown.
///
/// A comment `<!-- clock 2026-11-20T22:47:09Z -->` before a block sets the clock, `<!-- folder shop -->` goes to a folder of
/// that name, and a block of the language `json NAME` is a file there. With `INCIDENT_RECORD_SNAPSHOTS=1` the
/// outputs in the README are written anew, and the test fails.
@Suite struct ReadmeTests {
  @Test("the README's sessions come out as it shows them")
  func sessions() throws {
    let file = tests.deletingLastPathComponent().appending(path: "README.md")
    let readme = try String(contentsOf: file, encoding: .utf8)
    var hosts: [String: SessionHost] = [:]
    defer { for host in hosts.values { host.remove() } }
    let actual = try replayed(readme, &hosts)
    guard actual != readme else { return }
    if ProcessInfo.processInfo.environment["INCIDENT_RECORD_SNAPSHOTS"] == "1" {
      try Data(actual.utf8).write(to: file)
      Issue.record("recorded README.md; run again without INCIDENT_RECORD_SNAPSHOTS")
      return
    }
    let pairs = zip(readme.split(separator: "\n"), actual.split(separator: "\n"))
    let first = pairs.first { $0 != $1 }
    Issue.record("README.md shows: \(first?.0 ?? "")\nbut it is: \(first?.1 ?? "")")
  }

  @Test("every command has its row in the README's table")
  func commands() throws {
    let readme = try String(contentsOf: tests.deletingLastPathComponent().appending(path: "README.md"), encoding: .utf8)
    for name in CommandName.allCases {
      #expect(readme.contains("\n| `\(name.rawValue)"), "no row for \(name.rawValue)")
    }
  }

  @Test("the record it shows is one, in canonical form, and the settings it shows can be used")
  func documents() throws {
    let readme = try String(contentsOf: tests.deletingLastPathComponent().appending(path: "README.md"), encoding: .utf8)
    let blocks = readme.components(separatedBy: "```json\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    #expect(blocks.count >= 2 && blocks.contains { $0.contains("\"timeline\"") })
    for block in blocks {
      let bytes = Array(block.utf8)
      if block.contains("\"timeline\"") {
        let incident = try RecordCodec.decode(bytes)
        #expect(String(decoding: RecordCodec.encode(incident), as: UTF8.self) == block)
        #expect(!incident.storedSnapshotDiffers)
      } else {
        let (config, problems) = Config.read(try JSON.parse(bytes))
        #expect(problems.isEmpty)
        #expect(config != .standard)
      }
    }
  }

  /// The text with the output of every command in its `console` blocks as it comes out now.
  private func replayed(_ readme: String, _ hosts: inout [String: SessionHost]) throws -> String {
    var host = try SessionHost(name: "shop")
    hosts["shop"] = host
    var lines: [String] = []
    var isSession = false
    var file: (name: String, lines: [String])?
    for line in readme.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let text = line.wholeMatch(of: /<!-- clock (.*) -->/)?.1 {
        host.now = try #require(Timestamp(canonical: String(text)))
      }
      if let name = line.wholeMatch(of: /<!-- folder (.*) -->/)?.1 {
        let now = host.now
        host = try hosts[String(name)] ?? SessionHost(name: String(name))
        host.now = now
        hosts[String(name)] = host
      }
      if line == "```" {
        isSession = false
        if let file { try host.write(file.lines.joined(separator: "\n") + "\n", to: file.name) }
        file = nil
      }
      file?.lines.append(line)
      if !isSession || line.hasPrefix("$ ") { lines.append(line) }
      if isSession, line.hasPrefix("$ incident ") { lines += host.run(String(line.dropFirst(11))) }
      if line == "```console" { isSession = true }
      if let name = line.wholeMatch(of: /```json (.+)/)?.1 { file = (String(name), []) }
    }
    return lines.joined(separator: "\n")
  }
}

/// A terminal of 80 columns without colour, whose output and errors come in the order they were written.
private final class SessionHost: Streams {
  let inputIsTerminal = true
  let outputIsTerminal = true
  let errorIsTerminal = true
  let columns: Int? = 80
  let outputFailure: SystemError? = nil
  var now: Timestamp
  private let name: String
  private let directory: String
  private let random = ReadmeRandom()
  private var transcript: [UInt8] = []

  init(name: String) throws {
    self.name = name
    now = try #require(Timestamp(canonical: "2026-11-20T22:47:09Z"))
    directory =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "incident-readme-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
  }

  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: URL(filePath: directory).appending(path: file))
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// The lines that a command line prints; words are split at blanks outside double quotes.
  func run(_ commandLine: String) -> [String] {
    var words: [String] = []
    for (index, piece) in commandLine.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 { words.append(String(piece)) } else { words += piece.split(separator: " ").map(String.init) }
    }
    transcript = []
    var environment = Environment(
      directory: directory, variables: ["INCIDENT_USER": "dana", "NO_COLOR": "1"],
      milliseconds: UInt64(now.seconds) * 1_000, random: random, streams: self, gitUserName: { _ in nil },
      processID: 1)
    environment.runCommand = { [self] words, _ in CommandRun(words, on: self) }
    _ = Launch.run(words, in: environment)
    let text = String(decoding: transcript, as: UTF8.self).replacing(directory, with: "/srv/\(name)")
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  func readAll() -> [UInt8] { [] }
  func readLine() -> String? { nil }
  func writeOutput(_ bytes: [UInt8]) { transcript += bytes }
  func writeError(_ bytes: [UInt8]) { transcript += bytes }
  func edit(file: String, with command: String) -> Int32? { nil }
}

extension CommandRun {
  /// What `kubectl` comes to in the README, on a cluster that nobody has here.
  fileprivate init(_ words: [String], on host: SessionHost) {
    let output =
      switch words.last {
      case "deployment/checkout" where words.contains("history"):
        "deployment.apps/checkout\nREVISION  CHANGE-CAUSE\n41        checkout 2.13.4\n42        checkout 2.14.0\n"
      case "deployment/checkout" where words.contains("undo"): "deployment.apps/checkout rolled back\n"
      default: ""
      }
    host.writeOutput(Array(output.utf8))
    var tail = OutputTail(capacity: 1_024)
    Array(output.utf8).withUnsafeBytes { tail.append($0) }
    self.init(ending: output.isEmpty ? .notStarted(2) : .exited(0), milliseconds: 2_000, tail: tail)
  }
}

/// Gives the first incident the id that the README speaks of.
private final class ReadmeRandom: RandomNumberGenerator {
  private var count: UInt64 = 0

  func next() -> UInt64 {
    count += 1
    return count == 1 ? 7 | 23 << 5 | 19 << 10 | 4 << 15 : count &* 0x9E37_79B9_7F4A_7C15
  }
}
