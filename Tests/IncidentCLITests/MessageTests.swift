import Foundation
import JSONTree
import Testing

/// Where the words come from: `-m`, standard input, an editor, a line.
@Suite struct MessageTests {
  static let scissors = "# ------------------------ >8 ------------------------"

  private func terminal() throws -> TestHost {
    let host = try TestHost()
    _ = try host.declare()
    host.isTerminal = true
    host.variables["EDITOR"] = "ed"
    return host
  }

  /// The message of the record's last event.
  private func lastMessage(_ host: TestHost) throws -> String? {
    let record = try JSON.parse(try host.bytes(try #require(try host.records().first)))
    return record["timeline"]?.array?.last?["message"]?.string
  }

  @Test("-m - is standard input, byte for byte but for the line ends after it")
  func standardInput() throws {
    let host = try TestHost()
    _ = try host.declare()
    for text in ["one", "two\nlines", " blank \t", "\u{0}\u{1B}[2J\u{202E}", "  indented\n\n  more", "e\u{301} é"] {
      host.input = Array((text + "\n\n").utf8)
      #expect(host.run("note", "-m", "-").status == 0)
      #expect(try lastMessage(host)?.utf8.elementsEqual(text.utf8) == true)
    }
    host.input = Array("windows\r\n".utf8)
    #expect(host.run("note", "-m", "-").status == 0)
    #expect(try lastMessage(host) == "windows")
  }

  @Test("standard input that says nothing or is no text is refused, and nothing is recorded")
  func badInput() throws {
    let host = try TestHost()
    _ = try host.declare()
    let before = try host.contents()
    host.input = Array(" \n".utf8)
    #expect(host.run("note", "-m", "-").status == 2)
    host.input = [0xFF, 0xFE]
    let outcome = host.run("note", "-m", "-")
    #expect(outcome.status == 1 && outcome.error.contains("UTF-8"))
    #expect(try host.contents() == before)
  }

  @Test(
    "an editor writes the message of a command that needs or asks for one",
    arguments: [["note"], ["update"], ["mitigate"], ["resolve"]])
  func editor(words: [String]) throws {
    let host = try terminal()
    nonisolated(unsafe) var shown = ""
    host.editor = { path in
      shown = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
      try? ("First line\n# not a comment\n\nLast line\n\n" + shown).write(
        toFile: path, atomically: false, encoding: .utf8)
      return 0
    }
    let outcome = host.run(words)
    #expect(outcome.status == 0, "\(outcome.transcript)")
    #expect(shown.contains(Self.scissors) && shown.contains("INC-") && shown.hasPrefix("\n"))
    #expect(try lastMessage(host) == "First line\n# not a comment\n\nLast line")
    #expect(try FileManager.default.contentsOfDirectory(atPath: host.temporary).isEmpty, "the file is gone")
  }

  @Test("an editor that fails keeps what was written, and says where", arguments: [nil, 1, 130] as [Int32?])
  func failingEditor(status: Int32?) throws {
    let host = try terminal()
    let before = try host.contents()
    host.editor = { path in
      try? "An hour's work\n".write(toFile: path, atomically: false, encoding: .utf8)
      return status
    }
    let outcome = host.run("note")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    let files = try FileManager.default.contentsOfDirectory(atPath: host.temporary)
    #expect(files.count == 1 && outcome.error.contains("/tmp/\(files.first ?? "?")"), "\(outcome.transcript)")
    #expect(try String(contentsOfFile: host.temporary + "/" + files[0], encoding: .utf8) == "An hour's work\n")
    #expect(try host.contents() == before)
  }

  @Test("words that could not be recorded stay in their file, which is named")
  func unrecordedWords() throws {
    let host = try terminal()
    host.editor = { path in
      try? "Read replica scaled up\n".write(toFile: path, atomically: false, encoding: .utf8)
      return 0
    }
    let id = try #require(try host.records().first)
    try FileManager.default.removeItem(atPath: host.stored(id))
    try FileManager.default.createDirectory(atPath: host.stored(id), withIntermediateDirectories: false)
    let outcome = host.run("mitigate", String(id.dropLast(5)))
    #expect(outcome.status == 3, "\(outcome.transcript)")
    let files = try FileManager.default.contentsOfDirectory(atPath: host.temporary)
    #expect(files.count == 1 && outcome.error.contains("/tmp/\(files.first ?? "?")"), "\(outcome.transcript)")
  }

  @Test("an empty message records nothing and leaves no file behind")
  func emptyMessage() throws {
    let host = try terminal()
    let before = try host.contents()
    host.editor = { _ in 0 }
    let outcome = host.run("note")
    #expect(outcome.status == 1 && outcome.error.contains("empty"), "\(outcome.transcript)")
    #expect(!outcome.error.contains("what you wrote"), "nothing was written")
    #expect(try FileManager.default.contentsOfDirectory(atPath: host.temporary).isEmpty)
    #expect(try host.contents() == before)
  }

  @Test("without an editor a line is asked for")
  func line() throws {
    let host = try terminal()
    host.variables["EDITOR"] = nil
    host.typedLines = ["Dashboard is red"]
    let outcome = host.run("note")
    #expect(outcome.status == 0 && outcome.error.contains("$EDITOR"), "\(outcome.transcript)")
    #expect(try lastMessage(host) == "Dashboard is red")
    #expect(host.run("note").status == 1, "the end of input is an empty message")
  }

  @Test("$VISUAL comes before $EDITOR, and -m before both")
  func order() throws {
    let host = try terminal()
    host.variables["VISUAL"] = "vi"
    host.editor = { _ in 7 }
    #expect(host.run("note").error.contains("\"vi\""))
    #expect(host.run("note", "-m", "x").status == 0)
    #expect(try lastMessage(host) == "x")
  }

  @Test("nobody is asked where CI is set, or without a terminal", arguments: [true, false])
  func unattended(isTerminal: Bool) throws {
    let host = try terminal()
    host.isTerminal = isTerminal
    if isTerminal { host.variables["CI"] = "true" }
    host.editor = { _ in
      Issue.record("an editor was opened")
      return 0
    }
    #expect(host.run("note").status == 2)
    #expect(host.run("update").status == 2)
    #expect(host.run("declare").status == 2)
    #expect(host.run("mitigate").status == 0)
    #expect(host.run("resolve").status == 0)
  }
}
