public import IncidentCore
public import Mustache

/// What a template is told of one incident.
///
/// Every key below is always there; what is not known is `null`, and a section over it is not rendered. All texts are
/// as people wrote them: the template's escape makes them harmless. A template for customers is told what is meant for
/// them, and of everything else nothing (``value(for:)``).
///
/// | key | value |
/// | --- | --- |
/// | `id`, `shortId` | `INC-20240305-7QK4`, `7QK4` |
/// | `title` | in a line, as the people who respond put it |
/// | `kind`, `isDrill` | `incident` or `drill` |
/// | `severity`, `severityWord` | `SEV2`, `major` |
/// | `status` | `monitoring`; likewise `isDeclared`, `isInvestigating`, `isMitigating`, `isMonitoring`, `isResolved`, `isClosed`, `isCancelled` |
/// | `isActive`, `isOver` | whether a response is going on |
/// | `services`, `servicesText` | a list of names; `payments, search and login` |
/// | `impact`, `cause` | what is noticed; the label of the cause |
/// | `publicTitle`, `publicImpact` | what was written for customers; nothing else, and not what was redacted |
/// | `publicServicesText` | as `servicesText`, by the names that the team's settings have for customers |
/// | `messageKind` | `initial`, `progress`, `noChange` or `resolution`, as a message written now is; likewise `isInitial`, `isProgress`, `isNoChange`, `isResolution` |
/// | `now` | a moment: when this was written |
/// | `date` | `5 March 2024`, the day on which the impact began |
/// | `eta`, `etaHasPassed` | a moment; whether it is behind `now` |
/// | `publicEta` | a moment: the estimate if it was given in a public update and is ahead |
/// | `duration`, `durationSeconds` | `45 min`, from the beginning of the impact to the end of the response, or to `now` |
/// | `began`, `ended` | moments: what `duration` is measured between; `ended` only where it is over |
/// | `milestones` | an object with a moment for each of `started`, `detected`, `declared`, `acknowledged`, `mitigated`, `resolved`, `closed` |
/// | `roles` | a list of `{key, alias, title, label, names, namesText}`, those that somebody holds; `incident commander`, `Incident commander` |
/// | `incidentCommander`, `technicalLead`, `communicationsLead`, `scribe`, `subjectMatterExpert`, `responder`, `executiveSponsor` | the names, as in `dana and li` |
/// | `emptyRoles` | a list of `{key, alias, title, label}`: required by policy, held by nobody, response going on |
/// | `needsAcknowledgement`, `respondBy`, `respondIsLate` | whether somebody is asked to acknowledge: nobody has, and nothing is being mitigated yet; a moment: when somebody has to; whether it has passed |
/// | `needsAnything` | whether a role is empty or somebody is asked to acknowledge |
/// | `nextCommand`, `nextReason` | what to type next, and why: `incident assign ic NAME 7qk4`, `nobody is incident commander` |
/// | `nextUpdateDue`, `isOverdue`, `overdueBy` | a moment; whether it has passed; `12 min` |
/// | `nextUpdate` | a moment ahead: when the next update is due, seen from one that goes out at `now` |
/// | `updateEvery` | `30 min`, the cadence of the severity |
/// | `latestNews` | `{at, by, sentence, words}`: the last entry that says how the incident goes |
/// | `quietSince` | a moment: of the latest news, where an update is overdue |
/// | `publicUpdates`, `hasPublicUpdates` | a list of `{at, words}`, newest first: what was written for customers, nothing else |
/// | `mitigationMessage`, `resolutionMessage`, `cancellationMessage` | what was written with that step, while it counts |
/// | `duplicateOf`, `isDuplicate` | the incident that a cancelled one is a duplicate of; whether it is one |
/// | `timeline` | a list of entries, oldest first, see below |
/// | `measures` | a list; likewise `timeToDetect`, `timeToAcknowledge`, `timeToMitigate`, `timeToResolve`, see below |
/// | `actions`, `hasActions` | a list of follow-ups, see below; whether there are any |
/// | `openActions`, `hasOpenActions` | those that are still to be done or verified |
/// | `runbooks`, `hasRunbooks` | a list of those that were followed, see below; whether there are any |
/// | `postmortemStatus` | `draft`, `in review`, `published` |
/// | `postmortemOwed`, `postmortemDue`, `postmortemIsLate` | whether policy requires one of a resolved incident that is not published; a moment; whether it has passed |
///
/// A moment is `{full: "5 March 2024 14:00 UTC", short: "14:00 UTC" on the day of now (else as full), clock: "14:00",
/// date: "5 March 2024", iso: "2024-03-05T14:00:00Z"}`, always in UTC.
///
/// An entry of the timeline is `{id, type, at, day, clock, by, sentence, words, line, lines, hasLines, output,
/// isLoggedLate, isPublic}`: `day` is the date where it is another than that of the entry before, `sentence` says what happened
/// (``EventText``), `words` is what a person wrote, `line` the same where it is one line, `lines` a list where it is
/// several, as a pasted log is, `output` the last lines that a command printed, as a Markdown block within a list item,
/// to be written with three braces on a line of its own. What was retracted is left out, and so is what is about the
/// record or its postmortem and not about the incident.
///
/// A runbook is `{name, title, steps, done, skipped, stepsText, nextStep, nextTitle, isReviewed, isHelpful, isUnhelpful,
/// verdict, reviews}`: `steps`, `done` and `skipped` count, `stepsText` is `4 of 9 steps done, 2 skipped`; `nextStep` is
/// the number of the first step that nobody did or skipped, while the response goes on, `nextTitle` what it is called; `verdict` is `it helped` or
/// `it did not help`, by the last who said; `reviews` are texts, the last first.
///
/// A follow-up is `{id, title, kind, owner, due, dueDate, isOverdue, priority, link, status, isUnfinished}`: `A1`; `prevent`,
/// `detect`, `mitigate` or `process`; `2026-12-04` and `4 December 2026`; `high`, `medium` or `low`; `open`, `started`,
/// `done`, `verified` or `dropped`.
///
/// A measure is `{key, name, isMeasured, text, seconds, from, to, fallback, missing}`: `from` and `to` are moments with
/// the `milestone`'s name, `fallback` says which milestone stood in for which, `missing` why there is no measure.
public struct IncidentContext: Sendable {
  /// The incident.
  let incident: Incident
  /// When the text is written.
  let now: Timestamp
  /// What the team requires.
  let policy: Policy
  /// What customers call a service, by its name, where that is another.
  let publicNames: [String: String]

