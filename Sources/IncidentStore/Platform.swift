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
}
