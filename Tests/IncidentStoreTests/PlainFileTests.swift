import Foundation
import Testing

@testable import IncidentStore

@Suite struct PlainFileTests {
  let directory = try! TemporaryDirectory()

  @Test("reads every byte, through a link too")
  func reads() throws {
    let content = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Data(content).write(to: URL(filePath: directory.path("file")))
    try directory.link("link", to: "file")
    try directory.write("", "empty")
    #expect(try PlainFile.read(directory.path("file"), FileSystem()) == content)
    #expect(try PlainFile.read(directory.path("link"), FileSystem()) == content)
    #expect(try PlainFile.read(directory.path("empty"), FileSystem()) == [])
    #expect(try PlainFile.exists(directory.path("link"), FileSystem()))
  }

  @Test("does not wait on a FIFO, and reads no directory")
  func noFile() throws {
    #expect(mkfifo(directory.path("fifo"), 0o600) == 0)
    try directory.makeDirectory("folder")
    #expect(throws: StoreError.notARegularFile(path: directory.path("fifo"), .fifo)) {
      try PlainFile.read(directory.path("fifo"), FileSystem())
    }
    #expect(throws: StoreError.notARegularFile(path: directory.path("folder"), .directory)) {
      try PlainFile.read(directory.path("folder"), FileSystem())
    }
    #expect(throws: StoreError.inputOutput(SystemError(.open, directory.path("nothing"), ENOENT))) {
      try PlainFile.read(directory.path("nothing"), FileSystem())
    }
  }

  @Test("stops at the limit instead of filling the memory")
  func limit() throws {
    let path = directory.path("sparse")
    try directory.write("", "sparse")
    #expect(truncate(path, off_t(RecordFiles.sizeLimit) + 1) == 0)
    #expect(throws: StoreError.self) { try PlainFile.read(path, FileSystem()) }
  }

  @Test("makes a file for its owner alone, and takes over none")
  func makesPrivate() throws {
    try PlainFile.makePrivate(bytes("words"), at: directory.path("message"), FileSystem())
    #expect(directory.text("message") == "words")
    #expect(try directory.mode("message").map { $0 & 0o777 } == 0o600)
    try directory.link("trap", to: "message")
    for name in ["message", "trap"] {
      #expect(throws: StoreError.self) {
        try PlainFile.makePrivate(bytes("other"), at: directory.path(name), FileSystem())
      }
    }
    #expect(directory.text("message") == "words")
    PlainFile.remove(directory.path("message"), FileSystem())
    PlainFile.remove(directory.path("message"), FileSystem())
    #expect(try directory.entries() == ["trap"])
  }

  @Test("tells what stands in a folder, sorted, without hidden names")
  func names() throws {
    for name in ["b.md", "a.md", ".hidden"] { try directory.write("", name) }
    try directory.makeDirectory("folder")
    try directory.link("c.md", to: "a.md")
    let entries = try PlainFile.entries(in: directory.path, FileSystem())
    #expect(entries.map(\.name) == ["a.md", "b.md", "c.md", "folder"])
    #expect(entries.map(\.kind) == [.regular, .regular, .symbolicLink, .directory])
    #expect(try PlainFile.entries(in: directory.path("nothing"), FileSystem()).isEmpty)
  }

  @Test("does not take a folder that cannot be read for an empty one", arguments: everyErrorCode)
  func unreadableFolder(code: Int32) throws {
    try directory.write("", "a.md")
    let fileSystem = FileSystem(FailingSystemCalls(failing: 0, code: code))
    if code == EINTR {
      #expect(try PlainFile.entries(in: directory.path, fileSystem).count == 1)
    } else {
      #expect(throws: StoreError.inputOutput(SystemError(.list, directory.path, code))) {
        try PlainFile.entries(in: directory.path, fileSystem)
      }
    }
    #expect(throws: StoreError.inputOutput(SystemError(.list, directory.path("a.md"), ENOTDIR))) {
      try PlainFile.entries(in: directory.path("a.md"), FileSystem())
    }
  }

  @Test("tells what is not there from what cannot be read")
  func readIfThere() throws {
    try directory.makeDirectory("folder")
    try directory.write("text", "file")
    #expect(try PlainFile.readIfThere(directory.path("file"), FileSystem()) == bytes("text"))
    let long = String(repeating: "x", count: 300)
    for name in ["nothing", "file/below", long] {
      #expect(try PlainFile.readIfThere(directory.path(name), FileSystem()) == nil)
      #expect(try PlainFile.exists(directory.path(name), FileSystem()) == false)
    }
    #expect(throws: StoreError.self) { try PlainFile.readIfThere(directory.path("folder"), FileSystem()) }
    let fileSystem = FileSystem(FailingSystemCalls(failing: 0, code: EACCES))
    #expect(throws: StoreError.self) { try PlainFile.readIfThere(directory.path("file"), fileSystem) }
  }
}
