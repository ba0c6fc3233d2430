import Foundation
import Testing

/// Holds a text against a file that was recorded earlier, in `Tests/Snapshots/IncidentReports`.
///
/// With `INCIDENT_RECORD_SNAPSHOTS=1` in the environment the file is written instead, and the test still fails, so that
/// nobody passes by recording. Escape characters are stored as `␛`, so that a file can be read and compared.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let file = snapshotDirectory.appending(path: "\(name).txt")
  let actual = Data(text.replacing("\u{1B}", with: "␛").utf8)
  if ProcessInfo.processInfo.environment["INCIDENT_RECORD_SNAPSHOTS"] == "1" {
    do {
      try FileManager.default.createDirectory(at: snapshotDirectory, withIntermediateDirectories: true)
      try actual.write(to: file)
      Issue.record("recorded \(name).txt; run again without INCIDENT_RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
    } catch {
      Issue.record(error, sourceLocation: sourceLocation)
    }
    return
  }
  guard let expected = try? Data(contentsOf: file) else {
    Issue.record("no \(name).txt; record it with INCIDENT_RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
    return
  }
  guard actual != expected else { return }
  let lines = zip(lines(of: expected), lines(of: actual))
  let difference = lines.enumerated().first { $0.element.0 != $0.element.1 }
  let place = difference.map { "line \($0.offset + 1)\n  was: \($0.element.0)\n  is:  \($0.element.1)" }
  Issue.record(
    "\(name).txt differs at \(place ?? "its end")\n\n\(String(decoding: actual, as: UTF8.self))",
    sourceLocation: sourceLocation)
}

private func lines(of data: Data) -> [Substring] {
  String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
}

private let snapshotDirectory = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "Snapshots/IncidentReports")
