import Foundation
import JSONTree
import Testing

/// Credentials are kept out of records, and blanked where one got in.
@Suite struct SecretTests {
  private static let token = "ghp" + "_" + String(repeating: "a1B2", count: 9)

  @Test(
    "text that looks like a credential is refused at every write: the rule, the field and the place, not the text",
    arguments: [
      (["note", "-m", "first\nuse \(token) now"], "message", "line 2, column 5"),
      (["update", "--impact", "with \(token)"], "impact", "line 1, column 6"),
      (["resolve", "-m", "ok", "--cause", token], "cause", "line 1, column 1"),
      (["assign", "ic", token], "name", "line 1, column 1"),
      (["ack", "-m", "x", "--by", token], "author's name", "line 1, column 1"),
      (["declare", token, "--severity", "2"], "title", "line 1, column 1"),
      (["declare", "x", "--severity", "2", "--service", token], "services", "line 1, column 1"),
    ])
  func refused(words: [String], field: String, place: String) throws {
    let host = try TestHost()
    _ = try host.declare()
    let before = try host.contents()
    for format in [[], ["--json"]] {
      let outcome = host.run(words + format)
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(outcome.error.contains("the \(field) holds what looks like a GitHub token (github), at \(place)"))
      #expect(outcome.error.contains("--allow-secret") && !outcome.error.contains(Self.token))
      #expect(try host.contents() == before)
    }
    #expect(host.run(words + ["--allow-secret"]).status == 0)
  }

  @Test("what was written in an editor is kept where it is refused")
  func editor() throws {
    let host = try TestHost()
    _ = try host.declare()
    host.isTerminal = true
    host.variables["EDITOR"] = "edit"
    host.editor = { path in
      try? ("password=" + "hunter2\n").write(toFile: path, atomically: false, encoding: .utf8)
      return 0
    }
    let outcome = host.run("note")
    #expect(outcome.status == 1 && outcome.error.contains("-m - < /tmp/INCIDENT_MESSAGE."))
    #expect(!outcome.error.contains("hunter2"))
  }

  @Test("redact blanks for good, says so, and says it again")
  func redact() throws {
    let host = try TestHost()
    let id = try host.declare()
    host.run("note", "-m", "key \(Self.token)", "--allow-secret")
    let outcome = host.run("redact", "last", "-m", "a token")
    #expect(outcome.status == 0 && outcome.output.contains("blanked the words of"))
    #expect(outcome.error.contains("no Git history was looked at"))
    #expect(try !host.text("\(id).json").contains(Self.token))
    #expect(host.run("check").status == 0)
    let again = host.run("redact", "last")
    #expect(again.status == 0 && again.output.contains("blanked the words of the declaration") == false)
    let json = try host.run("redact", "--json", "last").json()
    #expect(json["postmortemLines"] == [])
    let missing = host.run("redact")
    #expect(missing.status == 2 && missing.error.contains("incident redact "))
    #expect(host.run("redact", "nothing").status == 1)
  }

  @Test("the postmortem's lines that still have the words are named")
  func postmortem() throws {
    let host = try TestHost()
    let id = try host.declare()
    host.run("note", "-m", "the word is swordfish")
    host.run("resolve", "-m", "ok")
    host.run("postmortem")
    let event = try #require(try host.text("\(id).json").split(separator: "\n").first { $0.contains("swordfish") })
    let outcome = host.run("redact", String(event.dropFirst(12).prefix(26)))
    #expect(outcome.error.contains("\(id).postmortem.md:") && outcome.error.contains("incident postmortem"))
    host.run("postmortem")
    #expect(try !host.text("\(id).postmortem.md").contains("swordfish"))
  }

  @Test(
    "the commits whose history has the words are named, and the branches that have them",
    .enabled(if: Binary.path != nil && Binary.git != nil))
  func history() throws {
    let outcome = try Binary().sh(
      """
      git init -q --bare remote.git; git clone -q remote.git a 2>/dev/null; cd a
      git config user.name a; git config user.email a@example.org; git symbolic-ref HEAD refs/heads/main
      incident init >/dev/null; incident declare Slow --severity 2 --commit >/dev/null 2>&1
      incident note -m "the word is swordfish" --commit >/dev/null 2>&1; git push -q origin main
      incident ack --commit >/dev/null 2>&1; incident note -m other --commit >/dev/null 2>&1
      word=$(grep -o '{"id": "[0-9A-Z]*[^}]*swordfish' incidents/INC*.json | cut -d'"' -f4)
      incident redact $word --commit; git grep -c swordfish; incident redact $word | grep -c note
      git stash list; other=$(grep -o '{"id": "[0-9A-Z]*[^}]*"other' incidents/INC*.json | cut -d'"' -f4)
      incident redact $other --json | grep -c '"subject"'
      """)
    let text = outcome.output.replacing(/INC-\d{8}-\w{4}/, with: "INC")
      .replacing(/\b[0-9a-f]{10}\b/, with: "COMMIT").replacing(/\d{4}-\d\d-\d\d/, with: "DAY")
    #expect(text.contains("Git history still has the old words: 3 commits have them, and all that lie between.\n"))
    #expect(
      text.contains("  COMMIT  DAY  INC: note, by a\n  COMMIT  DAY  INC: acknowledged, by a\n  COMMIT  DAY  INC: note"))
    #expect(text.contains("Already pushed: origin/main.\n"))
    #expect(text.hasSuffix("\n2\n2\n") || text.hasSuffix("\n2\n1\n"))
  }
}
