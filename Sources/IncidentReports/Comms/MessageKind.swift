import IncidentCore

/// What a message about an incident is for; each has its own wording for each audience.
///
/// After the communication templates of common incident guides: a first acknowledgement, progress, "no change", and the
/// resolution (<https://www.atlassian.com/incident-management/incident-communication/templates>).
enum MessageKind: String, CaseIterable, Hashable, Sendable {
  /// The first that those who wait hear.
  case initial
  /// There is news.
  case progress
  /// There is none, which is said all the same.
  case noChange
  /// It is over.
  case resolution

  /// What a message at `now` is for.
  ///
  /// There is no change where the last news says so, or where the next news is overdue. Until work shows an effect or
  /// somebody gave an update, it is the first message.
  init(_ incident: Incident, now: Timestamp) {
    guard incident.snapshot.status.isActive else {
      self = .resolution
      return
    }
    let news = incident.lastCounting(\.isNews)
    if case .updated(let body) = news?.body, body.isUnchanged {
      self = .noChange
    } else if let due = incident.snapshot.nextUpdateDue, due.overdue(at: now) != nil {
      self = .noChange
    } else if news == nil {
      self = .initial
    } else {
      self = .progress
    }
  }
}

extension EventBody {
  /// Whether it tells how the work goes, beyond that it began.
  fileprivate var isNews: Bool {
    switch self {
    case .updated, .severityChanged, .mitigated, .resolved, .reopened, .cancelled, .closed: true
    case .declared, .acknowledged, .noted, .communicated, .assigned, .released, .postmortem, .actionAdded,
      .actionChanged, .alerted, .ran, .runbookStarted, .runbookStepped, .runbookReviewed, .retracted, .redacted,
      .unreadable:
      false
    }
  }
}
