import IncidentCore
import JSONTree
import Testing

/// Laws that hold for every timeline, tried on random ones; a failure names the seed that makes it again.
@Suite struct RecordLawTests {
  private static let seeds: ClosedRange<UInt64> = 1...2_000
  /// For the laws that take longest to try.
  private static let fewerSeeds: ClosedRange<UInt64> = 1...1_000

  @Test("any timeline folds, and the order its events are given in does not matter")
  func order() throws {
    for seed in Self.seeds {
      var timeline = RandomTimeline(seed: seed)
      let events = try timeline.events()
      let incident = try Incident(id: .sample, events: events)
      let shuffled = try Incident(id: .sample, events: (events + events).shuffled(using: &timeline.random))
      guard shuffled.json == incident.json, shuffled == incident else {
        Issue.record("seed \(seed)")
        return
      }
    }
  }

  @Test("JSON to incident to JSON is the identity, and the stored head is the folded one")
  func identity() throws {
    for seed in Self.seeds {
      var timeline = RandomTimeline(seed: seed)
      let incident = try timeline.incident()
      let text = incident.json.text
      let read = try Incident(json: try JSON.parse(text))
      guard read.json.text == text, !read.storedSnapshotDiffers, read.snapshot == incident.snapshot,
        read.events == incident.events, try Snapshot(head: read.snapshotJSON) == incident.snapshot
      else {
        Issue.record("seed \(seed)")
        return
      }
    }
  }

  @Test("unknown keys anywhere in the head survive reading and writing, and more events keep every one")
  func unknownKeys() throws {
    for seed in Self.fewerSeeds {
      var timeline = RandomTimeline(seed: seed)
      let plain = try timeline.incident()
      let (json, added) = timeline.salted(plain.json)
      let read = try Incident(json: try JSON.parse(json.text))
      guard read.json.text == json.text, !read.storedSnapshotDiffers else {
        Issue.record("seed \(seed): \(json.text)")
        return
      }
      let grown = try read.adding(timeline.additions(to: read.events))
      let more = grown.json
      let again = try Incident(json: .object(more))
      guard added.allSatisfy({ $0.isKept(in: more) }), again.json == more else {
        Issue.record("seed \(seed): \(more.text)")
        return
      }
    }
  }

  @Test("unknown keys that each side adds are all there after a merge, whoever merges")
  func mergedKeys() throws {
    for seed in Self.fewerSeeds {
      var timeline = RandomTimeline(seed: seed)
      let base = try timeline.incident(upTo: 4)
      let forks = try (0..<2).map { _ in
        let fork = try base.adding(timeline.additions(to: base.events, upTo: 3))
        let (json, keys) = timeline.salted(fork.json)
        return (incident: try Incident(json: .object(json)), keys: keys)
      }
      let (ours, theirs) = (forks[0].incident, forks[1].incident)
      let merged = try Incident.merge(base: base, ours: ours, theirs: theirs)
      let other = try Incident.merge(base: base, ours: theirs, theirs: ours)
      let keys = forks.flatMap(\.keys)
      let json = merged.json
      guard json == other.json, keys.allSatisfy({ $0.isKept(in: json) }),
        try Incident.merge(base: ours, ours: merged, theirs: ours).json == json
      else {
        Issue.record("seed \(seed)")
        return
      }
    }
  }

  @Test("what a redaction blanked stays blanked, and equal text elsewhere stays")
  func redaction() throws {
    for seed in Self.fewerSeeds {
      var timeline = RandomTimeline(seed: seed)
      let incident = try timeline.incident()
      let target = timeline.random.pick(incident.events)
      let redaction = Event(
        id: EventID(milliseconds: 1, random: &timeline.random), at: time("23:59"), by: "dana",
        body: .redacted(Redacted(event: target.id)))
      let redacted = try incident.adding([redaction])
      let merged = try Incident.merge(base: incident, ours: incident, theirs: redacted)
      guard merged.json == redacted.json,
        let blanked = merged.events.first(where: { $0.id == target.id }),
        ["title", "message", "impact", "cause"].allSatisfy({ key in
          target.json[key]?.string == nil || blanked.json[key]?.string == Event.blank
        }), blanked.json.keys == target.json.keys
      else {
        Issue.record("seed \(seed)")
        return
      }
    }
  }

  @Test("at the last moment the state is the state; at every moment there is one")
  func snapshotAt() throws {
    for seed in Self.fewerSeeds {
      var timeline = RandomTimeline(seed: seed)
      let incident = try timeline.incident()
      guard let last = incident.events.last, incident.snapshot(at: last.at) == incident.snapshot,
        incident.events.allSatisfy({ incident.snapshot(at: $0.at).milestones.declared != nil })
      else {
        Issue.record("seed \(seed)")
        return
      }
    }
  }
}
