public import IncidentCore
public import JSONTree

/// What `report` and `check` say of runbooks to programs.
public enum RunbookCountsDocument {
  /// `{"used": [{"name", "incidents", "helpful", "unhelpful"}], "neverUsed": […]}`; nil where there is nothing to say.
  public static func json(_ counts: RunbookCounts) -> JSON? {
    guard !counts.isEmpty else { return nil }
    return [
      "used": .array(
        counts.used.map { used in
          [
            "name": .string(used.name), "incidents": .array(used.incidents.map { .string($0.text) }),
            "helpful": MetricsDocument.number(used.helpful), "unhelpful": MetricsDocument.number(used.unhelpful),
          ]
        }),
      "neverUsed": .array(counts.neverUsed.map(JSON.string)),
    ]
  }
}
