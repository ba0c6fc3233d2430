import Foundation
import IncidentCore
import JSONTree
import Testing

@testable import IncidentCLI
@testable import IncidentStore

/// `merge-file` on three files, as Git runs it and as a person does.
@Suite struct MergeFileTests {
  /// A record that two clones went on with: the folder's `base`, `ours`, `theirs`.
  private func host() throws -> (TestHost, id: String) {
    let host = try TestHost()
    let id = try host.declare()
    host.run("ack")
    try host.keep(try host.text("\(id).json"), "base")
    host.pass(minutes: 1)
    host.run("note", "-m", "first of theirs")
    try host.keep(try host.text("\(id).json"), "theirs")
    try host.store(host.kept("base"), "\(id).json")
    host.pass(minutes: 1)
    host.run("mitigate", "-m", "first of ours")
    try host.keep(try host.text("\(id).json"), "ours")
    return (host, id)
  }

  @Test("the union of both sides' events replaces OURS, which keeps its permissions; the others stay")
  func union() throws {
    let (host, id) = try host()
    let theirs = try host.kept("theirs")
    chmod(host.directory + "/ours", 0o640)
    let outcome = host.run("merge-file", "base", "ours", "theirs", "--path", "incidents/\(id).json")
    #expect(outcome.status == 0 && outcome.output == "merged\n" && outcome.error.isEmpty)
    let merged = try RecordCodec.decode(Array(host.kept("ours").utf8))
    #expect(merged.events.count == 4 && merged.snapshot.status == .monitoring)
    #expect(!merged.storedSnapshotDiffers)
    #expect(try host.kept("theirs") == theirs)
    let mode = try FileManager.default.attributesOfItem(atPath: host.directory + "/ours")[.posixPermissions]
    #expect(mode as? Int == 0o640)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: host.directory).sorted() == [
        "base", "incidents", "ours", "theirs",
      ])
    let again = host.run("merge-file", "base", "ours", "theirs", "--path", "\(id).json", "--json")
    #expect(try again.json()["outcome"] == "merged")
  }

  @Test("without an ancestor too, as an empty file or by hand as /dev/null", arguments: ["", "/dev/null"])
  func noBase(name: String) throws {
    let (host, id) = try host()
    try host.keep("", "base")
    let outcome = host.run("merge-file", name.isEmpty ? "base" : name, "ours", "theirs", "--path", "\(id).json")
    #expect(outcome.status == 0, "\(outcome.transcript)")
    #expect(try host.kept("ours").contains("first of theirs") && host.kept("ours").contains("first of ours"))
  }

  @Test("OURS's own name tells what it is, and a link to it is followed")
  func ownName() throws {
    let (host, id) = try host()
    let link = host.directory + "/\(id).json"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "ours")
    #expect(host.run("merge-file", "base", "\(id).json", "theirs").status == 0)
    #expect(try host.kept("ours").contains("first of theirs"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "ours")
  }

  @Test("where both sides edited one field by hand it says which, and touches nothing", arguments: [true, false])
  func conflict(isAligned: Bool) throws {
    let (host, id) = try host()
    for side in ["ours", "theirs"] {
      try host.keep(try host.kept(side).replacing("Payment latency above 5 s", with: "Edited in \(side)"), side)
    }
    let before = try host.contents()
    let words = ["merge-file", "base", "ours", "theirs", "--path", "\(id).json"] + (isAligned ? ["--align"] : [])
    let outcome = host.run(words)
    #expect(outcome.status == 1 && outcome.output == "conflict\n")
    #expect(outcome.error.contains("\"title\" of event ") && outcome.error.contains("\(id).json"), "\(outcome.error)")
    #expect(try host.contents() == before)
    let json = host.run(words + ["--json"])
    #expect(try json.json()["outcome"] == "conflict")
    #expect(try json.jsonError()["exitStatus"]?.int == 1)
  }

  /// What is put in the place of one of the files, and how it ends.
  static let broken: [(side: String, text: String, status: Int32)] = [
    ("ours", "", 3), ("theirs", "", 3), ("ours", "{", 3), ("theirs", "<<<<<<< ours\n", 3), ("theirs", "{}\n", 3),
    ("base", "<<<<<<< ours\n", 0),
  ]

  @Test(
    "what is no record on a side is refused with its place; an ancestor that is none counts for nothing",
    arguments: broken)
  func unreadable(side: String, text: String, status: Int32) throws {
    let (host, id) = try host()
    try host.keep(text, side)
    let before = try host.contents()
    let outcome = host.run("merge-file", "base", "ours", "theirs", "--path", "\(id).json")
    #expect(outcome.status == status, "\(outcome.transcript)")
    if status != 0 {
      #expect(outcome.output.isEmpty && outcome.error.contains("/repo/\(side)"), "\(outcome.transcript)")
      #expect(try host.contents() == before)
    }
  }

  @Test("a record that a newer version wrote is not merged, nor one under another's name")
  func foreign() throws {
    let (host, id) = try host()
    let outcome = host.run("merge-file", "base", "ours", "theirs", "--path", "INC-20261120-0000.json")
    #expect(outcome.status == 3 && outcome.output.isEmpty, "\(outcome.transcript)")
    try host.keep(try host.kept("theirs").replacing("\"schema\": 1", with: "\"schema\": 99"), "theirs")
    let before = try host.contents()
    let newer = host.run("merge-file", "base", "ours", "theirs", "--path", "\(id).json")
    #expect(newer.status == 3 && newer.output.isEmpty && newer.error.contains("99"), "\(newer.transcript)")
    #expect(try host.contents() == before)
  }

  @Test(
    "a file that is no record and no postmortem is refused by its name",
    arguments: ["config.json", "INC-1.json", "INC-20261120-7QK4.md", "INC-20261120-7QK4.json.orig", "", "/", "a/.json"])
  func otherNames(name: String) throws {
    let (host, _) = try host()
    let outcome = host.run("merge-file", "base", "ours", "theirs", "--path", name)
    #expect(outcome.status == 1 && outcome.output.isEmpty, "\(outcome.transcript)")
  }

  @Test("a file that is none is refused and never waited for", arguments: ["missing", ".", "fifo", "/dev/zero"])
  func noFile(name: String) throws {
    let (host, id) = try host()
    mkfifo(host.directory + "/fifo", 0o600)
    for position in 1...3 {
      var words = ["merge-file", "base", "ours", "theirs", "--path", "\(id).json"]
      words[position] = name
      let outcome = host.run(words)
      #expect(outcome.status == 3 && outcome.output.isEmpty, "\(outcome.transcript)")
    }
  }

  @Test("a folder that cannot be written to leaves OURS whole and exits 3", .enabled(if: getuid() != 0))
  func readOnly() throws {
    let (host, id) = try host()
    let before = try host.kept("ours")
    chmod(host.directory, 0o500)
    defer { chmod(host.directory, 0o700) }
    let outcome = host.run("merge-file", "base", "ours", "theirs", "--path", "\(id).json")
    #expect(outcome.status == 3 && outcome.output.isEmpty && outcome.error.contains("permission"))
    #expect(try host.kept("ours") == before)
  }

  @Test("every call of the file system that fails leaves OURS as it was, or merged")
  func failingCalls() throws {
    var number = 0
    while true {
      let (host, id) = try host()
      let before = try host.kept("ours")
      let calls = FailingSystemCalls(failing: number, code: EIO)
      host.fileSystem = FileSystem(calls)
      let outcome = host.run("merge-file", "base", "ours", "theirs", "--path", "\(id).json")
      let isMerged = try host.kept("ours").contains("first of theirs")
      if outcome.status == 0 { #expect(isMerged) } else { #expect(outcome.status == 3 && outcome.output.isEmpty) }
      #expect(try isMerged || host.kept("ours") == before)
      if number >= calls.made.count { break }
      number += 1
    }
    #expect(number > 8)
  }
}

