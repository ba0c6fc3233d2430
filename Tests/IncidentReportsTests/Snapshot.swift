import Foundation
import Testing

/// Outputs held against files in `Tests/Snapshots/Reports`. With `RECORD_SNAPSHOTS` set they are written anew, and the run fails.
enum Snapshot {
  static func expect(_ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Snapshots/Reports/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try text.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
    } else {
      let recorded = try String(contentsOf: url, encoding: .utf8)
      #expect(text == recorded, sourceLocation: sourceLocation)
    }
  }
}
