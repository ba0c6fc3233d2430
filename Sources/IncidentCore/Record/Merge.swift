import JSONTree

extension Incident {
  /// The union of two clones' records of one incident, as Git's merge driver needs it: commutative, associative and
  /// idempotent in the events.
  ///
  /// Of two events with one id that differ, a hand edit made them differ: the side that changed the one in `base` wins,
  /// and where both did, the greater bytes, so that every clone picks the same. Redaction wins over both.
  /// Unknown keys of the head merge by the same rule.
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
      let picked = pick(base: ancestors[event.id].map { .object($0.json) }, .object(mine.json), .object(event.json))
      chosen[event.id] = picked == .object(mine.json) ? mine : event
    }
    return try Incident(
      id: ours.id, schema: max(ours.schema, theirs.schema), events: Array(chosen.values),
      head: mergedHead(base: base?.head ?? [:], ours.head, theirs.head))
  }

  /// Every key of both heads; the known ones are folded anew in any case.
  private static func mergedHead(base: JSONObject, _ ours: JSONObject, _ theirs: JSONObject) -> JSONObject {
    var result = ours
    var predecessor = ""
    for member in theirs {
      if let mine = ours[member.key] {
        result[member.key] = pick(base: base[member.key], mine, member.value)
      } else if base[member.key] == nil {
        result.insert(member.value, forKey: member.key, after: predecessor)
      }
      predecessor = member.key
    }
    for member in ours where theirs[member.key] == nil && base[member.key] == member.value {
      result[member.key] = nil
    }
    return result
  }

  /// The side that changed; where both did, the one whose canonical text is greater.
  private static func pick(base: JSON?, _ ours: JSON, _ theirs: JSON) -> JSON {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    return ours.inlineText().utf8.lexicographicallyPrecedes(theirs.inlineText().utf8) ? theirs : ours
  }
}
