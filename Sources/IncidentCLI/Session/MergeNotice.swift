import IncidentStore

extension Session {
  /// Says, once in the life of a clone, that it merges records as text. After the answer: it waits for Git.
  func warnOfTextMerges() {
    guard let store = try? storeIfAny() else { return }
    let readiness = MergeReadiness(of: store.location, fileSystem: environment.fileSystem)
    guard readiness.isNewlyFoundLacking(adding: environment.gitVariables) else { return }
    warn("this clone merges records as text, with conflicts; `incident init` makes it ready")
  }
}
