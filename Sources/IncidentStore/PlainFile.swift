/// Files that a person named, outside the store or beside its records: templates to render, the message being written.
public enum PlainFile {
  /// All bytes of a file of up to ``RecordFiles/sizeLimit``.
  /// - Throws: ``StoreError/notARegularFile(path:_:)``, ``StoreError/tooLarge(path:size:)``,
  ///   ``StoreError/inputOutput(_:)``, the last also where there is no such file.
  public static func read(_ path: String, _ fileSystem: FileSystem) throws(StoreError) -> [UInt8] {
    let file = try StoreError.wrapping { () throws(SystemError) in
      try fileSystem.open(path, O_RDONLY | O_NONBLOCK)
    }
    defer { fileSystem.close(file) }
    return try fileSystem.readWhole(file, path)
  }

  /// All that a file or a pipe gives, as a shell's `<(command)` is one; waits for who writes into it.
  /// - Throws: As ``read(_:_:)``.
  public static func receive(_ path: String, _ fileSystem: FileSystem) throws(StoreError) -> [UInt8] {
    let file = try StoreError.wrapping { () throws(SystemError) in try fileSystem.open(path, O_RDONLY) }
    defer { fileSystem.close(file) }
    let kind = try StoreError.wrapping { () throws(SystemError) in try fileSystem.status(of: file, path).kind }
    if kind == .fifo { return try fileSystem.readToEnd(file, path, into: ReadBuffer()) }
    return try fileSystem.readWhole(file, path)
  }

  /// The same as ``read(_:_:)``; nil where there is no such file, nor can be.
  public static func readIfThere(_ path: String, _ fileSystem: FileSystem) throws(StoreError) -> [UInt8]? {
    do throws(StoreError) {
      return try read(path, fileSystem)
    } catch {
      if case .inputOutput(let cause) = error, [ENOENT, ENOTDIR, ENAMETOOLONG].contains(cause.code) { return nil }
      throw error
    }
  }

  /// Whether anything stands at a path, or a link to it.
  public static func exists(_ path: String, _ fileSystem: FileSystem) throws(StoreError) -> Bool {
    try StoreError.wrapping { () throws(SystemError) in
      do throws(SystemError) {
        return try fileSystem.status(at: path, followingLinks: true) != nil
      } catch {
        if error.code == ENAMETOOLONG { return false }
        throw error
      }
    }
  }

  /// Where a path leads once every link on it is followed; nil where nothing is there.
  public static func resolved(_ path: String, _ fileSystem: FileSystem) throws(StoreError) -> String? {
    try StoreError.wrapping { () throws(SystemError) in
      do throws(SystemError) {
        return try fileSystem.resolve(path)
      } catch {
        if [ENOENT, ENOTDIR, ENAMETOOLONG, ELOOP].contains(error.code) { return nil }
        throw error
      }
    }
  }

  /// Makes a file that only its owner can read.
  /// - Throws: ``StoreError/inputOutput(_:)``, also where something of that name is there.
  public static func makePrivate(
    _ bytes: [UInt8], at path: String, _ fileSystem: FileSystem
  ) throws(StoreError) {
    try StoreError.wrapping { () throws(SystemError) in
      let file = try fileSystem.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600, as: .create)
      defer { fileSystem.close(file) }
      try fileSystem.write(file, path, bytes)
    }
  }

  /// Replaces a file whole, or not at all, without waiting for the disk. Its permissions stay; of a link, what it leads
  /// to is replaced.
  /// - Throws: ``StoreError/inputOutput(_:)``.
  public static func replace(_ path: String, by bytes: [UInt8], _ fileSystem: FileSystem) throws(StoreError) {
    try StoreError.wrapping { () throws(SystemError) in
      try AtomicReplacement(fileSystem).write(bytes, to: try fileSystem.resolve(path), isDurable: false)
    }
  }

  /// Removes a file; one that cannot be removed stays.
  public static func remove(_ path: String, _ fileSystem: FileSystem) {
    try? fileSystem.remove(path)
  }

  /// What stands in a directory, hidden names left out, sorted by name; nothing where there is no such directory. A
  /// link's kind is ``FileKind/symbolicLink``, and never ``FileKind/unknown``.
  public static func entries(
    in directory: String, _ fileSystem: FileSystem
  ) throws(StoreError) -> [(name: String, kind: FileKind)] {
    try StoreError.wrapping { () throws(SystemError) in
      var entries: [(name: String, kind: FileKind)] = []
      do throws(SystemError) {
        try fileSystem.list(directory) { name, kind in
          if name.first != UInt8(ascii: ".") { entries.append((String(decoding: name, as: UTF8.self), kind)) }
          return true
        }
      } catch {
        if error.code == ENOENT { return [] }
        throw error
      }
      for index in entries.indices where entries[index].kind == .unknown {
        let path = directory + "/" + entries[index].name
        entries[index].kind = try fileSystem.status(at: path, followingLinks: false)?.kind ?? .unknown
      }
      return entries.sorted { $0.name < $1.name }
    }
  }
}
