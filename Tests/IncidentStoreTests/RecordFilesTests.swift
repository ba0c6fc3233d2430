import Foundation
import IncidentCore
import Testing

@testable import IncidentStore

@Suite struct RecordFilesTests {
  let outside = try! TemporaryDirectory()
  let directory = try! TemporaryDirectory()
  let files: RecordFiles
  let name = exampleID.text + ".json"

  init() throws {
    files = RecordFiles(try directory.store(), fileSystem: FileSystem())
  }

  private func write(_ text: String, _ id: IncidentID = exampleID) throws {
    let lock = try StoreLock.acquire(in: files.store, holder: exampleHolder, fileSystem: FileSystem())
    try files.write(bytes(text), id, under: lock)
  }

  @Test("reads what was written, empty and large")
  func roundTrip() throws {
    for text in ["", "{}", String(repeating: "é", count: 500_000)] {
      try write(text)
      #expect(try files.read(exampleID) == bytes(text))
    }
    #expect(throws: StoreError.recordNotFound(otherID, path: files.path(of: otherID))) { try files.read(otherID) }
    #expect(try files.read(fileNamed: "config.json") == nil)
    #expect(try files.read(fileNamed: "templates/x.md") == nil)
  }

  @Test("lists records sorted, and what else bears the name of one")
  func listing() throws {
    for name in [
      "INC-20261121-0000.json", name, "INC-20261120-7QK3.json", "INC-20261120-7qk4.json", "INC-20260230-7QK4.json",
      "INC-20261120-7QK4.postmortem.md", "config.json", "INC-.json", ".gitignore", ".x.0123456789abcdef.tmp",
    ] {
      try directory.write("", name)
    }
    try directory.makeDirectory("INC-20261122-ZZZZ.json")
    let listing = try files.list()
    #expect(
      listing.records.map(\.id.text) == [
        "INC-20261120-7QK3", "INC-20261120-7QK4", "INC-20261121-0000", "INC-20261122-ZZZZ",
      ])
    #expect(listing.records.map(\.kind) == [.regular, .regular, .regular, .directory])
    #expect(listing.misnamed == ["INC-20260230-7QK4.json", "INC-20261120-7qk4.json"])
    #expect(listing.unfinished == [".x.0123456789abcdef.tmp"])
    #expect(listing.matching(try #require(IncidentReference("7qk4"))) == [exampleID])
  }

  @Test("reads and writes through a link within the store")
  func linkWithin() throws {
    try directory.makeDirectory("archive")
    try directory.write("old", "archive/2026.json", mode: 0o600)
    try directory.link(name, to: "archive/2026.json")
    #expect(try files.read(exampleID) == bytes("old"))
    try write("new")
    #expect(directory.text("archive/2026.json") == "new")
    #expect(try directory.mode("archive/2026.json") == 0o600)
    #expect(try files.list().records.map(\.kind) == [.symbolicLink])
    #expect(try head(files.list().records[0]) == "new")
  }

  @Test("writes a new file into a linked folder of the store, and none into one that leads out of it")
  func linkedFolder() throws {
    try directory.makeDirectory("shared")
    try directory.link("templates", to: "shared")
    try directory.link("runbooks", to: outside.path)
    let lock = try StoreLock.acquire(in: files.store, holder: exampleHolder, fileSystem: FileSystem())
    try files.write(bytes("new"), fileNamed: "templates/x.md", under: lock)
    #expect(directory.text("shared/x.md") == "new")
    #expect(try files.read(fileNamed: "templates/x.md") == bytes("new"))
    #expect(try files.read(fileNamed: "templates/y.md") == nil)
    let error = StoreError.linkOutOfStore(path: directory.path("runbooks/x.md"), target: outside.path)
    #expect(throws: error) { try files.write(bytes("new"), fileNamed: "runbooks/x.md", under: lock) }
    #expect(try outside.entries() == [])
  }

  @Test("follows no link out of the store", arguments: ["absolute", "relative", "parent", "nowhere", "loop", "folder"])
  func linkOut(kind: String) throws {
    try outside.write("secret", "secret.json")
    var name = name
    switch kind {
    case "absolute": try directory.link(name, to: outside.path("secret.json"))
    case "relative":
      try directory.link(name, to: "../\(URL(fileURLWithPath: outside.path).lastPathComponent)/secret.json")
    case "parent": try directory.link(name, to: "..")
    case "nowhere": try directory.link(name, to: "missing")
    case "loop": try directory.link(name, to: name)
    default:
      try directory.link("templates", to: outside.path)
      name = "templates/secret.json"
    }
    let path = directory.path(name)
    #expect { try files.read(fileNamed: name) } throws: { Self.isLinkError($0, path) }
    let lock = try StoreLock.acquire(in: files.store, holder: exampleHolder, fileSystem: FileSystem())
    #expect {
      try files.write(bytes("overwritten"), fileNamed: name, under: lock)
    } throws: {
      Self.isLinkError($0, path)
    }
    #expect(outside.text("secret.json") == "secret")
    if kind != "folder" {
      #expect { try head(files.list().records[0]) } throws: { Self.isLinkError($0, path) }
    }
  }

  private static func isLinkError(_ error: any Error, _ path: String) -> Bool {
    guard case StoreError.linkOutOfStore(path, _)? = error as? StoreError else { return false }
    return true
  }

  @Test("waits for no FIFO and takes no directory for a record", .timeLimit(.minutes(1)))
  func notAFile() throws {
    mkfifo(directory.path(name), 0o600)
    try directory.makeDirectory(otherID.text + ".json")
    #expect(throws: StoreError.notARegularFile(path: directory.path(name), .fifo)) { try files.read(exampleID) }
    #expect(throws: StoreError.notARegularFile(path: files.path(of: otherID), .directory)) { try files.read(otherID) }
    #expect(throws: StoreError.notARegularFile(path: files.path(of: otherID), .directory)) { try write("x", otherID) }
    #expect(throws: StoreError.notARegularFile(path: directory.path(name), .fifo)) { try write("x") }
    let heads = files.readHeads(
      of: try files.list().records, { _, bytes, _ in bytes.count }, else: { $0 == nil ? -1 : -2 })
    #expect(heads == [-2, -2])
  }

  @Test("refuses what is larger than the limit before reading it")
  func tooLarge() throws {
    try directory.write("", name)
    truncate(directory.path(name), off_t(RecordFiles.sizeLimit) + 1)
    #expect(throws: StoreError.tooLarge(path: directory.path(name), size: RecordFiles.sizeLimit + 1)) {
      try files.read(exampleID)
    }
  }

  @Test("reads the head in one go, and more on demand")
  func heads() throws {
    let text = String(repeating: "0123456789abcdef", count: 10_000)
    try write(text)
    let record = try files.list().records[0]
    let buffer = ReadBuffer()
    var sizes: [Int] = []
    let whole = try files.readHead(of: record, into: buffer) { bytes, isWhole -> Int? in
      sizes.append(bytes.count)
      return isWhole ? bytes.count : nil
    }
    #expect(whole == 160_000)
    #expect(sizes == [16_384, 65_536, 160_000, 160_000])
    let calls = FailingSystemCalls()
    _ = try RecordFiles(files.store, fileSystem: FileSystem(calls)).readHead(of: record, into: buffer) { _, _ in true }
    #expect(calls.made == ["open", "read", "close"])
    #expect(try files.readHead(of: record, into: buffer) { _, _ -> Bool? in nil } == nil)
  }

  private func head(_ record: RecordEntry) throws -> String? {
    try files.readHead(of: record, into: ReadBuffer()) { String(decoding: $0, as: UTF8.self) + ($1 ? "" : "") }
  }

  @Test("reads many heads in the order asked for, one bad file among them")
  func manyHeads() throws {
    for number in 0..<300 {
      try directory.write("\(number)", "INC-20261120-\(String(number + 1_000)).json")
    }
    try directory.makeDirectory(otherID.text + ".json")
    let heads = files.readHeads(
      of: try files.list().records, threads: 4, { _, bytes, _ in String(decoding: bytes, as: UTF8.self) },
      else: { $0 == nil ? "cut" : "unreadable" })
    #expect(heads == (0..<300).map(String.init) + ["unreadable"])
  }

  @Test("after a crash, the next writer removes what was left")
  func leftovers() throws {
    try directory.makeDirectory("archive")
    for name in [".\(name).0123456789abcdef.tmp", "archive/.x.json.fedcba9876543210.tmp", ".keep.tmp"] {
      try directory.write("half", name)
    }
    let lock = try StoreLock.acquire(in: files.store, holder: exampleHolder, fileSystem: FileSystem())
    files.removeUnfinishedFiles(under: lock)
    #expect(try directory.entries() == [".keep.tmp", ".lock", "archive"])
    #expect(try directory.entries("archive") == [])
  }

  @Test("reading fails with a sentence, whichever call fails", arguments: everyErrorCode)
  func everyCallFails(code: Int32) throws {
    try directory.makeDirectory("archive")
    try directory.write("text", "archive/x")
    try directory.link(name, to: "archive/x")
    var number = 0
    while true {
      let calls = FailingSystemCalls(failing: number, code: code)
      do {
        let read = try RecordFiles(files.store, fileSystem: FileSystem(calls)).read(exampleID)
        #expect(read == bytes("text"))
        if number >= calls.made.count { break }
        #expect(code == EINTR || calls.made[number] == "close")
      } catch {
        #expect("\(error)".contains("cannot "))
      }
      number += 1
    }
    #expect(number == 7)
  }
}
