import Foundation
import Testing

@Suite struct LayerTests {
  let table: LayerTable

  init() throws {
    table = try LayerTable.read()
  }

  @Test("the table is there, lowest layer first")
  func tableIsRead() {
    #expect(table.layers.count >= 8 && table.embedded.count >= 2)
    #expect(table.mayImport("IncidentCore") == ["JSONTree"])
    let embedded = table.embedded.map(\.name)
    var below: Set<String> = Set(embedded)
    for layer in table.layers {
      #expect(below.isSuperset(of: layer.mayImport), "\(layer.name) imports a layer above it")
      below.insert(layer.name)
    }
  }

  @Test("a file imports what its layer may, and nothing else", arguments: Repository.sources)
  func imports(path: String) throws {
    let target = table.target(of: path)
    let allowed = try #require(table.mayImport(target), "\(path) belongs to no target of Package.swift")
    for module in imports(in: try Repository.text(path)) {
      let isSystem =
        switch module {
        case "Glibc", "Musl", "Darwin": path == "Sources/IncidentStore/Platform.swift"
        case "Synchronization": target == "IncidentStore"
        default: false
        }
      #expect(allowed.contains(module) || isSystem, "\(path) imports \(module), which \(target) may not")
    }
  }

  @Test(
    "an import is found however it is written",
    arguments: [
      ("import A", ["A"]), ("public import A\nimport B", ["A", "B"]), ("@testable import A", ["A"]),
      ("@_exported public import A", ["A"]), ("  import A // why", ["A"]), ("import struct A.B", ["A"]),
      ("// import A\nlet important = 1", []), ("@preconcurrency import A;import B", ["A", "B"]),
      ("#if canImport(Glibc)\n  @_exported import Glibc\n#endif", ["Glibc"]),
    ])
  func findsImports(source: String, modules: [String]) {
    #expect(imports(in: source) == modules)
  }

  @Test("every target has its folder, and every folder its target")
  func folders() throws {
    let folders = try Repository.names(in: "Sources")
    #expect(folders == (table.layers.map(\.name) + ["incident"]).sorted())
    let tests = try Repository.names(in: "Tests").filter { $0.hasSuffix("Tests") }
    #expect(tests == (table.layers.map { $0.name + "Tests" } + ["ArchitectureTests"]).sorted())
  }

  @Test("no package is depended on")
  func noDependencies() throws {
    let manifest = try Repository.text("Package.swift")
    #expect(!manifest.contains(".package("))
    #expect(try Repository.names(in: ".").allSatisfy { $0 != "Package.resolved" })
  }

  @Test("every document of a folder is embedded, and every embedded one is there")
  func documents() throws {
    for module in table.embedded {
      let files = try Repository.names(in: module.folder).filter { $0.hasSuffix(".md") }
      #expect(files == module.documents.map { $0 + ".md" }.sorted(), "\(module.folder)/ and Package.swift disagree")
    }
  }

  private func imports(in source: String) -> [String] {
    let kinds = "typealias|struct|class|enum|protocol|let|var|func"
    guard
      let statement = try? Regex(
        #"(?:^|;)[ \t]*(?:@\w+(?:\([^)]*\))?[ \t]+)*(?:(?:public|package|internal|fileprivate|private)[ \t]+)?import[ \t]+(?:(?:"#
          + kinds + #")[ \t]+)?(\w+)"#
      ).anchorsMatchLineEndings()
    else { return ["the expression does not compile"] }
    return source.matches(of: statement).compactMap { $0.output[1].substring.map(String.init) }
  }
}
