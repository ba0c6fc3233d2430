import IncidentCore
import Mustache

extension IncidentContext {
  /// When those who wait hear something, and what they heard last.
  var updates: [String: MustacheValue] {
    let due = deadlines.nextUpdate
    let overdue = due?.overdue(at: now)
    let cadence = policy[snapshot.severity].updateEvery
    let isAhead = due.map { $0 > now } ?? false
    let next = snapshot.status.isActive ? (isAhead ? due : policy.nextUpdateDue(snapshot.severity, after: now)) : nil
    let news = latestNews
    let publicUpdates = publicUpdates
    return [
      "nextUpdateDue": moment(due), "isOverdue": .bool(overdue != nil),
      "overdueBy": overdue.map { .string(DurationText.long(seconds: $0)) } ?? .null,
      "nextUpdate": moment(next),
      "updateEvery": cadence.map { .string(DurationText.long(seconds: $0.seconds)) } ?? .null,
      "latestNews": news.map(value(of:)) ?? .null,
      "quietSince": overdue == nil ? .null : moment(news?.at ?? snapshot.milestones.declared),
      "publicUpdates": .list(publicUpdates), "hasPublicUpdates": .bool(!publicUpdates.isEmpty),
    ]
  }

  private func value(of event: Event) -> MustacheValue {
    [
      "at": moment(event.at), "by": MustacheValue(text: event.by),
      "sentence": .string(EventText.sentence(event, in: incident)),
      "words": MustacheValue(text: EventText.words(of: event)),
    ]
  }

  private var latestNews: Event? {
    incident.lastCounting { body in
      switch body {
      case .acknowledged, .updated, .severityChanged, .mitigated, .resolved, .reopened, .cancelled, .closed: true
      case .declared, .noted, .communicated, .assigned, .released, .postmortem, .actionAdded, .actionChanged,
        .alerted, .ran, .runbookStarted, .runbookStepped, .runbookReviewed, .retracted, .redacted, .unreadable:
        false
      }
    }
  }

  /// What was written for customers, newest first: the words of public updates, and nothing that was not.
  private var publicUpdates: [MustacheValue] {
    incident.countingEvents.reversed().compactMap { event in
      guard case .updated(let body) = event.body, body.isPublic, let words = body.message?.nonBlank,
        words != Event.blank
      else { return nil }
      return ["at": moment(event.at), "words": .string(words)]
    }
  }

  /// The words of the last cancellation that came with some: a later one may only have added of what it is a duplicate.
  private var cancellationMessage: String? {
    for event in incident.countingEvents.reversed() {
      if case .reopened = event.body { return nil }
      if case .cancelled(let body) = event.body, let message = body.message?.nonBlank { return message }
    }
    return nil
  }

  /// The incident of which a cancelled one is a duplicate, by the last cancellation.
  var original: IncidentID? {
    guard snapshot.status == .cancelled else { return nil }
    let cancellation = incident.lastCounting { if case .cancelled = $0 { true } else { false } }
    guard case .cancelled(let body) = cancellation?.body else { return nil }
    return body.duplicateOf
  }

  /// What was written with the steps that count now.
  var words: [String: MustacheValue] {
    let isRestored = snapshot.status == .resolved || snapshot.status == .closed
    let mitigation = incident.lastCounting { if case .mitigated = $0 { true } else { false } }
    let resolution = incident.lastCounting { if case .resolved = $0 { true } else { false } }
    return [
      "mitigationMessage": MustacheValue(text: mitigation?.message),
      "resolutionMessage": MustacheValue(text: isRestored ? resolution?.message : nil),
      "cancellationMessage": MustacheValue(text: snapshot.status == .cancelled ? cancellationMessage : nil),
      "duplicateOf": MustacheValue(text: original?.text),
    ]
  }
}
