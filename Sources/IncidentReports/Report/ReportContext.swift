import IncidentCore
public import Mustache

/// What a template is told of a period, for the report on it.
///
/// | key | value |
/// | --- | --- |
/// | `title`, `label` | `October 2026`, `2026-10` |
/// | `days` | `1 October 2026 to 31 October 2026`, by the clocks of `timeZone` |
/// | `timeZone` | the team's zone, by whose midnights the period is cut |
/// | `now` | the moment this was written |
/// | `isOngoing` | whether the period goes on |
/// | `filterText` | `payments, api`: the only services it is about; `null` for all |
/// | `leftOutText` | `2 drills, 1 false alarm`; `null` for none |
/// | `isEmpty` | whether nothing was declared |
/// | `hasIncidents`, `incidentCount` | whether there are real ones that were not cancelled, and how many |
/// | `beforeTitle`, `beforeCount` | `September 2026`, and how many it had, or `null` for none |
/// | `incidents` | a list of `{id, severity, status, title, servicesText, cause, declared, duration, isActive}`, the first declared first, ``mostIncidents`` at most; `declared` is a moment |
/// | `moreIncidents` | the number of further ones, or `null` |
/// | `times` | a list of `{name, count, median, mean, p90, shortest, longest}` |
/// | `impossible` | a list of sentences: times that end before they begin, and count for nothing |
/// | `facts` | a list of `{label, text}`: the shares, each of how many |
/// | `severities`, `services` | lists of `{name, count}` |
/// | `changes` | a list of `{name, sentence}`: each median against the period before, and whether that is more than noise; empty where either had no incidents |
/// | `seed` | what the random draws behind them began with |
/// | `budgets` | a list of `{service, objective, window, allowed, spent, left, isSpent, monthsKept}`: error budgets at the end of the period, or now; `monthsKept` is `2 of 3` |
/// | `incidentsChart`, `severitiesChart`, `acknowledgeChart`, `resolveChart`, `budgetsChart` | Mermaid blocks or `null`, to be written with three braces on a line of their own |
/// | `openActions`, `moreActions`, `actionCount` | follow-ups that wait for somebody, as in ``ShiftContext``, of this period or an earlier one |
/// | `hasOpenActions`, `overdueCount` | whether there are any; how many are past their day, or `null` for none |
/// | `repeats` | a list of `{cause, service, count, incidentsText}`, the most frequent first, ``mostRepeats`` at most; of each the last ``mostIncidentsOfCause`` incidents |
/// | `moreRepeats` | the number of further ones, or `null` |
/// | `runbooks` | a list of `{name, count, helpful, unhelpful, incidentsText}`: those that were followed, the most used first, ``mostRunbooks`` at most; `helpful` and `unhelpful` count the incidents in which somebody said so, or are `null` |
/// | `moreRunbooks` | the number of further ones, or `null` |
/// | `unhelpfulRunbooksText`, `unusedRunbooksText` | names, or `null`: of those that did not help, and of the team's that were never used |
/// | `hasRunbooks`, `hasUsedRunbooks` | whether there is anything to say of runbooks; whether any was followed |
/// | `falseAlarmCount`, `duplicateCount` | numbers, or `null` for none |
/// | `hasTimes`, `hasImpossible`, `hasFacts`, `hasChanges`, `hasRepeats`, `hasPeople`, `hasBudgets` | whether that list has items, for the heading above it |
/// | `people` | a list of `{name, incidents, outOfHours, onDuty, rolesText}`, by name |
/// | `outOfHours`, `outOfHoursBefore` | `12.5 % of 8 h` of everybody's time on duty, or `null` |
/// | `assessment` | `{level, number, isSmall, incidentCount, levels}`, or `null`; its `levels` a list of `{name, number, isReached, criteria}`, theirs a list of `{text, isMet, isMissed, isUnknown}` |
public struct ReportContext: Sendable {
  let answer: ReportAnswer

  /// How many incidents are told one by one.
  static let mostIncidents = 100
  /// How many causes that came back are.
  static let mostRepeats = 20
  /// How many runbooks are.
  static let mostRunbooks = 20
  /// How many incidents of one of them are named.
  static let mostIncidentsOfCause = 5

  /// The context of a report.
  public init(_ answer: ReportAnswer) {
    self.answer = answer
  }

  /// The context, for ``Template/render(_:partials:escape:limits:)``.
  public var value: MustacheValue {
    var members = period
    members.merge(incidents) { $1 }
    members.merge(figures) { $1 }
    members.merge(charts) { $1 }
    members.merge(followUps) { $1 }
    members.merge(runbooks) { $1 }
    members["budgets"] = .list(answer.budgets.map(budget))
    members["hasBudgets"] = .bool(!answer.budgets.isEmpty)
    members["assessment"] = answer.assessment.map(assessment) ?? .null
    return .object(members)
  }

