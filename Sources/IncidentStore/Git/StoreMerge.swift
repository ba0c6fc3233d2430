import IncidentCore

/// The store's files that two commits both changed, brought together in this very process.
///
/// No merge driver is asked: what comes out depends on nothing that a clone has configured, and Git, which makes the
/// files for a driver in the work tree, leaves none there when it is killed.
struct StoreMerge {
  /// What both sides are to have, by its path in the work tree.
  private(set) var files: [String: [UInt8]] = [:]
  /// Files that nobody can bring together unseen.
  private(set) var conflicts: [String] = []

  private let repository: StoreRepository
  private let sides: [String]

  /// Merges what both commits changed since their merge bases.
  ///
  /// Where there are several, all that differs counts: what Git makes of the bases themselves may be no record.
  /// - Parameters:
  ///   - bases: At least one.
  ///   - text: How the postmortems of both sides merge; nil for a conflict.
  init(
    _ bases: [String], _ ours: String, _ theirs: String, in repository: StoreRepository, text: TextMerging
  ) throws(GitObstacle) {
    self.repository = repository
    sides = [ours, theirs]
    let base = bases.first ?? ours
    var paths = try repository.filesChanged(from: bases.count == 1 ? base : ours, to: theirs)
    if bases.count == 1 {
      let oursChanged = Set(try repository.filesChanged(from: base, to: ours))
      paths.removeAll { !oursChanged.contains($0) }
    }
    let blobs = try repository.blobs(paths.flatMap { path in [base, ours, theirs].map { $0 + ":" + path } })
    var renamed: [(incident: Incident, id: IncidentID, path: String)] = []
    for (index, path) in paths.enumerated() {
      let (base, ours, theirs) = (blobs[index * 3], blobs[index * 3 + 1], blobs[index * 3 + 2])
      // Among them a file that one side removed and the other left as it was, which stays removed.
      if ours == theirs || (ours == nil && theirs == base) || (theirs == nil && ours == base) { continue }
      guard let id = repository.record(at: path) else {
        // Where one side removed a text, people say which of both it is to be.
        guard let ours, let theirs, let merged = try text(base ?? [], ours, theirs) else {
          conflicts.append(path)
          continue
        }
        files[path] = merged
        continue
      }
      switch try? RecordMending(base: base, ours: ours, theirs: theirs) {
      case nil: conflicts.append(path)
      case .one(let bytes): files[path] = bytes
      case .two(let bytes, let other):
        files[path] = bytes
        renamed.append((other, id, path))
      }
    }
    for other in renamed where try !place(other.incident, renamedFrom: other.id) { conflicts.append(other.path) }
  }

  /// Gives the incident the first of its other ids that is free, or already its own.
  private mutating func place(_ incident: Incident, renamedFrom id: IncidentID) throws(GitObstacle) -> Bool {
    for candidate in incident.alternativeIDs where candidate != id {
      let path = repository.path(candidate.text + ".json")
      guard let renamed = try? incident.renamed(to: candidate) else { continue }
      var known = files[path].map { [$0] } ?? []
      if known.isEmpty { known = try repository.blobs(sides.map { $0 + ":" + path }).compactMap(\.self) }
      var merged: [UInt8]? = RecordCodec.encode(renamed)
      for present in known {
        merged = merged.flatMap { try? RecordMerge.merged(base: nil, ours: present, theirs: $0) }
      }
      guard let merged else { continue }
      files[path] = merged
      return true
    }
    return false
  }
}

/// What two versions of a text come to since a base; nil where both changed the same lines.
public typealias TextMerging = (_ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]) throws(GitObstacle) -> [UInt8]?

extension StoreRepository {
  /// The records and postmortems that differ between two commits.
  fileprivate func filesChanged(from old: String, to new: String) throws(GitObstacle) -> [String] {
    let prefix = path("")
    return try answer(["diff-tree", "-r", "-z", "--name-only", "--no-renames", old, new]).split(separator: 0)
      .map { String(decoding: $0, as: UTF8.self) }
      .filter { path in
        guard path.hasPrefix(prefix) else { return false }
        let name = path.dropFirst(prefix.count)
        return !name.hasPrefix(".") && StoreChanges.isOwn(String(name))
      }
  }
}
