import Foundation
import Testing

/// Holds a text against a file recorded earlier in `Tests/Snapshots/IncidentCLI`.
///
/// With `INCIDENT_RECORD_SNAPSHOTS=1` the file is written instead, and the test still fails: nobody passes by recording.
/// The escape character is stored as `␛`.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let file = tests.appending(path: "Snapshots/IncidentCLI/\(name).txt")
  let actual = text.replacing("\u{1B}", with: "␛")
  if ProcessInfo.processInfo.environment["INCIDENT_RECORD_SNAPSHOTS"] == "1" {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: file)
    Issue.record("recorded \(name).txt; run again without INCIDENT_RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  guard !actual.utf8.elementsEqual(expected.utf8) else { return }
  let (was, now) = (lines(expected), lines(actual))
  let first = zip(was, now).enumerated().first { $0.element.0 != $0.element.1 }
  Issue.record(
    """
    \(name).txt differs at line \(first.map { $0.offset + 1 } ?? min(was.count, now.count) + 1)
      was: \(first?.element.0 ?? "")
      is:  \(first?.element.1 ?? "")
    INCIDENT_RECORD_SNAPSHOTS=1 records it anew. It is now:
    \(actual)
    """, sourceLocation: sourceLocation)
}

/// The folder of all tests.
let tests = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

private func lines(_ text: String) -> [Substring] {
  text.split(separator: "\n", omittingEmptySubsequences: false)
}
