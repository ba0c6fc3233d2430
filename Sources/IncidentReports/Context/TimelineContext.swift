import IncidentCore
import Mustache

extension IncidentContext {
  /// What happened, in order, and how long it took.
  var timelineAndMeasures: [String: MustacheValue] {
    var members: [String: MustacheValue] = ["timeline": .list(timeline)]
    var measures: [MustacheValue] = []
    for measure in Measure.allCases {
      let value = value(of: measure)
      measures.append(value)
      members[measure.rawValue] = value
    }
    members["measures"] = .list(measures)
    return members
  }

  private var timeline: [MustacheValue] {
    var day: CivilDate?
    return incident.countingEvents.filter(\.body.isAboutTheIncident).map { event in
      defer { day = event.at.date }
      return entry(event, isNewDay: event.at.date != day)
    }
  }

  private func entry(_ event: Event, isNewDay: Bool) -> MustacheValue {
    var isPublic = false
    if case .updated(let body) = event.body { isPublic = body.isPublic }
    let words = EventText.words(of: event)
    let lines = words.map(Self.lines) ?? []
    return [
      "id": .string(event.id.text), "type": .string(event.body.type), "at": moment(event.at),
      "day": isNewDay ? .string(MomentText.date(event.at.date)) : .null, "clock": .string(event.at.clock()),
      "by": MustacheValue(text: event.by), "sentence": .string(EventText.sentence(event, in: incident)),
      "words": MustacheValue(text: words), "line": MustacheValue(text: lines.count > 1 ? nil : words),
      "lines": .list(lines.count > 1 ? lines.map(MustacheValue.string) : []), "hasLines": .bool(lines.count > 1),
      "output": RanOutput.markdown(RanOutput.lines(of: event, most: RanOutput.mostInDocument))
        .map(MustacheValue.string) ?? .null,
      "isLoggedLate": .bool(event.isLoggedLate),
      "isPublic": .bool(isPublic),
    ]
  }

  /// The lines of what a person wrote, without empty ones at its edges and repeated ones.
  private static func lines(of words: String) -> [String] {
    var kept: [String] = []
    for line in words.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
      if let line = String(line).nonBlank { kept.append(line) } else if kept.last?.isEmpty == false { kept.append("") }
    }
    if kept.last?.isEmpty == true { kept.removeLast() }
    return kept
  }

  private func value(of measure: Measure) -> MustacheValue {
    var members: [String: MustacheValue] = [
      "key": .string(measure.rawValue), "name": .string(measure.title), "isMeasured": false, "text": nil,
      "seconds": nil, "from": nil, "to": nil, "fallback": nil, "missing": nil,
    ]
    do throws(Unmeasured) {
      let time = try snapshot.milestones.time(measure)
      members["isMeasured"] = true
      members["text"] = .string(DurationText.long(seconds: time.seconds))
      members["seconds"] = MustacheValue(time.seconds)
      members["from"] = end(time.start, time.from)
      members["to"] = end(time.end, time.to)
      members["fallback"] = MustacheValue(text: MeasureText.fallback(of: time))
    } catch {
      members["missing"] = .string(MeasureText.reason(error))
    }
    return .object(members)
  }

  private func end(_ at: Timestamp, _ milestone: Milestone) -> MustacheValue {
    var end = MomentText.members(of: at, near: now)
    end["milestone"] = .string(milestone.rawValue)
    return .object(end)
  }
}

extension EventBody {
  /// Whether it tells of the incident, rather than of its record, its postmortem or what follows from it.
  var isAboutTheIncident: Bool {
    switch self {
    case .postmortem, .actionAdded, .actionChanged, .runbookReviewed, .retracted, .redacted: false
    case .declared, .acknowledged, .updated, .noted, .communicated, .severityChanged, .assigned, .released,
      .mitigated, .resolved, .reopened, .cancelled, .closed, .alerted, .ran, .runbookStarted, .runbookStepped,
      .unreadable:
      true
    }
  }
}
