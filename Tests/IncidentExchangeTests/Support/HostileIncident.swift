import IncidentCore
import IncidentReports
import Testing

/// Incidents in which every text means harm to some channel. Equal seeds make equal ones.
struct HostileIncident {
  var random: SplitMix64
  let seed: UInt64

  init(seed: UInt64) {
    self.seed = seed
    random = SplitMix64(seed: seed)
  }

  static let pieces =
    "@<>&*_`~[]()#|!\\/:.-+=\"'%{} \t\n".map(String.init) + [
      "@channel", "@here", "@everyone", "<!here>", "<!channel|x>", "<@U123>", "<#C123>", "<!subteam^S1>", ":tada:",
      "<http://evil.example|click>", "&amp;", "&lt;!here&gt;", "&#64;", "[x](http://evil.example)", "![i](http://e.x)",
      "<at>x</at>", "<script>alert(1)</script>", "</script>", "<b>", "<!--", "-->", "<a href=\"http://evil.example\">",
      "http://evil.example", "https://evil.example/a_b?c=d&e", "www.evil.example", "mailto:a@evil.example",
      "a@evil.example", "xn--evil", "*bold*", "_it_", "**b**", "~s~", "`code`", "```\ncode\n```", "\n# heading\n",
      "\n- item\n", "\n1. one\n", "\n> quote\n", "\n---\n", "\n===\n", "{{DATE(2026-01-01T00:00:00Z, SHORT)}}",
      "{{TIME(2026-01-01T00:00:00Z)}}", "${x}", "{{x}}",
      "\r\n", "\r", "\r\nBcc: all@evil.example\r\n\r\n", "\n.\n", "\nFrom x\n", "=?utf-8?Q?=41?=", "=\n", "=3D",
      "\u{0}", "\u{1B}[31m", "\u{7}", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{C}", "\u{202E}gpj.exe",
      "\u{2066}", "\u{FEFF}", "\u{200B}", "\u{2}", "\u{3}", "\u{2}\u{3}", "\u{FFFD}", "\u{10FFFF}",
      "👩🏽‍💻", "👨‍👩‍👧‍👦", "🇩🇪", "e\u{301}", "é", "日本語", "न\u{94D}", "\u{301}", "a", "disk", "full", "5 s", "payments",
      "@SUM(1)", "=1+1", "'; DROP TABLE", "null",
    ]

  /// A text; nothing in one of twenty, and a word of 100,000 characters in one of thirty thousand.
  mutating func text() -> String {
    switch random.next() % 30_000 {
    case 0: return String(repeating: "é", count: 100_000)
    case 1: return "a" + String(repeating: "\u{301}", count: 5_000)
    case 2: return String(repeating: "wörd & <x> ", count: 5_000)
    case 3...1_500: return ""
    default: break
    }
    return (0...Int(random.next() % 10)).map { _ in Self.pieces[Int(random.next() % UInt64(Self.pieces.count))] }
      .joined()
  }

  /// An incident of some status.
  mutating func incident() throws -> Incident {
    let start = try #require(Timestamp(canonical: "2026-11-20T22:47:09Z"))
    let declared = Declared(
      title: text(), severity: Severity.allCases[Int(random.next() % 4)], services: services(), impact: text(),
      publicTitle: text(), publicImpact: text(), kind: random.next() % 10 == 0 ? .drill : .incident)
    var bodies: [EventBody] = [.declared(declared)]
    bodies.append(.assigned(Assigned(role: .incidentCommander, name: text())))
    let steps: [EventBody] = [
      .acknowledged(Acknowledged(message: text())),
      .noted(Noted(message: text())),
      .updated(Updated(message: text(), status: .mitigating, cause: text(), eta: start.adding(9_000))),
      .updated(Updated(message: text(), publicTitle: text(), publicImpact: text(), isPublic: true)),
      .updated(Updated(message: text(), isPublic: true)),
      .mitigated(Mitigated(message: text())),
      .resolved(Resolved(message: text(), cause: text())),
    ]
    bodies += steps.prefix(Int(random.next() % 8))
    if random.next() % 12 == 0 { bodies.append(.cancelled(Cancelled(message: text()))) }
    var events: [Event] = []
    for (index, body) in bodies.enumerated() {
      let at = start.adding(index * 60)
      let id = EventID(milliseconds: UInt64(at.seconds) * 1_000, after: events.last?.id, random: &random)
      events.append(Event(id: id, at: at, by: text(), body: body))
    }
    return try Incident(id: IncidentID(on: start, random: &random), events: events)
  }

  private mutating func services() -> [String] {
    (0..<Int(random.next() % 3)).map { _ in text() }
  }

  /// What an audience is told of an incident half an hour on, with the built-in template.
  static func message(_ incident: Incident, for audience: Audience) throws -> Message {
    let now = try #require(Timestamp(canonical: "2026-11-20T23:17:09Z"))
    return try #require(try Comms.message(incident, for: audience, now: now, policy: .standard))
  }

  /// A message of any shape, its texts raw: as no template makes it, and as an encoder still has to take it.
  mutating func message() -> Message {
    Message(
      (0..<Int(random.next() % 8)).map { _ in
        switch random.next() % 6 {
        case 0: .heading(level: 1 + Int(random.next() % 6), runs())
        case 1: .list(start: random.next() % 2 == 0 ? nil : Int(random.next() % 20), items: [runs(), runs(), runs()])
        case 2: .code(text())
        default: .paragraph(runs())
        }
      })
  }

  private mutating func runs() -> [MessageRun] {
    (0..<Int(random.next() % 4)).map { _ in
      MessageRun(
        text(), MessageRun.Style(rawValue: UInt8(random.next() % 8)),
        link: random.next() % 10 == 0 ? "https://status.example.com/a?b=%20" : nil)
    }
  }
}
