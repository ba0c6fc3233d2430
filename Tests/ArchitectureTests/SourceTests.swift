import Foundation
import Testing

@Suite struct SourceTests {
  @Test("a file is short enough to be read at once, and leaves nothing undone", arguments: Repository.sources)
  func source(path: String) throws {
    let text = try Repository.text(path)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 350, "\(path) has \(lines.count) lines")
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    for (index, line) in lines.enumerated() {
      for forbidden in ["TODO", "FIXME", "XXX:", "fatalError", "preconditionFailure", "try!", "as!"] {
        #expect(!line.contains(forbidden), "\(path):\(index + 1) has \(forbidden)")
      }
    }
  }

  @Test("there are sources to look at")
  func sourcesAreFound() {
    #expect(Repository.sources.count > 100)
    #expect(Repository.sources.contains("Sources/IncidentStore/Platform.swift"))
  }

  @Test("the top level holds what the design names, and nothing else")
  func topLevel() throws {
    let names = Set(try Repository.names(in: "."))
    #expect(names.subtracting(["Package.swift", "README.md", "Runbooks", "Sources", "Templates", "Tests"]).isEmpty)
  }
}
