/// Replaces a whole file so that a reader, a crash or a power cut finds the old bytes or the new ones, never a mixture:
/// a temporary file beside it, `fsync`, `rename`, `fsync` of the directory.
///
/// When it returns, the disk holds the new bytes. When it throws, the target is untouched, except where only the last
/// step failed: then the new bytes stand there and the disk did not confirm them.
struct AtomicReplacement: Sendable {
  private let fileSystem: FileSystem

  /// On that file system.
  init(_ fileSystem: FileSystem) {
    self.fileSystem = fileSystem
  }

  /// Replaces or makes the regular file at `path`. An existing file keeps its permissions; a new one gets 0644 less the
  /// umask. The caller has seen to it that `path` is not a symbolic link, which this would replace.
  ///
  /// - Parameters:
  ///   - isDurable: False: without waiting for the disk, for what can be had again.
  ///   - isCurrent: Asked right before the new file takes the old one's place; where it says no, nothing changes, and the
  ///     error is `ESTALE`.
  func write(
    _ bytes: [UInt8], to path: String, isDurable: Bool = true, while isCurrent: () -> Bool = { true }
  ) throws(SystemError) {
    let directory = parent(of: path)
    let mode = try fileSystem.status(at: path, followingLinks: false)?.mode
    // Opened first: where it cannot be, nothing has changed yet.
    let directoryFile = isDurable ? try fileSystem.open(directory, O_RDONLY | O_DIRECTORY) : -1
    defer { if isDurable { fileSystem.close(directoryFile) } }

    let temporary = TemporaryName.path(for: path)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
    let file = try fileSystem.open(temporary, flags, mode: mode == nil ? 0o644 : 0o600, as: .create)
    do throws(SystemError) {
      try fill(file, temporary, bytes, mode: mode, isDurable: isDurable)
      guard isCurrent() else { throw SystemError(.rename, path, ESTALE) }
      try fileSystem.rename(temporary, to: path)
    } catch {
      try? fileSystem.remove(temporary)
      throw error
    }
    if isDurable { try fileSystem.synchronize(directoryFile, directory) }
  }

  /// Writes and closes `file`, which is closed on failure too.
  private func fill(
    _ file: FileDescriptor, _ path: String, _ bytes: [UInt8], mode: mode_t?, isDurable: Bool
  ) throws(SystemError) {
    do {
      if let mode { try fileSystem.setMode(file, path, mode) }
      try fileSystem.write(file, path, bytes)
      if isDurable { try fileSystem.synchronize(file, path) }
    } catch {
      fileSystem.close(file)
      throw error
    }
    try fileSystem.closeWritten(file, path)
  }
}

extension FileSystem {
  /// Waits until the device holds the entries of a directory.
  func synchronizeDirectory(_ path: String) throws(SystemError) {
    let file = try open(path, O_RDONLY | O_DIRECTORY)
    defer { close(file) }
    try synchronize(file, path)
  }

  /// All of `bytes`.
  func write(_ file: FileDescriptor, _ path: String, _ bytes: [UInt8]) throws(SystemError) {
    try bytes.withUnsafeBufferPointer { buffer throws(SystemError) in
      try write(file, path, UnsafeRawBufferPointer(buffer))
    }
  }
}
