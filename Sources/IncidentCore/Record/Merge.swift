import JSONTree

extension Incident {
  /// The union of two clones' records of one incident, as Git's merge driver needs it: commutative in every byte,
  /// associative and idempotent in the events.
  ///
  /// An event that one side lacks stays, also where it stands in `base`: reverting, cherry-picking and popping a stash
  /// are merges with such bases, and no word is lost by one. What somebody no longer wants is retracted or redacted.
  ///
  /// Redaction comes first. Of an event that still differs somebody edited one by hand, and its members are merged one
  /// by one against those in `base`; members of the head that this version does not know likewise. The rest of the head
  /// is folded anew.
  /// - Parameter base: The common ancestor; nil where there is none.
  /// - Throws: ``MergeConflict``; nothing is guessed.
  public static func merge(base: Incident?, ours: Incident, theirs: Incident) throws(MergeConflict) -> Incident {
    for side in [ours, theirs] where !side.isWritable { throw .newerSchema(side.schema) }
    guard ours.id == theirs.id, ours.sharesDeclaration(with: theirs) else { throw .differentIncidents(ours.id) }
    let redacted = redactionTargets(in: ours.events).union(redactionTargets(in: theirs.events))
    let sides = [ours, theirs].map { blanked($0.events, redacted) }
    var places: [MergeConflict.Place] = []
    let events = union(base: blanked(base?.events ?? [], redacted), sides[0], sides[1], &places)
    var head = ThreeWay()
    let members = HeadMerge.merged(base: base?.head ?? [:], ours.head, theirs.head, &head)
    places += head.conflicts.map { MergeConflict.Place(event: nil, path: $0) }
    guard places.isEmpty else { throw .bothChanged(places) }
    do throws(RecordProblem) {
      return try Incident(id: ours.id, schema: max(ours.schema, theirs.schema), events: events, head: members)
    } catch {
      throw .unsound(error)
    }
  }

  /// Every event of both sides, once.
  private static func union(
    base: [Event], _ ours: [Event], _ theirs: [Event], _ places: inout [MergeConflict.Place]
  ) -> [Event] {
    let mine = Dictionary(ours.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var events = ours
    for event in theirs {
      guard let other = mine[event.id] else {
        events.append(event)
        continue
      }
      guard other.json != event.json else { continue }
      let ancestor = base.first { $0.id == event.id }
      var members = ThreeWay()
      let merged = members.merged(objects: ancestor?.json, other.json, event.json, at: [])
      places += members.conflicts.map { MergeConflict.Place(event: event.id, path: $0) }
      // Each member is that of one side, and on both they make an event.
      guard let merged = try? Event(json: merged), let index = events.firstIndex(of: other) else { continue }
      events[index] = merged
    }
    return events
  }
}
