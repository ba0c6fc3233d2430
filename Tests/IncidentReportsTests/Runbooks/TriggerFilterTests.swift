import IncidentCore
import Testing

@testable import IncidentReports

@Suite("The quick look at triggers")
struct TriggerFilterTests {
  private static let team = [
    "plain.md": "---\ntriggers:\n  alerts:\n  - \"*Latency*\" # note\n  labels:\n  - 'sig*=l?t'\n---\n",
    "flow.md": "---\r\ntriggers: {alerts: [\"Disk[FG]*\"], labels: [\"severity=page\"]}\r\n---\r\n",
    "scalar.md": "\u{FEFF}---\ntriggers: Error-Rate*5xx\nservices: [pay*]\n---\n",
    "tabs.md": "---\ntriggers:\n\talerts:\n\t- *down*\n---\n", "service.md": "---\nservices: [search]\n---\n",
    "unicode.md": "---\ntriggers: \"*überlast*\"\n---\n", "escape.md": "---\ntriggers: \"*late\\ ncy*\"\n---\n",
    "open.md": "---\ntriggers: \"*queue*\"\n# Title\n", "none.md": "# latency", "toml.md": "+++\na = 1\n+++\n",
    "marks.md": "---\ntriggers:\n  alerts:\n  - \"????\"\n---\n", "linked.md": "text",
  ]

  @Test("finds just what reading all settings finds", arguments: 0..<300 as Range<UInt64>)
  func agrees(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = [
      "latency", "High", "disk", "Full", "FG", "error", "rate", "5xx", "down", "Überlast", "queue", "pod", "crash",
      "OOM", "lag", "é", "pool", "-", "/", "search", "payments", "certificate", "DDoS", "late", "ncy", "x",
    ]
    func text(_ separator: String) -> String {
      (0..<Int.random(in: 1...4, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: separator)
    }
    var situation = RunbookSituation()
    if Bool.random(using: &random) { situation.title = text(" ") }
    if Bool.random(using: &random) { situation.services = [text("-")] }
    if Bool.random(using: &random) {
      let labels = [AlertLabel(name: "signal", value: text("")), AlertLabel(name: "severity", value: "page")]
      let names = ["linked", "high-latency", "Disk-Full", "else"]
      let links = ["https://w.example.org/\(names.randomElement(using: &random) ?? "").md#x"]
      situation.alerts = [
        .init(
          name: text(""), labels: Bool.random(using: &random) ? labels : [],
          links: Bool.random(using: &random) ? links : [])
      ]
    }
    let library = RunbookLibrary(team: Self.team)
    let whole = RunbookMatch.all(for: situation, among: library.entries.map(RunbookCandidate.init))
    #expect(library.matches(for: situation) == whole, "seed \(seed): \(situation)")
  }

  @Test("leaves few to be read")
  func few() throws {
    let filter = TriggerFilter(RunbookSituation(title: "Payment latency above 5 s", services: ["payments"]))
    let found = RunbookLibrary.builtIn.entries.filter { entry in
      var source = entry.source
      return source.withUTF8 { filter.mayMatch(entry.name, $0) }
    }
    #expect(found.map(\.name).contains("high-latency"))
    #expect(found.count <= 3, "\(found.map(\.name))")
  }
}
