import IncidentStore

/// `check --fix`: what the findings say mends them, done under the store's lock.
struct CheckMending {
  /// What was done to a file.
  struct Change {
    /// As findings name it.
    let path: String
    let outcome: Store.Mended
  }

  private let scope: CheckScope
  private let session: Session

  init(_ scope: CheckScope, _ session: Session) {
    self.scope = scope
    self.session = session
  }

  /// Mends every file once, and says so.
  func mend(_ findings: [Finding]) throws(CommandFailure) -> [Change] {
    var wanted: [(path: String, mending: Finding.Mending)] = []
    for finding in findings {
      guard let mending = finding.mending, !wanted.contains(where: { $0.path == finding.path && $0.mending == mending })
      else { continue }
      wanted.append((finding.path, mending))
    }
    for file in scope.files where wanted.contains(where: { $0.path == file.path }) {
      if case .plain = file.content { session.inform("\(file.path) is in no store of this directory: left as it is") }
    }
    guard let store = scope.store else { return [] }
    // A new name comes last, as everything else goes by the old one.
    let mine = wanted.filter { name(of: $0.path, in: store) != nil }
      .sorted { rank($0.mending) < rank($1.mending) }
    guard !mine.isEmpty else { return [] }
    let changes = try store.locked(by: session.lockHolder()) { (lock) throws(CommandFailure) in
      var changes: [Change] = []
      for (path, mending) in mine {
        guard let name = name(of: path, in: store) else { continue }
        do throws(StoreError) {
          if let outcome = try store.store.mend(mending, fileNamed: name, under: lock) {
            changes.append(Change(path: path, outcome: outcome))
          } else if case .rename(let id) = mending {
            session.inform("\(path) keeps its name: \(id).json is there already")
          }
        } catch {
          throw CommandFailure(error)
        }
      }
      return changes
    }
    for change in changes { tell(change) }
    return changes
  }

  private func name(of path: String, in store: StoreAccess) -> String? {
    let root = store.location.path("")
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : nil
  }

  private func rank(_ mending: Finding.Mending) -> Int {
    switch mending {
    case .remove: 0
    case .takeApart: 1
    case .rewrite: 2
    case .rename: 3
    }
  }

  private func tell(_ change: Change) {
    session.inform(change.outcome.sentence(of: change.path))
  }
}

extension Store.Mended {
  /// What was done to a file, without a full stop.
  func sentence(of path: String) -> String {
    switch self {
    case .rewritten: "rewrote \(path)"
    case .renamed(let name): "renamed \(path) to \(name)"
    case .removed: "removed \(path)"
    case .merged: "brought both sides of \(path) together"
    case .separated(let id): "told two incidents of \(path) apart: the one that was declared later is \(id) now"
    }
  }
}
