import Foundation
import JSONTree
import Testing

@testable import IncidentCLI
@testable import IncidentStore

/// `init`, and the notice that a clone lacks what it does.
@Suite(.enabled(if: Binary.git != nil)) struct InitTests {
  private let notice =
    "warning: this clone merges records as text, with conflicts; `incident init` makes it ready\n"

  private func clone() throws -> TestHost {
    let host = try TestHost()
    host.executable = "/opt/incident"
    _ = try git(host).answer(["init", "--quiet"])
    return host
  }

  private func git(_ host: TestHost) -> Git {
    Git(in: host.directory, adding: ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"])
  }

  @Test("makes all of it, and a second time changes nothing and says so")
  func twice() throws {
    let host = try clone()
    let first = host.run("init")
    #expect(first.status == 0 && first.error.isEmpty)
    #expect(
      first.output == """
        made the store /repo/incidents
        registered the merge driver in /repo/.git/config

        """)
    #expect(try git(host).line(["config", "merge.incident.driver"])?.contains("'/opt/incident' incident;") == true)
    let contents = try host.contents()
    let again = host.run("init")
    #expect(again.output == "the store /repo/incidents is ready; nothing to do\n" && again.error.isEmpty)
    #expect(try host.contents() == contents)
    let json = try host.run("init", "--json").json()
    #expect(json["changed"] == false && json["changes"] == [])
  }

  @Test("with --json it says what changed")
  func json() throws {
    let host = try clone()
    _ = try host.declare()
    try FileManager.default.removeItem(atPath: host.stored(".gitattributes"))
    #expect(try host.run("init", "--json").json()["changes"] == [".gitattributes", "mergeDriver"])
    try FileManager.default.removeItem(atPath: host.directory + "/incidents")
    let json = try host.run("init", "--json").json()
    #expect(json["changes"] == ["store"] && json["repository"]?.string == host.directory)
  }

  @Test("outside of Git the store is made, and it says that there is no repository")
  func noRepository() throws {
    let host = try TestHost()
    let outcome = host.run("init")
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    #expect(
      outcome.output
        == "made the store /repo/incidents\nit is in no Git repository; once it is, `incident init` again\n")
    #expect(host.run("init").output == "the store /repo/incidents is ready, in no Git repository; nothing to do\n")
    #expect(host.run("declare", "T", "-s", "2").error.isEmpty)
  }

  @Test("a configuration that cannot be written is a sentence and status 3, and the store is made")
  func locked() throws {
    let host = try clone()
    try Data().write(to: URL(filePath: host.directory + "/.git/config.lock"))
    let outcome = host.run("init")
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    #expect(
      outcome.error.hasPrefix("incident: git config ended with status 255: error: could not lock config file"),
      "\(outcome.error)")
    try FileManager.default.removeItem(atPath: host.directory + "/.git/config.lock")
    #expect(host.run("init").output == "registered the merge driver in /repo/.git/config\n")
  }

  @Test("attributes that outweigh the store's are said", arguments: [true, false])
  func outweighed(byLink: Bool) throws {
    let host = try clone()
    _ = try host.declare()
    if byLink {
      try FileManager.default.moveItem(atPath: host.stored(".gitattributes"), toPath: host.stored("attributes"))
      try FileManager.default.createSymbolicLink(
        atPath: host.stored(".gitattributes"), withDestinationPath: "attributes")
    } else {
      let file = URL(filePath: host.directory + "/.git/info/attributes")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("*.json merge=binary\n".utf8).write(to: file)
    }
    let outcome = host.run("init")
    #expect(outcome.status == 0 && outcome.error.contains("outweighs"), "\(outcome.transcript)")
  }

  @Test("a repository that Git refuses to read is said in Git's words")
  func broken() throws {
    let host = try clone()
    try Data("[core\n".utf8).write(to: URL(filePath: host.directory + "/.git/config"))
    let outcome = host.run("init")
    #expect(outcome.status == 3 && outcome.error.contains("bad config line 1"), "\(outcome.error)")
    let declared = host.run("declare", "T", "-s", "2")
    #expect(declared.status == 0 && declared.error.isEmpty)
  }

  @Test("the first command that records says once that the driver is missing, after its answer")
  func saidOnce() throws {
    let host = try clone()
    let declared = host.run("declare", "T", "-s", "2")
    #expect(declared.status == 0 && declared.error.hasSuffix(notice), "\(declared.error)")
    for words in [["ack"], ["note", "-m", "x"], ["list"]] { #expect(host.run(words).error.isEmpty) }
    host.run("init")
    #expect(host.run("mitigate", "-m", "x").error.isEmpty)
  }

  @Test("a command that only reads, or is refused, says nothing of it, and a ready clone never")
  func silent() throws {
    let host = try clone()
    _ = host.run("init")
    try FileManager.default.removeItem(atPath: host.stored(".cache"))
    #expect(!host.run("declare", "T", "-s", "2").error.contains("init"))
    _ = try git(host).answer(["config", "--unset", "merge.incident.driver"])
    try FileManager.default.removeItem(atPath: host.stored(".cache"))
    for words in [["list"], ["status"], ["show"], ["ack", "zzzz"]] {
      #expect(!host.run(words).error.contains("incident init"), "\(words)")
    }
    let warning = try JSON.parse(host.run("ack", "--json").errorBytes)
    #expect(warning["warning"]?.string?.contains("`incident init`") == true)
  }
}
