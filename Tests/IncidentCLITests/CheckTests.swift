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
      let again = host.run("check", "--fix")
      #expect(host.run("check").status == 0 && !again.error.contains("rewrote"))
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
    let good = try host.text(try #require(try host.records().first))
    try host.store(good.replacing("16Q4", with: "ZZZZ"), "INC-20261120-zzzz.json")
    try host.store("{}", "INC-2026.json")
    try host.store("notes", "notes.txt")
    try host.store("notes", "INC-20261120-7QK4.postmortem.md")
    try host.store("half", ".INC-20261120-7QK4.json.0123456789abcdef.tmp")
    let outcome = host.run("check", "--only", "file-name,leftovers")
    #expect(outcome.status == 1 && outcome.error.contains("2 errors, 1 warning in 3 records"), "\(outcome.transcript)")
    #expect(outcome.error.contains("2 records could not be read") == false && outcome.error.contains("1 record could"))
    #expect(outcome.output.contains("INC-2026.json") && outcome.output.contains("zzzz.json"))
    #expect(host.run("list").status == 0)
    let json = try host.run("check", "--json").json()
    #expect(json["records"]?.int == 3)
    for finding in json["findings"]?.array ?? [] {
      #expect(["check", "gravity", "path", "message", "remedy"].allSatisfy { finding[$0]?.string?.isEmpty == false })
    }
    let fix = host.run("check", "--fix", "--only", "file-name,leftovers")
    #expect(fix.error.contains("renamed") && fix.error.contains("removed"), "\(fix.transcript)")
    #expect(try host.records().contains("INC-20261120-ZZZZ.json"))
    #expect(fix.status == 1 && fix.error.contains("1 error in"), "INC-2026.json takes a person")
    try host.store(good, "INC-20261120-16q4.json")
    #expect(host.run("check", "--fix").error.contains("keeps its name"), "nothing is overwritten")
    #expect(try host.text("INC-20261120-16q4.json") == good)
  }

  @Test("a warning is told and fails only a strict check: people owe something in the middle of every incident")
  func gravity() throws {
    let (host, _) = try host()
    host.pass(minutes: 31)
    let outcome = host.run("check")
    #expect(outcome.status == 0 && outcome.error.contains("2 warnings in 1 record"), "\(outcome.transcript)")
    #expect(outcome.output.contains("warning: the next update was due") && !outcome.output.contains("error:"))
    #expect(host.run("check", "--strict").status == 1)
    #expect(host.run("check", "--strict", "--skip", "required-roles,overdue-updates").status == 0)
    #expect(
      host.run("check", "--strict", "--only", "snapshot", "--only", "canonical").output.contains("nothing to mend"))
    #expect(try host.run("check", "--json").json()["findings"]?.array?.count == 2)
  }

  @Test("a name that no check has is a wrong command line, and the nearest is said")
  func unknownName() throws {
    let (host, _) = try host()
    for words in [["--only", "snapsho"], ["--skip=canonical,snapsho"], ["--only", "SNAPSHOT "]] {
      let outcome = host.run(["check"] + words)
      #expect(outcome.status == 2 && outcome.error.contains("Did you mean `snapshot`?"), "\(outcome.transcript)")
    }
    #expect(host.run("check", "--only", "").status == 2)
    #expect(host.run("check", "--format", "gihub").error.contains("`github`"))
    #expect(host.run("check", "--format", "github", "--json").status == 2)
    #expect(host.run("check", "--staged", "--fix").status == 2)
  }

  @Test("files may be named by path, in the store or elsewhere, and what is no record is passed over")
  func paths() throws {
    let (host, name) = try host()
    let good = try host.text(name)
    try host.store(good, "../elsewhere/sound.json")
    try host.store(good.replacing("investigating", with: "closed"), "../elsewhere/INC-20261120-16Q4.json")
    try host.store("{}", "../package.json")
    try host.store("# Read", "../README.md")
    try host.store("{\"polcy\": {}}", "config.json")
    #expect(host.run("check", "incidents/\(name)").error.contains("1 warning in 1 record"))
    #expect(host.run("check", host.stored(name)).status == 0)
    #expect(host.run("check", "elsewhere/sound.json").status == 0, "it may be called anything")
    let wrong = host.run("check", "elsewhere/INC-20261120-16Q4.json")
    #expect(wrong.status == 1 && wrong.output.contains("elsewhere/INC-20261120-16Q4.json:7:13: error:"))
    let fix = host.run("check", "--fix", "elsewhere/INC-20261120-16Q4.json")
    #expect(fix.status == 1 && fix.error.contains("left as it is"), "\(fix.transcript)")
    let config = host.run("check", "incidents/config.json")
    #expect(config.status == 1 && config.output.contains("config.json:1:2: error:"), "\(config.transcript)")
    let hook = host.run("check", "README.md", "package.json", "incidents/\(name)")
    #expect(hook.status == 0 && hook.error.contains("README.md is no record") && hook.error.contains("package.json is"))
    #expect(host.run("check", "no.json").status == 1)
    let folder = host.run("check", "incidents")
    #expect(folder.status == 2 && folder.error.contains("incident check  ") && folder.error.contains("is a directory"))
    #expect(host.run("-C", "elsewhere", "check", "sound.json").status == 0)
  }

  @Test("a record outside of any store is checked by the standard policy")
  func noStore() throws {
    let (source, name) = try host()
    let host = try TestHost()
    try host.store(try source.text(name), "../\(name)")
    try FileManager.default.removeItem(atPath: host.directory + "/incidents")
    #expect(host.run("check", name).status == 0)
    #expect(host.run("check").status == 1 && host.run("check", "16q4").status == 1)
  }

  @Test("annotations name files from the top of the repository, and hold hostile text back")
  func annotations() throws {
    let (host, name) = try host()
    let text = try host.text(name)
    try host.store(text.replacing("\"severity\": \"SEV2\",\n", with: "\"severity\": \"%0A::x\\n::y\",\n"), name)
    host.variables["GITHUB_WORKSPACE"] = host.directory
    let outcome = host.run("check", "--format", "github", "--only", "unknown-severities,required-roles")
    let lines = outcome.output.split(separator: "\n")
    #expect(outcome.status == 1 && lines.count == 2, "\(outcome.transcript)")
    #expect(
      lines[0].hasPrefix("::error file=incidents/\(name),line=6,col=15,title=incident check%3A unknown-severities::"))
    #expect(lines[0].contains("%250A::x%0A::y"))
    #expect(lines[1].hasPrefix("::warning file=incidents/\(name),"))
  }

  @Test("findings are as recorded, on terminals of 80 and 40 columns")
  func pages() throws {
    let (host, name) = try host()
    host.pass(minutes: 31)
    let text = try host.text(name)
    try host.store(
      text.replacing(
        "\"type\": \"acknowledged\"", with: "\"type\": \"assigned\", \"role\": \"comander\", \"name\": \"li\""), name)
    try host.store(text, "INC-20261120-AAAA.json")
    try host.store("half", ".\(name).0123456789abcdef.tmp")
    try host.store("{\"services\": []}", "config.json")
    var transcript = ""
    for columns in [80, 40] {
      host.isTerminal = true
      host.columns = columns
      transcript += host.run("check", "--color", "never").transcript
    }
    host.isTerminal = false
    transcript += host.run("check").transcript + host.run("check", "--format", "github").transcript
    try expectSnapshot(transcript, "check")
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

  @Test("a follow-up without owner or date, or past its date, is found until it is done")
  func followUps() throws {
    let host = try TestHost()
    _ = try host.declare()
    let names = "unowned-actions,overdue-actions"
    host.run("action", "add", "Alert on saturation")
    host.run("action", "add", "Double the pool", "--owner", "dana", "--due", "2026-11-21")
    let unowned = host.run("check", "--only", names)
    #expect(unowned.status == 1 && unowned.output.contains("the follow-up A1 has no owner and no due date"))
    #expect(unowned.output.contains("incident action edit A1 --owner NAME --due DATE"))
    #expect(!unowned.output.contains("A2"))
    host.run("action", "edit", "A1", "--owner", "li", "--due", "2026-12-31")
    #expect(host.run("check", "--only", names).status == 0)
    host.pass(minutes: 3 * 24 * 60)
    let late = host.run("check", "--only", names)
    #expect(late.status == 1 && late.output.contains("the follow-up A2 was due on 2026-11-21"))
    #expect(late.output.contains(/INC-\S+\.json:\d+:\d+:/))
    host.run("action", "done", "A2")
    #expect(host.run("check", "--only", names).status == 0)
  }
}
