/// What of a store's directory, or of its part of Git's index, there is to check.
public struct CheckListing: Sendable {
  /// The names of records: those that begin with `INC-` and end with `.json`, whatever is between. Sorted.
  public private(set) var records: [String] = []
  /// Temporary files. Sorted.
  public private(set) var leftovers: [String] = []
  private var postmortems: Set<String> = []

  /// From the names of files directly in the store.
  public init(names: some Sequence<String>) {
    for name in names {
      if TemporaryName.matches(name.utf8) {
        leftovers.append(name)
      } else if name.hasPrefix("INC-"), name.hasSuffix(".json"), name.utf8.count > 9 {
        records.append(name)
      } else if name.hasPrefix("INC-"), name.hasSuffix(Self.postmortemSuffix) {
        postmortems.insert(name)
      }
    }
    records.sort()
    leftovers.sort()
  }

  /// Whether the postmortem of the record in a file is there.
  public func hasPostmortem(besides name: String) -> Bool {
    postmortems.contains(name.dropLast(5) + Self.postmortemSuffix)
  }

  /// A finding for each temporary file.
  /// - Parameter path: how findings name a file of the store.
  public func leftoverFindings(path: (String) -> String) -> [Finding] {
    leftovers.map {
      Finding(
        .leftovers, in: path($0), "a writer that is at work, or did not finish, made this file",
        remedy: "run incident check --fix, which removes it; no record rests on it", mending: .remove)
    }
  }

  private static let postmortemSuffix = ".postmortem.md"
}

extension RecordFiles {
  /// The names in the store's directory that are to be checked.
  public func checkListing() throws(StoreError) -> CheckListing {
    try StoreError.wrapping { () throws(SystemError) in
      var names: [String] = []
      try fileSystem.list(store.root) { name, _ in
        names.append(String(decoding: name, as: UTF8.self))
        return true
      }
      return CheckListing(names: names)
    }
  }
}
