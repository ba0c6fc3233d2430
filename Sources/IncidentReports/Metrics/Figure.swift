public import IncidentCore

/// A figure that metrics give, with its definition in words: what `--explain` prints, so that nobody needs the source
/// to check a number by hand.
public enum Figure: String, CaseIterable, Hashable, Sendable {
  /// started → detected.
  case timeToDetect
  /// detected → acknowledged.
  case timeToAcknowledge
  /// started → mitigated.
  case timeToMitigate
  /// started → resolved.
  case timeToResolve
  /// How long people responded to each severity.
  case severitySeconds
  /// Incidents taken up again.
  case reopened
  /// Acknowledged by the target.
  case acknowledgedInTarget
  /// Updates sent by the time they were due.
  case updatesOnTime
  /// Causes that came back.
  case repeats
  /// Incidents that were none.
  case falseAlarms
  /// Incidents that were another one.
  case duplicates
  /// Postmortems that the policy requires.
  case postmortems
  /// Follow-ups.
  case actions
  /// What was asked of whom.
  case people

  /// The measure it is, if it is one.
  var measure: Measure? { Measure(rawValue: rawValue) }

  /// What is computed, in words; the rules of the design, one by one.
  public var formula: String {
    switch self {
    case .timeToDetect:
      "detected − started. No started: detected stands in, then declared; no detected: declared stands in. Where both ends "
        + "rest on one milestone nothing was measured."
    case .timeToAcknowledge:
      "acknowledged − detected. No detected: declared stands in. Only an explicit acknowledgement counts."
    case .timeToMitigate:
      "mitigated − started. No started: detected stands in, then declared; no mitigated on a resolved incident: resolved."
    case .timeToResolve:
      "resolved − started, the last resolution of one that was reopened. No started: detected stands in, then declared."
    case .severitySeconds:
      "The time from declaration to resolution, by the severity at each moment, from each reopening to the next "
        + "resolution too; what goes on is measured until now."
    case .reopened: "Incidents that were resolved or closed and taken up again, and how often."
    case .acknowledgedInTarget:
      "Acknowledged at or before detected (else declared) + the policy's target for the severity it was declared with. One "
        + "that nobody acknowledged counts as missed, unless its target is still ahead. The next business day is the next "
        + "of Monday to Friday, and ends at 24:00 UTC."
    case .updatesOnTime:
      "Updates given at or before they were due, of all that were owed: each news or mitigation that sets when the next "
        + "is due, change of severity or resolution gives the one that was due; one overdue now counts as missed. "
        + "incident show INCIDENT has the moments."
    case .repeats:
      "Incidents with the same cause on the same service; case, blanks, - and _ make no difference."
    case .falseAlarms: "Cancelled incidents that are no duplicates; they count in no other figure."
    case .duplicates: "Incidents cancelled as duplicates; they count in no other figure."
    case .postmortems:
      "Of resolved incidents whose severity requires one: published by the last resolution + the policy's time. One that is "
        + "not published counts as missed once it is due."
    case .actions:
      "Follow-ups of the incidents: done (verified or not), of these by their day (UTC), verified, dropped, and past their "
        + "day and not done."
    case .people:
      "Whoever acknowledged an incident or holds a role in it is on duty while the response goes on, from its "
        + "declaration on, moments of several roles and incidents once; out of hours is what lies outside the team's working hours, in its time zone."
    }
  }

  /// `time to detect`, `updates on time`.
  public var title: String {
    switch self {
    case .timeToDetect, .timeToAcknowledge, .timeToMitigate, .timeToResolve: measure?.title ?? rawValue
    case .severitySeconds: "time at each severity"
    case .reopened: "reopened"
    case .acknowledgedInTarget: "acknowledged in target"
    case .updatesOnTime: "updates on time"
    case .repeats: "repeated causes"
    case .falseAlarms: "false alarms"
    case .duplicates: "duplicates"
    case .postmortems: "postmortems in time"
    case .actions: "follow-ups"
    case .people: "load on people"
    }
  }

  /// What each incident adds to it.
  public func observations(in selection: MetricsSelection, _ setting: MetricsSetting) -> Observations {
    switch self {
    case .timeToDetect: selection.observations(of: .timeToDetect)
    case .timeToAcknowledge: selection.observations(of: .timeToAcknowledge)
    case .timeToMitigate: selection.observations(of: .timeToMitigate)
    case .timeToResolve: selection.observations(of: .timeToResolve)
    case .severitySeconds: selection.severityTimes(setting)
    case .reopened: selection.reopened
    case .acknowledgedInTarget: selection.acknowledgements(setting)
    case .updatesOnTime: selection.updates(setting)
    case .repeats: Observations(repeats: selection.repeats)
    case .falseAlarms: Observations(selection.falseAlarms)
    case .duplicates: Observations(selection.duplicates)
    case .postmortems: selection.postmortems(setting)
    case .actions: selection.actions
    case .people: selection.duties(setting)
    }
  }
}
