import JSONTree
import Testing

@Suite struct PostmortemCheckTests {
  /// A resolved incident with a postmortem that somebody began: a gap, a vague action, blame, and half of its sections.
  private func host() throws -> (TestHost, file: String) {
    let host = try TestHost()
    let id = try host.declare("Payment latency above 5 s")
    host.run("assign", "ic", "Dana Scully")
    host.run("action", "add", "Improve monitoring", "--owner", "li")
    host.pass(minutes: 45)
    host.run("resolve", "-m", "Restarted", "--cause", "connection-pool")
    host.run("postmortem")
    let file = id + ".postmortem.md"
    let draft = try host.text(file)
    let begun = draft.replacing("## Summary\n", with: "## Summary\n\nCheckout was slow for 45 minutes.\n")
      .replacing(
        "### Contributing factors\n",
        with: "### Contributing factors\n\nDana should have known that the limit was low. Human error made it worse.\n"
      )
      .replacing("## Lessons learned\n", with: "## Lessons learned\n\nTBD\n")
    try host.store(begun, file)
    return (host, file)
  }

  @Test("findings are told as compilers do, for pipes and for terminals of 80 and 40 columns")
  func text() throws {
    let (host, _) = try host()
    var transcript = host.run("postmortem", "--check").transcript
    host.isTerminal = true
    host.variables["NO_COLOR"] = "1"
    for columns in [80, 40] {
      host.columns = columns
      transcript += "\(columns) columns\n" + host.run("postmortem", "--check").transcript
    }
    try expectSnapshot(transcript, "postmortem-check")
  }

  @Test("they are told to programs and to workflows as well")
  func formats() throws {
    let (host, _) = try host()
    let before = try host.contents()
    let json = host.run("postmortem", "--check", "--json")
    let github = host.run("postmortem", "--check", "--format", "github")
    #expect(json.status == 1 && github.status == 1)
    #expect(host.run("postmortem", "--check", "--format", "json").output == json.output)
    try expectSnapshot(json.transcript + github.transcript, "postmortem-check-formats")
    #expect(try host.contents() == before)
  }

  @Test("warnings alone pass, unless they are asked for")
  func strict() throws {
    let host = try TestHost()
    try host.store("# T\n\n## Root cause\n\nThe team failed to notice it.\n", "../review.md")
    let passed = host.run("postmortem", "--check", "review.md")
    #expect(passed.status == 0 && passed.output.contains("review.md:5:10: warning: "), "\(passed.transcript)")
    #expect(passed.error == "1 warning in 1 postmortem\n")
    #expect(host.run("postmortem", "--check", "--strict", "review.md").status == 1)
    try host.store("# T\n\n## Root cause\n\nThe pool was full.\n", "../review.md")
    #expect(host.run("postmortem", "--check", "--strict", "review.md").output == "ok: 1 postmortem, nothing to mend\n")
  }

  @Test("rules are picked and left out by name")
  func rules() throws {
    let (host, _) = try host()
    let only = host.run("postmortem", "--check", "--only", "blame,person-name")
    #expect(only.status == 1 && only.error == "2 warnings in 1 postmortem\n", "\(only.transcript)")
    let skipped = host.run("postmortem", "--check", "--skip", "open-question", "--skip", "human-error,unowned-action")
    #expect(skipped.status == 0 && skipped.error == "4 warnings in 1 postmortem\n", "\(skipped.transcript)")
    let unknown = host.run("postmortem", "--check", "--only", "blames")
    #expect(unknown.status == 2 && unknown.error.contains("Did you mean `blame`"), "\(unknown.transcript)")
    #expect(host.run("postmortem", "--skip", "blame").status == 2)
  }

  @Test("one is named by its incident, by its path, or as any Markdown file, each read once")
  func targets() throws {
    let (host, file) = try host()
    let short = String(file.prefix(17).suffix(4)).lowercased()
    let byID = host.run("postmortem", "--check", short)
    #expect(byID.status == 1 && byID.output.contains("timeline-gap"))
    #expect(host.run("postmortem", "--check", "incidents/" + file).output == byID.output)
    #expect(host.run("postmortem", "--check", short, "incidents/" + file).output == byID.output)
    // A copy elsewhere has no record beside it, so nobody knows of holes.
    try host.store(host.text(file), "../copy.md")
    let copy = host.run("postmortem", "--check", "copy.md")
    #expect(copy.status == 1 && !copy.output.contains("timeline-gap") && copy.output.contains("copy.md:"))
    #expect(host.run("postmortem", "--check", "copy.md", short).error.hasSuffix("in 2 postmortems\n"))
  }

