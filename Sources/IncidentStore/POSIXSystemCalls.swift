/// The real system calls.
struct POSIXSystemCalls: SystemCalls {
  /// Holds nothing.
  init() {}

  /// `open(2)`.
  func openFile(_ path: String, flags: Int32, mode: mode_t) throws(SystemErrorCode) -> FileDescriptor {
    try check(open(path, flags, mode))
  }

  /// `read(2)`.
  func readFile(
    _ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemErrorCode) -> Int {
    try check(read(file, buffer.baseAddress, buffer.count))
  }

  /// `write(2)`.
  func writeFile(_ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer) throws(SystemErrorCode) -> Int {
    try check(write(file, bytes.baseAddress, bytes.count))
  }

  /// `close(2)`.
  func closeFile(_ file: FileDescriptor) throws(SystemErrorCode) {
    try check(close(file))
  }

  /// `fsync(2)`; on Darwin `F_FULLFSYNC`.
  func synchronizeFile(_ file: FileDescriptor) throws(SystemErrorCode) {
    try check(Platform.synchronize(file))
  }

  /// `fchmod(2)`.
  func setMode(_ file: FileDescriptor, _ mode: mode_t) throws(SystemErrorCode) {
    try check(fchmod(file, mode))
  }

  /// `ftruncate(2)`.
  func setLength(_ file: FileDescriptor, _ length: Int) throws(SystemErrorCode) {
    try check(ftruncate(file, off_t(length)))
  }

  /// `flock(2)` with `LOCK_EX | LOCK_NB`.
  func lockFile(_ file: FileDescriptor) throws(SystemErrorCode) {
    try check(flock(file, LOCK_EX | LOCK_NB))
  }

  /// `fstat(2)`.
  func status(of file: FileDescriptor) throws(SystemErrorCode) -> FileStatus {
    var status = stat()
    try check(fstat(file, &status))
    return FileStatus(status)
  }

  /// `stat(2)` or `lstat(2)`.
  func status(at path: String, followingLinks: Bool) throws(SystemErrorCode) -> FileStatus {
    var status = stat()
    try check(followingLinks ? stat(path, &status) : lstat(path, &status))
    return FileStatus(status)
  }

  /// `rename(2)`.
  func renameFile(_ path: String, to target: String) throws(SystemErrorCode) {
    try check(rename(path, target))
  }

  /// `unlink(2)`.
  func removeFile(_ path: String) throws(SystemErrorCode) {
    try check(unlink(path))
  }

  /// `mkdir(2)`.
  func makeDirectory(_ path: String, mode: mode_t) throws(SystemErrorCode) {
    try check(mkdir(path, mode))
  }

  /// `realpath(3)`.
  func resolvePath(_ path: String) throws(SystemErrorCode) -> String {
    guard let resolved = realpath(path, nil) else { throw SystemErrorCode(errno) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// `opendir(3)`, `readdir(3)`, `closedir(3)`.
  func listDirectory(
    _ path: String, _ visit: (UnsafeRawBufferPointer, FileKind) -> Bool
  ) throws(SystemErrorCode) {
    guard let directory = opendir(path) else { throw SystemErrorCode(errno) }
    defer { closedir(directory) }
    while true {
      errno = 0
      guard let entry = readdir(directory) else {
        guard errno == 0 else { throw SystemErrorCode(errno) }
        return
      }
      let kind = Self.kind(entry.pointee.d_type)
      let goesOn = withUnsafePointer(to: &entry.pointee.d_name) { name in
        let bytes = UnsafeRawPointer(name)
        let count = strlen(bytes.assumingMemoryBound(to: CChar.self))
        let text = UnsafeRawBufferPointer(start: bytes, count: count)
        let dot = UInt8(ascii: ".")
        if text[0] == dot, count == 1 || (count == 2 && text[1] == dot) { return true }
        return visit(text, kind)
      }
      guard goesOn else { return }
    }
  }

  /// `CLOCK_MONOTONIC`.
  func monotonicTime() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// `nanosleep(2)`.
  func sleep(nanoseconds: Int64) {
    var time = timespec(tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    nanosleep(&time, nil)
  }

  private static func kind(_ type: UInt8) -> FileKind {
    switch Int(type) {
    case Int(DT_REG): .regular
    case Int(DT_DIR): .directory
    case Int(DT_LNK): .symbolicLink
    case Int(DT_FIFO): .fifo
    case Int(DT_UNKNOWN): .unknown
    default: .other
    }
  }

  /// What a call that answers -1 on failure answered.
  @discardableResult
  private func check<Answer: SignedInteger>(_ answer: Answer) throws(SystemErrorCode) -> Answer {
    guard answer != -1 else { throw SystemErrorCode(errno) }
    return answer
  }
}
