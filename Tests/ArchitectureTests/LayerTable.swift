import Foundation
import Testing

/// The layers as `Package.swift` has them; there is no second table.
struct LayerTable {
  /// A target and what its files may import.
  struct Layer {
    let name: String
    let mayImport: [String]
  }

  /// A target whose folder holds Markdown, and the documents that are embedded.
  struct Embedded {
    let name: String
    let folder: String
    let documents: [String]
  }

  let layers: [Layer]
  let embedded: [Embedded]

  /// Reads `let layers` and `let embedded` of the manifest.
  static func read() throws -> LayerTable {
    let manifest = try Repository.text("Package.swift")
    let row = /\(\s*"(\w+)",(?:\s*"(\w+)",)?\s*\[([^\]]*)\]\s*\)/
    func rows(of table: String) throws -> [(name: String, folder: String?, words: [String])] {
      let start = try #require(manifest.firstRange(of: "let \(table): "), "Package.swift has no table \(table)")
      let rest = manifest[start.upperBound...]
      let end = try #require(rest.firstRange(of: "\n]\n"))
      return rest[..<end.lowerBound].matches(of: row).map { match in
        let words = match.3.split { $0 == "," || $0.isWhitespace }.map { $0.trimmingCharacters(in: ["\""]) }
        return (String(match.1), match.2.map(String.init), words)
      }
    }
    return LayerTable(
      layers: try rows(of: "layers").map { Layer(name: $0.name, mayImport: $0.words) },
      embedded: try rows(of: "embedded").map { Embedded(name: $0.name, folder: $0.folder ?? "", documents: $0.words) })
  }

  /// What the files of a target may import; nil where there is no such target.
  func mayImport(_ target: String) -> [String]? {
    if target == "incident" { return ["IncidentCLI"] }
    if embedded.contains(where: { $0.name == target }) { return [] }
    return layers.first { $0.name == target }?.mayImport
  }

  /// The target a file belongs to, by its folder.
  func target(of path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    if parts[0] == "Sources" { return parts[1] }
    return embedded.first { $0.folder == parts[0] }?.name ?? parts[0]
  }
}