/// The same for postmortems.
@Suite(.enabled(if: Binary.git != nil)) struct MergePostmortemTests {
  /// A postmortem that two people went on with, each with more events in their clone.
  private func host(
    ours: @escaping (String) -> String = { $0 }, theirs: @escaping (String) -> String = { $0 }
  ) throws -> (TestHost, name: String) {
    let host = try TestHost()
    let id = try host.declare()
    host.run("ack")
    host.run("resolve", "-m", "Over")
    host.run("postmortem")
    let name = "\(id).postmortem.md"
    let record = try host.text("\(id).json")
    let base = try host.text(name)
    try host.keep(base, "base")
    for (side, edit) in [("theirs", theirs), ("ours", ours)] {
      try host.store(record, "\(id).json")
      try host.store(edit(base), name)
      host.pass(minutes: 1)
      host.run("note", id, "-m", "only in \(side)")
      host.run("postmortem", id)
      try host.keep(try host.text(name), side)
      #expect(try host.kept(side) != base)
    }
    return (host, name)
  }

  private func merge(_ host: TestHost, _ name: String, _ options: String...) -> Outcome {
    host.run(["merge-file", "base", "ours", "theirs", "--path", "incidents/\(name)"] + options)
  }

  @Test("prose of both sides stands beside facts that the next refresh brings up to date")
  func prose() throws {
    let (host, name) = try host(
      ours: { $0.replacing("## Summary\n", with: "## Summary\n\nWritten by ours.\n") },
      theirs: { $0.replacing("## Lessons learned\n", with: "## Lessons learned\n\nWritten by theirs.\n") })
    let outcome = merge(host, name)
    #expect(outcome.status == 0 && outcome.output == "merged\n", "\(outcome.transcript)")
    let merged = try host.kept("ours")
    #expect(merged.contains("Written by ours.\n") && merged.contains("Written by theirs.\n"))
    try host.store(merged, name)
    let refreshed = host.run("postmortem", String(name.prefix(17)))
    #expect(refreshed.status == 0 && refreshed.error.isEmpty, "\(refreshed.transcript)")
    #expect(try host.text(name).contains("only in ours"))
    let left = try FileManager.default.contentsOfDirectory(atPath: host.directory).sorted()
    #expect(left == ["base", "incidents", "ours", "theirs"])
  }

  @Test("prose that both changed is a conflict that touches nothing; aligned, the text merge finds only that")
  func conflict() throws {
    let (host, name) = try host(
      ours: { $0.replacing("## Summary\n", with: "## Summary\n\nWritten by ours.\n") },
      theirs: { $0.replacing("## Summary\n", with: "## Summary\n\nWritten by theirs.\n") })
    let before = try host.contents()
    let outcome = merge(host, name)
    #expect(outcome.status == 1 && outcome.output == "conflict\n" && outcome.error.contains(name))
    #expect(try host.contents() == before)

    #expect(merge(host, name, "--align").output == "conflict\n")
    let git = Git(in: host.directory, adding: ["GIT_CONFIG_GLOBAL": "/dev/null"])
    let text = String(decoding: try git.run(["merge-file", "-p", "ours", "base", "theirs"]).output, as: UTF8.self)
    #expect(text.components(separatedBy: "<<<<<<<").count == 2)
    #expect(
      text.contains("<<<<<<< ours\nWritten by ours.\n=======\nWritten by theirs.\n>>>>>>> theirs\n"), "\(text)")
  }

  @Test("git that is missing or fails is said, and nothing is touched")
  func binaryText() throws {
    let (host, name) = try host(ours: { $0 + "\0" }, theirs: { $0 + "x" })
    let before = try host.contents()
    let outcome = merge(host, name)
    #expect(outcome.status == 3 && outcome.error.contains("git merge-file"), "\(outcome.transcript)")
    #expect(try host.contents() == before)
  }
}

extension TestHost {
  /// Puts a file beside the store.
  fileprivate func keep(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: directory + "/" + name))
  }

  /// What a file beside the store holds.
  fileprivate func kept(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: directory + "/" + name)), as: UTF8.self)
  }
}
