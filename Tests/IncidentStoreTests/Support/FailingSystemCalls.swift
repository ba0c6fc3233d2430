import Synchronization

@testable import IncidentStore

/// The real system calls, one of which fails: the call with that number, once.
final class FailingSystemCalls: SystemCalls {
  private let real = POSIXSystemCalls()
  private let failing: Int
  private let code: Int32
  private let longestWrite: Int
  /// Called after each sleep with what the clock says then. Set before the calls are used.
  nonisolated(unsafe) var whenSlept: ((Int64) -> Void)?
  /// Called before each file is synchronized: what somebody else does meanwhile.
  nonisolated(unsafe) var whenSynchronized: (() -> Void)?
  private let state = Mutex((made: [String](), time: Int64(0)))

  /// Fails call number `failing` (from 0) with `code`; writes at most `longestWrite` bytes at a time.
  init(failing: Int = -1, code: Int32 = 0, longestWrite: Int = .max) {
    self.failing = failing
    self.code = code
    self.longestWrite = longestWrite
  }

  /// The calls so far, in order.
  var made: [String] { state.withLock { $0.made } }

  private func count(_ name: String) throws(SystemErrorCode) {
    let number = state.withLock { state in
      state.made.append(name)
      return state.made.count - 1
    }
    if number == failing { throw SystemErrorCode(code) }
  }

  func openFile(_ path: String, flags: Int32, mode: mode_t) throws(SystemErrorCode) -> FileDescriptor {
    try count("open")
    return try real.openFile(path, flags: flags, mode: mode)
  }

  func readFile(_ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer) throws(SystemErrorCode) -> Int {
    try count("read")
    return try real.readFile(file, into: buffer)
  }

  func writeFile(_ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer) throws(SystemErrorCode) -> Int {
    try count("write")
    return try real.writeFile(file, UnsafeRawBufferPointer(rebasing: bytes.prefix(longestWrite)))
  }

  /// As the kernel's: closed although it failed.
  func closeFile(_ file: FileDescriptor) throws(SystemErrorCode) {
    try real.closeFile(file)
    try count("close")
  }

  func synchronizeFile(_ file: FileDescriptor) throws(SystemErrorCode) {
    whenSynchronized?()
    try count("fsync")
    try real.synchronizeFile(file)
  }

  func setMode(_ file: FileDescriptor, _ mode: mode_t) throws(SystemErrorCode) {
    try count("fchmod")
    try real.setMode(file, mode)
  }

  func setLength(_ file: FileDescriptor, _ length: Int) throws(SystemErrorCode) {
    try count("ftruncate")
    try real.setLength(file, length)
  }

  func lockFile(_ file: FileDescriptor) throws(SystemErrorCode) {
    try count("flock")
    try real.lockFile(file)
  }

  func status(of file: FileDescriptor) throws(SystemErrorCode) -> FileStatus {
    try count("fstat")
    return try real.status(of: file)
  }

  func status(at path: String, followingLinks: Bool) throws(SystemErrorCode) -> FileStatus {
    try count("stat")
    return try real.status(at: path, followingLinks: followingLinks)
  }

  func renameFile(_ path: String, to target: String) throws(SystemErrorCode) {
    try count("rename")
    try real.renameFile(path, to: target)
  }

  func removeFile(_ path: String) throws(SystemErrorCode) {
    try count("unlink")
    try real.removeFile(path)
  }

  func makeDirectory(_ path: String, mode: mode_t) throws(SystemErrorCode) {
    try count("mkdir")
    try real.makeDirectory(path, mode: mode)
  }

  func resolvePath(_ path: String) throws(SystemErrorCode) -> String {
    try count("realpath")
    return try real.resolvePath(path)
  }

  func listDirectory(_ path: String, _ visit: (UnsafeRawBufferPointer, FileKind) -> Bool) throws(SystemErrorCode) {
    try count("readdir")
    try real.listDirectory(path, visit)
  }

  /// A clock that only sleeping moves.
  func monotonicTime() -> Int64 { state.withLock { $0.time } }

  /// A millisecond passes all the same: a child that another test starts has a copy of a lock's file until it runs.
  func sleep(nanoseconds: Int64) {
    usleep(1_000)
    state.withLock { $0.time += nanoseconds }
    whenSlept?(monotonicTime())
  }
}

/// What every call is made to fail with.
let everyErrorCode: [Int32] = [EIO, ENOSPC, EACCES, EROFS, EINTR]
