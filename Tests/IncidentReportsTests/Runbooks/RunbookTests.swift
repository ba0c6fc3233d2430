import IncidentCore
import Testing

@testable import IncidentReports

@Suite("Runbooks")
struct RunbookTests {
  private func runbook(_ source: String) -> Runbook { Runbook(name: "name", origin: .team, source: source) }

  private func steps(_ source: String) -> [String] { runbook(source).steps.map(\.title) }

  @Test("of the tool have settings, all parts, and steps with something to type")
  func builtIn() throws {
    for entry in RunbookLibrary.builtIn.entries {
      let runbook = entry.runbook
      #expect(runbook.head.problems.isEmpty, "\(entry.name)")
      #expect(!runbook.head.triggers.isEmpty, "\(entry.name)")
      #expect(runbook.head.owner != nil && runbook.head.reviewed != nil, "\(entry.name)")
      #expect(runbook.parts == Set(RunbookPart.allCases), "\(entry.name)")
      #expect(runbook.steps.count >= 5, "\(entry.name)")
      #expect(runbook.steps.contains { !$0.commands.isEmpty }, "\(entry.name)")
      #expect(runbook.steps.allSatisfy { $0.part != nil }, "\(entry.name)")
    }
  }

  @Test("number the quick checks and go on with the fixes")
  func numbering() throws {
    let runbook = try #require(RunbookLibrary.builtIn.entry(named: "high-latency")).runbook
    #expect(runbook.title == "High latency")
    #expect(runbook.steps.first?.title == "Is it real, and where is the time spent?")
    #expect(runbook.steps.first?.body.hasPrefix("Name look-up, connection, TLS") == true)
    #expect(runbook.steps.contains { $0.commands.contains { $0.text.contains("curl -so /dev/null") } })
    #expect(
      runbook.steps.map(\.part).prefix(7) == [
        .quickChecks, .quickChecks, .quickChecks, .quickChecks, .quickChecks, .quickChecks, .commonFixes,
      ])
    #expect(runbook.steps[6].title == "A release made it slow")
    #expect(runbook.steps[6].commands.count == 1)
    #expect(runbook.head.triggers.alerts.map(\.text) == ["*Latency*", "*Slow*", "*ResponseTime*"])
    #expect(runbook.text(of: .escalation)?.hasPrefix("| When |") == true)
  }

  @Test(
    "of other people come in other shapes",
    arguments: [
      ("# Disk\n\n## Steps\n1. One\n2. Two\n   1. inner\n3. Three", ["One", "Two", "Three"]),
      (
        "Disk\n====\n\nDiagnosis\n---------\n* One\n* Two\n\nMitigation\n----------\n1. Three\n",
        ["One", "Two", "Three"]
      ),
      ("# 1. Symptoms\n# 2. Triage\n- [ ] One\n- [x] Two\n# 3. Remediation\n- [ ] Three", ["One", "Two", "Three"]),
      ("1. One\n\n   text\n2. Two\n", ["One", "Two"]), ("", []), ("no steps at all", []), ("# Only a title\n", []),
      ("# Disk\n## Step 1: Look\ntext\n## Step 2: Act\ntext", ["Step 1: Look", "Step 2: Act"]),
      ("\u{FEFF}## Checks\r\n1.\tOne\r\n2.\tTwo", ["One", "Two"]),
      ("## Checks\n1. One\n```sh\n1. not an item\n# no heading\n```\n2. Two", ["One", "Two"]),
      ("## Checks\n1. **Look** at [it](x.md). Then `go. On`\n", ["Look at it"]),
      ("<!-- ## Checks\n1. No -->\n## Checks\n1. Yes", ["Yes"]), ("## Checks\n1.\n2. Two", ["Step 1", "Two"]),
      ("+++\na = 1\n+++\n## Checks\n1. One", ["One"]), ("## Fixes\n### A\n1. x\n### B\n", ["A", "B"]),
      ("# A\n## Mitigation\nRestart it.\n## Verification\n\n## Contacts\n1. Ann", ["Mitigation"]),
      ("## Checkout is down\n## Checks\n1. One", ["One"]),
    ])
  func shapes(source: String, titles: [String]) {
    #expect(steps(source) == titles)
  }

  @Test("take what is typed as it stands, and no more than that")
  func commands() {
    let source = """
      ## Checks
      1. One:

         ```console
         $ df -h
         Filesystem  Size
         $ du -sh
         ```

         ```yaml
         a: b
         ```
      2. Two

      ```
      echo "  $X"
        indented
      ```
      """
    let steps = runbook(source).steps
    #expect(steps.map { $0.commands.map(\.text) } == [["df -h\ndu -sh"], ["echo \"  $X\"\n  indented"]])
    #expect(steps.map { $0.commands.map(\.line) } == [[5], [16]])
    #expect(steps.map(\.line) == [2, 13])
    #expect(steps[0].body.hasPrefix("```console\n$ df -h"))
  }

  @Test("say where links lead")
  func links() {
    let source = "# A\n[a](b.md#c) ![i](<d e.png> \"t\") `[x](y)` [p](q_(r))\n[ref]: /z \"t\"\n```\n[no](no)\n```\n"
    let links = runbook(source).links
    #expect(
      links.map { "\($0.line):\($0.column) \($0.destination)" } == [
        "2:5 b.md#c", "2:19 d e.png", "2:46 q_(r)", "3:8 /z",
      ])
  }

  @Test(
    "say what in their settings is wrong, and keep the rest",
    arguments: [
      ("triggers:\n  alerts: [\"*Disk[*\"]", "3:12 the trigger \"*Disk[*\" is no glob: a [ in it does not close"),
      ("triggers:\n  alerts: [\"*\"]", "3:12 the trigger \"*\" matches every alert"),
      ("triggers:\n  labels: [page]", "3:12 \"page\" names no label"),
      ("reviewed: 2026-13-01", "2:11 \"2026-13-01\" is no date"),
      ("severity: huge", "2:11 \"huge\" is no severity"), ("owner: [a]", "2:1 owner takes one text"),
      ("triggers:\n  alarms: [a]", "3:1 a trigger of the kind \"alarms\" is not known"),
      ("services: [\"[\"]", "2:12 the trigger \"[\" is no glob: a [ in it does not close"),
    ])
  func problems(settings: String, problem: String) {
    let head = RunbookHead("---\ntitle: Kept\n\(settings)\n---\n")
    let parts = problem.split(separator: ":", maxSplits: 1)
    let line = (Int(parts[0]) ?? 0) + 1
    #expect(head.problems.map { "\($0.line):\($0.column) \($0.message)" } == ["\(line):\(parts[1])"])
    #expect(head.title == "Kept")
  }

  @Test("of a megabyte are read")
  func large() {
    let source = "## Checks\n" + String(repeating: "1. look at **it**\n   ```sh\n   ls\n   ```\n", count: 25_000)
    #expect(runbook(source).steps.count == RunbookSteps.most)
  }
}

@Suite("The library of runbooks")
struct RunbookLibraryTests {
  @Test("has the team's before the built-in ones of the same name")
  func shadows() throws {
    let library = RunbookLibrary(team: [
      "high-latency.md": "# Ours", "Mail Stuck.markdown": "# Disk", "README.md": "# No", "notes.txt": "",
      ".hidden.md": "",
      "a/b.md": "",
    ])
    #expect(library.teamEntries.map(\.name) == ["Mail Stuck", "high-latency"])
    #expect(Set(library.names) == Set(RunbookLibrary.builtInNames + ["Mail Stuck"]))
    #expect(library.entries.map(\.name) == library.names)
    #expect(try #require(library.entry(named: "high-latency.md")).runbook.title == "Ours")
    #expect(library.entry(named: "mail-stuck")?.fileName == "Mail Stuck.markdown")
    #expect(library.entry(named: "HIGH LATENCY")?.origin == .team)
    #expect(library.entry(named: "nothing") == nil)
    #expect(RunbookLibrary.builtInEntry("high-latency")?.origin == .builtIn)
  }
}
