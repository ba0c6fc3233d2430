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
  /// - Returns: Nil where the store is in no work tree of Git.
  /// - Throws: ``GitError``.
  public static func read(
    _ store: StoreLocation, adding variables: [String: String]
  ) throws(GitError) -> StagedStore? {
    guard let repository = try GitRepository.find(from: store.root, adding: variables),
      let folder = repository.path(of: store.root)
    else { return nil }
    let prefix = folder == "." ? "" : folder + "/"
    let staged = try repository.stagedFiles(in: folder).compactMap { file -> Entry? in
      guard file.path.hasPrefix(prefix) else { return nil }
      let name = String(file.path.dropFirst(prefix.count))
      return name.contains("/") ? nil : Entry(name: name, file: file)
    }
    let wanted = staged.filter { $0.file.isRegular && $0.file.stage == 0 && $0.name.hasSuffix(".json") }
    return StagedStore(staged, wanted, try repository.contents(of: wanted.map(\.file.object)))
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

  private struct Entry {
    let name: String
    let file: StagedFile
  }

  private init(_ staged: [Entry], _ wanted: [Entry], _ contents: [[UInt8]?]) {
    listing = CheckListing(names: Set(staged.filter { $0.file.stage == 0 }.map(\.name)))
    for (entry, bytes) in zip(wanted, contents) { files[entry.name] = bytes }
    for entry in staged where entry.name.hasSuffix(".json") {
      if entry.file.stage > 0, unmerged.last != entry.name { unmerged.append(entry.name) }
      if entry.file.stage == 0, entry.file.mode == "120000" { links.append(entry.name) }
    }
  }
}
