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
    counted.indices.compactMap { try? counted[$0].milestones.time(measure).seconds }
  }

  /// Times that cannot be: they would end before they begin, and count nowhere.
  public var impossibleTimes: [(incident: IncidentID, measure: Measure, fault: Unmeasured)] {
    var impossible: [(incident: IncidentID, measure: Measure, fault: Unmeasured)] = []
    for place in counted.indices {
      let milestones = counted[place].milestones
      for measure in Measure.allCases {
        do throws(Unmeasured) {
          _ = try milestones.time(measure)
        } catch {
          if case .negative = error { impossible.append((counted[place].id, measure, error)) }
        }
      }
    }
    return impossible
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
