import JSONTree
import Testing

@Suite struct HandoffTests {
  @Test("a shift leaves what goes on and its next step, what ended, what was late, and open actions")
  func shift() throws {
    let host = try TestHost(at: "2026-11-20T08:00:00Z")
    let ended = try host.declare("Disk full", "-s", "3", "--ack", "--commander", "dana")
    host.run("resolve", "-m", "Logs rotated")
    host.run(
      "action", "add", "Alert on disk usage", ended, "--owner", "li", "--due", "2026-11-19", "--at",
      "2026-11-18T00:00:00Z")
    host.pass(minutes: 60)
    let active = try host.declare("Slow checkout", "-s", "2", "--ack", "--commander", "dana")
    host.pass(minutes: 45)
    host.run("update", "-m", "Found it", active)
    host.pass(minutes: 31)
    let text = host.run("handoff").output
    for part in [
      "## Active (1)\n", "### SEV2 investigating: Slow checkout\n",
      "- **Next step**: an update is overdue by 1 min (`incident update \(active.suffix(4).lowercased()) -m TEXT`)",
      "## Ended during the shift (1)\n", "Disk full. Logs rotated", "## Late updates (2)\n",
      "\(active), SEV2: due 09:30 UTC, came 15 min late: Slow checkout",
      "\(active), SEV2: due 10:15 UTC, **has not come**, 1 min late: Slow checkout",
      "## Open actions (1)\n", "- \(ended) A1, **overdue since** 19 November 2026, li: Alert on disk usage\n",
    ] { #expect(text.contains(part), "\(part) in \(text)") }
    let short = host.run("handoff", "--since", "1h").output
    #expect(short.contains("## Ended during the shift (0)") && short.contains("lasted 1 h"), "\(short)")
    #expect(host.run("handoff", "--since", "2026-11-21T00:00:00Z").status == 1)
    #expect(host.run("handoff", "--since", "10:17").output.contains("lasted 23 h 59 min"))
    #expect(host.run("handoff", "--by", "li").status == 2)
    #expect(try host.run("handoff", "--json").json()["text"]?.string == host.run("handoff").output)
  }

  @Test("command moves, as an event, for everything that its author commands")
  func handOver() throws {
    let host = try TestHost()
    let first = try host.declare("One", "-s", "2", "--commander", "dana")
    let second = try host.declare("Two", "-s", "2", "--commander", "mo")
    let third = try host.declare("Three", "-s", "2", "--commander", "dana")
    let outcome = host.run("handoff", "--to", "li")
    #expect(outcome.status == 0 && outcome.output.contains("**Incident commander**: li"), "\(outcome.transcript)")
    for id in [first, third] {
      #expect(outcome.error.contains("\(id)  li took over as incident commander from dana"))
      #expect(
        try host.text("\(id).json").contains(
          #""type": "assigned", "role": "incidentCommander", "name": "li", "from": "dana"}"#))
    }
    #expect(try !host.text("\(second).json").contains("\"li\""))
    let again = host.run("handoff", "--to", "li", "--json", first)
    #expect(try again.json()["handedOver"]?.array?.first?["changed"] == false)
    let every = host.run("handoff", "--to", "li", "--json")
    #expect(try every.json()["handedOver"]?.array?.map { $0["changed"] } == [false, false], "\(every.transcript)")
    let nobody = host.run("handoff", "--to", "kim")
    #expect(
      nobody.status == 1 && nobody.error.contains("dana commands none of the 3 active incidents"),
      "\(nobody.transcript)")
    #expect(nobody.error.contains("incident handoff --to=kim \(second.suffix(4).lowercased())"))
    #expect(host.run("handoff", "--to", " ").status == 2)
  }

  @Test("without an active incident there is no command to hand over, and the handoff is written all the same")
  func quiet() throws {
    let host = try TestHost()
    #expect(host.run("handoff").output.contains("It was quiet"))
    _ = try host.declare()
    host.run("resolve", "-m", "Well")
    let outcome = host.run("handoff", "--to", "li")
    #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.error.contains("no incident is active"))
  }

  @Test("a fault in the team's template is told before anything moves")
  func template() throws {
    let host = try TestHost()
    let id = try host.declare("One", "-s", "2", "--commander", "dana")
    try host.store("{{#open}}", "templates/handoff.md")
    let outcome = host.run("handoff", "--to", "li")
    #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.error.contains("templates/handoff.md:1:"))
    #expect(try !host.text("\(id).json").contains("\"li\""))
  }
}
