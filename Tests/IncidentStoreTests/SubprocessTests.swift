import Foundation
import Testing

@testable import IncidentStore

@Suite struct SubprocessTests {
  @Test("captures what is written, and no shell reads the words")
  func captures() {
    let outcome = Subprocess.capture(["printf", "%s|", "a b", "$HOME", "`id`", "; ls", "*", "\n"])
    #expect(outcome?.status == 0)
    #expect(outcome.map { String(decoding: $0.output, as: UTF8.self) } == "a b|$HOME|`id`|; ls|*|\n|")
  }

  @Test("more output than a pipe holds blocks nobody, and what is over the limit is dropped")
  func large() {
    let outcome = Subprocess.capture(["head", "-c", "3000000", "/dev/zero"], limit: 1_000_000)
    #expect(outcome?.status == 0 && outcome?.output.count == 1_000_000)
  }

  @Test(
    "the exit status is the program's; a signal is 128 and its number",
    arguments: [("exit 0", 0), ("exit 7", 7), ("kill -KILL $$", 137)])
  func status(script: String, status: Int32) {
    #expect(Subprocess.capture(["sh", "-c", script])?.status == status)
    #expect(Subprocess.run(["sh", "-c", script])?.status == status)
  }

  @Test("a program that is not there is nil", arguments: [["no-such-program-7qk4"], ["/"], [""], []])
  func missing(command: [String]) {
    #expect(Subprocess.capture(command) == nil)
    #expect(Subprocess.run(command) == nil)
  }

  @Test("a captured program reads nothing unless it is given something, and its errors are kept apart")
  func streams() {
    let script = ["sh", "-c", "cat; echo error >&2; echo out"]
    let outcome = Subprocess.capture(script)
    #expect(outcome.map { String(decoding: $0.output, as: UTF8.self) } == "out\n")
    #expect(outcome.map { String(decoding: $0.errors, as: UTF8.self) } == "error\n")
    let fed = Subprocess.capture(script, input: Array("in\n".utf8))
    #expect(fed.map { String(decoding: $0.output, as: UTF8.self) } == "in\nout\n")
  }

  @Test("much in, much out and much complained about at once blocks nobody")
  func bothWays() {
    let input = [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_000)
    let outcome = Subprocess.capture(["tee", "/dev/stderr"], input: input, limit: .max)
    #expect(outcome?.status == 0 && outcome?.output == input && outcome?.errors == input)
  }

  @Test("a program that stops reading early kills nobody")
  func endsEarly() {
    let input = [UInt8](repeating: UInt8(ascii: "x"), count: 3_000_000)
    #expect(Subprocess.capture(["true"], input: input)?.status == 0)
    #expect(Subprocess.capture(["head", "-c", "2"], input: input)?.output == Array("xx".utf8))
  }

  @Test("variables stand beside and in place of this process's own")
  func variables() {
    let outcome = Subprocess.capture(
      ["sh", "-c", "echo $HOME-$ONE-${PATH:+path}"], adding: ["HOME": "/nowhere", "ONE": "a b"])
    #expect(outcome.map { String(decoding: $0.output, as: UTF8.self) } == "/nowhere-a b-path\n")
  }

  @Test("leaves no file descriptor open")
  func descriptors() throws {
    guard FileManager.default.fileExists(atPath: "/proc/self/fd") else { return }
    // Other tests open files at the same time: a leak of fifty shows among them.
    let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    for _ in 0..<100 { _ = Subprocess.capture(["true"]) }
    let after = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    #expect(after - before < 50)
  }

  static let git = ["/usr/bin/git", "/usr/local/bin/git", "/opt/homebrew/bin/git"]
    .contains(where: FileManager.default.isExecutableFile(atPath:))

  @Test("Git names the user of a repository", .enabled(if: git))
  func userName() throws {
    let directory = try TemporaryDirectory()
    #expect(Subprocess.capture(["git", "-C", directory.path, "init", "--quiet"])?.status == 0)
    for name in ["Dana Ø. \"D\"", "dana"] {
      #expect(Subprocess.capture(["git", "-C", directory.path, "config", "user.name", name])?.status == 0)
      #expect(Git.userName(in: directory.path) == name)
    }
    try directory.makeDirectory("deep")
    #expect(Git.userName(in: directory.path("deep")) == "dana")
    #expect(Git.userName(in: directory.path("nowhere")) == nil)
  }
}
