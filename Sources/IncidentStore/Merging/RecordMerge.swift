public import IncidentCore

/// Records merged as the bytes of their files.
public enum RecordMerge {
  /// One of the two files that are brought together.
  public enum Side: String, Hashable, Sendable {
    /// The one the other is merged into.
    case ours
    /// The other one.
    case theirs
  }

  /// What both sides come to (``IncidentCore/Incident/merge(base:ours:theirs:)``), in canonical form.
  ///
  /// A base that is no record counts as none: that can only make more conflicts, never hide one.
  /// - Parameter base: The common ancestor; nil or empty where there is none.
  /// - Throws: ``RecordMergeFailure``; neither side is to be touched then.
  public static func merged(
    base: [UInt8]?, ours: [UInt8], theirs: [UInt8]
  ) throws(RecordMergeFailure) -> [UInt8] {
    let ancestor = base.flatMap { try? RecordCodec.decode($0) }
    let (mine, other) = (try record(ours, .ours), try record(theirs, .theirs))
    do throws(MergeConflict) {
      return RecordCodec.encode(try Incident.merge(base: ancestor, ours: mine, theirs: other))
    } catch {
      throw .conflict(error)
    }
  }

  static func record(_ bytes: [UInt8], _ side: Side) throws(RecordMergeFailure) -> Incident {
    do throws(RecordFault) {
      return try RecordCodec.decode(bytes)
    } catch {
      throw .unreadable(side, error)
    }
  }
}

/// Why two files were not merged.
public enum RecordMergeFailure: Error, Hashable, Sendable {
  /// One of them is no record this version can read.
  case unreadable(RecordMerge.Side, RecordFault)
  /// They cannot be brought together without guessing.
  case conflict(MergeConflict)
}
