/// What an event says happened; one case a kind, each with a file of its own.
public enum EventBody: Hashable, Sendable {
  /// The record begins.
  case declared(Declared)
  /// Somebody began to respond.
  case acknowledged(Acknowledged)
  /// News for those who wait: words, progress, impact, an estimate.
  case updated(Updated)
  /// Words for the timeline alone.
  case noted(Noted)
  /// An audience was told how it goes.
  case communicated(Communicated)
  /// The incident turned out better or worse.
  case severityChanged(SeverityChanged)
  /// Somebody took a role.
  case assigned(Assigned)
  /// Somebody laid a role down.
  case released(Released)
  /// The impact is reduced.
  case mitigated(Mitigated)
  /// Service is restored.
  case resolved(Resolved)
  /// It came back.
  case reopened(Reopened)
  /// It was none.
  case cancelled(Cancelled)
  /// All that was owed is done.
  case closed(Closed)
  /// The postmortem was begun, put up for review, published.
  case postmortem(PostmortemChanged)
  /// A follow-up was found.
  case actionAdded(ActionAdded)
  /// A follow-up took a step, or is another now.
  case actionChanged(ActionChanged)
  /// Monitoring said that it fires, or is over.
  case alerted(Alerted)
  /// A command was run for it.
  case ran(Ran)
  /// Somebody began to follow a runbook.
  case runbookStarted(RunbookStarted)
  /// A step of a runbook was done, or skipped.
  case runbookStepped(RunbookStepped)
  /// Somebody says whether a runbook helped.
  case runbookReviewed(RunbookReviewed)
  /// An earlier event no longer counts.
  case retracted(Retracted)
  /// An earlier event's words are gone for good.
  case redacted(Redacted)
  /// A type that this version does not know, or a known one with a field it cannot read.
  case unreadable(UnreadableEvent)

  /// The body of an event of type `type`; what cannot be read is kept as such.
  init(type: String, fields: EventFields) {
    do throws(EventProblem) {
      switch type {
      case Declared.type: self = .declared(try Declared(fields))
      case Acknowledged.type: self = .acknowledged(try Acknowledged(fields))
      case Updated.type: self = .updated(try Updated(fields))
      case Noted.type: self = .noted(try Noted(fields))
      case Communicated.type: self = .communicated(try Communicated(fields))
      case SeverityChanged.type: self = .severityChanged(try SeverityChanged(fields))
      case Assigned.type: self = .assigned(try Assigned(fields))
      case Released.type: self = .released(try Released(fields))
      case Mitigated.type: self = .mitigated(try Mitigated(fields))
      case Resolved.type: self = .resolved(try Resolved(fields))
      case Reopened.type: self = .reopened(try Reopened(fields))
      case Cancelled.type: self = .cancelled(try Cancelled(fields))
      case Closed.type: self = .closed(try Closed(fields))
      case PostmortemChanged.type: self = .postmortem(try PostmortemChanged(fields))
      case ActionAdded.type: self = .actionAdded(try ActionAdded(fields))
      case ActionChanged.type: self = .actionChanged(try ActionChanged(fields))
      case Alerted.type: self = .alerted(try Alerted(fields))
      case Ran.type: self = .ran(try Ran(fields))
      case RunbookStarted.type: self = .runbookStarted(try RunbookStarted(fields))
      case RunbookStepped.type: self = .runbookStepped(try RunbookStepped(fields))
      case RunbookReviewed.type: self = .runbookReviewed(try RunbookReviewed(fields))
      case Retracted.type: self = .retracted(try Retracted(fields))
      case Redacted.type: self = .redacted(try Redacted(fields))
      default: self = .unreadable(UnreadableEvent(type: type, problem: nil))
      }
    } catch {
      self = .unreadable(UnreadableEvent(type: type, problem: error))
    }
  }

  /// The fields and the effect of a kind this version knows; nil for one it cannot read.
  var payload: (any EventPayload)? {
    switch self {
    case .declared(let payload): payload
    case .acknowledged(let payload): payload
    case .updated(let payload): payload
    case .noted(let payload): payload
    case .communicated(let payload): payload
    case .severityChanged(let payload): payload
    case .assigned(let payload): payload
    case .released(let payload): payload
    case .mitigated(let payload): payload
    case .resolved(let payload): payload
    case .reopened(let payload): payload
    case .cancelled(let payload): payload
    case .closed(let payload): payload
    case .postmortem(let payload): payload
    case .actionAdded(let payload): payload
    case .actionChanged(let payload): payload
    case .alerted(let payload): payload
    case .ran(let payload): payload
    case .runbookStarted(let payload): payload
    case .runbookStepped(let payload): payload
    case .runbookReviewed(let payload): payload
    case .retracted(let payload): payload
    case .redacted(let payload): payload
    case .unreadable: nil
    }
  }

  /// Whether a retraction of it counts. A declaration's does not, nor that of a retraction or redaction: whatever two
  /// clones retract, their union stays an incident.
  public var isRetractable: Bool {
    switch self {
    case .declared, .retracted, .redacted: false
    case .acknowledged, .updated, .noted, .communicated, .severityChanged, .assigned, .released, .mitigated,
      .resolved, .reopened, .cancelled, .closed, .postmortem, .actionAdded, .actionChanged, .alerted, .ran,
      .runbookStarted, .runbookStepped, .runbookReviewed, .unreadable:
      true
    }
  }

  /// The `type` a record holds.
  public var type: String {
    if case .unreadable(let event) = self { return event.type }
    return payload.map { Swift.type(of: $0).type } ?? ""
  }
}

/// An event that is kept as it is and changes nothing.
public struct UnreadableEvent: Hashable, Sendable {
  /// The `type` the record holds.
  public let type: String
  /// Why an event of a known type could not be read; nil where the type is unknown.
  public let problem: EventProblem?
}
