/// Files that a person named, outside the store: templates to render, the message being written.
public enum PlainFile {
  /// All bytes of a file of up to ``RecordFiles/sizeLimit``.
  /// - Throws: ``StoreError/notARegularFile(path:_:)``, ``StoreError/tooLarge(path:size:)``,
  ///   ``StoreError/inputOutput(_:)``, the last also where there is no such file.
  public static func read(_ path: String) throws(StoreError) -> [UInt8] {
    let fileSystem = FileSystem()
    let file = try StoreError.wrapping { () throws(SystemError) in
      try fileSystem.open(path, O_RDONLY | O_NONBLOCK)
    }
    defer { fileSystem.close(file) }
    let status = try StoreError.wrapping { () throws(SystemError) in try fileSystem.status(of: file, path) }
    guard status.kind == .regular else { throw .notARegularFile(path: path, status.kind) }
    let buffer = ReadBuffer()
    try StoreError.wrapping { () throws(SystemError) in
      while try buffer.readMore(file, path, fileSystem) {
        if Int64(buffer.count) > RecordFiles.sizeLimit { return }
      }
    }
    guard Int64(buffer.count) <= RecordFiles.sizeLimit else { throw .tooLarge(path: path, size: Int64(buffer.count)) }
    return Array(buffer.bytes)
  }

  /// Whether anything stands at a path, or a link to it.
  public static func exists(_ path: String) -> Bool {
    (try? FileSystem().status(at: path, followingLinks: true)) != nil
  }

  /// Makes a file that only its owner can read.
  /// - Throws: ``StoreError/inputOutput(_:)``, also where something of that name is there.
  public static func makePrivate(_ bytes: [UInt8], at path: String) throws(StoreError) {
    let fileSystem = FileSystem()
    try StoreError.wrapping { () throws(SystemError) in
      let file = try fileSystem.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
      defer { fileSystem.close(file) }
      try fileSystem.write(file, path, bytes)
    }
  }

  /// Removes a file; one that cannot be removed stays.
  public static func remove(_ path: String) {
    try? FileSystem().remove(path)
  }

  /// The names of the files in a directory, hidden ones left out, sorted; none where it cannot be read.
  public static func names(in directory: String) -> [String] {
    var names: [String] = []
    try? FileSystem().list(directory) { name, kind in
      if kind == .regular || kind == .symbolicLink, name.first != UInt8(ascii: ".") {
        names.append(String(decoding: name, as: UTF8.self))
      }
      return true
    }
    return names.sorted()
  }
}
