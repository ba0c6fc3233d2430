import JSONTree
import Testing

@Suite struct PostmortemTests {
  private func host() throws -> (TestHost, file: String) {
    let host = try TestHost()
    let id = try host.declare()
    host.pass(minutes: 30)
    host.run("resolve", "-m", "Restarted")
    return (host, id + ".postmortem.md")
  }

  @Test("a region that a person edited is kept and reported; --force overwrites it")
  func edited() throws {
    let (host, file) = try host()
    #expect(host.run("postmortem").output == "wrote /repo/incidents/\(file)\n")
    let fresh = try host.text(file)
    let edited = fresh.replacing("Payment latency above 5 s", with: "Payment latency far above 5 s")
    #expect(edited != fresh)
    try host.store(edited, file)
    let kept = host.run("postmortem")
    #expect(kept.status == 0 && kept.error.contains("warning: /repo/incidents/\(file):"), "\(kept.transcript)")
    #expect(kept.error.contains("--force"))
    #expect(host.run("postmortem").output == "/repo/incidents/\(file) is up to date but for 2 edited regions\n")
    #expect(try host.text(file).contains("far above 5 s"))
    let forced = host.run("postmortem", "--force", "--json")
    #expect(try forced.json()["changed"] == true)
    #expect(try host.text(file).contains("Payment latency above 5 s"))
  }

  @Test("broken markers leave the file alone, and say the line", arguments: ["begin", "end"])
  func brokenMarkers(kind: String) throws {
    let (host, file) = try host()
    host.run("postmortem")
    var lines = try host.text(file).split(separator: "\n", omittingEmptySubsequences: false)
    let marker = try #require(lines.firstIndex { $0.hasPrefix("<!-- incident:\(kind) facts") })
    lines.remove(at: marker)
    let broken = lines.joined(separator: "\n")
    try host.store(broken, file)
    let outcome = host.run("postmortem")
    #expect(outcome.status == 1 && outcome.error.contains(file + ":"), "\(outcome.transcript)")
    #expect(try host.text(file) == broken)
    let published = host.run("postmortem", "publish")
    #expect(
      published.status == 0 && published.error.contains("warning: /repo/incidents/\(file):"), "\(published.transcript)")
    #expect(try host.text(file) == broken)
  }

  @Test("--stdout prints a fresh one and writes nothing")
  func stdout() throws {
    let (host, file) = try host()
    let before = try host.contents()
    let printed = host.run("postmortem", "--stdout")
    #expect(printed.status == 0 && printed.error.isEmpty)
    #expect(try host.contents() == before)
    host.run("postmortem")
    let written = try host.text(file)
    #expect(written.contains("Payment latency above 5 s") && printed.output.contains("Payment latency above 5 s"))
  }

  @Test("a step that is mistyped offers the right one", arguments: [["publsh"], ["publsh", "7qk4"], ["reveiw"]])
  func mistyped(words: [String]) throws {
    let (host, _) = try host()
    let outcome = host.run(["postmortem"] + words)
    #expect(outcome.status != 0 && outcome.output.isEmpty)
    #expect(outcome.error.contains(words[0] == "publsh" ? "publish" : "review"), "\(outcome.transcript)")
  }

  @Test("publishing opens the gate to a close")
  func publish() throws {
    let (host, _) = try host()
    #expect(host.run("close").status == 1)
    #expect(host.run("postmortem").status == 0 && host.run("close").status == 1)
    #expect(host.run("postmortem", "publish").status == 0)
    #expect(host.run("close").status == 0)
  }

  @Test("a fault in the team's template has its place, and nothing is written")
  func teamTemplate() throws {
    let (host, _) = try host()
    try host.store("# {{title}}\n{{#open}}\n", "templates/postmortem.md")
    let before = try host.contents()
    let outcome = host.run("postmortem")
    #expect(outcome.status == 1 && outcome.error.contains("postmortem.md:2:"), "\(outcome.transcript)")
    #expect(try host.contents() == before)
  }
}
