import Foundation
import JSONTree
import Testing

/// The real binary with the real Git.
@Suite(.enabled(if: Binary.path != nil && Binary.git != nil))
struct BinaryTests {
  /// A clone of an empty repository with a user, and a folder below its root.
  private func clone() throws -> Binary {
    let binary = try Binary()
    #expect(
      try binary.sh("git init --quiet --bare ../origin && git clone --quiet ../origin . 2>&1 && mkdir -p src/deep")
        .status == 0)
    #expect(try binary.sh("git config user.name 'Dana Ø' && git config user.email dana@example.com").status == 0)
    return binary
  }

  @Test("declare in a fresh clone, from a folder below, makes the store at the root, under Git's user.name")
  func declare() throws {
    let binary = try clone()
    let declared = try binary.sh("cd src/deep && incident declare 'Payment latency above 5 s' --severity 2 --json")
    #expect(declared.status == 0, "\(declared.error)")
    let json = try JSON.parse(declared.output)
    #expect(json["path"]?.string?.hasPrefix(binary.directory + "/incidents/INC-") == true)
    #expect(json["event"]?["by"] == "Dana Ø")
    for command in [
      "ack", "assign ic dana", "update -m x", "mitigate", "resolve -m y", "postmortem", "list", "status", "show",
      "check",
    ] {
      let outcome = try binary.sh("cd src && incident \(command)")
      #expect(outcome.status == 0, "\(command): \(outcome.error)")
    }
    let id = try #require(json["id"]?.string)
    let status = try binary.sh("git status --porcelain --untracked-files=all")
    #expect(
      status.output
        == "?? incidents/.gitattributes\n?? incidents/.gitignore\n?? incidents/\(id).json\n?? incidents/\(id).postmortem.md\n"
    )
  }

  @Test("an update is one added line of the timeline in Git's diff")
  func diff() throws {
    let binary = try clone()
    #expect(try binary.sh("incident declare T -s 4 && git add -A && git commit --quiet -m x").status == 0)
    #expect(try binary.sh("incident note -m 'One line'").status == 0)
    let diff = try binary.sh("git diff --numstat")
    #expect(diff.output.hasPrefix("2\t1\t"), "the new event, and the comma of the one before it: \(diff.output)")
  }

  @Test("a reader that leaves early is no crash")
  func brokenPipe() throws {
    let binary = try clone()
    let script = """
      i=0; while [ $i -lt 30 ]; do incident declare "Incident $i" -s 2 >/dev/null; i=$((i+1)); done
      incident list --json | head -n 1
      echo "${PIPESTATUS[0]}"
      """
    let outcome = try binary.sh(script, shell: "bash")
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "[" && ["0", "141"].contains(lines.last ?? ""), "\(outcome.output)")
    #expect(!outcome.error.lowercased().contains("fatal") && !outcome.error.contains("Illegal"), "\(outcome.error)")
  }

  @Test(
    "the process ends with what it says",
    arguments: [
      ("config show", 0), ("show zzzz", 1), ("shw", 2), ("--version", 0), ("", 2), ("show qqqq", 3),
      ("-C /nowhere status", 3),
    ])
  func exitStatus(command: String, status: Int32) throws {
    let binary = try clone()
    #expect(try binary.sh("incident declare T -s 2 && printf '{' > incidents/INC-20261120-QQQQ.json").status == 0)
    let outcome = try binary.sh("incident \(command)")
    #expect(outcome.status == status, "\(outcome.output)\(outcome.error)")
  }

  @Test("standard input is a message, and INCIDENT_NOW is the clock")
  func input() throws {
    let binary = try clone()
    let script =
      "export INCIDENT_NOW=2026-11-20T22:47:09Z; incident declare T -s 2 && printf 'a\\nb\\n' | incident note -m - --json"
    let outcome = try binary.sh(script)
    #expect(outcome.status == 0 && outcome.output.contains("2026-11-20T22:47:09Z"), "\(outcome.error)")
    #expect(outcome.output.contains(#""message": "a\nb""#))
  }

  @Test("an editor is a command line with arguments, and reads the words back")
  func editorWithoutTerminal() throws {
    // Without a terminal no editor opens, whatever is set.
    let binary = try clone()
    let outcome = try binary.sh("export EDITOR='touch opened'; incident declare T -s 2 && incident mitigate; ls")
    #expect(outcome.status == 0 && !outcome.output.contains("opened"))
  }

  @Test("twenty writers at once lose nothing")
  func concurrent() throws {
    let binary = try clone()
    let script = """
      incident declare T -s 2 >/dev/null
      i=0; while [ $i -lt 20 ]; do incident note -m "note $i" >/dev/null & i=$((i+1)); done; wait
      incident show --json | grep -c '"noted"'
      incident check
      """
    let outcome = try binary.sh(script)
    #expect(outcome.status == 0 && outcome.output.hasPrefix("20\n"), "\(outcome.output)\(outcome.error)")
  }

  @Test("a folder that cannot be written says so and ends with 3", .enabled(if: getuid() != 0))
  func readOnly() throws {
    let binary = try clone()
    let outcome = try binary.sh("chmod 500 . && incident declare T -s 2; s=$?; chmod 700 .; exit $s")
    #expect(outcome.status == 3 && outcome.error.contains("permission denied"), "\(outcome.error)")
  }
}
