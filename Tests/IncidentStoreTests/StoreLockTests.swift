import Foundation
import Synchronization
import Testing

@testable import IncidentStore

@Suite struct StoreLockTests {
  let directory = try! TemporaryDirectory()

  @Test("names its holder while held, and nobody afterwards")
  func namesHolder() throws {
    let lock = try StoreLock.acquire(in: directory.store(), holder: exampleHolder, fileSystem: FileSystem())
    let followsCrash = lock.followsCrash
    #expect(!followsCrash)
    #expect(directory.text(".lock").flatMap(LockHolder.init(fileContent:)) == exampleHolder)
    lock.release()
    #expect(directory.text(".lock") == "")
  }

  @Test("waits as long as it was told, then names the holder")
  func contention() throws {
    let store = try directory.store()
    let lock = try StoreLock.acquire(in: store, holder: exampleHolder, fileSystem: FileSystem())
    let calls = FailingSystemCalls()
    do {
      _ = try StoreLock.acquire(in: store, holder: exampleHolder, wait: .seconds(2), fileSystem: FileSystem(calls))
      Issue.record("the lock was taken twice")
    } catch {
      #expect(error == .lockHeld(exampleHolder, path: directory.path(".lock"), waitedMilliseconds: 2_000))
      #expect(error.sentence.contains("4711") && error.sentence.contains("dana"))
      #expect(error.sentence.contains("2026-11-20T22:41:00Z") && error.sentence.hasSuffix("waited 2 s"))
    }
    #expect(calls.made.count { $0 == "open" } > 100)
    #expect(calls.made.count { $0 == "open" } == calls.made.count { $0 == "close" })
    lock.release()
    // A child that another test starts at this moment has the descriptor until it is its own program.
    try StoreLock.acquire(in: store, holder: exampleHolder, wait: .seconds(5), fileSystem: FileSystem()).release()
  }

  @Test("waits on while others get it one after the other, and not for ever")
  func progress() throws {
    let store = try directory.store()
    let lock = try StoreLock.acquire(in: store, holder: exampleHolder, fileSystem: FileSystem())
    let calls = FailingSystemCalls()
    let path = directory.path(".lock")
    calls.whenSlept = { time in
      // Every second somebody else has it.
      let holder = LockHolder(
        processID: Int32(truncatingIfNeeded: time / 1_000_000_000), user: "dana", command: "incident ack",
        since: exampleHolder.since)
      try? Data(holder.fileContent.utf8).write(to: URL(fileURLWithPath: path))
    }
    do {
      _ = try StoreLock.acquire(in: store, holder: exampleHolder, wait: .seconds(2), fileSystem: FileSystem(calls))
      Issue.record("the lock was taken twice")
    } catch {
      guard case .lockHeld(_, _, let waited) = error else {
        Issue.record(error)
        return
      }
      #expect(12_000...12_100 ~= waited)
    }
    lock.release()
  }

  @Test("lets one of many threads in at a time")
  func exclusion() throws {
    let store = try directory.store()
    let path = directory.path("count")
    try directory.write("0", "count")
    WorkerThreads.run(8) {
      for _ in 0..<20 {
        do {
          let lock = try StoreLock.acquire(
            in: store, holder: exampleHolder, wait: .seconds(60), fileSystem: FileSystem())
          let count = try String(contentsOfFile: path, encoding: .utf8)
          try Data(String(Int(count)! + 1).utf8).write(to: URL(fileURLWithPath: path))
          lock.release()
        } catch {
          Issue.record(error)
        }
      }
    }
    #expect(directory.text("count") == "160")
  }

  @Test("tells that the holder before died")
  func crash() throws {
    try directory.write(exampleHolder.fileContent, ".lock")
    let lock = try StoreLock.acquire(in: directory.store(), holder: exampleHolder, fileSystem: FileSystem())
    let followsCrash = lock.followsCrash
    #expect(followsCrash)
  }

  @Test("is not fooled by a lock file that was removed meanwhile")
  func removed() throws {
    let store = try directory.store()
    let lock = try StoreLock.acquire(in: store, holder: exampleHolder, fileSystem: FileSystem())
    try FileManager.default.removeItem(atPath: directory.path(".lock"))
    let second = try StoreLock.acquire(in: store, holder: exampleHolder, wait: .seconds(5), fileSystem: FileSystem())
    lock.release()
    #expect(directory.text(".lock") == exampleHolder.fileContent)
    second.release()
  }

  @Test("refuses a link, a directory and a FIFO of that name")
  func notAFile() throws {
    try directory.write("precious", "elsewhere")
    try directory.link(".lock", to: "elsewhere")
    #expect(throws: StoreError.linkOutOfStore(path: directory.path(".lock"), target: directory.path("elsewhere"))) {
      try StoreLock.acquire(in: directory.store(), holder: exampleHolder, fileSystem: FileSystem()).release()
    }
    #expect(directory.text("elsewhere") == "precious")
    let second = try TemporaryDirectory()
    try second.makeDirectory(".lock")
    #expect(throws: StoreError.notARegularFile(path: second.path(".lock"), .directory)) {
      try StoreLock.acquire(in: second.store(), holder: exampleHolder, fileSystem: FileSystem()).release()
    }
    let third = try TemporaryDirectory()
    mkfifo(third.path(".lock"), 0o600)
    #expect(throws: StoreError.notARegularFile(path: third.path(".lock"), .fifo)) {
      try StoreLock.acquire(in: third.store(), holder: exampleHolder, fileSystem: FileSystem()).release()
    }
  }

  @Test("fails with a sentence and lets go, whichever call fails", arguments: everyErrorCode)
  func everyCallFails(code: Int32) throws {
    var number = 0
    while true {
      let directory = try TemporaryDirectory()
      let store = try directory.store()
      let calls = FailingSystemCalls(failing: number, code: code)
      do {
        let lock = try StoreLock.acquire(in: store, holder: exampleHolder, fileSystem: FileSystem(calls))
        let taken = calls.made.count
        lock.release()
        if number >= calls.made.count { break }
        #expect(code == EINTR || number >= taken)
      } catch {
        guard case .inputOutput(let cause) = error else { throw error }
        #expect(cause.code == code && error.sentence.hasPrefix("cannot ") && error.remedy.advice.count > 10)
      }
      try StoreLock.acquire(in: store, holder: exampleHolder, wait: .seconds(5), fileSystem: FileSystem()).release()
      number += 1
    }
    #expect(number == 9)
  }

  @Test("reads back what it wrote of a holder, and nothing else")
  func holderContent() {
    let hostile = LockHolder(
      processID: 1, user: "a\nb", command: "x\u{202E}\u{1B}[2J" + String(repeating: "y", count: 500),
      since: exampleHolder.since)
    #expect(hostile.user == "a b")
    #expect(hostile.command.hasPrefix("x  [2Jyyy") && hostile.command.count == 200)
    #expect(LockHolder(fileContent: hostile.fileContent) == hostile)
    for text in ["", "pid: 1\n", exampleHolder.fileContent + "x", String(exampleHolder.fileContent.dropLast())] {
      #expect(LockHolder(fileContent: text) == nil)
    }
  }
}
