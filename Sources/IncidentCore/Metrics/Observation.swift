/// What one incident adds to a figure.
public struct Observation: Hashable, Sendable {
  /// Which one.
  public let incident: IncidentID
  /// What it is measured from: `detected`, `due`, `dana`.
  public let from: String?
  /// What it is measured to: `acknowledged`.
  public let to: String?
  /// When that began.
  public let start: Timestamp?
  /// When that ended.
  public let end: Timestamp?
  /// What it adds, in seconds, where the figure is a time.
  public let seconds: Int?
  /// Whether it counts as a success, where the figure is a share.
  public let isMet: Bool?
  /// What else there is to know, in words.
  public let notes: [String]

  init(
    _ incident: IncidentID, from: String? = nil, to: String? = nil, start: Timestamp? = nil, end: Timestamp? = nil,
    seconds: Int? = nil, isMet: Bool? = nil, notes: [String] = []
  ) {
    self.incident = incident
    self.from = from
    self.to = to
    self.start = start
    self.end = end
    self.seconds = seconds
    self.isMet = isMet
    self.notes = notes
  }
}

/// What the incidents of a selection add to a figure, and which add nothing, and why.
public struct Observations: Hashable, Sendable {
  /// One for each incident that counts, or several of one.
  public var all: [Observation] = []
  /// Those that count for nothing here, with the reason in words.
  public var leftOut: [(incident: IncidentID, reason: String)] {
    zip(leftOutIncidents, reasons).map { ($0, $1) }
  }

  private var leftOutIncidents: [IncidentID] = []
  private var reasons: [String] = []

  /// The seconds of all.
  public var seconds: [Int] { all.compactMap(\.seconds) }

  mutating func leaveOut(_ incident: IncidentID, _ reason: String) {
    leftOutIncidents.append(incident)
    reasons.append(reason)
  }
}

extension Observations {
  /// Incidents of which nothing more is to be said.
  public init(_ incidents: [IncidentID]) {
    all = incidents.map { Observation($0) }
  }

  /// The incidents of causes that came back.
  public init(repeats: [RepeatedCause]) {
    all = repeats.flatMap { cause in
      cause.incidents.map { Observation($0, from: cause.service, to: cause.cause) }
    }
  }
}