  private var period: [String: MustacheValue] {
    let zone = answer.setting.zone
    let leftOut = MetricsText.leftOut(answer.metrics)
    let before = ReportPeriod(answer.before.period, in: zone)
    return [
      "title": .string(answer.period.title(in: zone)), "label": .string(answer.period.period.label),
      "days": .string(MetricsText.days(answer.period.period.from, answer.period.period.until, in: zone)),
      "timeZone": .string(answer.metrics.zone), "now": MomentText.value(answer.setting.now, near: answer.setting.now),
      "isOngoing": .bool(answer.isOngoing),
      "filterText": MustacheValue(text: answer.metrics.filter.services.joined(separator: ", ")),
      "leftOutText": MustacheValue(text: leftOut.joined(separator: ", ")),
      "isEmpty": .bool(answer.metrics.figures == nil),
      "beforeTitle": .string(before.title(in: zone)),
      "beforeCount": Self.number(answer.before.selection.counted.count),
    ]
  }

  private var incidents: [String: MustacheValue] {
    let all = answer.incidents
    return [
      "hasIncidents": .bool(!all.isEmpty), "incidentCount": MustacheValue(all.count),
      "incidents": .list(all.prefix(Self.mostIncidents).map(incident)),
      "moreIncidents": all.count > Self.mostIncidents ? MustacheValue(all.count - Self.mostIncidents) : .null,
    ]
  }

  private func incident(_ snapshot: Snapshot) -> MustacheValue {
    let now = answer.setting.now
    let age = IncidentAge(snapshot, now: now)
    return [
      "id": .string(snapshot.id.text), "severity": .string(snapshot.severity.label),
      "status": .string(snapshot.status.rawValue), "title": MustacheValue(text: snapshot.title),
      "servicesText": MustacheValue(text: snapshot.services.joined(separator: ", ")),
      "cause": MustacheValue(text: snapshot.cause), "isActive": .bool(snapshot.status.isActive),
      "declared": snapshot.milestones.declared.map { MomentText.value($0, near: now) } ?? .null,
      "duration": age.map { .string(DurationText.long(seconds: $0.seconds)) } ?? .null,
    ]
  }

  private func budget(_ budget: ReportBudget) -> MustacheValue {
    let account = budget.last.account
    let percent = BudgetText.spentPercent(account).map { " (\($0))" } ?? ""
    return [
      "service": MustacheValue(text: budget.last.objective.service),
      "objective": .string("\(budget.last.objective.objective) %"), "window": .string(BudgetText.window(budget.last)),
      "allowed": .string(BudgetText.minutes(account.allowedSeconds)),
      "spent": .string(BudgetText.minutes(account.spentSeconds) + percent),
      "left": .string(BudgetText.left(account)), "isSpent": .bool(account.isSpent),
      "monthsKept": .string("\(budget.kept.count) of \(budget.kept.total)"),
    ]
  }

  private var charts: [String: MustacheValue] {
    // Without the line's end, which the template has.
    func chart(_ text: String?) -> MustacheValue { text.map { .string(String($0.dropLast())) } ?? .null }
    return [
      "incidentsChart": chart(answer.incidentsChart), "severitiesChart": chart(answer.severitiesChart),
      "budgetsChart": chart(answer.budgetsChart), "acknowledgeChart": chart(answer.chart(of: .timeToAcknowledge)),
      "resolveChart": chart(answer.chart(of: .timeToResolve)),
    ]
  }

  private var followUps: [String: MustacheValue] {
    let all = answer.followUps
    let today = answer.setting.now.date
    let shown = all.prefix(ShiftContext.mostActions)
    return [
      "openActions": .list(shown.map { $0.value(on: today) }), "hasOpenActions": .bool(!all.isEmpty),
      "actionCount": MustacheValue(all.count), "overdueCount": Self.number(all.count { $0.item.isOverdue(on: today) }),
      "moreActions": all.count > shown.count ? MustacheValue(all.count - shown.count) : .null,
    ]
  }

  /// A number, or `null` for zero: no data is absent.
  static func number(_ count: Int) -> MustacheValue { count > 0 ? MustacheValue(count) : .null }

  private func assessment(_ assessment: MaturityAssessment) -> MustacheValue {
    [
      "level": .string(assessment.level.name), "number": MustacheValue(assessment.level.rawValue),
      "isSmall": .bool(assessment.isSmall), "incidentCount": MustacheValue(assessment.incidents),
      "levels": .list(
        MaturityLevel.allCases.map { level in
          [
            "name": .string(level.name), "number": MustacheValue(level.rawValue),
            "isReached": .bool(assessment.isReached(level)),
            "criteria": .list(
              assessment.findings(of: level).map { finding in
                [
                  "text": .string(MaturityText.sentence(finding)), "isMet": .bool(finding.isMet == true),
                  "isMissed": .bool(finding.isMet == false), "isUnknown": .bool(finding.isMet == nil),
                ]
              }),
          ]
        }),
    ]
  }
}
