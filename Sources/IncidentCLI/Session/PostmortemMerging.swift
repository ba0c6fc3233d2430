import IncidentReports
import IncidentStore

extension Session {
  /// A postmortem's versions brought together: generated regions take one side, prose merges as text.
  /// - Parameter directory: Where files may stand for a moment.
  /// - Returns: Nil where both sides changed the same lines of prose.
  func merged(_ versions: PostmortemMerge, in directory: String) throws(TextMergeError) -> [UInt8]? {
    let merged = try TextMerge.merged(
      base: versions.base, ours: versions.ours, theirs: versions.theirs, in: directory,
      adding: environment.gitVariables, environment.fileSystem)
    return merged.flatMap { versions.accepts($0) ? versions.finished($0) : nil }
  }
}
