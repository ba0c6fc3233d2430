import IncidentCore

/// Does the timeline go on while the response does?
struct TimelineRules {
  let source: SourceLines
  let lines: [[Unicode.Scalar]]
  let outline: PostmortemOutline

  /// The holes in the timeline of the record that no line of the document's own fills.
  func findings(of incident: Incident?, policy: Policy) -> [PostmortemFinding] {
    guard let incident else { return [] }
    let holes = TimelineHole.all(in: incident, policy: policy)
    guard !holes.isEmpty else { return [] }
    let place = outline.first(.timeline)?.place ?? MarkdownPlace(line: 1, column: 1)
    let clocks = self.clocks()
    return holes.filter { !$0.isFilled(by: clocks) }.map { hole in
      let (from, to) = (MomentText.full(hole.from), MomentText.short(hole.to, near: hole.from))
      return PostmortemFinding(
        .timelineGap, at: place,
        "the timeline has a hole of \(DurationText.long(seconds: hole.seconds)), from \(from) to \(to); "
          + "\(hole.severity.label) is updated every \(DurationText.long(seconds: hole.cadence))",
        excerpt: source.excerpt(at: place),
        suggestion: "note what was tried and seen then: "
          + "incident note --at \(hole.middle) -m TEXT \(incident.id.typedText)")
    }
  }

  /// The times of day, in minutes, that people wrote into the timeline.
  private func clocks() -> [Int] {
    var clocks: [Int] = []
    for (index, block) in outline.blocks.enumerated()
    where outline.kinds[index] == .timeline && block.region == nil && block.isProse {
      for piece in block.pieces { clocks += Self.clocks(in: lines[piece.line - 1][piece.range]) }
    }
    return clocks
  }

  /// `14:05`, `9:30`.
  static func clocks(in line: ArraySlice<Unicode.Scalar>) -> [Int] {
    var clocks: [Int] = []
    for colon in line.indices where line[colon] == ":" {
      func digit(_ index: Int) -> Int? {
        guard line.indices.contains(index), ("0"..."9").contains(line[index]) else { return nil }
        return Int(line[index].value) - 48
      }
      guard let ones = digit(colon - 1), let tensOfMinutes = digit(colon + 1), let minutes = digit(colon + 2),
        digit(colon + 3) == nil, digit(colon - 3) == nil
      else { continue }
      let hour = (digit(colon - 2) ?? 0) * 10 + ones
      if hour < 24, tensOfMinutes < 6 { clocks.append(hour * 60 + tensOfMinutes * 10 + minutes) }
    }
    return clocks
  }
}

/// A stretch of a response of which the timeline tells nothing.
struct TimelineHole: Hashable {
  /// The entry before it.
  let from: Timestamp
  /// The entry after it.
  let to: Timestamp
  /// How bad the incident was then.
  let severity: Severity
  /// How many seconds may pass at that severity.
  let cadence: Int

  var seconds: Int { to.seconds(since: from) }
  /// A time to note something at, in the form `--at` takes.
  var middle: Timestamp { from.adding(seconds / 2) }

  /// Every one of a record, in order. A longer time that an update announced is no hole; nor is what comes after the end
  /// of a response. Drills have them, too.
  static func all(in incident: Incident, policy: Policy) -> [TimelineHole] {
    var holes: [TimelineHole] = []
    var severity = incident.snapshot.severity
    var isActive = false
    var last: (at: Timestamp, announced: Timestamp?)?
    // Back-filled entries may stand before the declaration, and its severity is the first there is.
    for event in incident.countingEvents {
      if case .declared(let body) = event.body {
        severity = body.severity
        break
      }
    }
    for event in incident.countingEvents where event.body.isAboutTheIncident {
      if isActive, let last, let every = policy[severity].updateEvery {
        let due = max(last.at.adding(every.seconds), last.announced ?? last.at)
        if event.at > due {
          holes.append(TimelineHole(from: last.at, to: event.at, severity: severity, cadence: every.seconds))
        }
      }
      switch event.body {
      case .declared, .reopened: isActive = true
      case .resolved, .cancelled, .closed: isActive = false
      case .severityChanged(let body): severity = body.severity
      default: break
      }
      var announced: Timestamp?
      if case .updated(let body) = event.body { announced = body.nextUpdateDue }
      last = (event.at, announced)
    }
    return holes
  }

  /// Whether entries at these times of day leave no hole.
  func isFilled(by clocks: [Int]) -> Bool {
    guard !clocks.isEmpty else { return false }
    var moments: [Int] = []
    for clock in clocks {
      var moment = from.seconds - from.secondOfDay + clock * 60
      while moment <= to.seconds {
        if moment > from.seconds { moments.append(moment) }
        moment += 86_400
      }
      // A response that goes on for years has other holes.
      if moments.count > 10_000 { return false }
    }
    var last = from.seconds
    for moment in moments.sorted() + [to.seconds] {
      // People write minutes.
      if moment - last > cadence + 59 { return false }
      last = moment
    }
    return true
  }
}
