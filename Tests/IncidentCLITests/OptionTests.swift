import Foundation
import IncidentCore
import JSONTree
import Testing

/// Options that stand anywhere.
@Suite struct OptionTests {
  @Test("stand before and after the command alike")
  func places() throws {
    let host = try TestHost()
    _ = try host.declare()
    let expected = host.run("note", "-m", "x", "--at", "22:47:09", "--by", "li", "--json")
    #expect(expected.status == 0)
    for words in [
      ["--json", "--at", "22:47:09", "--by", "li", "note", "-m", "x"],
      ["--at=22:47:09", "note", "--json", "--by=li", "--message=x"],
      ["--by", "li", "note", "-mx", "--at", "22:47:09", "--json"],
    ] {
      let outcome = host.run(words)
      #expect(outcome.status == 0, "\(outcome.transcript)")
      let event = try outcome.json()["event"]
      #expect(event?["by"] == "li" && event?["at"] == "2026-11-20T22:47:09Z")
    }
  }

  @Test(
    "-C starts elsewhere, by a relative or an absolute path",
    arguments: [["-C", "ops"], ["-Cops"], ["--directory=ops"]])
  func directory(option: [String]) throws {
    let host = try TestHost()
    try FileManager.default.createDirectory(atPath: host.directory + "/ops/deep", withIntermediateDirectories: true)
    #expect(host.run(option + ["declare", "T", "-s", "2"]).status == 0)
    #expect(FileManager.default.fileExists(atPath: host.directory + "/ops/incidents"))
    #expect(host.run(["status"] + option).output.contains("1 active"))
    #expect(host.run("-C", host.directory + "/ops/deep", "status").output.contains("1 active"), "found by walking up")
    #expect(host.run("status").output.contains("No active"))
    let missing = host.run("-C", "nowhere", "status")
    #expect(missing.status == 3 && missing.error.contains("/repo/nowhere"), "\(missing.transcript)")
  }

  @Test(
    "a time is read as people type it",
    arguments: [
      ("22:30", "2026-11-20T22:30:00Z"), ("-15m", "2026-11-20T22:32:09Z"), ("15m ago", "2026-11-20T22:32:09Z"),
      ("yesterday 22:47", "2026-11-19T22:47:00Z"), ("2026-11-20T22:41:00Z", "2026-11-20T22:41:00Z"),
      ("2026-11-20T23:41:00+01:00", "2026-11-20T22:41:00Z"), ("23:59", "2026-11-19T23:59:00Z"),
    ])
  func times(typed: String, canonical: String) throws {
    let host = try TestHost()
    _ = try host.declare()
    let outcome = host.run("note", "-m", "x", "--at", typed, "--json")
    #expect(try outcome.json()["event"]?["at"]?.string == canonical)
  }

  @Test("what follows -- is text")
  func separator() throws {
    let host = try TestHost()
    let outcome = host.run("declare", "-s", "2", "--", "--json")
    #expect(outcome.status == 0, "\(outcome.transcript)")
    #expect(host.run("list").output.contains("--json"))
  }

  @Test("a clock beyond the years that records can hold is said")
  func clock() throws {
    let host = try TestHost()
    host.now = try #require(Timestamp(seconds: 253_402_300_799))
    #expect(host.run("declare", "T", "-s", "2").status == 0)
    #expect(host.run("show").status == 0)
  }
}
