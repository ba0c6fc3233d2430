import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

extension Session {
  /// The names of the team's runbooks, whether they can be read or not.
  var teamRunbooks: [String] {
    guard let files = try? quietRunbooks() else { return [] }
    return files.library.teamEntries.map(\.name)
      + files.failures.compactMap { RunbookLibrary.name(ofFile: $0.fileName) }
  }

  /// Which runbooks the incidents and drills of a store followed, for a check's summary; nil where there is nothing to
  /// say.
  func runbookCounts(in store: StoreAccess?) -> CheckAside? {
    guard let heads = try? store?.heads() else { return nil }
    let counts = RunbookCounts(in: heads.snapshots, existing: teamRunbooks)
    guard let text = RunbookUseText.summary(counts), let json = RunbookCountsDocument.json(counts) else { return nil }
    return CheckAside(text: text, key: "runbooks", json: json)
  }
}
