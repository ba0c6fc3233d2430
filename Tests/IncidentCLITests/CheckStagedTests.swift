import Foundation
import IncidentStore
import JSONTree
import Testing

/// `check --staged`, with real Git.
@Suite struct CheckStagedTests {
  /// A host whose directory is a repository with one committed record, and that record's file name.
  private func host() throws -> (TestHost, String) {
    let host = try TestHost()
    try git(host, "init", "-q", "-b", "main")
    let name = try host.declare() + ".json"
    host.run("assign", "ic", "dana")
    try git(host, "add", "-A")
    try git(host, "commit", "-q", "-m", "one")
    return (host, name)
  }

  @discardableResult
  private func git(_ host: TestHost, _ words: String...) throws -> String {
    let variables = [
      "GIT_AUTHOR_NAME": "dana", "GIT_AUTHOR_EMAIL": "d@example.org", "GIT_COMMITTER_NAME": "dana",
      "GIT_COMMITTER_EMAIL": "d@example.org", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
    ]
    let outcome = try Git(in: host.directory, adding: variables).run(words)
    #expect(
      outcome.status == 0 || words.first == "merge", "git \(words): \(String(decoding: outcome.errors, as: UTF8.self))")
    return String(decoding: outcome.output, as: UTF8.self)
  }

  private let words = ["check", "--staged", "--skip", "required-roles"]

  @Test("what is staged counts, whatever the working files say")
  func index() throws {
    let (host, name) = try host()
    let good = try host.text(name)
    #expect(host.run(words).status == 0)
    try host.store(good.replacing("\"declared\",\n", with: "\"closed\",\n"), name)
    #expect(host.run(words).status == 0 && host.run("check").status == 1, "not staged yet")
    try git(host, "add", "-A")
    try host.store(good, name)
    let staged = host.run(words)
    #expect(staged.status == 1 && staged.output.contains("incidents/\(name):7:13: error:"), "\(staged.transcript)")
    #expect(host.run("check").status == 0)
    try FileManager.default.removeItem(atPath: host.stored(name))
    #expect(host.run(words).status == 1, "the file itself is not needed")
  }

  @Test("the index of $GIT_INDEX_FILE is meant where it is set")
  func otherIndex() throws {
    let (host, name) = try host()
    let good = try host.text(name)
    try FileManager.default.copyItem(
      atPath: host.directory + "/.git/index", toPath: host.directory + "/.git/other")
    try host.store(good.replacing("\"declared\",\n", with: "\"closed\",\n"), name)
    try git(host, "add", "-A")
    #expect(host.run(words).status == 1)
    host.gitVariables["GIT_INDEX_FILE"] = host.directory + "/.git/other"
    #expect(host.run(words).status == 0)
  }

  @Test("the staged settings are the policy, and are checked")
  func config() throws {
    let (host, _) = try host()
    #expect(host.run("check", "--staged", "--strict").status == 1, "SEV2 requires more than a commander")
    try host.store(#"{"policy": {"SEV2": {"requiredRoles": []}}}"#, "config.json")
    #expect(host.run("check", "--staged", "--strict").status == 1)
    try git(host, "add", "-A")
    #expect(host.run("check", "--staged", "--strict").status == 0)
    try host.store(#"{"polcy": 1}"#, "config.json")
    try git(host, "add", "-A")
    try host.store("{}", "config.json")
    #expect(host.run("check", "--staged", "--only", "config").output.contains("config.json:1:2: error:"))
  }

  @Test("a merge that is not finished, and a temporary file that was committed, are found")
  func unmerged() throws {
    let (host, name) = try host()
    let good = try host.text(name)
    try git(host, "switch", "-q", "-c", "other")
    try host.store(good.replacing("above 5 s", with: "above 6 s"), name)
    try git(host, "commit", "-q", "-a", "-m", "six")
    try git(host, "switch", "-q", "main")
    try host.store(good.replacing("above 5 s", with: "above 7 s"), name)
    try host.store("half", ".\(name).0123456789abcdef.tmp")
    try git(host, "add", "-f", "incidents/.\(name).0123456789abcdef.tmp")
    try git(host, "commit", "-q", "-a", "-m", "seven")
    try git(host, "merge", "-q", "other")
    let outcome = host.run(words)
    #expect(outcome.status == 1 && outcome.output.contains("not finished  (conflict-markers)"), "\(outcome.transcript)")
    #expect(outcome.output.contains("(leftovers)"))
    #expect(host.run(words + ["incidents/\(name)"]).status == 1)
    #expect(host.run("check").output.contains("error: a merge left conflict markers"))
  }

  @Test("what is named has to be staged, and a store outside of Git has no index")
  func absent() throws {
    let (host, name) = try host()
    #expect(host.run(words + ["incidents/\(name)", "README.md"]).status == 0)
    #expect(host.run(words + [String(name.dropLast(5))]).status == 0)
    let missing = host.run(words + ["incidents/INC-20200101-AAAA.json"])
    #expect(missing.status == 1 && missing.error.contains("git status"))
    let outside = try TestHost()
    _ = try outside.declare()
    let refused = outside.run(words)
    #expect(refused.status == 1 && refused.error.contains("no Git work tree"), "\(refused.transcript)")
  }
}
