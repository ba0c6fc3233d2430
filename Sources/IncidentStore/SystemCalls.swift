/// The number a failed system call leaves in `errno`.
struct SystemErrorCode: Error, Hashable, Sendable {
  /// `ENOSPC` and its like.
  let rawValue: Int32

  /// Any number the platform's `errno` takes.
  init(_ rawValue: Int32) {
    self.rawValue = rawValue
  }
}

/// What stands under a name in a directory.
public enum FileKind: UInt8, Hashable, Sendable {
  /// An ordinary file.
  case regular
  /// A directory.
  case directory
  /// A symbolic link, itself and not what it points to.
  case symbolicLink
  /// A FIFO.
  case fifo
  /// A device, a socket.
  case other
  /// The file system does not tell in a listing; ask for the status.
  case unknown
}

/// What `stat(2)` tells, as far as the store asks.
struct FileStatus: Hashable, Sendable {
  /// Never ``FileKind/unknown``.
  let kind: FileKind
  /// The permission bits, `0o7777` at most.
  let mode: mode_t
  /// In bytes.
  let size: Int64
  /// The file system the file is on.
  let device: UInt64
  /// The file's number on that file system.
  let inode: UInt64
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  let modificationTime: Int64

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .regular
    case S_IFDIR: kind = .directory
    case S_IFLNK: kind = .symbolicLink
    case S_IFIFO: kind = .fifo
    default: kind = .other
    }
    mode = status.st_mode & 0o7777
    size = Int64(status.st_size)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(status.st_ino)
    modificationTime = Platform.modificationTime(status)
  }

  /// Whether both are the same file.
  func isSameFile(as other: FileStatus) -> Bool {
    device == other.device && inode == other.inode
  }
}

/// The narrow seam between the store and the kernel: each function is one system call, and fails as that call fails.
///
/// ``POSIXSystemCalls`` makes the calls. A test puts its own in front and fails any of them in turn.
/// Interrupted and short calls are dealt with above the seam, in ``FileSystem``, and so are tested too.
protocol SystemCalls: Sendable {
  /// `open(2)`.
  func openFile(_ path: String, flags: Int32, mode: mode_t) throws(SystemErrorCode) -> FileDescriptor
  /// `read(2)`: 0 at the end of the file.
  func readFile(_ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer) throws(SystemErrorCode) -> Int
  /// `write(2)`: may write less than all.
  func writeFile(_ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer) throws(SystemErrorCode) -> Int
  /// `close(2)`: the descriptor is gone whether it fails or not.
  func closeFile(_ file: FileDescriptor) throws(SystemErrorCode)
  /// `fsync(2)`, of a file or a directory.
  func synchronizeFile(_ file: FileDescriptor) throws(SystemErrorCode)
  /// `fchmod(2)`.
  func setMode(_ file: FileDescriptor, _ mode: mode_t) throws(SystemErrorCode)
  /// `ftruncate(2)`.
  func setLength(_ file: FileDescriptor, _ length: Int) throws(SystemErrorCode)
  /// `flock(2)`, exclusive and without waiting: `EWOULDBLOCK` where another holds it.
  func lockFile(_ file: FileDescriptor) throws(SystemErrorCode)
  /// `fstat(2)`.
  func status(of file: FileDescriptor) throws(SystemErrorCode) -> FileStatus
  /// `stat(2)`, or `lstat(2)` where links are not followed.
  func status(at path: String, followingLinks: Bool) throws(SystemErrorCode) -> FileStatus
  /// `rename(2)`.
  func renameFile(_ path: String, to target: String) throws(SystemErrorCode)
  /// `unlink(2)`.
  func removeFile(_ path: String) throws(SystemErrorCode)
  /// `mkdir(2)`.
  func makeDirectory(_ path: String, mode: mode_t) throws(SystemErrorCode)
  /// `realpath(3)`.
  func resolvePath(_ path: String) throws(SystemErrorCode) -> String
  /// `opendir(3)`, `readdir(3)` to the end or until `visit` answers false, `closedir(3)`; without `.` and `..`, in
  /// the order of the file system. The bytes of the name are only there during the call.
  func listDirectory(_ path: String, _ visit: (UnsafeRawBufferPointer, FileKind) -> Bool) throws(SystemErrorCode)
  /// Nanoseconds on a clock that never goes back.
  func monotonicTime() -> Int64
  /// `nanosleep(2)`; may return early.
  func sleep(nanoseconds: Int64)
}
