import Foundation
import IncidentCore
import Testing

@testable import IncidentReports

@Suite("What an incident fills into a runbook's commands")
struct RunbookVariablesTests {
  /// The shells of this machine that people type in.
  static let shells = ["bash", "dash", "zsh", "fish"].compactMap { name in
    ["/bin/", "/usr/bin/", "/usr/local/bin/"].map { $0 + name }.first(
      where: FileManager.default.isExecutableFile(atPath:))
  }

  /// An incident with an alert that has these labels.
  private func incident(_ labels: [(String, String)], services: [String] = ["payments"]) throws -> Incident {
    let at = try #require(Timestamp(canonical: "2026-11-20T22:47:09Z"))
    var notice = AlertNotice(source: .alertmanager, change: .fired, key: "k", title: "t")
    notice.name = "HighLatency"
    notice.labels = labels.map { AlertLabel(name: $0.0, value: $0.1) }
    let bodies: [EventBody] = [
      .declared(Declared(title: "T", severity: .sev2, services: services)),
      .alerted(try #require(Alerted(notice, payload: nil))),
    ]
    var random = SplitMix64(seed: 1)
    let events = bodies.map { body in
      Event(
        id: EventID(milliseconds: UInt64(at.seconds) * 1_000, random: &random), at: at, by: "dana", body: body)
    }
    return try Incident(id: IncidentID(on: at, random: &random), events: events)
  }

  @Test("are the variables that the commands use, and no others")
  func used() throws {
    let incident = try incident([
      ("namespace", "prod"), ("kubernetes.io/pod", "p-1"), ("service", "other"), ("empty", ""),
    ])
    let variables = RunbookVariables(incident)
    let commands = [
      "kubectl -n \"$NAMESPACE\" logs ${KUBERNETES_IO_POD:-x} | grep $SERVICE", "echo '$ALERT' $SEVERITY",
    ]
    #expect(
      variables.exports(for: commands) == [
        "export NAMESPACE='prod'", "export KUBERNETES_IO_POD='p-1'", "export SERVICE='payments'",
        "export ALERT='HighLatency'", "export SEVERITY='SEV2'",
      ])
    #expect(variables.exports(for: ["echo $INCIDENT"]) == ["export INCIDENT='\(incident.id.text)'"])
    #expect(variables.exports(for: ["echo NAMESPACE $namespace $NAMESPACEs $1 $$"]) == [])
    let unknown = ["for HOST in a b; do curl $HOST $URL; done; N=1; echo $N $HOME $EMPTY"]
    #expect(variables.unknown(in: unknown) == ["URL", "EMPTY"])
  }

  @Test(
    "are never names that a shell, a loader or a program takes orders from",
    arguments: [
      "path", "PATH", "ld_preload", "LD-LIBRARY-PATH", "ifs", "bash_env", "env", "ps4", "home", "shell",
      "git_ssh_command",
      "kubeconfig", "pager", "prompt_command", "database_url", "https_proxy", "aws_profile", "pghost", "bash_func",
      "python_path", "tmpdir", "editor", "api_token", "node_options", "dyld_insert_libraries", "1abc", "é", "",
      "url", "uri", "dsn", "token", "key", "config", "proxy", "exinit", "manpager", "psqlrc", "rediscli_auth",
      "helm_host", "gzip", "cc",
    ])
  func dangerousNames(label: String) throws {
    let name = label.uppercased().replacing("-", with: "_")
    let variables = RunbookVariables(try incident([(label, "/tmp/evil")]))
    #expect(variables.exports(for: ["echo $\(name) ${\(name)}"]).isEmpty)
  }

  @Test("what a program takes orders from is still named for the person to set", arguments: ["URL", "TOKEN", "CC"])
  func obeyed(name: String) throws {
    let variables = RunbookVariables(try incident([(name, "x")]))
    #expect(variables.unknown(in: ["curl $\(name)"]) == [name])
  }

  @Test("leave a value to the person that would be an option")
  func options() throws {
    let variables = RunbookVariables(try incident([("pod", "--kubeconfig=/tmp/x")]))
    #expect(variables.exports(for: ["kubectl get pod $POD"]).isEmpty)
    #expect(variables.unknown(in: ["kubectl get pod $POD"]) == ["POD"])
  }

