import Testing

@testable import IncidentCLI

/// Which incident a command is about.
@Suite struct ReferenceTests {
  @Test("any part at the start or the end names it, in any case")
  func parts() throws {
    let host = try TestHost()
    let first = try host.declare("First")
    let second = try host.declare("Second")
    let suffix = String(second.suffix(4))
    let references: [String] = [
      second, second.lowercased(), suffix, suffix.lowercased(), String(second.suffix(2)), String(second.dropFirst(4)),
    ]
    for reference in references {
      let outcome = host.run("show", reference)
      #expect(outcome.status == 0 && outcome.output.contains("Second"), "\(reference): \(outcome.transcript)")
    }
    for reference in [String(first.prefix(12)), "inc-2026", "20261120"] {
      let outcome = host.run("show", reference)
      #expect(outcome.status == 1 && outcome.error.contains("names 2 incidents"), "\(outcome.transcript)")
      for (id, title) in [(first, "First"), (second, "Second")] {
        #expect(outcome.error.contains("incident show \(id.suffix(4).lowercased())"), "\(outcome.transcript)")
        #expect(outcome.error.contains("SEV2 declared  \(title)"))
      }
    }
  }

  @Test("letters that no id has are read as the digits they look like", arguments: ["l6q4", "I6Q4", "-16q4"])
  func misread(reference: String) throws {
    let host = try TestHost()
    #expect(try host.declare().hasSuffix("-16Q4"))
    #expect(host.run("show", "--", reference).status == 0)
  }

  @Test("$INCIDENT, else the only active one, else the only resolved one")
  func unnamed() throws {
    let host = try TestHost()
    #expect(host.run("ack").error.contains("incident declare"))
    let first = try host.declare("First")
    #expect(host.run("ack").output.contains(first))
    let second = try host.declare("Second")
    let ambiguous = host.run("note", "-m", "x")
    #expect(ambiguous.status == 1 && ambiguous.error.contains("2 incidents are active"), "\(ambiguous.transcript)")
    host.variables["INCIDENT"] = String(second.suffix(4))
    #expect(host.run("note", "-m", "x").output.contains(second))
    #expect(host.run("note", "-m", "x", first).output.contains(first))
    host.variables["INCIDENT"] = "zzzz"
    #expect(host.run("note", "-m", "x").status == 1)
    host.variables["INCIDENT"] = ""
    #expect(host.run("resolve", second).status == 0)
    #expect(host.run("note", "-m", "x").output.contains(first), "the only active one")
    #expect(host.run("resolve", first).status == 0)
    let resolved = host.run("close")
    #expect(resolved.status == 1 && resolved.error.contains("2 are resolved but not closed"), "\(resolved.transcript)")
    #expect(host.run("close", "--force", "-m", "x", first).status == 0)
    #expect(host.run("note", "-m", "x").output.contains(second), "the only resolved one")
    #expect(host.run("close", "--force", "-m", "x").output.contains(second))
    let none = host.run("note", "-m", "x")
    #expect(none.status == 1 && none.error.contains("no incident is active"), "\(none.transcript)")
  }

  @Test("of many candidates ten are named, the newest first, and where the rest is")
  func many() throws {
    let host = try TestHost()
    for number in 1...12 {
      _ = try host.declare("Number \(number)")
      host.pass(minutes: 24 * 60)
    }
    let outcome = host.run("ack")
    #expect(outcome.status == 1)
    let candidates = outcome.error.matches(of: /Number (\d+)/).map { $0.1 }
    #expect(candidates == ["12", "11", "10", "9", "8", "7", "6", "5", "4", "3"])
    #expect(outcome.error.contains("incident list") && outcome.error.contains("12"))
    try expectSnapshot(outcome.transcript, "ambiguous")
  }

  @Test("the candidates are commands to type, with the reference in its place")
  func commands() throws {
    let host = try TestHost()
    _ = try host.declare("First")
    _ = try host.declare("Second")
    for (words, command) in [
      (["show", "inc", "--ids"], "incident show --ids 16q4"),
      (["cancel", "16q4", "--duplicate-of", "inc"], "incident cancel --duplicate-of=16q4 16q4"),
      (["assign", "ic", "dana"], "incident assign ic dana 16q4"),
      (["severity", "1"], "incident severity 1 16q4"),
      (["template", "show", "postmortem", "--context=2026"], "incident template show --context=16q4 postmortem"),
    ] {
      let outcome = host.run(words)
      #expect(outcome.status == 1 && outcome.error.contains(command + "  "), "\(outcome.transcript)")
    }
  }

  @Test("an unreadable record among the candidates keeps nobody from seeing them")
  func unreadable() throws {
    let host = try TestHost()
    _ = try host.declare("First")
    try host.store("{", "INC-20261120-16QZ.json")
    let outcome = host.run("show", "20261120")
    #expect(outcome.status == 1 && outcome.error.contains("First") && outcome.error.contains("16qz"))
    #expect(host.run("show", "16Q4").status == 0)
    #expect(host.run("show", "16QZ").status == 3)
  }
}
