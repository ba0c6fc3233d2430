import IncidentCore
import IncidentExchange
import Testing

/// The notices of a payload that must be read.
func notices(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [AlertNotice] {
  do {
    return try AlertPayload.read(Array(text.utf8)).notices
  } catch {
    Issue.record("refused: \(error.message)", sourceLocation: sourceLocation)
    throw error
  }
}

/// The only notice of a payload.
func notice(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> AlertNotice {
  let all = try notices(text, sourceLocation: sourceLocation)
  #expect(all.count == 1, sourceLocation: sourceLocation)
  return try #require(all.first, sourceLocation: sourceLocation)
}

/// Why a payload is refused.
func problem(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws -> AlertPayloadProblem {
  let problem = #expect(throws: AlertPayloadProblem.self, sourceLocation: sourceLocation) {
    try AlertPayload.read(bytes)
  }
  return try #require(problem, sourceLocation: sourceLocation)
}

extension AlertNotice {
  /// `team=data service=payments`.
  var labelText: String { labels.map { "\($0.name)=\($0.value)" }.joined(separator: " ") }

  /// `runbook https://…`, one a line.
  var linkText: [String] { links.map { "\($0.kind.rawValue) \($0.url)" } }
}
