public import IncidentCore

/// What a record should be that a merge of texts left unfinished.
public enum RecordMending: Hashable, Sendable {
  /// One record that holds all of both sides.
  case one([UInt8])
  /// Two incidents had taken the same id: the one that was declared first keeps it, the other gets one of
  /// ``IncidentCore/Incident/alternativeIDs``, the first that is free or already its own.
  case two(keeping: [UInt8], renaming: Incident)

  /// What three versions of one file come to, as Git's index holds them while a merge waits to be finished.
  ///
  /// Where one side removed the record, the other's stays: no word is lost by that.
  /// - Parameters:
  ///   - base: The common ancestor, stage 1; nil where there is none.
  ///   - ours: Stage 2; nil where our side removed the file.
  ///   - theirs: Stage 3; nil where their side removed the file.
  /// - Throws: ``RecordMergeFailure``: that side is no record, or both changed the same by hand.
  public init(base: [UInt8]?, ours: [UInt8]?, theirs: [UInt8]?) throws(RecordMergeFailure) {
    guard let mine = ours ?? theirs, let other = theirs ?? ours else {
      throw .conflict(.unsound(RecordProblem(path: [], kind: .missing("timeline"))))
    }
    do throws(RecordMergeFailure) {
      self = .one(try RecordMerge.merged(base: base, ours: mine, theirs: other))
    } catch {
      guard case .conflict(.differentIncidents) = error else { throw error }
      let records = (try RecordMerge.record(mine, .ours), try RecordMerge.record(other, .theirs))
      guard records.0.id == records.1.id, let one = records.0.declaration, let two = records.1.declaration else {
        throw error
      }
      let (first, second) = one < two ? records : (records.1, records.0)
      self = .two(keeping: RecordCodec.encode(first), renaming: second)
    }
  }

  /// The same for a file with conflict markers, from the texts between them.
  /// - Returns: Nil where the text has no markers that fit.
  public init?(_ text: [UInt8]) throws(RecordMergeFailure) {
    guard let conflicted = ConflictedText(text) else { return nil }
    self = try RecordMending(base: conflicted.base, ours: conflicted.ours, theirs: conflicted.theirs)
  }
}
