/// What an intent comes to: events to record, and what to tell the person.
public struct Decision: Hashable, Sendable {
  /// What goes on the timeline; empty where nothing is new.
  public var events: [EventBody]
  /// What had been so already; nil where the intent took effect now.
  public var already: AlreadySo?
  /// What is odd but possible.
  public var warnings: [Warning]

  /// Takes effect now.
  static func record(_ events: EventBody..., warnings: [Warning] = []) -> Decision {
    Decision(events: events, already: nil, warnings: warnings)
  }

  /// Had been so already; `keeping` holds words that were new.
  static func already(_ fact: AlreadySo, keeping words: EventBody? = nil) -> Decision {
    Decision(events: words.map { [$0] } ?? [], already: fact, warnings: [])
  }
}

/// What had been so before a command was typed (again).
public enum AlreadySo: Hashable, Sendable {
  /// The same was declared of the same moment by the same person.
  case declared(at: Timestamp)
  /// The response had begun.
  case acknowledged(at: Timestamp)
  /// The impact was reduced.
  case mitigated(at: Timestamp)
  /// Service was restored.
  case resolved(at: Timestamp)
  /// The incident was active again.
  case reopened
  /// It was cancelled.
  case cancelled
  /// It was closed.
  case closed(at: Timestamp)
  /// It had that severity.
  case severity(Severity)
  /// That person held the role.
  case assigned(Role, String)
  /// Nobody, or not that person, held the role.
  case released(Role)
  /// The event did not count.
  case retracted(EventID)
  /// The event's words were blanked.
  case redacted(EventID)
  /// The same was said of the same moment by the same person.
  case recorded(EventID)
  /// The postmortem was that far.
  case postmortem(PostmortemStatus)
  /// An unfinished follow-up of that title was there.
  case actionAdded(ActionItem)
  /// The follow-up was that far, or further.
  case actionStands(ActionItem)
  /// Everything that was said of the follow-up was so.
  case actionUnchanged(ActionItem)
  /// The runbook is being followed.
  case runbookStarted(String, at: Timestamp)
  /// That became of the step.
  case runbookStepped(Int, RunbookStepped.Outcome)
  /// That was said of the runbook.
  case runbookReviewed(String, isHelpful: Bool)
}

/// What is odd but possible: recorded, and said out loud.
public enum Warning: Hashable, Sendable {
  /// Two milestones in an unusual order.
  case unusualOrder(MilestoneConflict)
  /// One person commands and speaks for the response.
  case commandsAndCommunicates(String)
  /// Events that are on the timeline happened after the resolution that is being back-filled.
  case laterEvents(count: Int)
  /// The estimate is in the past.
  case estimateHasPassed(Timestamp)
  /// An active incident has the same title.
  case sameTitle(IncidentID)
  /// The incident is closed or cancelled; the words are recorded all the same.
  case noLongerActive(Status)
}

/// Why an intent makes no sense.
public enum Refusal: Error, Hashable, Sendable {
  /// The verb cannot be applied in this status.
  case wrongStatus(verb: Verb, status: Status, backfilled: Bool)
  /// A status that has a command of its own.
  case statusHasCommand(Status)
  /// The policy requires a postmortem that is not published.
  case postmortemOwed(PostmortemStatus?, severity: Severity)
  /// What happened cannot be in the future.
  case inTheFuture(Timestamp, now: Timestamp)
  /// What is planned cannot be in the past.
  case inThePast(Timestamp, now: Timestamp)
  /// Time does not run that way.
  case impossibleOrder(MilestoneConflict, earlierAt: Timestamp, laterAt: Timestamp)
  /// The record was written by a newer version.
  case newerSchema(Int)
  /// There is no such event.
  case noSuchEvent(EventID)
  /// That kind of event stays.
  case cannotRetract(String)
  /// Others rest on that event.
  case eventIsNeeded(Status)
  /// There is no such follow-up, or it was taken back.
  case noSuchAction(EventID)
  /// An unfinished follow-up has that title, and stands otherwise in the record.
  case actionExists(ActionItem)
  /// The follow-up cannot become that from where it is.
  case wrongActionStep(ActionItem, ActionStatus)
  /// A day that was over by that moment.
  case dueBefore(CivilDate, Timestamp)
  /// Nobody started that runbook.
  case runbookNotStarted(String)
  /// The runbook has no such step.
  case noSuchStep(Int, of: Int, runbook: String)
  /// What has to be said is empty or white space.
  case nothingToSay
}

/// The verbs of a response that depend on the status.
public enum Verb: String, Hashable, Sendable {
  /// Begin to respond.
  case acknowledge
  /// Tell those who wait.
  case update
  /// Change the severity.
  case severity
  /// Take a role.
  case assign
  /// Lay a role down.
  case release
  /// Reduce the impact.
  case mitigate
  /// Restore service.
  case resolve
  /// Begin again.
  case reopen
  /// Declare it none.
  case cancel
  /// End it.
  case close
}
