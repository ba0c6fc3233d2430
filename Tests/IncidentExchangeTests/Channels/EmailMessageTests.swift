import Foundation
import IncidentCore
import JSONTree
import Testing

@testable import IncidentExchange

@Suite("A mail")
struct EmailMessageTests {
  private func mail(_ message: Message, from: String = "dana@example.org", to: [String] = []) throws -> String {
    let id = try #require(IncidentID("INC-20261120-7QK4"))
    return EmailMessage.text(
      of: message, about: id, for: .external, from: try #require(EmailAddress(from)),
      to: to.compactMap(EmailAddress.init),
      date: try #require(Timestamp(canonical: "2026-11-20T22:47:09Z")))
  }

  @Test("has the head of an Internet message")
  func head() throws {
    let message = Message([.heading(level: 1, [MessageRun("Slow")]), .paragraph([MessageRun("é = e\nFrom now.")])])
    let expected = """
      Date: Fri, 20 Nov 2026 22:47:09 +0000
      From: Ops <ops@example.org>
      To: "a, b" <a@b.example>, c@d.example
      Subject: Slow
      Message-ID: <2g9djexqlsuws.external.20261120t224709z@incident.invalid>
      In-Reply-To: <2g9djexqlsuws@incident.invalid>
      References: <2g9djexqlsuws@incident.invalid>
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      Slow

      =C3=A9 =3D e
      =46rom now.

      """
    let text = try mail(message, from: "Ops <ops@example.org>", to: ["\"a, b\" <a@b.example>", "c@d.example"])
    #expect(text == expected.replacing("\n", with: "\r\n"))
  }

  @Test("keeps no line break of a title in its head")
  func injection() throws {
    let title = "x\r\nBcc: all@evil.example\r\n\r\n<h1>body"
    let text = try mail(Message([.heading(level: 1, [MessageRun(title)])]), from: "a\r\nBcc: <x@y.example>")
    let head = try #require(text.components(separatedBy: "\r\n\r\n").first)
    #expect(!head.contains("\r\nBcc") && head.contains("Subject: x Bcc: all@evil.example <h1>body"))
  }

  @Test(
    "takes an address that is one",
    arguments: [
      ("dana@example.org", "dana@example.org", nil), (" Dana D <d@e.f> ", "d@e.f", "Dana D"),
      ("\"D, D\" <d@e.f>", "d@e.f", "D, D"), ("\"D \\\"x\\\" \\\\\" <d@e.f>", "d@e.f", "D \"x\" \\"),
      ("<d@e.f>", "d@e.f", nil), ("a+b.c@localhost", "a+b.c@localhost", nil),
      ("é <d@e.f>", "d@e.f", "é"),
    ] as [(String, String, String?)])
  func addresses(text: String, address: String, name: String?) throws {
    let parsed = try #require(EmailAddress(text))
    #expect(parsed.address == address && parsed.name == name)
  }

  @Test(
    "takes no other",
    arguments: [
      "", "dana", "@", "a@", "@b", "a@b@c", "a b@c", "a..b@c", "a@b..c", "é@b.c", "a@é.c", "<a@b", "a@b>", "#ops",
      "a@b.c,d@e.f", "a@b_c", "a\u{301}@b", String(repeating: "a", count: 65) + "@b.c",
    ])
  func noAddress(text: String) {
    #expect(EmailAddress(text) == nil)
  }

  @Test(
    "takes a list of addresses, with commas between",
    arguments: [
      ("a@b.c", ["a@b.c"]), (" a@b.c , X <d@e.f>", ["a@b.c", "d@e.f"]),
      ("\"Okafor, Dana\" <dana@example.com>, li@example.com", ["dana@example.com", "li@example.com"]),
      ("\"a \\\", b; c\" <d@e.f>,g@h.i", ["d@e.f", "g@h.i"]),
    ])
  func lists(text: String, expected: [String]) throws {
    #expect(try EmailAddress.list(text).map(\.address) == expected)
  }

  @Test("a name with a comma stays one name")
  func quotedName() throws {
    #expect(try EmailAddress.list("\"Okafor, Dana\" <dana@example.com>").map(\.name) == ["Okafor, Dana"])
  }

  @Test(
    "says of a list what is wrong in it",
    arguments: [
      ("", .empty), (" ", .empty), ("a@b.c,", .empty), (",a@b.c", .empty), ("a@b.c, ,d@e.f", .empty),
      ("a@b.c; d@e.f", .semicolon("a@b.c; d@e.f")), ("a@b.c;", .semicolon("a@b.c;")),
      ("a@b.c, dana@bücher.example", .notASCII("dana@bücher.example")),
      ("Ü <ü@e.f>", .notASCII("Ü <ü@e.f>")), ("a@b.c, #status", .invalid("#status")),
      ("Okafor, Dana <d@e.f>", .invalid("Okafor")), ("a@b.c d@e.f", .invalid("a@b.c d@e.f")),
      ("\"Okafor, Dana <d@e.f>", .openQuote("\"Okafor, Dana <d@e.f>")), ("é <d@e>, é", .invalid("é")),
    ] as [(String, EmailAddressProblem)])
  func badLists(text: String, problem: EmailAddressProblem) {
    #expect(throws: problem) { try EmailAddress.list(text) }
    #expect(!problem.message.isEmpty && !problem.message.hasSuffix("."))
  }

  @Test("is read back by Python's parser as it was written", .enabled(if: CSVReaderTests.python != nil))
  func python() throws {
    var messages: [Message] = []
    for seed in 0..<UInt64(150) {
      var maker = HostileIncident(seed: seed)
      messages.append(maker.message())
      let incident = try maker.incident()
      messages.append(try HostileIncident.message(incident, for: Audience.allCases[Int(seed % 3)]))
    }
    messages.append(Message([.heading(level: 1, [MessageRun(String(repeating: "é", count: 100_000))])]))
    messages.append(Message([.heading(level: 1, [MessageRun(String(repeating: "👩🏽‍💻", count: 80))])]))
    let name = "Öps \"x\", y"
    let mails = try messages.map { try mail($0, from: "\(name) <ops@example.org>", to: ["Z. <z@example.org>"]) }
    for (index, mail) in mails.enumerated() {
      let lines = mail.components(separatedBy: "\r\n")
      #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.contains("\n") && !$0.contains("\r") }, "message \(index)")
      #expect(mail.utf8.allSatisfy { $0 < 0x80 }, "message \(index)")
    }
    let read = try Self.read(mails)
    try #require(read.count == messages.count)
    for (index, (message, mail)) in zip(messages, read).enumerated() {
      #expect(mail["defects"] == [], "message \(index)")
      #expect(mail["from"]?.array == [.string(name), "ops@example.org"], "message \(index)")
      #expect(mail["to"]?.array == ["Z.", "z@example.org"], "message \(index)")
      #expect(mail["subject"]?.string == Self.subject(message), "message \(index)")
      #expect(mail["body"]?.string == Self.lines(PlainText.text(message)), "message \(index)")
      #expect(mail["keys"]?.array?.count == 10, "message \(index)")
    }
  }

  /// A subject as a reader gets it, said in another way than the encoder does.
  private static func subject(_ message: Message) -> String {
    let subject = WordCut.shortened(message.subject ?? "Incident", to: EmailMessage.subjectLimit)
    let visible = subject.unicodeScalars.map { scalar -> String in
      scalar.properties.isWhitespace ? " " : scalar.properties.generalCategory == .control ? "\u{FFFD}" : "\(scalar)"
    }
    return visible.joined().components(separatedBy: " ").filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func lines(_ text: String) -> String {
    text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
  }

  /// What Python's `email` package makes of mails.
  private static func read(_ mails: [String]) throws -> [JSON] {
    let script = """
      import email, email.policy, json, sys
      answer = []
      for text in json.load(sys.stdin.buffer):
          mail = email.message_from_bytes(text.encode("ascii"), policy=email.policy.default)
          defects = list(mail.defects) + [d for v in mail.values() for d in v.defects]
          box = lambda key: [mail[key].addresses[0].display_name, mail[key].addresses[0].addr_spec]
          body = mail.get_payload(decode=True).decode("utf-8")
          answer.append({"subject": str(mail["subject"]), "body": body.replace("\\r\\n", "\\n"), "keys": mail.keys(),
                         "from": box("from"), "to": box("to"), "defects": [repr(d) for d in defects]})
      json.dump(answer, sys.stdout)
      """
    let process = Process()
    process.executableURL = URL(filePath: try #require(CSVReaderTests.python))
    process.arguments = ["-c", script]
    let input = FileManager.default.temporaryDirectory.appending(path: "mails-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: input) }
    try Data(JSON.array(mails.map(JSON.string)).inlineText().utf8).write(to: input)
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = output
    try process.run()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try #require(try JSON.parse(Array(answer)).array)
  }
}
