/// The file system as the store uses it: ``SystemCalls``, with interrupted calls repeated (`EINTR`), short writes
/// continued, and every failure told with the call and the path.
public struct FileSystem: Sendable {
  let calls: any SystemCalls

  /// The real one.
  public init() {
    self.init(POSIXSystemCalls())
  }

  /// One whose calls a test fails.
  init(_ calls: any SystemCalls) {
    self.calls = calls
  }

  /// Opens a file; never inherited by a child process.
  func open(
    _ path: String, _ flags: Int32, mode: mode_t = 0, as call: SystemCall = .open
  ) throws(SystemError) -> FileDescriptor {
    try retrying(call, path) { () throws(SystemErrorCode) in
      try calls.openFile(path, flags: flags | O_CLOEXEC, mode: mode)
    }
  }

  /// Closes a file that was read, where a failure changes nothing.
  func close(_ file: FileDescriptor) {
    try? calls.closeFile(file)
  }

  /// Closes a file that was written. Never repeated: after `EINTR` the descriptor is gone on Linux
  /// (`man 2 close`), and the bytes were synchronized before.
  func closeWritten(_ file: FileDescriptor, _ path: String) throws(SystemError) {
    do {
      try calls.closeFile(file)
    } catch {
      if error.rawValue != EINTR { throw SystemError(.close, path, error.rawValue) }
    }
  }

  /// At most `buffer.count` bytes; 0 at the end of the file.
  func read(
    _ file: FileDescriptor, _ path: String, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int {
    try retrying(.read, path) { () throws(SystemErrorCode) in try calls.readFile(file, into: buffer) }
  }

  /// All of `bytes`.
  func write(_ file: FileDescriptor, _ path: String, _ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest)
      let written = try retrying(.write, path) { () throws(SystemErrorCode) in try calls.writeFile(file, piece) }
      // A write of nothing would repeat for ever.
      guard written > 0 else { throw SystemError(.write, path, EIO) }
      rest = rest.dropFirst(written)
    }
  }

  /// Waits until the device holds the file or directory. A file system that cannot do that for a directory
  /// (`EINVAL`, `EOPNOTSUPP`) needs no waiting.
  func synchronize(_ file: FileDescriptor, _ path: String) throws(SystemError) {
    do {
      try retrying(.synchronize, path) { () throws(SystemErrorCode) in try calls.synchronizeFile(file) }
    } catch {
      if error.code != EINVAL && error.code != EOPNOTSUPP { throw error }
    }
  }

  func setMode(_ file: FileDescriptor, _ path: String, _ mode: mode_t) throws(SystemError) {
    try retrying(.setMode, path) { () throws(SystemErrorCode) in try calls.setMode(file, mode) }
  }

  func setLength(_ file: FileDescriptor, _ path: String, _ length: Int) throws(SystemError) {
    try retrying(.write, path) { () throws(SystemErrorCode) in try calls.setLength(file, length) }
  }

  /// Whether the file is locked now by this descriptor; false where another one holds it.
  func tryLock(_ file: FileDescriptor, _ path: String) throws(SystemError) -> Bool {
    do {
      try retrying(.lock, path) { () throws(SystemErrorCode) in try calls.lockFile(file) }
      return true
    } catch {
      if error.code == EWOULDBLOCK { return false }
      throw error
    }
  }

  func status(of file: FileDescriptor, _ path: String) throws(SystemError) -> FileStatus {
    try retrying(.status, path) { () throws(SystemErrorCode) in try calls.status(of: file) }
  }

  /// Nil where nothing stands at `path`.
  func status(at path: String, followingLinks: Bool) throws(SystemError) -> FileStatus? {
    do {
      return try retrying(.status, path) { () throws(SystemErrorCode) in
        try calls.status(at: path, followingLinks: followingLinks)
      }
    } catch {
      if error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw error
    }
  }

  func rename(_ path: String, to target: String) throws(SystemError) {
    try retrying(.rename, target) { () throws(SystemErrorCode) in try calls.renameFile(path, to: target) }
  }

  func remove(_ path: String) throws(SystemError) {
    try retrying(.remove, path) { () throws(SystemErrorCode) in try calls.removeFile(path) }
  }

  /// Whether the directory is new; false where something stands there already.
  func makeDirectory(_ path: String, mode: mode_t = 0o777) throws(SystemError) -> Bool {
    do {
      try retrying(.makeDirectory, path) { () throws(SystemErrorCode) in try calls.makeDirectory(path, mode: mode) }
      return true
    } catch {
      if error.code == EEXIST { return false }
      throw error
    }
  }

  func resolve(_ path: String) throws(SystemError) -> String {
    try retrying(.resolve, path) { () throws(SystemErrorCode) in try calls.resolvePath(path) }
  }

  /// Calls `visit` with every entry but `.` and `..`, unsorted, until it answers false. Not repeated when
  /// interrupted half way, as the entries before were visited: `readdir` on a local disk is not.
  func list(_ path: String, _ visit: (UnsafeRawBufferPointer, FileKind) -> Bool) throws(SystemError) {
    var visited = false
    try retrying(.list, path, while: { !visited }) { () throws(SystemErrorCode) in
      try calls.listDirectory(path) { name, kind in
        visited = true
        return visit(name, kind)
      }
    }
  }

  private func retrying<Answer>(
    _ call: SystemCall, _ path: String, while mayRepeat: () -> Bool = { true },
    _ body: () throws(SystemErrorCode) -> Answer
  ) throws(SystemError) -> Answer {
    while true {
      do {
        return try body()
      } catch {
        guard error.rawValue == EINTR, mayRepeat() else { throw SystemError(call, path, error.rawValue) }
      }
    }
  }
}
