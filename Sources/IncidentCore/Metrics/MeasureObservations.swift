extension MetricsSelection {
  /// One measure of each incident, by ``Milestones/time(_:)``.
  public func observations(of measure: Measure) -> Observations {
    var observations = Observations()
    for snapshot in counted {
      do throws(Unmeasured) {
        let time = try snapshot.milestones.time(measure)
        observations.all.append(
          Observation(
            snapshot.id, from: time.from.rawValue, to: time.to.rawValue, start: time.start, end: time.end,
            seconds: time.seconds,
            notes: time.fallbacks.map { "no \($0.wanted.rawValue): \($0.taken.rawValue) stands in" }))
      } catch {
        observations.leaveOut(snapshot.id, error.sentence)
      }
    }
    return observations
  }

  /// The seconds alone, for a summary of many.
  public func seconds(of measure: Measure) -> [Int] {
    counted.compactMap { try? $0.milestones.time(measure).seconds }
  }

  /// Times that cannot be: they would end before they begin, and count nowhere.
  public var impossibleTimes: [(incident: IncidentID, measure: Measure, fault: Unmeasured)] {
    counted.flatMap { snapshot in
      Measure.allCases.compactMap { measure in
        do throws(Unmeasured) {
          _ = try snapshot.milestones.time(measure)
          return nil
        } catch {
          if case .negative = error { return (snapshot.id, measure, error) }
          return nil
        }
      }
    }
  }

  /// Whether each was acknowledged by the time that the policy sets for the severity it was declared with.
  public func acknowledgements(_ setting: MetricsSetting) -> Observations {
    var observations = Observations()
    for snapshot in counted {
      let milestones = snapshot.milestones
      guard let known = milestones.detected ?? milestones.declared else {
        observations.leaveOut(snapshot.id, "neither detected nor declared")
        continue
      }
      let severity = snapshot.responded.all.first?.severity ?? snapshot.severity
      let due = setting.policy.responseDue(severity, after: known)
      let notes = ["\(severity.label): due \(due)"]
      let from = milestones.detected == nil ? Milestone.declared : .detected
      if let at = milestones.acknowledged {
        guard at >= known else {
          observations.leaveOut(snapshot.id, "acknowledged before it was \(from.rawValue)")
          continue
        }
        observations.all.append(
          Observation(
            snapshot.id, from: from.rawValue, to: Milestone.acknowledged.rawValue, start: known, end: at,
            isMet: at <= due, notes: notes))
      } else if snapshot.status.isActive, setting.now <= due {
        observations.leaveOut(snapshot.id, "not acknowledged, and not due before \(due)")
      } else {
        observations.all.append(
          Observation(
            snapshot.id, from: from.rawValue, start: known, isMet: false, notes: notes + ["never acknowledged"]))
      }
    }
    return observations
  }

  /// Updates that were owed: one observation for each incident that owed any.
  public func updates(_ setting: MetricsSetting) -> (observations: Observations, share: Share?) {
    var observations = Observations()
    var (inTime, owed) = (0, 0)
    for snapshot in counted {
      let isMissing = snapshot.status.isActive && snapshot.nextUpdateDue.map { $0 < setting.now } ?? false
      let all = snapshot.updates.owed + (isMissing ? 1 : 0)
      guard all > 0 else {
        observations.leaveOut(snapshot.id, "owed no update so far")
        continue
      }
      let good = snapshot.updates.owed - snapshot.updates.late
      inTime += good
      owed += all
      observations.all.append(
        Observation(
          snapshot.id, notes: ["\(good) of \(all) in time"] + (isMissing ? ["one has not come"] : [])))
    }
    return (observations, Share(inTime, of: owed))
  }
}

extension Unmeasured {
  /// Why, in words.
  public var sentence: String {
    switch self {
    case .missing(let milestone): "no \(milestone.rawValue), and nothing that could stand in"
    case .negative(let from, let to): "impossible: \(to.rawValue) comes before \(from.rawValue)"
    }
  }
}
