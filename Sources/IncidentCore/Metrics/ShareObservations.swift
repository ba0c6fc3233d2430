extension MetricsSelection {
  /// Whether each was acknowledged in target.
  public func acknowledgements(_ setting: MetricsSetting) -> Observations {
    timeliness(to: Milestone.acknowledged.rawValue) {
      $0.acknowledgement(setting)
    } from: { snapshot in
      (snapshot.milestones.detected == nil ? Milestone.declared : .detected).rawValue
    } none: { _ in
      "neither detected nor declared"
    }
  }

  /// Whether the postmortem of each was published in time.
  public func postmortems(_ setting: MetricsSetting) -> Observations {
    timeliness(to: "published") {
      $0.postmortem(setting)
    } from: { _ in
      Milestone.resolved.rawValue
    } none: { snapshot in
      if case .required = setting.policy[snapshot.severity].postmortem { return "not resolved" }
      return "\(snapshot.severity.label) requires none"
    }
  }

  /// Updates that were owed: one observation for each incident that owed any.
  public func updates(_ setting: MetricsSetting) -> Observations {
    var observations = Observations()
    for snapshot in counted {
      let (inTime, owed) = snapshot.updates(at: setting.now)
      guard owed > 0 else {
        observations.leaveOut(snapshot.id, "owed no update so far")
        continue
      }
      let isMissing = owed > snapshot.updates.owed
      observations.all.append(
        Observation(snapshot.id, notes: ["\(inTime) of \(owed) in time"] + (isMissing ? ["one has not come"] : [])))
    }
    return observations
  }

  private func timeliness(
    to name: String, of outcome: (Snapshot) -> Timeliness, from: (Snapshot) -> String, none: (Snapshot) -> String
  ) -> Observations {
    var observations = Observations()
    for snapshot in counted {
      let outcome = outcome(snapshot)
      switch outcome {
      case .came(let start, let at, let due):
        observations.all.append(
          Observation(
            snapshot.id, from: from(snapshot), to: name, start: start, end: at, isMet: outcome.isMet,
            notes: ["due \(due)"]))
      case .missing(let start, let due):
        observations.all.append(
          Observation(
            snapshot.id, from: from(snapshot), start: start, isMet: false, notes: ["due \(due)", "never \(name)"]))
      case .ahead(let due): observations.leaveOut(snapshot.id, "not \(name), and not due before \(due)")
      case .impossible: observations.leaveOut(snapshot.id, "impossible: \(name) comes before \(from(snapshot))")
      case .none: observations.leaveOut(snapshot.id, none(snapshot))
      }
    }
    return observations
  }
}
