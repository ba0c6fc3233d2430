import JSONTree
import Testing

/// Every string in a record is hostile: stored exactly, shown safely.
@Suite struct HostileTextTests {
  static let texts: [String] = [
    "\u{1B}[2J\u{1B}]0;owned\u{7}", "\u{9B}31m", "\u{202E}gpj.exe\u{202C}", "\u{2066}x\u{2069}", "a\u{0}b",
    "\u{7F}\u{8}\u{8}rm -rf",
    "line\nbreak\r\nand\rmore", "tab\there", "\u{2028}\u{2029}\u{85}", "zero\u{200B}width\u{FEFF}", "e\u{301} is not é",
    "# Heading\n<!-- --> | `x` [a](b)", "{{title}} {{{title}}} {{>x}}", "\"}, {\"id\": \"", "%s%n", "'; rm -rf /; '",
    "Z" + String(repeating: "\u{301}", count: 500), "\u{E0041}\u{E0042}", "👩‍👩‍👧‍👦🏴\u{E0067}\u{E0062}",
  ]

  /// What no terminal may be sent, and no table in a pipe may hold; a document may have tabs.
  private func unsafe(_ bytes: [UInt8], inDocument: Bool = false) -> [Unicode.Scalar] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0x09: !inDocument
      case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
      default: false
      }
    }
  }

  private func host(_ text: String, isTerminal: Bool) throws -> TestHost {
    let host = try TestHost()
    host.variables["INCIDENT_USER"] = "d" + text
    host.variables["NO_COLOR"] = "1"
    let outcome = host.run("declare", "T" + text, "-s", "2", "--service", "s" + text, "--impact", "i" + text, "--json")
    #expect(outcome.status == 0, "\(outcome.transcript)")
    host.pass(minutes: 1)
    host.run("assign", "ic", "n" + text)
    host.run("update", "-m", "u" + text, "--cause", "c" + text)
    host.isTerminal = isTerminal
    return host
  }

  @Test("is stored exactly", arguments: texts)
  func stored(text: String) throws {
    let host = try host(text, isTerminal: false)
    let name = try #require(try host.records().first)
    let record = try JSON.parse(try host.bytes(name))
    func isExactly(_ json: JSON?, _ expected: String) -> Bool {
      json?.string?.utf8.elementsEqual(expected.utf8) ?? false
    }
    #expect(isExactly(record["title"], "T" + text))
    #expect(isExactly(record["impact"], "i" + text))
    #expect(isExactly(record["services"]?.array?.first, "s" + text))
    #expect(isExactly(record["roles"]?["incidentCommander"]?.array?.first, "n" + text))
    let timeline = try #require(record["timeline"]?.array)
    #expect(isExactly(timeline.last?["cause"], "c" + text) && isExactly(timeline.last?["by"], "d" + text))
    #expect(try host.text(name).utf8.split(separator: 0x0A).allSatisfy { $0.first == 0x20 || $0.count == 1 })
    // The same through every document.
    #expect(isExactly(try host.run("show", "--json").json()["title"], "T" + text))
    #expect(isExactly(try host.run("list", "--json").json().array?.first?["title"], "T" + text))
  }

  @Test("is shown safely, on a terminal and in a pipe's tables", arguments: texts)
  func shown(text: String) throws {
    for isTerminal in [true, false] {
      let host = try host(text, isTerminal: isTerminal)
      let pages = [["show"], ["show", "--ids"], ["status"], ["list"], ["check"], ["ack"], ["retract", "zz"]]
      for words in pages {
        let outcome = host.run(words)
        #expect(unsafe(outcome.outputBytes + outcome.errorBytes).isEmpty, "\(words), terminal: \(isTerminal)")
      }
      if isTerminal {
        let documents = [
          ["show", "--json"], ["list", "--json"], ["status", "--json"], ["list", "--csv"], ["comms", "-a", "internal"],
          ["comms", "-a", "external"], ["postmortem", "--stdout"],
          ["template", "show", "postmortem", "--context", "inc"], ["report", "--month", "this-month"],
          ["report", "--month", "this-month", "--json"],
          ["note", "-m", "x" + text, "--json"], ["resolve", "-m", "r" + text], ["postmortem"],
        ]
        for words in documents {
          let outcome = host.run(words)
          #expect(unsafe(outcome.outputBytes, inDocument: true).isEmpty, "\(words)")
          #expect(unsafe(outcome.errorBytes).isEmpty, "\(words)")
        }
      }
    }
  }

  @Test("typed into a wrong command line, it is not sent back raw", arguments: texts)
  func echoed(text: String) throws {
    let host = try TestHost()
    _ = try host.declare()
    host.isTerminal = true
    host.variables["NO_COLOR"] = "1"
    for words in [
      [text], ["--" + text], ["show", text], ["declare", text, text], ["ack", "--at", text], ["severity", text],
      ["template", "show", text], ["template", "render", text], ["-C", text, "status"], ["list", "--status", text],
      ["comms", "-a", text], ["retract", text], ["list", "--color", text], ["report", "--month", text],
      ["report", "--service", text], ["template", "show", "report", "--context", text],
    ] {
      for line in [words, ["--json"] + words] {
        let outcome = host.run(line)
        #expect(unsafe(outcome.errorBytes + outcome.outputBytes).isEmpty, "\(words)")
        #expect((1...3).contains(outcome.status))
      }
    }
  }

  @Test("a name in the team's settings, too, also where the answer is JSON", arguments: texts)
  func settings(text: String) throws {
    let host = try TestHost()
    let id = try host.declare()
    let settings: JSON = .object(["services": [:], .init("x" + text): 1])
    try host.store(settings.inlineText(), "config.json")
    host.isTerminal = true
    host.variables["NO_COLOR"] = "1"
    for words in [["show", id], ["show", id, "--json"], ["ack", id, "--json"], ["config", "show"], ["check"]] {
      let outcome = host.run(words)
      #expect(unsafe(outcome.errorBytes + outcome.outputBytes).isEmpty, "\(words)")
    }
  }

  @Test("a megabyte of emoji is a note like any other, and a long title is cut in a table")
  func large() throws {
    let host = try TestHost()
    let id = try host.declare(String(repeating: "🧯🔥", count: 2_000))
    let note = String(repeating: "🧯🔥", count: 131_072)
    host.input = Array(note.utf8)
    #expect(note.utf8.count == 1 << 20 && host.run("note", "-m", "-").status == 0)
    #expect(try JSON.parse(try host.bytes(id + ".json"))["timeline"]?.array?.last?["message"]?.string == note)
    for words in [["status"], ["show"], ["ack"], ["comms", "-a", "internal"], ["check"]] {
      #expect(host.run(words).status == 0, "\(words)")
    }
    host.isTerminal = true
    #expect(host.run("list").output.split(separator: "\n").allSatisfy { $0.count < 160 })
  }
}
