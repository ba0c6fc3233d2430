// The one file that imports the C library. `@_exported` so that this module and IncidentCLI have it from here.
#if canImport(Glibc)
  @_exported public import Glibc
#elseif canImport(Musl)
  @_exported public import Musl
#elseif canImport(Darwin)
  @_exported public import Darwin
#endif

/// An open file, as the kernel counts them.
public typealias FileDescriptor = Int32

/// Where the platforms differ.
enum Platform {
  /// The last change of a file's content, in nanoseconds since 1970; for a directory, of its entries.
  static func modificationTime(_ status: stat) -> Int64 {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Waits until the device holds the file. On Darwin `fsync` only hands it to the device
  /// (`man 2 fsync`), so `F_FULLFSYNC` comes first there, where the file system has it.
  static func synchronize(_ file: FileDescriptor) -> Int32 {
    #if canImport(Darwin)
      if fcntl(file, F_FULLFSYNC) == 0 { return 0 }
    #endif
    return fsync(file)
  }

  /// What the kernel calls an error.
  static func message(for code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Processors that are on line, at least 1.
  static var processorCount: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// The two ends of a pipe, which no child inherits unless it is given one.
  static func pipe() -> (reading: FileDescriptor, writing: FileDescriptor)? {
    var ends: [FileDescriptor] = [-1, -1]
    guard IncidentStore.pipe(&ends) == 0 else { return nil }
    // `pipe2` would do it in one step; the C library's module does not show it.
    closeOnExecution(ends)
    return (ends[0], ends[1])
  }

  /// A pipe whose writer is not killed where the reader is gone (``sendQuietly(_:to:)``), and never waits: a socket.
  static func quietPipe() -> (reading: FileDescriptor, writing: FileDescriptor)? {
    var ends: [FileDescriptor] = [-1, -1]
    #if canImport(Darwin)
      guard socketpair(AF_UNIX, SOCK_STREAM, 0, &ends) == 0 else { return nil }
      closeOnExecution(ends)
      var isOn: Int32 = 1
      setsockopt(ends[1], SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
    #else
      guard socketpair(AF_UNIX, streamSocket | closeOnExecutionFlag, 0, &ends) == 0 else { return nil }
    #endif
    return (ends[0], ends[1])
  }

  /// Writes to a ``quietPipe()`` what it takes now; -1 and `errno` where that is nothing.
  static func sendQuietly(_ bytes: UnsafeRawBufferPointer, to file: FileDescriptor) -> Int {
    #if canImport(Darwin)
      let flags = MSG_DONTWAIT
    #else
      let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
    #endif
    return send(file, bytes.baseAddress, bytes.count, flags)
  }

  /// What is to be done for a signal: `handler`, and calls that it interrupts go on.
  static func action(
    _ handler: @escaping @convention(c) (Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?) -> Void
  ) -> sigaction {
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_sigaction = handler
    #elseif canImport(Musl)
      action.__sa_handler.sa_sigaction = handler
    #else
      action.__sigaction_handler.sa_sigaction = handler
    #endif
    action.sa_flags = SA_SIGINFO | SA_RESTART
    return action
  }

  /// The plain handler of an action, `SIG_IGN` for one.
  static func handler(of action: sigaction) -> (@convention(c) (Int32) -> Void)? {
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler
    #elseif canImport(Musl)
      action.__sa_handler.sa_handler
    #else
      action.__sigaction_handler.sa_handler
    #endif
  }

  /// Whether a process does something of its own about a signal, or nothing at all, as Linux tells in `/proc`
  /// (`man 5 proc_pid_status`). False where nobody tells.
  static func catches(_ signal: Int32, process: pid_t) -> Bool {
    let file = open("/proc/\(process)/status", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { _ = IncidentStore.close(file) }
    var buffer = [UInt8](repeating: 0, count: 4_096)
    let count = IncidentStore.read(file, &buffer, buffer.count)
    for line in String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).split(separator: "\n")
    where line.hasPrefix("SigCgt:") || line.hasPrefix("SigIgn:") {
      let mask = line.split(separator: "\t").last.flatMap { UInt64($0, radix: 16) } ?? 0
      if mask >> UInt64(signal - 1) & 1 == 1 { return true }
    }
    return false
  }

  /// Both ends of a new pseudo-terminal, which no child inherits unless it is given one; nil where there is none to have.
  ///
  /// On Darwin a session gets its controlling terminal by `TIOCSCTTY` alone, which cannot be said to `posix_spawn`:
  /// there is none there, and a command writes to the real terminal, unread.
  static func pseudoTerminal() -> (own: FileDescriptor, other: FileDescriptor, path: String)? {
    #if canImport(Darwin)
      return nil
    #else
      // `posix_openpt` and its like are not shown by the C library's module; these are what they do (`man 4 pts`).
      let own = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      guard own >= 0 else { return nil }
      var (lock, number) = (Int32(0), UInt32(0))
      guard ioctl(own, unlockTerminal, &lock) == 0, ioctl(own, terminalNumber, &number) == 0 else {
        _ = IncidentStore.close(own)
        return nil
      }
      let path = "/dev/pts/\(number)"
      let other = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
      guard other >= 0 else {
        _ = IncidentStore.close(own)
        return nil
      }
      return (own, other, path)
    #endif
  }

  #if !canImport(Darwin)
    /// `TIOCSPTLCK` and `TIOCGPTN` of `asm-generic/ioctls.h`, whose macros the module cannot show.
    private static let unlockTerminal: UInt = 0x4004_5431
    private static let terminalNumber: UInt = 0x8004_5430
  #endif

  /// `POSIX_SPAWN_SETSID`, which a module without `_GNU_SOURCE` does not show.
  #if canImport(Darwin)
    static let spawnsSession = Int16(0x400)
  #else
    static let spawnsSession = Int16(0x80)
  #endif

  private static func closeOnExecution(_ files: [FileDescriptor]) {
    for file in files { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
  }

  #if canImport(Glibc)
    private static let streamSocket = Int32(SOCK_STREAM.rawValue)
    private static let closeOnExecutionFlag = Int32(SOCK_CLOEXEC.rawValue)
  #elseif canImport(Musl)
    private static let streamSocket = SOCK_STREAM
    private static let closeOnExecutionFlag = SOCK_CLOEXEC
  #endif
}
