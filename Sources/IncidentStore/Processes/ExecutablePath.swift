/// Where a program was started from.
public enum ExecutablePath {
  /// The absolute path of this process's binary; nil where nobody knows it.
  ///
  /// The way it was found on `PATH`, links and all, where that leads to the binary: a package manager's link outlives
  /// an upgrade, the versioned file it leads to does not.
  /// - Parameter name: The first word of the command line, which need not be true.
  public static func ofThisProcess(startedAs name: String) -> String? {
    guard let binary = ownBinary else { return nil }
    let directories: [String]
    if name.contains("/") {
      directories = [name.hasPrefix("/") ? "" : resolved(".") ?? ""]
    } else {
      directories = getenv("PATH").map { String(cString: $0).split(separator: ":").map(String.init) } ?? []
    }
    for directory in directories where directory.isEmpty || directory.hasPrefix("/") {
      let path = directory.isEmpty ? name : directory + "/" + name
      if path.hasPrefix("/"), resolved(path) == binary { return path }
    }
    return binary
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(validatingCString: resolved)
  }

  /// Without links.
  private static var ownBinary: String? {
    #if canImport(Darwin)
      var size: UInt32 = 0
      _NSGetExecutablePath(nil, &size)
      var buffer = [CChar](repeating: 0, count: Int(size) + 1)
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return resolved(String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
    #else
      return resolved("/proc/self/exe")
    #endif
  }
}
