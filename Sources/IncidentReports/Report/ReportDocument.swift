import IncidentCore
public import JSONTree

/// What `report --json` prints: the content of the report, whole seconds, and nothing for what is not known.
public enum ReportDocument {
  /// `{"at", "period", "timeZone", "filter", "incidents", "leftOut", "impossible", "figures", "compare", "trend",
  /// "budgets", "runbooks", "followUps", "assessment"}`; absent is absent. Members that `metrics --json` has too are as they are there, but
  /// `incidents`, which are told one by one here; `budgets` are as `budget --json` has them at the end of the period, or
  /// now, each with the months at whose end it was `kept`.
  public static func json(_ answer: ReportAnswer) -> JSON {
    let metrics = MetricsDocument.json(answer.metrics)
    var json: JSONObject = ["at": .string(answer.setting.now.description)]
    json["period"] = period(answer.period.period)
    for key in ["timeZone", "filter"] { json[key] = metrics[key] }
    json["incidents"] = .array(answer.incidents.map { incident($0, answer.setting) })
    for key in ["leftOut", "impossible", "figures", "compare"] { json[key] = metrics[key] }
    json["trend"] = .array(answer.trend.map(step))
    if !answer.budgets.isEmpty { json["budgets"] = budgets(answer) }
    json["runbooks"] = RunbookCountsDocument.json(answer.runbooks)
    json["followUps"] = .array(answer.followUps.map { followUp($0, answer.setting) })
    json["assessment"] = answer.assessment.map(assessment)
    return .object(json)
  }

  private static func period(_ period: Period) -> JSON {
    [
      "key": .string(period.label), "from": .string(period.from.description),
      "until": .string(period.until.description),
    ]
  }

  private static func step(_ step: ReportStep) -> JSON {
    var json = period(step.period).object ?? [:]
    json["incidents"] = MetricsDocument.number(step.selection.counted.count)
    json["figures"] = step.figures.map(MetricsDocument.figures)
    return .object(json)
  }

  private static func incident(_ snapshot: Snapshot, _ setting: MetricsSetting) -> JSON {
    var json: JSONObject = [
      "id": .string(snapshot.id.text), "title": .string(snapshot.title), "severity": .string(snapshot.severity.label),
      "status": .string(snapshot.status.rawValue), "services": .array(snapshot.services.map(JSON.string)),
    ]
    json["cause"] = snapshot.cause.map(JSON.string)
    json["declared"] = snapshot.milestones.declared.map { .string($0.description) }
    json["resolved"] = snapshot.milestones.resolved.map { .string($0.description) }
    json["durationSeconds"] = IncidentAge(snapshot, now: setting.now).map { MetricsDocument.number($0.seconds) }
    return .object(json)
  }

  private static func budgets(_ answer: ReportAnswer) -> JSON {
    let json = BudgetDocument.json(
      answer.budgets.map(\.last), now: answer.setting.now, timeZone: answer.metrics.zone, whatIf: nil)
    return .array(
      zip(json["services"]?.array ?? [], answer.budgets).map { service, budget in
        var json = service.object ?? [:]
        json["kept"] = MetricsDocument.share(budget.kept)
        return .object(json)
      })
  }

  private static func followUp(_ entry: ActionEntry, _ setting: MetricsSetting) -> JSON {
    let item = entry.item
    var json: JSONObject = [
      "incident": .string(entry.incident.text), "id": .string(item.name), "title": .string(item.title),
      "status": .string(item.status.rawValue),
    ]
    json["owner"] = item.owner.map(JSON.string)
    json["due"] = item.due.map { .string($0.description) }
    json["isOverdue"] = .bool(item.isOverdue(on: setting.now.date))
    return .object(json)
  }

  private static func assessment(_ assessment: MaturityAssessment) -> JSON {
    [
      "level": .string(assessment.level.name), "isSmall": .bool(assessment.isSmall),
      "levels": .array(
        MaturityLevel.allCases.map { level in
          [
            "name": .string(level.name), "isReached": .bool(assessment.isReached(level)),
            "criteria": .array(assessment.findings(of: level).map(criterion)),
          ]
        }),
    ]
  }

  private static func criterion(_ finding: MaturityFinding) -> JSON {
    var json: JSONObject = [
      "criterion": .string(finding.criterion.rawValue), "text": .string(MaturityText.sentence(finding)),
    ]
    json["isMet"] = finding.isMet.map(JSON.bool)
    return .object(json)
  }
}
