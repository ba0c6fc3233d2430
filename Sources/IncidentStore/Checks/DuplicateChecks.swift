import IncidentCore
import JSONTree

/// Does every id name one thing?
extension CheckedRecord {
  /// Events that stand twice in this file. The second of two equal ones does not count; two different ones make the
  /// record unreadable.
  func repeatedEvents() -> [Finding] {
    let entries = timeline
    // Equal ones count once, which shows in their number.
    if let readable, readable.events.count == entries.count { return [] }
    var first: [String: Int] = [:]
    return entries.enumerated().compactMap { index, entry in
      guard let id = entry["id"]?.string else { return nil }
      guard let earlier = first[id] else {
        first[id] = index
        return nil
      }
      let isEqual = entry == entries[earlier]
      return finding(
        .duplicateIDs, at: path(ofEvent: index, "id"),
        isEqual ? "the event \(id) stands here a second time" : "another event has the id \(id) already",
        remedy: isEqual
          ? "run incident check --fix, which keeps one" : "keep one of the two; Git's history says which came first",
        mending: isEqual && readable != nil ? .rewrite : nil)
    }
  }
}

/// The ids in one file, for comparison with every other one.
struct CheckedIDs: Sendable {
  let incident: IncidentID
  /// In ``EventID/bits``.
  let events: [UInt128]

  /// Nil for a file that is no record.
  init?(_ record: CheckedRecord) {
    guard let readable = record.readable else { return nil }
    incident = readable.id
    events = readable.events.map(\.id.bits)
  }
}

/// Ids that stand in two files.
struct SharedIDs {
  /// An id of the later file that the earlier one has, too.
  struct Pair: Hashable {
    let earlier: Int
    let later: Int
  }

  /// Files that hold the same incident.
  private(set) var incidents: [Pair] = []
  /// Files of different incidents that hold the same events, with how many, and one of these.
  private(set) var events: [(pair: Pair, count: Int, example: UInt128)] = []

  /// - Parameter files: the ids of each file, by its place in the list of files; nil for what is no record.
  init(_ files: [CheckedIDs?]) {
    var byIncident: [(id: PackedIncidentID, file: Int)] = []
    var byEvent: [(id: UInt128, file: Int32)] = []
    byEvent.reserveCapacity(files.reduce(0) { $0 + ($1?.events.count ?? 0) })
    for (index, file) in files.enumerated() {
      guard let file else { continue }
      byIncident.append((PackedIncidentID(file.incident), index))
      for event in file.events { byEvent.append((event, Int32(truncatingIfNeeded: index))) }
    }
    byIncident.sort { ($0.id, $0.file) < ($1.id, $1.file) }
    for (one, other) in zip(byIncident, byIncident.dropFirst()) where one.id == other.id {
      incidents.append(Pair(earlier: one.file, later: other.file))
    }
    // Sorted rather than looked up: half the memory of a dictionary, and none of its hashing.
    byEvent.sort { ($0.id, $0.file) < ($1.id, $1.file) }
    var counts: [Pair: (count: Int, example: UInt128)] = [:]
    for (one, other) in zip(byEvent, byEvent.dropFirst()) where one.id == other.id {
      let pair = Pair(earlier: Int(one.file), later: Int(other.file))
      // A whole copy is told as that.
      guard files[pair.earlier]?.incident != files[pair.later]?.incident else { continue }
      counts[pair, default: (0, one.id)].count += 1
    }
    events = counts.map { ($0.key, $0.value.count, $0.value.example) }
      .sorted { ($0.pair.later, $0.pair.earlier) < ($1.pair.later, $1.pair.earlier) }
  }
}
