import Foundation
import Testing

@testable import IncidentStore

@Suite struct AtomicReplacementTests {
  let directory = try! TemporaryDirectory()
  var target: String { directory.path("INC-20261120-7QK4.json") }

  @Test("makes a new file with 0644 less the umask")
  func makesNew() throws {
    try AtomicReplacement(FileSystem()).write(bytes("new"), to: target)
    #expect(directory.text("INC-20261120-7QK4.json") == "new")
    #expect(try directory.mode("INC-20261120-7QK4.json").map { $0 & ~0o644 } == 0)
    #expect(try directory.entries() == ["INC-20261120-7QK4.json"])
  }

  @Test("keeps the mode of an existing file", arguments: [0o600, 0o664, 0o640] as [mode_t])
  func keepsMode(mode: mode_t) throws {
    try directory.write("old", "INC-20261120-7QK4.json", mode: mode)
    try AtomicReplacement(FileSystem()).write(bytes("new"), to: target)
    #expect(directory.text("INC-20261120-7QK4.json") == "new")
    #expect(try directory.mode("INC-20261120-7QK4.json") == mode)
  }

  @Test("continues short writes")
  func shortWrites() throws {
    let content = String(repeating: "0123456789", count: 100)
    let calls = FailingSystemCalls(longestWrite: 7)
    try AtomicReplacement(FileSystem(calls)).write(bytes(content), to: target)
    #expect(directory.text("INC-20261120-7QK4.json") == content)
    #expect(calls.made.count { $0 == "write" } == 143)
  }

  @Test("synchronizes the file before the rename and the directory after it")
  func order() throws {
    let calls = FailingSystemCalls()
    try AtomicReplacement(FileSystem(calls)).write(bytes("new"), to: target)
    #expect(calls.made == ["stat", "open", "open", "write", "fsync", "close", "rename", "fsync", "close"])
  }

  @Test("is old or new, and leaves nothing, whichever call fails", arguments: everyErrorCode, [true, false])
  func everyCallFails(code: Int32, exists: Bool) throws {
    var number = 0
    while true {
      let directory = try TemporaryDirectory()
      if exists { try directory.write("old", "record", mode: 0o600) }
      let calls = FailingSystemCalls(failing: number, code: code, longestWrite: 2)
      do {
        try AtomicReplacement(FileSystem(calls)).write(bytes("new text"), to: directory.path("record"))
        #expect(directory.text("record") == "new text")
        // Past the last call; or repeated; or the close of the directory, which holds nothing back.
        if number >= calls.made.count { break }
        #expect(code == EINTR || number == calls.made.count - 1)
      } catch {
        #expect(error.code == code)
        #expect(error.sentence.hasPrefix("cannot "))
        #expect(error.remedy.advice.count > 10)
        let before = exists ? "old" : nil
        let isConfirmation = calls.made[number] == "fsync" && calls.made[..<number].contains("rename")
        #expect(directory.text("record") == (isConfirmation ? "new text" : before), "\(calls.made)")
        #expect(code != EINTR)
      }
      #expect(try directory.entries() == (directory.text("record") == nil ? [] : ["record"]), "\(calls.made)")
      if exists { #expect(try directory.mode("record") == 0o600) }
      number += 1
    }
    #expect(number == (exists ? 13 : 12))
  }

  @Test("a name of a temporary file is told from any other")
  func temporaryNames() {
    let name = String(TemporaryName.path(for: "/a/b.json").dropFirst("/a/".count))
    #expect(name.hasPrefix(".b.json."))
    #expect(TemporaryName.matches(name.utf8))
    for other in [".tmp", ".gitignore", "b.json.0123456789abcdef.tmp", ".b.json.0123456789abcdeg.tmp", ".b.0123.tmp"] {
      #expect(!TemporaryName.matches(other.utf8), "\(other)")
    }
  }
}