  /// One incident, seen at `now`.
  public init(_ incident: Incident, now: Timestamp, policy: Policy, publicNames: [String: String] = [:]) {
    self.incident = incident
    self.now = now
    self.policy = policy
    self.publicNames = publicNames
  }

  /// The context, for ``Template/render(_:partials:escape:limits:)``.
  public var value: MustacheValue {
    var members = identity
    for part in [flags, progress, roles, updates, words, timelineAndMeasures, postmortem, actions, runbooks] {
      members.merge(part) { first, _ in first }
    }
    return .object(members)
  }

  var snapshot: Snapshot { incident.snapshot }

  var deadlines: Deadlines { Deadlines(snapshot, policy: policy) }

  private var identity: [String: MustacheValue] {
    [
      "id": .string(snapshot.id.text), "shortId": .string(String(snapshot.id.shortText)),
      "title": MustacheValue(text: snapshot.title), "kind": .string(snapshot.kind.rawValue),
      "severity": .string(snapshot.severity.label), "severityWord": .string(snapshot.severity.word),
      "status": .string(snapshot.status.rawValue),
      "services": .list(snapshot.services.map(MustacheValue.string)),
      "servicesText": MustacheValue(text: EventText.list(snapshot.services)),
      "impact": MustacheValue(text: snapshot.impact), "cause": MustacheValue(text: snapshot.cause),
      "publicTitle": Self.publicText(snapshot.publicTitle), "publicImpact": Self.publicText(snapshot.publicImpact),
      "publicServicesText": MustacheValue(text: EventText.list(publicServices)),
      "now": moment(now),
    ]
  }

  /// Each name once: two services may be one to customers.
  private var publicServices: [String] {
    snapshot.services.map { publicNames[$0] ?? $0 }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func publicText(_ text: String?) -> MustacheValue {
    MustacheValue(text: text == Event.blank ? nil : text)
  }

  private var flags: [String: MustacheValue] {
    var flags: [String: MustacheValue] = [
      "isDrill": .bool(snapshot.kind == .drill), "isActive": .bool(snapshot.status.isActive),
      "isOver": .bool(!snapshot.status.isActive), "isDuplicate": .bool(original != nil),
    ]
    for status in Status.allCases { flags[Self.flag(status.rawValue)] = .bool(status == snapshot.status) }
    let kind = MessageKind(incident, now: now)
    flags["messageKind"] = .string(kind.rawValue)
    for other in MessageKind.allCases { flags[Self.flag(other.rawValue)] = .bool(other == kind) }
    return flags
  }

  /// `isMonitoring`.
  static func flag(_ word: String) -> String {
    "is" + word.prefix(1).uppercased() + word.dropFirst()
  }

  private var postmortem: [String: MustacheValue] {
    let due = deadlines.postmortem
    let next = NextStep(for: snapshot, now: now, policy: policy, namesReference: true)
    return [
      "nextCommand": MustacheValue(text: next?.command), "nextReason": MustacheValue(text: next?.reason),
      "postmortemStatus": snapshot.postmortem.map { .string(PostmortemText.standing($0)) } ?? .null,
      "postmortemOwed": .bool(due != nil), "postmortemDue": moment(due),
      "postmortemIsLate": .bool(due?.overdue(at: now) != nil),
    ]
  }
}

extension IncidentContext {
  /// A moment in every form a template may want, or `null`.
  func moment(_ moment: Timestamp?) -> MustacheValue {
    moment.map { MomentText.value($0, near: now) } ?? .null
  }
}
