import Foundation
import JSONTree
import Testing

/// A gallery of records that are not right, each with what the commands say of it, in `Tests/BadRecords`.
@Suite struct BadRecordTests {
  static let gallery = tests.appending(path: "BadRecords")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: gallery.path)) ?? [])
    .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()

  /// Those that are read all the same: only `check` finds something, or nothing.
  static let readable: Set<String> = [
    "good", "snapshot-disagrees", "snapshot-misses-a-key", "not-canonical", "no-final-newline", "order-impossible",
    "newer-schema-readable", "event-bad-field", "newer-schema", "unknown-severity", "future-event", "event-twice",
    "event-unknown-severity", "unknown-role-in-head", "update-overdue", "drill", "postmortem-overdue",
    "secret",
  ]

  /// Those that are sound: `check` finds nothing, or what people owe.
  static let sound: Set<String> = ["good", "drill", "update-overdue", "postmortem-overdue", "secret"]

  /// Those whose head alone cannot be read: a list says so, and whoever reads on has the timeline.
  static let headIsBroken: Set<String> = ["newer-schema", "unknown-severity"]

  /// Those that are read and never written.
  static let newer: Set<String> = ["newer-schema", "newer-schema-readable"]

  /// Those whose head is fine: a list does not read on.
  static let headIsFine: Set<String> = [
    "broken-event", "conflict-markers", "truncated-timeline", "duplicate-key-in-event", "trailing-text",
    "timeline-object", "no-declaration", "empty-timeline", "event-without-id", "event-bad-time",
    "event-not-an-object", "shared-event-id",
  ]

  private func host(_ name: String) throws -> TestHost {
    let host = try TestHost()
    _ = try host.declare("Another incident")
    try host.store(Array(try Data(contentsOf: Self.gallery.appending(path: name + ".json"))), "INC-20261120-BADR.json")
    return host
  }

  @Test("is said where and what it is, as recorded", arguments: names)
  func recorded(name: String) throws {
    let host = try host(name)
    let before = try host.contents()
    let commands = [["show", "badr"], ["list"], ["check", "--skip", "required-roles"], ["ack", "badr"]]
    let transcript = commands.map { host.run($0).transcript }.joined()
    try expectSnapshot(transcript, "bad-records/\(name)")
    if !Self.readable.contains(name) || Self.newer.contains(name) { #expect(try host.contents() == before) }
  }

  @Test("has a place, and exit status 3 wherever it is read; the others still list", arguments: names)
  func status(name: String) throws {
    let host = try host(name)
    let show = host.run("show", "badr")
    let list = host.run("list")
    let check = host.run("check")
    let ack = host.run("ack", "badr", "--json")
    #expect(list.output.contains("Another incident") && host.run("status").output.contains("Another incident"))
    #expect(host.run("show", "16q4").status == 0)
    guard !Self.readable.contains(name) else {
      #expect(show.status == 0, "\(show.transcript)")
      #expect(list.status == (Self.headIsBroken.contains(name) ? 3 : 0), "\(list.transcript)")
      #expect(check.status == (Self.sound.contains(name) ? 0 : 1), "\(check.transcript)")
      #expect(ack.status == (Self.newer.contains(name) ? 3 : 0), "\(ack.transcript)")
      return
    }
    #expect(show.status == 3 && show.output.isEmpty, "\(show.transcript)")
    #expect(show.error.contains(#//repo/incidents/INC-20261120-BADR\.json:\d+:\d+: /#), "\(show.transcript)")
    #expect(list.status == (Self.headIsFine.contains(name) ? 0 : 3), "\(list.transcript)")
    #expect(check.status == 1 && check.output.contains("INC-20261120-BADR.json"), "\(check.transcript)")
    #expect(ack.status == 3)
    let error = try ack.jsonError()
    #expect(error["kind"] == "storage" && error["exitStatus"]?.int == 3 && error["line"]?.int != nil)
    #expect(error["path"]?.string == host.stored("INC-20261120-BADR.json"))
  }

  @Test(
    "where no file stands under the name", arguments: ["directory", "fifo", "link-out", "link-nowhere", "link-loop"])
  func noFile(kind: String) throws {
    let host = try TestHost()
    _ = try host.declare("Another incident")
    let path = host.stored("INC-20261120-BADR.json")
    let manager = FileManager.default
    switch kind {
    case "directory": try manager.createDirectory(atPath: path, withIntermediateDirectories: false)
    case "fifo": #expect(mkfifo(path, 0o600) == 0)
    case "link-out":
      try Data(contentsOf: Self.gallery.appending(path: "good.json")).write(
        to: URL(filePath: host.directory + "/out.json"))
      try manager.createSymbolicLink(atPath: path, withDestinationPath: "../out.json")
    case "link-nowhere": try manager.createSymbolicLink(atPath: path, withDestinationPath: "nothing.json")
    default: try manager.createSymbolicLink(atPath: path, withDestinationPath: "INC-20261120-BADR.json")
    }
    var transcript = ""
    for words in [["show", "badr"], ["list"], ["check", "--skip", "required-roles"], ["ack", "badr"]] {
      let outcome = host.run(words)
      #expect(outcome.status == (words[0] == "check" ? 1 : 3), "\(outcome.transcript)")
      #expect(
        (outcome.error + outcome.output).contains("/repo/incidents/INC-20261120-BADR.json"), "\(outcome.transcript)")
      if words == ["list"] { #expect(outcome.output.contains("Another incident")) }
      transcript += outcome.transcript
    }
    try expectSnapshot(transcript, "bad-records/\(kind)")
    if kind == "link-out" {
      let good = try Data(contentsOf: Self.gallery.appending(path: "good.json"))
      #expect(manager.contents(atPath: host.directory + "/out.json") == good)
    }
  }

  @Test("a record nobody may read is said, and the others list", .enabled(if: getuid() != 0))
  func unreadable() throws {
    let host = try host("good")
    #expect(chmod(host.stored("INC-20261120-BADR.json"), 0) == 0)
    for words in [["show", "badr"], ["list"], ["ack", "badr"]] {
      let outcome = host.run(words)
      #expect(outcome.status == 3 && outcome.error.contains("permission denied"), "\(outcome.transcript)")
    }
    #expect(host.run("list").output.contains("Another incident"))
  }

  @Test("a link to a record within the store is one")
  func linkInside() throws {
    let host = try host("good")
    let manager = FileManager.default
    try manager.createDirectory(atPath: host.stored("old"), withIntermediateDirectories: false)
    try manager.moveItem(atPath: host.stored("INC-20261120-BADR.json"), toPath: host.stored("old/BADR.json"))
    try manager.createSymbolicLink(atPath: host.stored("INC-20261120-BADR.json"), withDestinationPath: "old/BADR.json")
    #expect(host.run("note", "-m", "x", "badr").status == 0)
    #expect(try host.text("old/BADR.json").contains("noted"))
    #expect(try manager.destinationOfSymbolicLink(atPath: host.stored("INC-20261120-BADR.json")) == "old/BADR.json")
  }

  @Test("the gallery is there")
  func galleryIsThere() {
    #expect(Self.names.count >= 48)
    #expect(Self.readable.union(Self.headIsFine).isSubset(of: Self.names))
  }
}
