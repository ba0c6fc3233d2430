/// Holds a message for customers against what they are not to read.
///
/// Better one question too many than one name on the status page: what is meant all the same is allowed by name.
public struct LeakCheck: Sendable {
  private let phrases: LeakPhrases
  private let hosts: HostNames
  private let allowed: Set<String>
  private let allowedSecrets: Set<String>

  /// - Parameters:
  ///   - people: The names of everybody in the record.
  ///   - services: The team's services, by the names it has for them itself: their hosts are called so.
  ///   - publicNames: What customers call a service, by its name; the name itself is then not theirs to read.
  ///   - internalWords: Words and phrases that the team keeps to itself, in any case, with any blanks, hyphens or
  ///     underscores between their words.
  ///   - allowed: Findings that are meant, by their words, in any case; a credential by all of it, as it stands.
  public init(
    people: some Sequence<String>, services: [String] = [], publicNames: [String: String] = [:],
    internalWords: [String] = [], allowed: [String] = []
  ) {
    let names = ServiceNames(services, publicNames: publicNames)
    let words = (internalWords + names.hidden).compactMap(LeakPhrase.init(internalWord:))
    phrases = LeakPhrases(people.flatMap { PersonName($0, services: names.words).phrases } + words)
    hosts = HostNames(services: names)
    self.allowed = Set(allowed.map(LeakText.key))
    allowedSecrets = Set(allowed.map(LeakText.secretKey))
  }

  /// What customers are not to read, in the order of the text; of two findings in one place, the longer one.
  ///
  /// Takes time in proportion to the text.
  public func leaks(in text: String) -> [Leak] {
    var text = LeakText(text)
    var spans = text.secrets()
    for secret in spans { text.mask(secret.range) }
    spans += text.spans(of: hosts)
    spans += phrases.spans(in: text)
    return Self.outermost(spans).filter { !isAllowed($0, in: text) }.map(text.leak)
  }

  private func isAllowed(_ span: LeakText.Span, in text: LeakText) -> Bool {
    let words = text.words(in: span.whole)
    return span.rule == .secret ? allowedSecrets.contains(words) : allowed.contains(words.lowercased())
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
        .reopened, .cancelled, .closed, .postmortem, .alerted, .ran, .runbookStarted, .runbookStepped,
        .runbookReviewed, .retracted, .redacted, .unreadable:
        break
      }
    }
    return names
  }
}
