/// Holds a message for customers against what they are not to read.
///
/// Better one question too many than one name on the status page: what is meant all the same is allowed by name.
public struct LeakCheck: Sendable {
  private let people: [PersonName]
  private let internalWords: [[Character]]
  private let allowed: Set<String>

  /// - Parameters:
  ///   - people: The names of everybody in the record.
  ///   - internalWords: Words and phrases that the team keeps to itself, in any case.
  ///   - allowed: Findings that are meant, by their words, in any case.
  public init(people: some Sequence<String>, internalWords: [String] = [], allowed: [String] = []) {
    self.people = people.compactMap(PersonName.init)
    self.internalWords = internalWords.map { LeakText.folded($0) }.filter { !$0.isEmpty }
    self.allowed = Set(allowed.map { $0.lowercased() })
  }

  /// What customers are not to read, in the order of the text; of two findings in one place, the longer one.
  public func leaks(in text: String) -> [Leak] {
    let secrets = SecretScan.findings(in: text)
    var number = 0
    var leaks: [Leak] = []
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let line = LeakText(Substring(line))
      var spans = line.spans()
      spans += people.flatMap { $0.spans(in: line) }
      spans += internalWords.flatMap { line.occurrences(of: $0).map { LeakText.Span(.internalWord, $0) } }
      for secret in secrets where secret.line == number {
        if let span = line.span(ofSecretAt: secret.column) { spans.append(span) }
      }
      leaks += Self.outermost(spans).map { line.leak($0, line: number) }
    }
    return leaks.filter { !allowed.contains($0.text.lowercased()) }
  }

  /// Without what lies within another.
  private static func outermost(_ spans: [LeakText.Span]) -> [LeakText.Span] {
    let sorted = spans.sorted {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }
    var kept: [LeakText.Span] = []
    for span in sorted where span.range.upperBound > kept.last?.range.upperBound ?? 0 { kept.append(span) }
    return kept
  }
}

extension Incident {
  /// Everybody whom the record names: who recorded, holds or held a role, or owns a follow-up.
  public var people: Set<String> {
    var names: Set<String> = []
    for event in events {
      if event.by != "unknown" { names.insert(event.by) }
      switch event.body {
      case .assigned(let body):
        names.insert(body.name)
        if let from = body.from { names.insert(from) }
      case .released(let body): names.insert(body.name)
      case .actionAdded(let body): if let owner = body.owner { names.insert(owner) }
      case .actionChanged(let body): if let owner = body.owner { names.insert(owner) }
      case .declared, .acknowledged, .updated, .noted, .communicated, .severityChanged, .mitigated, .resolved,
        .reopened, .cancelled, .closed, .postmortem, .retracted, .redacted, .unreadable:
        break
      }
    }
    return names
  }
}
