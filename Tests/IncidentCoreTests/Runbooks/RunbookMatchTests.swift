import Testing

@testable import IncidentCore

@Suite("Which runbook is for what")
struct RunbookMatchTests {
  private func candidate(
    _ name: String, alerts: [String] = [], labels: [String] = [], services: [String] = [], severity: Severity? = nil,
    isTeams: Bool = false
  ) throws -> RunbookCandidate {
    RunbookCandidate(
      name: name, isTeams: isTeams,
      triggers: RunbookTriggers(
        alerts: try alerts.map { try Glob($0) }, labels: try labels.map { try LabelTrigger($0) },
        services: try services.map { try Glob($0) }, severity: severity))
  }

  private func alert(_ name: String?, _ labels: [String: String] = [:], link: String...) -> RunbookSituation.Alert {
    .init(name: name, labels: labels.map { AlertLabel(name: $0.key, value: $0.value) }, links: link)
  }

  private func names(_ situation: RunbookSituation, _ candidates: [RunbookCandidate]) -> [String?] {
    RunbookMatch.all(for: situation, among: candidates).map(\.runbook)
  }

  @Test("an alert's link comes first, then its name, its labels, the title, the service")
  func order() throws {
    let candidates = [
      try candidate("a-service", services: ["pay*"]), try candidate("b-title", alerts: ["*latency*"]),
      try candidate("c-label", labels: ["signal=lat*"]), try candidate("d-alert", alerts: ["*slow*"]),
      try candidate("e-longer", alerts: ["*slowreq*"]), try candidate("f-link"), try candidate("g-none", alerts: ["x"]),
    ]
    let situation = RunbookSituation(
      title: "Payment latency", services: ["payments"],
      alerts: [alert("SlowRequests", ["signal": "latency"], link: "https://w.example/F-Link.md#x")])
    #expect(names(situation, candidates) == ["f-link", "e-longer", "d-alert", "c-label", "b-title", "a-service"])
    #expect(names(situation, candidates.reversed()) == names(situation, candidates))
  }

  @Test("a link to a runbook that is not ours is offered itself")
  func foreignLink() throws {
    let link = "https://runbooks.example.org/kubepodcrashlooping?x=1"
    let matches = RunbookMatch.all(
      for: RunbookSituation(alerts: [alert("Crash", link: link), alert("Crash", link: link)]),
      among: [try candidate("crash", alerts: ["Crash"])])
    #expect(matches.map(\.runbook) == [nil, "crash"])
    #expect(matches.first?.reason == .link(link))
  }

  @Test("of equal ones that of a suffering service comes first, then the team's, the severity's, then by name")
  func ties() throws {
    let alerts = ["*latency*"]
    let candidates = [
      try candidate("z", alerts: alerts), try candidate("y", alerts: alerts, severity: .sev1),
      try candidate("x", alerts: alerts, isTeams: true), try candidate("w", alerts: alerts, services: ["pay"]),
      try candidate("a", alerts: alerts),
    ]
    let situation = RunbookSituation(services: ["pay"], severity: .sev1, alerts: [alert("Latency")])
    #expect(names(situation, candidates) == ["w", "x", "y", "a", "z"])
    let matches = RunbookMatch.all(for: situation, among: candidates)
    #expect(matches[3].isAsGood(as: matches[4]))
    #expect(!matches[2].isAsGood(as: matches[3]))
  }

  @Test("one for certain services is for no other")
  func services() throws {
    let candidates = [try candidate("search", alerts: ["*latency*"], services: ["search"])]
    #expect(names(RunbookSituation(title: "Latency", services: ["payments"]), candidates).isEmpty)
    #expect(names(RunbookSituation(title: "Latency"), candidates) == ["search"])
    #expect(
      names(RunbookSituation(title: "x", services: ["payments"]), [try candidate("all", services: ["*"])]).isEmpty)
  }

  @Test(
    "titles are matched by their words",
    arguments: [
      ("*latency*", "Payment latency above 5 s", true), ("*SlowRequests*", "Slow requests on search", true),
      ("*latency*", "PaymentsHighLatency fires", true), ("*oom*", "No room left", false),
      ("DiskFull", "disk-full on db-3", true), ("*disk*full", "The disk of db-3 is full", true),
      ("*Latency", "latency is up", true), ("*err*", "Terror", false), ("?", "a", false), ("*", "a", false),
      ("Cert_Expir*", "Certificate? cert expires", true), ("*5xx*", "5xx rate", true), ("Latenc", "latency", false),
    ])
  func titles(pattern: String, title: String, isMatch: Bool) throws {
    #expect(TitleWords(title).match(try Glob(pattern)) == isMatch)
  }

  @Test(
    "links name runbooks by their last part",
    arguments: [
      ("https://w.example.org/r/high-latency.md#fix", "high-latency"),
      ("https://w.example.org/High-Latency/", "high-latency"),
      ("https://w.example.org/x.html?a=/b", "x"), ("", ""),
    ])
  func links(link: String, name: String) {
    #expect(RunbookMatch.name(in: link) == name)
  }
}
