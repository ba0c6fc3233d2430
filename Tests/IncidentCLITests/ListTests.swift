import JSONTree
import Testing

@Suite struct ListTests {
  /// Five incidents, an hour apart: A is the oldest.
  private func host() throws -> TestHost {
    let host = try TestHost(at: "2026-11-20T10:00:00Z")
    for (title, severity, service) in [
      ("A", "1", "payments"), ("B", "2", "web"), ("C", "3", "payments"), ("D", "2", "search"), ("E", "4", "web"),
    ] {
      _ = try host.declare(title, "-s", severity, "--service", service)
      host.pass(minutes: 60)
    }
    let ids = try host.run("list", "--json").json().array?.compactMap { $0["id"]?.string } ?? []
    host.run("resolve", ids[4])
    host.run("cancel", ids[3])
    host.run("ack", ids[2])
    return host
  }

  @Test(
    "filters, and sorts the newest first",
    arguments: [
      ([], "EDCBA"), (["--status", "active"], "EDC"), (["--status", "resolved"], "A"),
      (["--status", "resolved", "--status", "cancelled"], "BA"), (["--status", "Investigating"], "C"),
      (["--severity", "2"], "DB"), (["-s", "1", "-s", "sev4"], "EA"), (["--service", "payments"], "CA"),
      (["--service", "payments", "--service", "web"], "ECBA"), (["--service", "pay"], ""),
      (["--since", "3h"], "EDC"), (["--since", "2026-11-20T12:00:00Z"], "EDC"), (["--until", "12:00"], "BA"),
      (["--since", "11:00", "--until", "13:00"], "CB"), (["-n", "2"], "ED"), (["--limit=99"], "EDCBA"),
      (["--status", "active", "-s2", "--service", "search", "-n1"], "D"), (["--since", "2026-11-21"], ""),
    ])
  func filters(options: [String], titles: String) throws {
    let host = try host()
    let outcome = host.run(["list", "--json"] + options)
    guard outcome.status == 0 else {
      #expect(options == ["--since", "2026-11-21"], "\(outcome.transcript)")
      return
    }
    let found = try #require(try outcome.json().array).compactMap { $0["title"]?.string }.joined()
    #expect(found == titles)
    let table = host.run(["list"] + options)
    #expect(table.output.split(separator: "\n").dropFirst().compactMap(\.last).map(String.init).joined() == titles)
    if titles.isEmpty { #expect(table.error.contains("no incidents") && table.status == 0) }
  }

  @Test("each snapshot is the record without its timeline")
  func snapshots() throws {
    let host = try host()
    for snapshot in try host.run("list", "--json").json().array ?? [] {
      let id = try #require(snapshot["id"]?.string)
      var record = try #require(try JSON.parse(try host.bytes(id + ".json")).object)
      record["timeline"] = nil
      #expect(JSON.object(record) == snapshot)
    }
  }

  @Test("is the same with the cache and without it, and after a record changed behind its back")
  func cache() throws {
    let host = try host()
    let first = host.run("list").output
    #expect(host.run("list").output == first)
    let name = try #require(try host.records().first)
    try host.store(try host.text(name).replacing("\"title\": \"", with: "\"title\": \"Z"), name)
    #expect(host.run("list").output.contains("Z"))
    #expect(host.run("status").status == 0)
  }

  @Test("columns stay straight with wide and combining characters")
  func wide() throws {
    let host = try TestHost()
    for service in ["payments", "支払い", "e\u{301}te\u{301}", "👩‍👩‍👧"] {
      _ = try host.declare("TITLE " + service, "-s", "2", "--service", service)
    }
    let lines = host.run("list").output.split(separator: "\n").dropFirst()
    let columns = lines.map { line in
      let before = line[..<(line.firstRange(of: "TITLE")?.lowerBound ?? line.endIndex)]
      return before.reduce(0) { $0 + (($1.unicodeScalars.first?.value ?? 0) >= 0x1100 ? 2 : 1) }
    }
    #expect(columns.count == 4 && Set(columns).count == 1, "\(lines.joined(separator: "\n"))")
  }
}
