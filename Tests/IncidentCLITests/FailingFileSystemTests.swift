import Foundation
import IncidentCore
import JSONTree
import Testing

@testable import IncidentStore

/// Whole commands on a file system whose every call fails in turn.
@Suite struct FailingFileSystemTests {
  /// A command, and what the store has to say once it has succeeded.
  struct Command: Sendable, CustomTestStringConvertible {
    let words: [String]
    let isDone: @Sendable (TestHost) throws -> Bool

    var testDescription: String { words[0] }
  }

  static let commands = [
    Command(words: ["declare", "Second", "-s", "3"]) { host in try incidents(host).contains { $0.title == "Second" } },
    Command(words: ["ack"]) { host in
      try incidents(host).allSatisfy { $0.title != "First" || $0.milestones.acknowledged != nil }
    },
    Command(words: ["postmortem"]) { host in
      let names = try FileManager.default.contentsOfDirectory(atPath: host.stored(""))
      return try names.contains { $0.hasSuffix(".postmortem.md") }
        && incidents(host).allSatisfy { $0.title != "First" || $0.postmortem == .draft }
    },
  ]

  /// What the store's records say; each of them can be read.
  private static func incidents(_ host: TestHost) throws -> [Snapshot] {
    try host.records().map { name in
      let id = try #require(IncidentID(String(name.dropLast(5))))
      return try RecordCodec.decode(try host.bytes(name), named: id).snapshot
    }
  }

  /// A store with a record, the team's settings and a template.
  private func host() throws -> TestHost {
    let host = try TestHost()
    _ = try host.declare("First")
    try host.store("{}", "config.json")
    try host.store("{{title}}", "templates/page.md")
    return host
  }

  @Test(
    "says why and exits 3, or does what it was asked; never breaks a record, never loses what it said was recorded",
    arguments: commands, [EIO, ENOSPC, EACCES, EROFS])
  func everyCallFails(command: Command, code: Int32) throws {
    var number = 0
    var failures = 0
    while true {
      let host = try host()
      let calls = FailingSystemCalls(failing: number, code: code)
      host.fileSystem = FileSystem(calls)
      let outcome = host.run(command.words)
      let call = "call \(number), \(calls.made.indices.contains(number) ? calls.made[number] : "none")"
      let isDone = try command.isDone(host)
      switch outcome.status {
      case 0: #expect(isDone, "\(call): \(outcome.transcript)")
      case 3:
        failures += 1
        let says = outcome.error.hasPrefix("incident: ") && outcome.error.contains("cannot ")
        #expect(says, "\(call): \(outcome.transcript)")
        #expect(outcome.output.isEmpty, "\(call): \(outcome.transcript)")
      default: Issue.record("\(call): \(outcome.transcript)")
      }
      #expect(try Self.incidents(host).contains { $0.title == "First" })
      host.fileSystem = FileSystem()
      let check = host.run("check")
      #expect(check.status == 0, "\(call): \(check.transcript)")
      if !isDone {
        #expect(host.run(command.words).status == 0)
        #expect(try command.isDone(host), "\(call)")
      }
      if number >= calls.made.count { break }
      number += 1
    }
    #expect(number > 25 && failures > 15, "\(number) calls, \(failures) failures")
  }

  @Test("in an empty directory too", arguments: [EIO, ENOSPC, EACCES, EROFS])
  func firstDeclaration(code: Int32) throws {
    var number = 0
    while true {
      let host = try TestHost()
      let calls = FailingSystemCalls(failing: number, code: code)
      host.fileSystem = FileSystem(calls)
      let outcome = host.run("declare", "First", "-s", "2")
      #expect(outcome.status == 0 || outcome.status == 3, "\(outcome.transcript)")
      host.fileSystem = FileSystem()
      if outcome.status == 3 {
        #expect(outcome.error.contains("incident: ") && outcome.error.contains("cannot "), "\(outcome.transcript)")
        #expect(host.run("declare", "First", "-s", "2").status == 0)
      }
      #expect(host.run("list").output.contains("First") && host.run("check").status == 0)
      #expect(try host.text(".gitignore").contains(".lock\n"))
      if number >= calls.made.count { break }
      number += 1
    }
    #expect(number > 25)
  }
}
