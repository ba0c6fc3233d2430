/// A store as Git's index holds it: what a commit would keep of it.
public struct StagedStore: Sendable {
  /// What there is to check.
  public let listing: CheckListing
  /// What each JSON file directly in the store holds, by its name, `config.json` among them.
  public private(set) var files: [String: [UInt8]] = [:]
  /// The names of records that are symbolic links; what those lead to is not looked for.
  public private(set) var links: [String] = []
  /// The names of files whose merge is not finished.
  public private(set) var unmerged: [String] = []

  /// Reads the index with one `git ls-files`, and all it names with one `git cat-file`.
  public init(_ repository: StoreRepository) throws(GitObstacle) {
    let staged = try repository.stagedFiles().filter { !$0.name.contains("/") }
    let wanted = staged.filter { $0.isRegular && $0.stage == 0 && $0.name.hasSuffix(".json") }
    let contents = try repository.blobs(wanted.map(\.object))
    listing = CheckListing(names: staged.filter { $0.stage == 0 }.map(\.name))
    for (file, bytes) in zip(wanted, contents) { files[file.name] = bytes }
    for file in staged where file.name.hasSuffix(".json") {
      if file.stage > 0, unmerged.last != file.name { unmerged.append(file.name) }
      if file.stage == 0, file.mode == "120000" { links.append(file.name) }
    }
  }

  /// What is found of the files whose merge is not finished.
  /// - Parameter path: how findings name a file of the store.
  public func unmergedFindings(path: (String) -> String) -> [Finding] {
    unmerged.map {
      Finding(
        .conflictMarkers, in: path($0), "the merge of this file is not finished",
        remedy: "mend the file, and git add it")
    }
  }
}
