/// A runbook that may be offered.
public struct RunbookCandidate: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Whether the team wrote it, so that it comes before one that ships in the binary.
  public let isTeams: Bool
  /// What it says it is for.
  public let triggers: RunbookTriggers

  /// A runbook by what it says of itself.
  public init(name: String, isTeams: Bool, triggers: RunbookTriggers) {
    self.name = name
    self.isTeams = isTeams
    self.triggers = triggers
  }
}

/// Why a runbook is for something.
public enum RunbookReason: Hashable, Sendable {
  /// An alert says so: its link, and the runbook it names, where that is one of ours.
  case link(String)
  /// A trigger matches the name of an alert.
  case alert(Glob, name: String)
  /// An alert has a label.
  case label(LabelTrigger, value: String)
  /// A trigger matches words of the title.
  case title(Glob)
  /// It is for a service that suffers.
  case service(String)

  /// The greater, the better.
  fileprivate var strength: (kind: Int, literals: Int) {
    switch self {
    case .link: (4, 0)
    case .alert(let glob, _): (3, glob.literalCount)
    case .label(let label, _): (2, label.value.literalCount)
    case .title(let glob): (1, glob.literalCount)
    case .service: (0, 0)
    }
  }
}

/// A runbook that is for something, and why.
public struct RunbookMatch: Hashable, Sendable {
  /// Its name; nil where an alert links to one that is not ours.
  public let runbook: String?
  /// Why.
  public let reason: RunbookReason
  private let strength: Strength

  private struct Strength: Hashable, Comparable {
    let kind: Int
    let literals: Int
    /// 1 where it names a service that suffers.
    let service: Int
    let team: Int
    let severity: Int

    static func < (left: Strength, right: Strength) -> Bool {
      (left.kind, left.literals, left.service, left.team, left.severity)
        < (right.kind, right.literals, right.service, right.team, right.severity)
    }
  }

  /// Whether both are as good as each other.
  public func isAsGood(as other: RunbookMatch) -> Bool { strength == other.strength }

  /// Every runbook that is for a situation, the best first: what an alert links to; then by triggers on the name of an
  /// alert, the one that says more of it first; on a label; on the words of the title; by service. Of equal ones, those for a
  /// service that suffers come first, then the team's, those for that severity, and then by name.
  ///
  /// One that is for certain services is for no other, where services are known.
  public static func all(for situation: RunbookSituation, among candidates: [RunbookCandidate]) -> [RunbookMatch] {
    let words = situation.title.map(TitleWords.init)
    var matches = candidates.compactMap { match($0, situation, words) }
    for link in situation.alerts.flatMap(\.links) {
      let name = name(in: link)
      guard !matches.contains(where: { $0.reason == .link(link) }),
        !candidates.contains(where: { $0.name.lowercased() == name })
      else { continue }
      let strength = Strength(kind: 4, literals: 0, service: 0, team: 0, severity: 0)
      matches.append(RunbookMatch(runbook: nil, reason: .link(link), strength: strength))
    }
    return matches.sorted { left, right in
      left.strength == right.strength
        ? (left.runbook ?? left.address) < (right.runbook ?? right.address) : right.strength < left.strength
    }
  }

  private var address: String {
    if case .link(let address) = reason { address } else { "" }
  }

  private static func match(
    _ candidate: RunbookCandidate, _ situation: RunbookSituation, _ words: TitleWords?
  ) -> RunbookMatch? {
    let triggers = candidate.triggers
    let service = situation.services.first { service in
      triggers.services.contains { !$0.matchesEverything && $0.matches(service) }
    }
    let isForService =
      triggers.services.isEmpty || situation.services.isEmpty || service != nil
      || triggers.services.contains { $0.matchesEverything }
    var reasons: [RunbookReason] = []
    for alert in situation.alerts {
      reasons += alert.links.filter { name(in: $0) == candidate.name.lowercased() }.map { .link($0) }
    }
    if isForService { reasons += self.reasons(triggers, situation, words, service) }
    // The first of the best, so that the order of what is written decides.
    guard var best = reasons.first else { return nil }
    for reason in reasons.dropFirst() where best.strength < reason.strength { best = reason }
    return RunbookMatch(
      runbook: candidate.name, reason: best,
      strength: Strength(
        kind: best.strength.kind, literals: best.strength.literals, service: service == nil ? 0 : 1,
        team: candidate.isTeams ? 1 : 0,
        severity: triggers.severity != nil && triggers.severity == situation.severity ? 1 : 0))
  }

  private static func reasons(
    _ triggers: RunbookTriggers, _ situation: RunbookSituation, _ words: TitleWords?, _ service: String?
  ) -> [RunbookReason] {
    var reasons: [RunbookReason] = []
    for alert in situation.alerts {
      if let name = alert.name {
        reasons += triggers.alerts.filter { $0.matches(name) }.map { .alert($0, name: name) }
      }
      for trigger in triggers.labels {
        if let label = alert.labels.first(where: trigger.matches) {
          reasons.append(.label(trigger, value: label.value))
        }
      }
    }
    if let words { reasons += triggers.alerts.filter(words.match).map { .title($0) } }
    if let service { reasons.append(.service(service)) }
    return reasons
  }

  /// What a link's last part is called, in lower case: `https://wiki.example.org/runbooks/High-Latency.md#fix` leads to
  /// `high-latency`.
  static func name(in link: String) -> String {
    let path = link.prefix { $0 != "#" && $0 != "?" }
    let last = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    return [".md", ".markdown", ".html"].first(where: last.hasSuffix).map { String(last.dropLast($0.count)) } ?? last
  }
}
