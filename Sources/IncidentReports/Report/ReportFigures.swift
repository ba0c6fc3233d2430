import IncidentCore
import Mustache

extension ReportContext {
  /// What was measured.
  var figures: [String: MustacheValue] {
    let figures = answer.metrics.figures
    let selection = answer.metrics.selection
    let changes =
      answer.before.selection.counted.isEmpty || selection.counted.isEmpty
      ? [] : answer.metrics.comparison?.changes ?? []
    let told = changes.filter { $0.change.before != nil || $0.change.after != nil }
    var members: [String: MustacheValue] = [
      "times": .list((figures?.times ?? []).map { time($0.measure, $0.summary) }),
      "impossible": .list(
        selection.impossibleTimes.map {
          .string("\($0.incident.text) \($0.measure.title): \($0.fault.sentence)")
        }),
      "facts": .list(
        (figures.map(MetricsText.facts) ?? []).map { ["label": .string($0.label), "text": .string($0.text)] }),
      "severities": counts((figures?.severities ?? []).map { ($0.severity.label, $0.count) }),
      "services": counts((figures?.services ?? []).map { ($0.service, $0.count) }),
      "changes": .list(
        told.map {
          ["name": .string($0.measure.title), "sentence": .string(MedianChangeText.sentence($0.change))]
        }),
      "seed": .number(String(MetricsComparison.seed)),
      "repeats": .list((figures?.repeats ?? []).prefix(Self.mostRepeats).map(repeated)),
      "moreRepeats": Self.number((figures?.repeats.count ?? 0) - Self.mostRepeats),
      "falseAlarmCount": Self.number(selection.falseAlarms.count),
      "duplicateCount": Self.number(selection.duplicates.count),
    ]
    members.merge(load(figures?.people ?? [])) { $1 }
    for key in ["times", "impossible", "facts", "changes", "repeats", "people"] {
      // A table's head stands once, and only over rows.
      members["has" + key.prefix(1).uppercased() + key.dropFirst()] = .bool(members[key]?.isTruthy ?? false)
    }
    return members
  }

  private func time(_ measure: Measure, _ summary: Summary) -> MustacheValue {
    func text(_ seconds: Int) -> MustacheValue { .string(DurationText.long(seconds: seconds)) }
    return [
      "name": .string(measure.title), "count": MustacheValue(summary.count), "median": text(summary.median),
      "mean": text(summary.mean), "p90": text(summary.p90), "shortest": text(summary.minimum),
      "longest": text(summary.maximum),
    ]
  }

  private func counts(_ pairs: [(name: String, count: Int)]) -> MustacheValue {
    .list(pairs.map { ["name": MustacheValue(text: $0.name), "count": MustacheValue($0.count)] })
  }

  private func repeated(_ cause: RepeatedCause) -> MustacheValue {
    [
      "cause": .string(cause.cause), "service": .string(cause.service), "count": MustacheValue(cause.incidents.count),
      "incidentsText": .string(Self.last(cause.incidents)),
    ]
  }

  /// By name: it is there to share the load, not to compare people.
  private func load(_ people: [PersonLoad]) -> [String: MustacheValue] {
    let people = people.sorted { $0.name < $1.name }
    return [
      "people": .list(
        people.map { load in
          [
            "name": .string(load.name), "incidents": MustacheValue(load.incidents),
            "outOfHours": .string(DurationText.long(seconds: load.secondsOutOfHours)),
            "onDuty": .string(DurationText.long(seconds: load.secondsOnDuty)),
            "rolesText": MustacheValue(
              text: load.roles.map { "\($0.role.title) \($0.incidents)" }.joined(separator: ", ")),
          ]
        }),
      "outOfHours": share(answer.maturity?.outOfHours),
      "outOfHoursBefore": share(answer.before.maturity?.outOfHours),
    ]
  }

  private func share(_ share: Share?) -> MustacheValue {
    share.map { .string(MaturityText.percent($0)) } ?? .null
  }
}
