import Foundation
import IncidentStore
import JSONTree
import Testing

/// An answer that did not arrive is never a success.
@Suite struct OutputFailureTests {
  @Test("what standard output loses is said on standard error, and the exit status is 3")
  func lost() throws {
    let host = try TestHost()
    host.outputFailure = SystemError(.write, "standard output", ENOSPC)
    let outcome = host.run("declare", "Latency", "-s", "2")
    #expect(outcome.status == 3)
    let sentence = "incident: cannot write standard output: the disk is full; "
    #expect(outcome.error.contains(sentence), "\(outcome.transcript)")
    #expect(try host.records().count == 1)
    let failure = try host.run("show", "--json").jsonError()
    #expect(failure["exitStatus"]?.int == 3)
  }

  @Test(
    "a full device and a closed stream are failures, and no file takes the place of a closed one",
    .enabled(if: Binary.path != nil))
  func streams() throws {
    let binary = try Binary()
    #expect(try binary.sh("incident declare Latency -s 2 --json").status == 0)
    for words in ["show", "list", "status", "--help", "ack", "list --json", "note -m words"] {
      for redirection in [">&-", ">/dev/full"] where redirection == ">&-" || access("/dev/full", W_OK) == 0 {
        let outcome = try binary.sh("incident \(words) \(redirection)")
        let says = outcome.error.contains("cannot write standard output")
        #expect(outcome.status == 3 && says, "\(words) \(redirection): \(outcome.error)")
      }
    }
    #expect(try binary.sh("incident note -m words 2>&- <&- >/dev/null").status == 0)
    let closed = try binary.sh("incident note -m - <&-")
    #expect(closed.status == 3 && closed.error.contains("cannot read standard input"), "\(closed.error)")
    #expect(try binary.sh("incident check && test ! -s incidents/.lock").status == 0)
  }

  @Test("a pipe that does not wait is waited for, to the last byte", .enabled(if: Binary.path != nil))
  func nonBlocking() throws {
    let binary = try Binary()
    let words = #"words=$(head -c 90000 /dev/zero | tr '\0' x)"#
    let script = "\(words); incident declare T -s 2; incident note -m \"$words\"; incident note -m \"1$words\""
    #expect(try binary.sh(script).status == 0)
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    try #require(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
    let process = Process()
    process.executableURL = URL(filePath: try #require(Binary.path))
    process.arguments = ["-C", binary.directory, "show", "--json"]
    process.standardOutput = FileHandle(fileDescriptor: ends[1], closeOnDealloc: false)
    try process.run()
    close(ends[1])
    // Until the pipe is full, and the writer has met EAGAIN.
    usleep(200_000)
    let output = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true).readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(output.count > 180_000 && output.suffix(2) == Data("}\n".utf8))
  }
}
