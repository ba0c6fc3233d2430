import JSONTree
import Testing

/// Who waits, and for how long: `status --check` and `status --prompt`.
@Suite struct CadenceTests {
  @Test("the check is quiet while nothing is due, and exits 1 with what to type where something is")
  func check() throws {
    let host = try TestHost()
    let nothing = host.run("status", "--check")
    #expect(nothing.status == 0 && nothing.error == "there is no incident store here yet\n")
    let id = try host.declare("Slow", "-s", "2", "--ack")
    host.pass(minutes: 30)
    let due = host.run("status", "--check")
    #expect(due.status == 0 && due.output.isEmpty && due.error.isEmpty, "\(due.transcript)")
    host.pass(minutes: 1)
    let late = host.run("status", "--check")
    #expect(late.status == 1, "\(late.transcript)")
    #expect(
      late.output == """
        SEV2  \(id)  update OVERDUE by 1 min  Slow
              incident update -m TEXT \(id.suffix(4).lowercased())

        """)
    host.run("update", "--no-change")
    #expect(host.run("status", "--check").status == 0)
    host.run("resolve", "-m", "Well")
    host.pass(minutes: 60 * 72 + 1)
    let owed = host.run("status", "--check")
    #expect(owed.status == 1 && owed.output.contains("postmortem OVERDUE by 1 min"), "\(owed.transcript)")
  }

  @Test("the check as JSON has every duty that is late")
  func checkJSON() throws {
    let host = try TestHost()
    let id = try host.declare("Down", "-s", "1")
    host.pass(minutes: 20)
    let outcome = host.run("status", "--check", "--json")
    let overdue = try #require(try outcome.json()["overdue"]?.array)
    #expect(outcome.status == 1)
    #expect(overdue.map { $0["duty"] } == ["acknowledgement", "update"])
    #expect(overdue.map { $0["kind"] } == ["incident", "incident"])
    #expect(overdue.map { $0["overdueBySeconds"] } == [900, 300] && overdue[0]["incident"] == .string(id))
  }

  @Test("what is late in a drill is marked as practice")
  func drill() throws {
    let host = try TestHost()
    let id = try host.declare("Exercise", "-s", "2", "--drill", "--ack")
    host.pass(minutes: 31)
    #expect(host.run("status", "--check").output.hasPrefix("SEV2  \(id)  DRILL  update OVERDUE by 1 min  Exercise\n"))
    #expect(try host.run("status", "--check", "--json").json()["overdue"]?.array?.first?["kind"] == "drill")
    let handoff = host.run("handoff").output
    #expect(handoff.contains("\(id), SEV2 (drill): due "), "\(handoff)")
  }

  @Test("the prompt has the worst incident, for how long, how late, and how many more")
  func prompt() throws {
    let host = try TestHost()
    let none = host.run("status", "--prompt")
    #expect(none.status == 0 && none.output.isEmpty && none.error.isEmpty)
    let id = try host.declare("Slow", "-s", "3")
    host.pass(minutes: 5)
    let short = id.suffix(4)
    #expect(host.run("status", "--prompt").output == "SEV3 \(short) 5m\n")
    host.run("declare", "Exercise", "-s", "1", "--drill")
    #expect(host.run("status", "--prompt").output == "SEV3 \(short) 5m\n")
    host.pass(minutes: 245)
    #expect(host.run("status", "--prompt").output == "SEV3 \(short) 4h10m late 10m\n")
    let worse = try host.declare("Down", "-s", "1")
    #expect(host.run("status", "--prompt").output == "SEV1 \(worse.suffix(4)) 0s +1 late 10m\n")
    host.pass(minutes: 6)
    #expect(host.run("status", "--prompt").output == "SEV1 \(worse.suffix(4)) 6m late 1m +1 late 16m\n")
    host.run("cancel", "-m", "None", worse)
    host.run("cancel", "-m", "None", id)
    #expect(host.run("status", "--prompt").output.hasPrefix("drill SEV1 "))
    #expect(host.run("status", "--prompt", "--color", "always").output.contains("\u{1B}["))
  }

  @Test("a record that cannot be read shows in the prompt, without a word beside it")
  func unreadable() throws {
    let host = try TestHost()
    let id = try host.declare()
    try host.store("{", "\(id).json")
    let outcome = host.run("status", "--prompt")
    #expect(outcome.status == 3 && outcome.output == "unreadable 1\n" && outcome.error.isEmpty)
    #expect(host.run("status", "--check").status == 3)
    #expect(host.run("status", "--prompt", "--json").status == 2)
  }
}
