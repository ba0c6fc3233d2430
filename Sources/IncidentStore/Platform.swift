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
