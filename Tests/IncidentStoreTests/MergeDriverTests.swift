import Foundation
import Testing

@testable import IncidentStore

@Suite struct MergeDriverTests {
  private let outer: TemporaryDirectory
  private let repository: GitRepository

  init() throws {
    outer = try TemporaryDirectory()
    _ = try Git(in: outer.path, adding: GitTests.variables).answer(["init", "--quiet", "clone"])
    repository = try #require(try GitRepository.find(from: outer.path("clone"), adding: GitTests.variables))
  }

  private func registered() throws -> String? {
    try repository.git.line(["config", "--get", "merge.incident.driver"])
  }

  @Test("is registered once, and anew where the binary is another")
  func register() throws {
    #expect(try MergeDriver.register(in: repository, executable: "/opt/incident"))
    #expect(try !MergeDriver.register(in: repository, executable: "/opt/incident"))
    #expect(try registered() == MergeDriver.command(executable: "/opt/incident"))
    #expect(try MergeDriver.register(in: repository, executable: "/usr/bin/incident"))
    #expect(try registered()?.contains("/opt") == false)
    let all = try repository.git.answer(["config", "--get-all", "merge.incident.driver"])
    #expect(all.count { $0 == UInt8(ascii: "\n") } == 1)
  }

  @Test("comes out of the configuration as it went in, whatever the binary's folder is called")
  func quoting() throws {
    let path = "/a b/c'd/e\"f/%P%%/g\\h/#;$(x)`y`/ü/incident"
    #expect(try MergeDriver.register(in: repository, executable: path))
    let command = try #require(try registered())
    #expect(command == MergeDriver.command(executable: path))
    #expect(try !MergeDriver.register(in: repository, executable: path))
    // As Git and then the shell read it.
    let word = try #require(command.dropFirst("for i in ".count).components(separatedBy: " incident; do").first)
    let shell = Subprocess.capture(["sh", "-c", "printf %s " + word.replacing("%%", with: "%")])
    #expect(shell.map { String(decoding: $0.output, as: UTF8.self) } == path)
  }

  @Test("several values become one")
  func doubled() throws {
    for value in ["a", "b"] { _ = try repository.git.answer(["config", "--add", "merge.incident.driver", value]) }
    #expect(try MergeDriver.register(in: repository, executable: nil))
    #expect(try registered() == MergeDriver.command(executable: nil))
  }

  @Test("a configuration that cannot be written is an error that names the command")
  func locked() throws {
    try outer.write("", "clone/.git/config.lock")
    #expect {
      try MergeDriver.register(in: repository, executable: nil)
    } throws: { error in
      guard case GitError.failed("git config", _, let errors) = error else { return false }
      return errors.contains("config")
    }
  }
}

@Suite struct MergeReadinessTests {
  /// A store in a clone, with or without its rules and the driver.
  private func readiness(
    hasRules: Bool, hasDriver: Bool, isClone: Bool = true
  ) throws -> (TemporaryDirectory, MergeReadiness) {
    let outer = try TemporaryDirectory()
    if isClone { _ = try Git(in: outer.path, adding: GitTests.variables).answer(["init", "--quiet"]) }
    let store = try StoreLocation.create(at: outer.path("incidents"), fileSystem: FileSystem())
    if !hasRules { try FileManager.default.removeItem(atPath: outer.path("incidents/.gitattributes")) }
    if hasDriver {
      let repository = try #require(try GitRepository.find(from: outer.path, adding: GitTests.variables))
      _ = try MergeDriver.register(in: repository, executable: nil)
    }
    return (outer, MergeReadiness(of: store, fileSystem: FileSystem()))
  }

  @Test(
    "is lacking without the driver or without the rules, and says so once", arguments: [true, false], [true, false])
  func lacking(hasRules: Bool, hasDriver: Bool) throws {
    let (outer, readiness) = try readiness(hasRules: hasRules, hasDriver: hasDriver)
    #expect(readiness.isNewlyFoundLacking(adding: GitTests.variables) == !(hasRules && hasDriver))
    #expect(try outer.entries("incidents/.cache").contains("merge-driver"))
    #expect(!readiness.isNewlyFoundLacking(adding: GitTests.variables))
  }

  @Test("a driver for all of a person's clones will do")
  func global() throws {
    let (outer, readiness) = try readiness(hasRules: true, hasDriver: false)
    try outer.write("[merge \"incident\"]\n\tdriver = x\n", "global")
    let variables = GitTests.variables.merging(["GIT_CONFIG_GLOBAL": outer.path("global")]) { $1 }
    #expect(!readiness.isNewlyFoundLacking(adding: variables))
  }

  @Test("outside of Git nothing is said, and nothing kept")
  func noRepository() throws {
    let (outer, readiness) = try readiness(hasRules: true, hasDriver: false, isClone: false)
    #expect(!readiness.isNewlyFoundLacking(adding: GitTests.variables))
    #expect(try !outer.entries("incidents").contains(".cache"))
  }

  @Test("where it cannot be kept it is said each time, and a link is not followed")
  func link() throws {
    let (outer, readiness) = try readiness(hasRules: true, hasDriver: false)
    try outer.makeDirectory("elsewhere")
    try outer.link("incidents/.cache", to: "../elsewhere")
    for _ in 0..<2 { #expect(readiness.isNewlyFoundLacking(adding: GitTests.variables)) }
    #expect(try outer.entries("elsewhere").isEmpty)
  }

  @Test("one look at the marker is all that it costs from then on")
  func cost() throws {
    let (outer, readiness) = try readiness(hasRules: true, hasDriver: true)
    readiness.markSeen()
    let calls = FailingSystemCalls()
    let location = try StoreLocation.at(outer.path("incidents"), fileSystem: FileSystem())
    let counted = MergeReadiness(of: location, fileSystem: FileSystem(calls))
    #expect(!counted.isNewlyFoundLacking(adding: GitTests.variables))
    #expect(calls.made == ["stat"])
  }
}
