import IncidentCore
import Testing

/// What a decision depends on: at `at`, recorded then unless `now` is later, by dana, with the standard policy.
func context(_ at: String, now: String? = nil, by: String = "dana", policy: Policy = .standard) -> ResponseContext {
  ResponseContext(at: time(at), now: time(now ?? at), by: by, policy: policy)
}

extension Incident {
  /// This incident after an intent at `at`, with ids from `random`.
  func after(
    _ intent: Intent, _ at: String, now: String? = nil, random: inout SeededRandom
  ) throws -> Incident {
    let context = context(at, now: now)
    let milliseconds = UInt64(context.now.seconds) * 1_000
    return try recording(decide(intent, in: context), in: context, milliseconds: milliseconds, random: &random).incident
  }

  /// The refusal of an intent; recorded as an issue where there is none.
  func refusal(
    of intent: Intent, _ at: String, now: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) -> Refusal? {
    #expect(throws: Refusal.self, sourceLocation: sourceLocation) { try decide(intent, in: context(at, now: now)) }
  }
}
