import IncidentCore
public import JSONTree

/// What `metrics --json` prints: every figure, whole seconds, and nothing for what is not known.
public enum MetricsDocument {
  /// `{"at", "since", "until", "timeZone", "filter", "incidents", "leftOut", "impossible", "figures", "by", "groups", "explain",
  /// "compare", "explainBefore"}`; absent is absent.
  public static func json(_ answer: MetricsAnswer) -> JSON {
    let selection = answer.selection
    var json: JSONObject = ["at": .string(answer.setting.now.description)]
    json["since"] = answer.scope.since.map { .string($0.description) }
    json["until"] = answer.scope.until.map { .string($0.description) }
    json["timeZone"] = .string(answer.zone)
    json["filter"] = filter(answer.filter)
    json["incidents"] = number(selection.counted.count)
    json["leftOut"] = [
      "drills": number(selection.drills.count),
      "cancelled": number(selection.falseAlarms.count + selection.duplicates.count),
      "unreadable": number(answer.unreadable),
    ]
    let impossible = selection.impossibleTimes
    if !impossible.isEmpty {
      json["impossible"] = .array(
        impossible.map { incident, measure, fault in
          ["id": .string(incident.text), "figure": .string(measure.rawValue), "reason": .string(fault.sentence)]
        })
    }
    json["figures"] = answer.figures.map(figures)
    if let grouping = answer.grouping {
      json["by"] = .string(grouping.rawValue)
      json["groups"] = .array(answer.groups.map { group($0.group, $0.figures) })
    }
    if answer.isExplained {
      json["explain"] = .array(Figure.allCases.map { explanation($0, selection, answer.setting) })
    }
    if let compared = answer.comparison {
      json["compare"] = comparison(compared)
      if answer.isExplained {
        json["explainBefore"] = .array(
          Figure.allCases.filter { $0.measure != nil }.map { explanation($0, compared.earlier, answer.setting) })
      }
    }
    return .object(json)
  }

  static func filter(_ filter: MetricsFilter) -> JSON? {
    var json: JSONObject = [:]
    let lists = [
      ("severities", filter.severities.map(\.label)), ("services", filter.services), ("causes", filter.causes),
    ]
    for (key, words) in lists where !words.isEmpty { json[key] = .array(words.map(JSON.string)) }
    return json.isEmpty ? nil : .object(json)
  }

  private static func group(_ group: MetricsGroup, _ figures: Figures?) -> JSON {
    var json: JSONObject = [:]
    json["key"] = group.key.map(JSON.string)
    json["from"] = (group.period?.from).map { .string($0.description) }
    json["until"] = (group.period?.until).map { .string($0.description) }
    json["incidents"] = number(group.selection.counted.count)
    json["figures"] = figures.map(Self.figures)
    return .object(json)
  }

  /// The figures of one selection.
  static func figures(_ figures: Figures) -> JSON {
    var json: JSONObject = [:]
    for (measure, summary) in figures.times { json[measure.rawValue] = Self.summary(summary) }
    json["severities"] = counts(figures.severities.map { ($0.severity.label, $0.count) })
    json["services"] = counts(figures.services.map { ($0.service, $0.count) })
    json["severitySeconds"] = counts(figures.severitySeconds.map { ($0.severity.label, $0.seconds) })
    json["reopened"] = ["incidents": number(figures.reopened.incidents), "times": number(figures.reopened.times)]
    json["acknowledgedInTarget"] = figures.acknowledgedInTarget.map(share)
    json["updatesOnTime"] = figures.updatesOnTime.map(share)
    json["repeats"] = .array(
      figures.repeats.map { cause in
        [
          "cause": .string(cause.cause), "service": .string(cause.service),
          "incidents": .array(cause.incidents.map { .string($0.text) }),
        ]
      })
    json["falseAlarms"] = number(figures.falseAlarms)
    json["duplicates"] = number(figures.duplicates)
    json["postmortems"] = figures.postmortems.map { count in
      [
        "owed": number(count.owed), "published": number(count.published), "inTime": number(count.inTime),
        "late": number(count.late),
      ]
    }
    json["actions"] = figures.actions.map { count in
      [
        "total": number(count.total), "done": number(count.done), "inTime": number(count.inTime),
        "verified": number(count.verified), "dropped": number(count.dropped), "overdue": number(count.overdue),
      ]
    }
    json["people"] = .array(figures.people.map(person))
    return .object(json)
  }

