import Foundation
import JSONTree
import Testing

/// The team's settings: never in the way, always said where they are wrong.
@Suite struct ConfigTests {
  @Test("a policy changes when things are due and what a close requires")
  func policy() throws {
    let host = try TestHost()
    _ = try host.declare("Before", "-s", "3")
    #expect(try host.run("show", "--json").json()["nextUpdateDue"] == "2026-11-21T02:47:09Z")
    try host.store(
      #"{"policy": {"SEV3": {"updateEvery": "10m", "postmortem": "24h", "requiredRoles": ["scribe"]}}}"#, "config.json")
    let outcome = host.run("update", "-m", "x", "--json")
    #expect(try outcome.json()["nextUpdateDue"] == "2026-11-20T22:57:09Z" && outcome.error.isEmpty)
    #expect(host.run("show").output.contains("scribe"))
    #expect(host.run("resolve").status == 0)
    let close = host.run("close")
    #expect(close.status == 1 && close.error.contains("SEV3 requires a published postmortem"), "\(close.transcript)")
    try host.store(#"{"policy": {"SEV3": {"postmortem": "optional"}}}"#, "config.json")
    #expect(host.run("close").status == 0)
  }

  @Test("what is shown can be kept as the file, and gives itself")
  func showsItself() throws {
    let host = try TestHost()
    host.run("init")
    let shown = host.run("config", "show")
    #expect(shown.status == 0)
    try host.store(shown.outputBytes, "config.json")
    let again = host.run("config", "show")
    #expect(again.outputBytes == shown.outputBytes && again.error.isEmpty && host.run("check").status == 0)
  }

  static let broken: [(text: String, says: String)] = [
    ("{", ":1:2: "),
    ("", ":1:1: "),
    ("[]", ":1:1: expected an object"),
    (#"{"polcy": {}}"#, #":1:2: no setting is called "polcy". Did you mean "policy"?"#),
    (#"{"policy": {"SEV5": {}}}"#, ":1:13: "),
    (#"{"policy": {"SEV1": {"updateEvry": "5m"}}}"#, #"Did you mean "updateEvery"?"#),
    (#"{"policy": {"SEV1": {"updateEvery": 5}}}"#, ":1:37: expected a length of time"),
    (#"{"policy": {"SEV1": {"requiredRoles": ["captain"]}}}"#, "expected a role"),
    (#"{"policy": {"SEV1": {"respondWithin": "soon"}}}"#, "nextBusinessDay"),
    (#"{"services": ["payments"]}"#, "expected an object"),
    (#"{"services": {}, "services": {}}"#, ":1:18: "),
    (#"{"timeZone": "/etc/localtime"}"#, #":1:14: expected a time zone such as "Europe/Berlin""#),
    (#"{"workingHours": {"days": ["Mon", "Moon"]}}"#, ":1:35: expected a day: Mon, "),
    (#"{"objectives": {"payments": {"objective": 100}}}"#, ":1:43: expected a percentage above 0 and below 100"),
    (#"{"objectives": {"payments": {"objective": 99.9, "windw": "7d"}}}"#, #"Did you mean "window"?"#),
  ]

  @Test(
    "one that is broken warns with its place, its default counts, and nobody is kept from declaring", arguments: broken)
  func warns(text: String, says: String) throws {
    let host = try TestHost()
    try host.store(text, "config.json")
    let declared = host.run("declare", "T", "-s", "1", "--json")
    #expect(declared.status == 0, "\(declared.transcript)")
    #expect(try declared.json()["nextUpdateDue"] == "2026-11-20T23:02:09Z")
    let warning = try #require(
      try JSON.parse(declared.errorBytes.split(separator: 0x0A).first.map(Array.init) ?? [])["warning"])
    #expect(warning.string?.contains("config.json:1:") == true)
    let spoken = host.run("ack")
    #expect(
      spoken.status == 0 && spoken.error.hasPrefix("warning: /repo/incidents/config.json:1:"), "\(spoken.transcript)")
    #expect(spoken.error.contains(says), "\(spoken.transcript)")
    let config = host.run("config", "show")
    #expect(config.status == 3 && config.error.contains(says), "\(config.transcript)")
    #expect(throws: Never.self) { try config.json() }
    let check = host.run("check")
    #expect(check.status == 1 && check.output.contains("config.json:1:"), "\(check.transcript)")
  }

  @Test("a folder in place of the file does no harm")
  func folder() throws {
    let host = try TestHost()
    try host.store("", "config.json/x")
    let outcome = host.run("declare", "T", "-s", "2")
    #expect(outcome.status == 0 && outcome.error.contains("config.json is a directory"), "\(outcome.transcript)")
  }

  @Test("a service that the settings do not list is recorded, and the nearest one named")
  func services() throws {
    let host = try TestHost()
    try host.store(#"{"services": {"payments": {}, "web": {}}}"#, "config.json")
    let outcome = host.run("declare", "T", "-s", "2", "--service", "paymnts", "--service", "web")
    #expect(outcome.status == 0 && outcome.error.contains("Did you mean payments?"), "\(outcome.transcript)")
    #expect(try host.run("show", "--json").json()["services"] == ["paymnts", "web"])
  }

  @Test(
    "a zone that nobody knows is named with its place, the nearest and what needs no files",
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/Europe/Berlin"), "no zone files here"),
    arguments: [
      ("Europe/Berln", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin"), ("Amerca/New_Yrok", "America/New_York"),
    ])
  func unknownZone(typed: String, meant: String) throws {
    let host = try TestHost()
    try host.store("{\n  \"timeZone\": \"\(typed)\"\n}\n", "config.json")
    let outcome = host.run("config", "show")
    #expect(outcome.status == 3 && outcome.output.contains(#""timeZone": "\#(typed)""#), "\(outcome.transcript)")
    #expect(outcome.error.contains("config.json:2:15: no time zone is called \"\(typed)\""), "\(outcome.transcript)")
    #expect(outcome.error.contains("Did you mean \"\(meant)\"?"), "\(outcome.transcript)")
    #expect(outcome.error.contains("CET-1CEST,M3.5.0,M10.5.0/3"), "\(outcome.transcript)")
    #expect(host.run("declare", "T", "-s", "2").status == 0)
    try host.store("{\"timeZone\": \"\(meant)\"}", "config.json")
    #expect(host.run("config", "show").status == 0)
  }

  @Test(
    "a file among the zones that is none is refused",
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/share/zoneinfo/leapseconds"), "no zone files here"))
  func noZone() throws {
    let host = try TestHost()
    try host.store(#"{"timeZone": "leapseconds"}"#, "config.json")
    let outcome = host.run("config", "show")
    #expect(outcome.status == 3 && outcome.error.contains("is none that can be used"), "\(outcome.transcript)")
    try host.store(#"{"timeZone": "Europe"}"#, "config.json")
    let part = host.run("config", "show")
    #expect(part.status == 3 && !part.error.contains("Did you mean"), "\(part.transcript)")
  }

  @Test(
    "rules need no files, and UTC needs none either", arguments: ["UTC", "<+0330>-3:30", "CET-1CEST,M3.5.0,M10.5.0/3"])
  func rules(zone: String) throws {
    let host = try TestHost()
    try host.store(#"{"timeZone": "\#(zone)"}"#, "config.json")
    let outcome = host.run("config", "show")
    #expect(outcome.status == 0 && outcome.error.isEmpty, "\(outcome.transcript)")
    #expect(try outcome.json()["timeZone"] == .string(zone))
  }
}