  @Test("leave a value to the person that acts on a terminal or hides", arguments: ["a\nb", "\u{1B}[2J", "\u{202E}x"])
  func hidden(value: String) throws {
    let variables = RunbookVariables(try incident([("pod", value)]))
    #expect(variables.exports(for: ["kubectl get pod $POD"]).isEmpty)
    #expect(variables.unknown(in: ["kubectl get pod $POD"]) == ["POD"])
  }

  @Test("leave alone what the commands set themselves")
  func ownNames() throws {
    let variables = RunbookVariables(try incident([("query_pid", "a[$(touch HIT)]")]))
    let commands = ["export QUERY_PID=12345\npsql -v pid=\"$QUERY_PID\""]
    #expect(variables.exports(for: commands).isEmpty && variables.unknown(in: commands).isEmpty)
    #expect(variables.exports(for: ["psql -v pid=\"$QUERY_PID\""]).count == 1)
  }

  @Test("stand in no shipped command where a shell would read them as code")
  func shipped() {
    // Arithmetic evaluates the subscripts in a value; `eval`, `sh -c` and ssh read it as a script.
    let arithmetic = /\$\(\(|\(\(|\$\[|\blet\s/
    let script = /\beval\b|\bsh\s+-c\s+"[^"]*\$|\bssh\s+"?\$\w+"?\s+"[^"]*\$|`[^`]*\$[^`]*`/
    for entry in RunbookLibrary.builtIn.entries {
      for command in entry.runbook.steps.flatMap(\.commands) {
        let place = "\(entry.fileName):\(command.line)"
        #expect(command.text.firstMatch(of: arithmetic) == nil, "\(place)")
        #expect(command.text.firstMatch(of: script) == nil, "\(place)")
      }
    }
  }

  static let hostile = [
    "'", "''", "a'b", "$(touch HIT)", "`touch HIT`", "';touch HIT;'", "\"; touch HIT; \"", "a\nb", "\n",
    "x\ntouch HIT\n",
    "\\", "\\'", "\\n", "!!", "a!b", "*", "~", "a\tb", "\u{1B}[2J", "\u{7F}x", "\r\ntouch HIT", "é'\u{301}$(touch HIT)",
    "\u{202E}x", "zero\u{200B}width", "ü 日本 🏴", "#x", "a && touch HIT", "| touch HIT", "> HIT", "$HOME", "${IFS}",
    "%s%n",
    "'\u{301}'; touch HIT; '", "$'\\x41'", "\u{2028}touch HIT", "a\\'; touch HIT #", "'\\'; touch HIT #", "a\\", "\\\\",
    "(touch HIT)", "{a,b}",
  ]

  @Test(
    "come out of a real shell as they are, and nothing in them is run",
    arguments: shells, [false, true])
  func shell(_ shell: String, random isRandom: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "runbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var values = Self.hostile
    let seed: UInt64 = 20_261_121
    if isRandom {
      var random = SplitMix64(seed: seed)
      let parts = Self.hostile + ["touch HIT", ";", "\"", "$(", ")", "`", " "]
      values = (0..<300).map { _ in
        (0..<Int.random(in: 1...6, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      }
    }
    // What has no words, begins as an option, or hides, is no value.
    values = values.filter { $0.hasWords && !$0.hasPrefix("-") && VisibleText.line($0) == $0 }
    var script = ""
    for value in values {
      let variables = RunbookVariables(try incident([("pod", value)]))
      let lines = variables.exports(for: ["echo $POD"])
      #expect(lines.count == 1)
      #expect(lines.allSatisfy { VisibleText.line($0) == $0 }, "\(value.debugDescription)")
      script += lines.joined(separator: "\n") + "\nprintf '%s\\0' \"$POD\"\n"
    }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: shell)
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder
    process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let found = Array(output).split(separator: 0, omittingEmptySubsequences: false).dropLast()
    #expect(found.map { Array($0) } == values.map { Array($0.utf8) }, "seed \(seed)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
