import IncidentCore
import IncidentStore

/// Two records merge to the same whoever merges, and to no less than both.
enum MergeLaws {
  static func hold(for input: [UInt8]) {
    // Three records, each followed by a byte that no text in UTF-8 has: base, ours, theirs.
    let parts = input.split(separator: 0xFF, maxSplits: 2, omittingEmptySubsequences: false).map(Array.init)
    guard parts.count == 3 else { return }
    _ = ConflictedText(parts[0])
    _ = try? RecordMending(base: parts[0], ours: parts[1], theirs: parts[2])
    let one = try? RecordMerge.merged(base: parts[0], ours: parts[1], theirs: parts[2])
    let other = try? RecordMerge.merged(base: parts[0], ours: parts[2], theirs: parts[1])
    law("whoever merges", one == other)
    guard let one else { return }
    guard let ours = try? RecordCodec.decode(parts[1]), let theirs = try? RecordCodec.decode(parts[2]),
      let merged = try? RecordCodec.decode(one)
    else { return law("what was merged can be read", false) }
    let ids = Set(merged.events.map(\.id))
    law("every event is there", ids == Set(ours.events.map(\.id)).union(theirs.events.map(\.id)))
    law("what is merged is canonical", RecordCodec.encode(merged) == one)
    let twice = try? RecordMerge.merged(base: parts[0], ours: one, theirs: one)
    law("merged with itself it is itself", twice == one)
    let again = try? RecordMerge.merged(base: parts[2], ours: one, theirs: parts[2])
    law("what it has changes nothing", again == one)
    for redacted in merged.events {
      guard case .redacted(let body) = redacted.body else { continue }
      let target = merged.events.first { $0.id == body.event }
      law("what was redacted stays so", target?.hasWords != true)
    }
  }
}
