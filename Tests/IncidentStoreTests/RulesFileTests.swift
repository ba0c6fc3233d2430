import Foundation
import Testing

@testable import IncidentStore

@Suite struct RulesFileTests {
  let directory = try! TemporaryDirectory()
  let rules = [".lock", ".cache/", ".*.tmp"]

  private func lines() -> [String] {
    (directory.text(".gitignore") ?? "").split(separator: "\n").map(String.init)
  }

  @Test("a store made by hand gets them with the first write, and keeps its own until it is asked")
  func firstWrite() throws {
    let store = try directory.openStore()
    try store.lock(by: exampleHolder).release()
    #expect(rules.allSatisfy(lines().contains))
    try directory.write("mine", ".gitignore")
    try store.lock(by: exampleHolder).release()
    #expect(directory.text(".gitignore") == "mine")
    #expect(try store.completeRules(by: exampleHolder) == [".gitignore", ".gitattributes"])
    #expect(lines().first == "mine" && rules.allSatisfy(lines().contains))
    #expect(try store.completeRules(by: exampleHolder).isEmpty)
  }

  @Test(
    "those that are missing come after what is there, each once",
    arguments: ["", "*.bak\n", "*.bak", ".lock\r\n.cache/\r\n", "# .lock\n!.lock\n", ".*.tmp\n.lock\n.cache/\n"])
  func completes(before: String) throws {
    try directory.write(before, ".gitignore", mode: 0o640)
    _ = try RulesFile.ignore.complete(in: directory.store(), FileSystem())
    let text = try #require(directory.text(".gitignore"))
    #expect(text.hasPrefix(before) && text.hasSuffix("\n"))
    let all = text.split { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    for rule in rules { #expect(all.count { $0 == rule } == 1, "\(text)") }
    #expect(try directory.mode(".gitignore") == 0o640)
  }

  @Test("a link of that name is not written through, nor replaced")
  func link() throws {
    try directory.write("precious", "elsewhere")
    try directory.link(".gitignore", to: "elsewhere")
    let store = try directory.openStore()
    #expect(try store.completeRules(by: exampleHolder) == [".gitattributes"])
    try store.lock(by: exampleHolder).release()
    #expect(directory.text("elsewhere") == "precious")
    #expect(try directory.entries() == [".gitattributes", ".gitignore", ".lock", "elsewhere"])
  }

  @Test("a folder with a .gitignore of its own is a store only where that names the lock")
  func mark() throws {
    try directory.makeDirectory("incidents")
    for (text, isStore) in [(".build/\n", false), ("x.lock\n", false), (".build/\n.lock\n", true)] {
      try directory.write(text, "incidents/.gitignore")
      let found = try StoreLocation.find(from: directory.path, fileSystem: FileSystem())
      #expect((found != nil) == isStore, "\(text)")
    }
  }

  @Test("a rule of the team's own stays, and one that is there already is not added again")
  func attributes() throws {
    let own = "*.md diff=markdown\nINC-*.json merge=incident text eol=lf\n"
    try directory.write(own, ".gitattributes")
    let store = try directory.openStore()
    #expect(try !RulesFile.attributes.isComplete(in: store.location, FileSystem()))
    #expect(try store.completeRules(by: exampleHolder).contains(".gitattributes"))
    let text = try #require(directory.text(".gitattributes"))
    #expect(text.hasPrefix(own) && text.hasSuffix("\nINC-*.postmortem.md merge=incident text eol=lf\n"))
    #expect(text.components(separatedBy: "INC-*.json").count == 2)
    #expect(try RulesFile.attributes.isComplete(in: store.location, FileSystem()))
  }
}
