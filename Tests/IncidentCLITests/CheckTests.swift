import Foundation
import JSONTree
import Testing

@Suite struct CheckTests {
  /// A host with one record, and its file's name.
  private func host() throws -> (TestHost, String) {
    let host = try TestHost()
    let id = try host.declare()
    host.run("ack")
    return (host, id + ".json")
  }

  @Test("--fix mends head and form, and nothing else of the record")
  func fixes() throws {
    let (host, name) = try host()
    let good = try host.text(name)
    for broken in [
      good.replacing("\"status\": \"investigating\"", with: "\"status\": \"closed\""),
      good.replacing("  \"services\"", with: "    \"services\""), good.replacing(": ", with: ":"),
      String(good.dropLast()),
      good.replacing("  \"kind\": \"incident\",\n", with: ""), good + "\n\n",
    ] {
      #expect(broken != good || !good.contains("services"))
      guard broken != good else { continue }
      try host.store(broken, name)
      let before = try host.contents()
      #expect(host.run("check").status == 1)
      #expect(try host.contents() == before, "check alone writes nothing")
      let fix = host.run("check", "--fix")
      #expect(fix.status == 0 && fix.error.contains("rewrote"), "\(fix.transcript)")
      #expect(try host.text(name) == good)
      #expect(host.run("check").status == 0 && host.run("check", "--fix").error.isEmpty)
    }
  }

  @Test("--fix keeps unknown keys and events where they stand")
  func keepsUnknown() throws {
    let (host, name) = try host()
    let text = try host.text(name)
      .replacing("  \"kind\"", with: "  \"x-pager\": {\"b\": 1, \"a\": [2.50, 1e3]},\n  \"kind\"")
      .replacing("\"type\": \"acknowledged\"}", with: "\"type\": \"acknowledged\", \"x\": 0.10}")
    try host.store(text, name)
    #expect(host.run("check").status == 0, "unknown is not wrong")
    try host.store(text.replacing("\"investigating\"", with: "\"closed\""), name)
    #expect(host.run("check", "--fix").status == 0)
    #expect(try host.text(name) == text)
  }

  @Test("--fix leaves what takes judgement, and what a newer version wrote")
  func leaves() throws {
    let (host, name) = try host()
    let good = try host.text(name)
    for broken in [
      good.replacing("\"schema\": 1", with: "\"schema\":2"), String(good.dropLast(20)), "",
      good.replacing("\"schema\": 1", with: "\"schema\":1").replacing(
        "\"id\": \"INC-20261120", with: "\"id\": \"INC-20261121"),
    ] {
      try host.store(broken, name)
      #expect(host.run("check", "--fix").status == 1)
      #expect(try host.text(name) == broken)
    }
  }

  @Test("names of files that are no records, and what a writer left behind")
  func files() throws {
    let (host, _) = try host()
    try host.store("{}", "INC-20261120-7qk4.json")
    try host.store("{}", "INC-2026.json")
    try host.store("notes", "notes.txt")
    try host.store("notes", "INC-20261120-7QK4.postmortem.md")
    let outcome = host.run("check")
    #expect(outcome.status == 1 && outcome.error.contains("2 findings"), "\(outcome.transcript)")
    #expect(outcome.output.contains("INC-2026.json") && outcome.output.contains("7qk4.json"))
    #expect(host.run("list").status == 0)
    let json = try host.run("check", "--json").json()
    #expect(json["findings"]?.array?.count == 2 && json["records"]?.int == 1)
    for finding in json["findings"]?.array ?? [] {
      #expect(["check", "path", "message", "remedy"].allSatisfy { finding[$0]?.string?.isEmpty == false })
    }
  }

  @Test("one record may be named, several too, and one that is not there is said")
  func named() throws {
    let (host, name) = try host()
    try host.store("{", "INC-20261120-ZZZZ.json")
    #expect(host.run("check", String(name.prefix(17))).status == 0)
    #expect(host.run("check", String(name.prefix(17)), "zzzz").status == 1)
    let missing = host.run("check", "yyyy")
    #expect(missing.status == 1 && missing.error.contains("incident list"))
  }

  @Test("an empty store is sound, and init a second time changes nothing")
  func empty() throws {
    let host = try TestHost()
    #expect(host.run("init").output.contains("made the store /repo/incidents"))
    let contents = try host.contents()
    #expect(contents.keys.sorted() == ["incidents", "incidents/.gitattributes", "incidents/.gitignore"])
    let again = host.run("init")
    #expect(again.status == 0 && again.output.contains("nothing to do"))
    #expect(try host.contents() == contents)
    #expect(host.run("check").output.contains("0 records"))
  }

  @Test("a store that is cloned without its cache and lock reads the same")
  func clone() throws {
    let (host, name) = try host()
    host.run("list")
    let other = try TestHost()
    try other.store(try host.bytes(name), name)
    other.now = host.now
    for words in [["list"], ["status"], ["show"]] { #expect(other.run(words).output == host.run(words).output) }
  }
}