  @Test("what is not there, or is no postmortem, is said")
  func wrongTargets() throws {
    let (host, file) = try host()
    let record = "incidents/" + file.prefix(17) + ".json"
    let other = try host.declare("Other")
    #expect(host.run("postmortem", "--check", "nope").status == 1)
    #expect(host.run("postmortem", "--check", "nope.md").status == 1)
    #expect(host.run("postmortem", "--check", record).status == 2)
    #expect(host.run("postmortem", "--check", "incidents").status == 2)
    let none = host.run("postmortem", "--check", other)
    #expect(none.status == 1 && none.error.contains("has no postmortem yet"), "\(none.transcript)")
  }

  @Test("a store without any says so and passes")
  func noneAtAll() throws {
    let host = try TestHost()
    _ = try host.declare()
    let outcome = host.run("postmortem", "--check")
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.error.contains("no postmortem here"))
    let json = try host.run("postmortem", "--check", "--json").json()
    #expect(json["postmortems"] == 0 && json["findings"] == [])
  }

  @Test("options of writing and of reading do not mix")
  func mixtures() throws {
    let (host, _) = try host()
    for words in [
      ["--check", "--force"], ["--check", "--stdout"], ["--check", "--at", "-5m"], ["--check", "--commit"],
      ["--strict"],
      ["--format", "github"], ["a", "b"],
    ] {
      #expect(host.run(["postmortem"] + words).status == 2, "\(words)")
    }
  }

  @Test("a record that cannot be read is told, its words are read all the same, and so are the others")
  func unreadable() throws {
    let (host, file) = try host()
    try host.store("{", String(file.prefix(17)) + ".json")
    let outcome = host.run("postmortem", "--check")
    #expect(outcome.status == 3 && outcome.error.contains(".json:1:"), "\(outcome.transcript)")
    #expect(outcome.output.contains("human-error") && !outcome.output.contains("timeline-gap"))
  }

  @Test("broken markers are reported, and the file stays as it is")
  func brokenMarkers() throws {
    let (host, file) = try host()
    let broken = try host.text(file).replacing("<!-- incident:end impact -->\n", with: "")
    try host.store(broken, file)
    let before = try host.contents()
    let outcome = host.run("postmortem", "--check")
    #expect(outcome.status == 1 && outcome.output.contains("(markers)"), "\(outcome.transcript)")
    #expect(try host.contents() == before)
  }

  @Test("publishing says to a person what is open, and does it")
  func publish() throws {
    let (host, _) = try host()
    host.isTerminal = true
    host.variables["NO_COLOR"] = "1"
    let outcome = host.run("postmortem", "publish")
    #expect(outcome.status == 0)
    let hint = "next: incident postmortem --check 16q4  it is published with 12 errors, 4 warnings\n"
    #expect(outcome.error == hint, "\(outcome.transcript)")
    #expect(!host.run("postmortem", "publish").error.contains("--check"))
  }

  @Test("a fault in the team's template has its place")
  func template() throws {
    let (host, _) = try host()
    try host.store("# {{title}}\n{{#open}}\n", "templates/postmortem.md")
    let outcome = host.run("postmortem", "--check")
    #expect(outcome.status == 1 && outcome.error.contains("postmortem.md:2:"), "\(outcome.transcript)")
    // It is no reason not to publish.
    #expect(host.run("postmortem", "publish").status == 0)
  }

  @Test("hostile text in a document does nothing to a terminal or a workflow")
  func hostile() throws {
    let host = try TestHost()
    try host.store("## Root cause\n\nHuman error \u{1B}[31m::error::\u{202E} %0A\n", "../evil.md")
    host.isTerminal = true
    #expect(!host.run("postmortem", "--check", "evil.md").output.replacing("\u{1B}[", with: "").contains("\u{202E}"))
    let github = host.run("postmortem", "--check", "--format", "github", "evil.md").output
    #expect(github.split(separator: "\n").allSatisfy { $0.hasPrefix("::error file=evil.md,line=3,") })
  }
}
