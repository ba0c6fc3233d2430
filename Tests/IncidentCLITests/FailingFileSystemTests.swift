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
    /// What is typed before anything fails.
    let preparation: [[String]]
    let isDone: @Sendable (TestHost) throws -> Bool

    init(
      words: [String], after preparation: [[String]] = [], isDone: @escaping @Sendable (TestHost) throws -> Bool
    ) {
      self.words = words
      self.preparation = preparation
      self.isDone = isDone
    }

    var testDescription: String { words.joined(separator: " ") }
  }

  static let commands =
    [
      Command(words: ["declare", "Second", "-s", "3"]) { host in
        try incidents(host).contains { $0.snapshot.title == "Second" }
      },
      Command(words: ["declare", "--from", "-"]) { host in
        try incidents(host).contains { $0.snapshot.title == "Third" && $0.events.count == 2 }
      },
      Command(words: ["postmortem"]) { host in
        let names = try FileManager.default.contentsOfDirectory(atPath: host.stored(""))
        return try names.contains { $0.hasSuffix(".postmortem.md") } && has("postmortem", host)
      },
      Command(words: ["postmortem", "review"], after: [["postmortem"]]) { host in
        try incidents(host).contains { $0.snapshot.postmortem == .inReview }
      },
      Command(words: ["redact", "last"], after: [["note", "-m", "swordfish"]]) { host in
        try has("redacted", host) && !host.records().contains { try host.text($0).contains("swordfish") }
      },
      Command(words: ["runbook", "new", "queue-backlog"]) { host in
        FileManager.default.fileExists(atPath: host.stored("runbooks/queue-backlog.md"))
      },
      Command(words: ["init"], after: []) { host in
        FileManager.default.fileExists(atPath: host.stored(".gitattributes"))
      },
    ]
    + [
      (["ack"], "acknowledged"), (["update", "-m", "Rolled back"], "updated"), (["note", "-m", "Seen"], "noted"),
      (["severity", "1"], "severityChanged"), (["assign", "ic", "li"], "assigned"), (["mitigate"], "mitigated"),
      (["resolve", "-m", "Well"], "resolved"), (["cancel", "-m", "None"], "cancelled"),
      (["action", "add", "Alert on saturation"], "actionAdded"),
      (["runbook", "start", "high-latency"], "runbookStarted"),
    ].map { words, type in Command(words: words) { try has(type, $0) } }
    + [
      (["runbook", "step", "1", "--done"], "runbookStepped"),
      (["runbook", "review", "--helpful", "yes"], "runbookReviewed"),
    ].map { words, type in
      Command(words: words, after: [["runbook", "start", "high-latency"]]) { try has(type, $0) }
    }
    + [
      (["reopen"], "reopened"), (["close", "--force", "-m", "Enough"], "closed"),
      (["retract", "last"], "retracted"),
    ].map { words, type in Command(words: words, after: [["resolve", "-m", "Well"]]) { try has(type, $0) } }

  /// Whether the first record has an event of that type.
  private static func has(_ type: String, _ host: TestHost) throws -> Bool {
    try incidents(host).contains { $0.snapshot.title == "First" && $0.events.contains { $0.body.type == type } }
  }

  /// What the store's records say; each of them can be read.
  private static func incidents(_ host: TestHost) throws -> [Incident] {
    try host.records().map { name in
      let id = try #require(IncidentID(String(name.dropLast(5))))
      return try RecordCodec.decode(try host.bytes(name), named: id)
    }
  }

  /// A store with a record, the team's settings and a template.
  private func host(for command: Command) throws -> TestHost {
    let host = try TestHost()
    _ = try host.declare("First")
    for words in command.preparation { host.run(words) }
    if command.words == ["init"] { try FileManager.default.removeItem(atPath: host.stored(".gitattributes")) }
    host.input = Array(#"{"title": "Third"}"#.utf8)
    try host.store("{}", "config.json")
    try host.store("{{title}}", "templates/page.md")
    return host
  }

  @Test(
    "says why and exits 3, or does what it was asked; never breaks a record, never loses what it said was recorded",
    arguments: commands, everyErrorCode)
  func everyCallFails(command: Command, code: Int32) throws {
    var number = 0
    var failures = 0
    while true {
      let host = try host(for: command)
      let calls = FailingSystemCalls(failing: number, code: code)
      host.fileSystem = FileSystem(calls)
      let outcome = host.run(command.words)
      let call = "call \(number), \(calls.made.indices.contains(number) ? calls.made[number] : "none")"
      let isDone = try command.isDone(host)
      // An interrupted call is made again, and nobody hears of it; only what was closed is not closed twice.
      if code == EINTR { #expect(outcome.status == 0, "\(call): \(outcome.transcript)") }
      switch outcome.status {
      case 0: #expect(isDone, "\(call): \(outcome.transcript)")
      case 3:
        failures += 1
        let says = outcome.error.hasPrefix("incident: ") && outcome.error.contains("cannot ")
        #expect(says, "\(call): \(outcome.transcript)")
        #expect(outcome.output.isEmpty, "\(call): \(outcome.transcript)")
        // What is there all the same is said to be there, so that nobody records it twice.
        if isDone, !["init", "postmortem"].contains(command.words[0]) {
          #expect(outcome.error.contains(" is written, but the disk did not confirm it"), "\(outcome.transcript)")
        }
      default: Issue.record("\(call): \(outcome.transcript)")
      }
      #expect(try Self.incidents(host).contains { $0.snapshot.title == "First" })
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
    #expect(number > 10, "\(number) calls")
    if code != EINTR, command.words != ["init"] { #expect(failures > 10, "\(failures) failures") }
  }

  @Test("in an empty directory too", arguments: everyErrorCode)
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

  @Test("what Git or an editor writes between reading and replacing a record is taken in, not overwritten")
  func changedMeanwhile() throws {
    let host = try TestHost()
    let id = try host.declare("First")
    let calls = FailingSystemCalls()
    let path = host.stored("\(id).json")
    let theirs = try host.text("\(id).json").replacing("First", with: "Changed")
    var isFirst = true
    calls.whenSynchronized = {
      if isFirst { try? Data(theirs.utf8).write(to: URL(filePath: path)) }
      isFirst = false
    }
    host.fileSystem = FileSystem(calls)
    #expect(host.run("ack").status == 0)
    host.fileSystem = FileSystem()
    let text = try host.text("\(id).json")
    #expect(text.contains("Changed") && text.contains("acknowledged\"}") && host.run("check").status == 0)

    var count = 0
    calls.whenSynchronized = {
      count += 1
      try? Data(theirs.replacing("Changed", with: "Changed \(count)").utf8).write(to: URL(filePath: path))
    }
    host.fileSystem = FileSystem(calls)
    let outcome = host.run("note", "-m", "late")
    #expect(outcome.status == 3 && outcome.error.contains("something else, Git or an editor, keeps writing to it"))
    #expect(try host.text("\(id).json").contains("Changed \(count)"))
    let names = try FileManager.default.contentsOfDirectory(atPath: host.stored(""))
    #expect(!names.contains { $0.hasSuffix(".tmp") })
  }
}
