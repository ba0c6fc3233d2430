import IncidentCore

/// What a reader finds in a payload, as it stands there; the notice is what of it is in bounds.
struct AlertDraft {
  let source: AlertSource
  var change: AlertChange
  /// Where nil, the title stands for it.
  var key: String?
  var fingerprints: [String] = []
  var name: String?
  /// The first that says something is the title.
  var titles: [String?] = []
  /// The first that says something, and not just what the title says, is the summary.
  var summaries: [String?] = []
  var severity: String?
  var service: String?
  var labels: [(name: String, value: String)] = []
  var links: [(kind: AlertLink.Kind, url: String?)] = []
  var at: Timestamp?
  var started: Timestamp?
  var ended: Timestamp?
  /// How many alerts fire and are over; one of the two is 1 where the source does not count.
  var counts: (firing: Int, resolved: Int)?
  var by: String?

  init(source: AlertSource, change: AlertChange) {
    self.source = source
    self.change = change
  }

  /// In bounds.
  var notice: AlertNotice {
    let name = AlertText.line(name, most: AlertBounds.word)
    let title =
      titles.lazy.compactMap { AlertText.line($0, most: AlertBounds.title) }.first ?? name
      ?? "Alert from \(source.title)"
    let key = key.flatMap { AlertText.isVisible($0) ? $0 : nil } ?? "\(source.rawValue):\(title)"
    var notice = AlertNotice(source: source, change: boundedChange, key: AlertText.key(key), title: title)
    notice.name = name
    notice.fingerprints = Self.distinct(
      fingerprints.lazy.filter(AlertText.isVisible).map(AlertText.key), most: AlertNotice.mostFingerprints)
    notice.summary =
      summaries.lazy.compactMap { AlertText.lines($0, most: AlertBounds.summary) }.first { $0 != title }
    notice.severity = AlertText.line(severity, most: AlertBounds.word)
    notice.service = AlertText.line(service, most: AlertBounds.word)
    notice.labels = AlertLabels.bounded(labels)
    notice.links = AlertLinks.bounded(links)
    notice.at = at
    notice.started = started
    notice.ended = change == .resolved ? ended : nil
    notice.firing = counts?.firing ?? (change == .fired ? 1 : 0)
    notice.resolved = counts?.resolved ?? (change == .resolved ? 1 : 0)
    notice.by = AlertText.line(by, most: AlertBounds.word)
    return notice
  }

  private var boundedChange: AlertChange {
    switch change {
    case .fired, .resolved, .acknowledged: return change
    case .severityChanged(let word):
      return AlertText.line(word, most: AlertBounds.word).map { .severityChanged($0) } ?? .other("severity changed")
    case .assigned(let names):
      let known = names.lazy.compactMap { AlertText.line($0, most: AlertBounds.word) }
      let people = Self.distinct(known, most: AlertBounds.people)
      return people.isEmpty ? .other("assigned") : .assigned(people)
    case .noted(let text):
      return AlertText.lines(text, most: AlertBounds.summary).map { .noted($0) } ?? .other("note added")
    case .other(let words):
      return .other(AlertText.line(words, most: AlertBounds.word) ?? "changed")
    }
  }

  /// The first `most` texts, none of them twice.
  private static func distinct(_ texts: some Sequence<String>, most: Int) -> [String] {
    var seen: Set<String> = []
    var kept: [String] = []
    for text in texts where seen.insert(text).inserted {
      kept.append(text)
      if kept.count == most { break }
    }
    return kept
  }
}
