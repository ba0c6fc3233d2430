import JSONTree

extension Incident {
  /// The union of two clones' records of one incident, as Git's merge driver needs it: commutative in every byte,
  /// associative and idempotent in the events.
  ///
  /// Of two events with one id that differ, a hand edit made them differ: the side that changed the one in `base` wins,
  /// and where both did, the greater bytes, so that every clone picks the same. Redaction wins over both.
  /// Unknown keys of the head merge by the same rule, and one that is changed here and dropped there stays.
  /// - Parameter base: The common ancestor; nil where there is none.
  /// - Throws: ``RecordProblem`` where the records are of different incidents.
  public static func merge(base: Incident?, ours: Incident, theirs: Incident) throws(RecordProblem) -> Incident {
    guard ours.id == theirs.id else {
      throw RecordProblem(path: [.key("id")], kind: .unexpected("id", expected: ours.id.text))
    }
    var chosen: [EventID: Event] = [:]
    for event in ours.events { chosen[event.id] = event }
    let ancestors = Dictionary((base?.events ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for event in theirs.events {
      guard let mine = chosen[event.id], mine.json != event.json else {
        chosen[event.id] = event
        continue
      }
      let base = ancestors[event.id].map { JSON.object($0.json) }
      let picked = ThreeWay.merged(base: base, .object(mine.json), .object(event.json))
      chosen[event.id] = picked == .object(mine.json) ? mine : event
    }
    return try Incident(
      id: ours.id, schema: max(ours.schema, theirs.schema), events: Array(chosen.values),
      head: HeadMerge.merged(base: base?.head ?? [:], ours.head, theirs.head))
  }
}
