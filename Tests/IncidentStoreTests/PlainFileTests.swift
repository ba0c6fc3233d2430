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
    #expect(try PlainFile.read(directory.path("file")) == content)
    #expect(try PlainFile.read(directory.path("link")) == content)
    #expect(try PlainFile.read(directory.path("empty")) == [])
    #expect(PlainFile.exists(directory.path("link")) && !PlainFile.exists(directory.path("nothing")))
  }

  @Test("does not wait on a FIFO, and reads no directory")
  func noFile() throws {
    #expect(mkfifo(directory.path("fifo"), 0o600) == 0)
    try directory.makeDirectory("folder")
    #expect(throws: StoreError.notARegularFile(path: directory.path("fifo"), .fifo)) {
      try PlainFile.read(directory.path("fifo"))
    }
    #expect(throws: StoreError.notARegularFile(path: directory.path("folder"), .directory)) {
      try PlainFile.read(directory.path("folder"))
    }
    #expect(throws: StoreError.inputOutput(SystemError(.open, directory.path("nothing"), ENOENT))) {
      try PlainFile.read(directory.path("nothing"))
    }
  }

  @Test("stops at the limit instead of filling the memory")
  func limit() throws {
    let path = directory.path("sparse")
    try directory.write("", "sparse")
    #expect(truncate(path, off_t(RecordFiles.sizeLimit) + 1) == 0)
    #expect(throws: StoreError.self) { try PlainFile.read(path) }
  }

  @Test("makes a file for its owner alone, and takes over none")
  func makesPrivate() throws {
    try PlainFile.makePrivate(bytes("words"), at: directory.path("message"))
    #expect(directory.text("message") == "words")
    #expect(try directory.mode("message").map { $0 & 0o777 } == 0o600)
    try directory.link("trap", to: "message")
    for name in ["message", "trap"] {
      #expect(throws: StoreError.self) { try PlainFile.makePrivate(bytes("other"), at: directory.path(name)) }
    }
    #expect(directory.text("message") == "words")
    PlainFile.remove(directory.path("message"))
    PlainFile.remove(directory.path("message"))
    #expect(try directory.entries() == ["trap"])
  }

  @Test("names the files of a folder, sorted, without hidden ones and folders")
  func names() throws {
    for name in ["b.md", "a.md", ".hidden"] { try directory.write("", name) }
    try directory.makeDirectory("folder")
    try directory.link("c.md", to: "a.md")
    #expect(PlainFile.names(in: directory.path) == ["a.md", "b.md", "c.md"])
    #expect(PlainFile.names(in: directory.path("nothing")) == [])
  }
}
