/// A file as Git's index holds it.
struct StagedFile {
  /// From the store on.
  let name: String
  /// `100644`, `100755`; `120000` for a symbolic link, `160000` for a submodule.
  let mode: String
  /// The name of its content.
  let object: String
  /// 0; or 1, 2 and 3 for the base, ours and theirs of a merge that is not finished.
  let stage: Int

  /// Whether it is an ordinary file rather than a link or a submodule.
  var isRegular: Bool { mode.hasPrefix("100") }

  /// One entry as `git ls-files --stage -z` writes it: `MODE OBJECT STAGE<tab>PATH`.
  init?(_ entry: ArraySlice<UInt8>, below prefix: String) {
    guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
    let fields = entry[..<tab].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    guard fields.count == 3, let stage = Int(fields[2]) else { return nil }
    (mode, object, self.stage) = (fields[0], fields[1], stage)
    let path = String(decoding: entry[(tab + 1)...], as: UTF8.self)
    guard path.hasPrefix(prefix) else { return nil }
    name = String(path.dropFirst(prefix.count))
  }
}

extension StoreRepository {
  /// What the index, `$GIT_INDEX_FILE` where that is set, holds of the store, paths from there.
  func stagedFiles() throws(GitObstacle) -> [StagedFile] {
    let folder = repository.path(of: location.root) ?? "."
    let output = try answer(["ls-files", "--stage", "-z", "--full-name", "--", folder])
    return output.split(separator: 0).compactMap { StagedFile($0, below: path("")) }
  }
}