  private static func person(_ load: PersonLoad) -> JSON {
    [
      "name": .string(load.name), "incidents": number(load.incidents),
      "roles": .object(JSONObject(load.roles.map { ($0.role.rawValue, number($0.incidents)) })),
      "onDutySeconds": number(load.secondsOnDuty), "outOfHoursSeconds": number(load.secondsOutOfHours),
    ]
  }

  private static func summary(_ summary: Summary) -> JSON {
    [
      "n": number(summary.count), "meanSeconds": number(summary.mean), "medianSeconds": number(summary.median),
      "p90Seconds": number(summary.p90), "minSeconds": number(summary.minimum), "maxSeconds": number(summary.maximum),
    ]
  }

  /// `{"n": 10, "of": 12, "percent": 83.3}`.
  static func share(_ share: Share) -> JSON {
    [
      "n": number(share.count), "of": number(share.total),
      "percent": .number(text: DecimalText.tenths(share.permille)),
    ]
  }

  /// Names from records may repeat a key only in theory; the last one would count.
  private static func counts(_ pairs: [(String, Int)]) -> JSON {
    var json: JSONObject = [:]
    for (name, count) in pairs { json[name] = number(count) }
    return .object(json)
  }

  private static func explanation(
    _ figure: Figure, _ selection: MetricsSelection, _ setting: MetricsSetting
  ) -> JSON {
    let observations = figure.observations(in: selection, setting)
    return [
      "figure": .string(figure.rawValue), "formula": .string(figure.formula),
      "incidents": .array(observations.all.map(observation)),
      "leftOut": .array(
        observations.leftOut.map { ["id": .string($0.incident.text), "reason": .string($0.reason)] }),
    ]
  }

  private static func observation(_ observation: Observation) -> JSON {
    var json: JSONObject = ["id": .string(observation.incident.text)]
    json["from"] = observation.from.map(JSON.string)
    json["to"] = observation.to.map(JSON.string)
    json["start"] = observation.start.map { .string($0.description) }
    json["end"] = observation.end.map { .string($0.description) }
    json["seconds"] = observation.seconds.map(number)
    json["isMet"] = observation.isMet.map(JSON.bool)
    if !observation.notes.isEmpty { json["notes"] = .array(observation.notes.map(JSON.string)) }
    return .object(json)
  }

  static func comparison(_ comparison: MetricsComparison) -> JSON {
    var before: JSONObject = [:]
    before["since"] = comparison.before.since.map { .string($0.description) }
    before["until"] = comparison.before.until.map { .string($0.description) }
    before["incidents"] = number(comparison.incidents.before)
    var measures: JSONObject = [:]
    for (measure, change) in comparison.changes { measures[measure.rawValue] = Self.change(change) }
    return [
      "seed": .number(JSONNumber(Int(MetricsComparison.seed))), "before": .object(before),
      "measures": .object(measures),
    ]
  }

  /// `changeSeconds` is rounded from the exact difference of the medians, as the sentence says it, and so can be a second
  /// off the difference of the rounded medians. It can only where the exact one ends on half a second, and then
  /// `exactChangeSeconds` has that.
  private static func change(_ change: MedianChange) -> JSON {
    var json: JSONObject = [
      "n": .array([number(change.before?.count ?? 0), number(change.after?.count ?? 0)])
    ]
    if let before = change.before, let after = change.after, let seconds = change.change?.seconds {
      json["medianSeconds"] = .array([number(before.median), number(after.median)])
      json["changeSeconds"] = number(seconds)
      json["exactChangeSeconds"] = change.change.flatMap(exact).map { .number(text: $0) }
    }
    if let evidence = change.evidence {
      json["intervalSeconds"] = .array([
        number(evidence.interval.lowerBound.seconds), number(evidence.interval.upperBound.seconds),
      ])
      json["resamples"] = number(evidence.resamples)
      json["pValue"] = .number(text: DecimalText.share(evidence.test.pValue))
      json["method"] = .string(evidence.test.method.rawValue)
      json["permutations"] = number(evidence.test.permutations)
      json["isDistinguishable"] = .bool(evidence.isDistinguishable)
    }
    json["isSmall"] = .bool(change.isSmall)
    json["sentence"] = .string(MedianChangeText.sentence(change))
    return .object(json)
  }

  /// `-9.5`: a change that is no whole number of seconds; nil of one that is.
  static func exact(_ change: HalfSeconds) -> String? {
    guard change.doubled % 2 != 0 else { return nil }
    return "\(change.doubled < 0 ? "-" : "")\(change.doubled.magnitude / 2).5"
  }

  static func number(_ value: Int) -> JSON { .number(JSONNumber(value)) }
}
