import IncidentStore

extension Environment {
  /// The environment of this process.
  public static func process() -> Environment {
    return Environment(
      directory: workingDirectory(), variableNamed: variable, milliseconds: milliseconds(),
      random: SystemRandomNumberGenerator(), fileSystem: FileSystem(), streams: ProcessStreams(),
      gitUserName: Git.userName(in:),
      processID: getpid())
  }

  private static func workingDirectory() -> String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  private static func milliseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return UInt64(max(0, time.tv_sec)) * 1_000 + UInt64(time.tv_nsec / 1_000_000)
  }
}

/// The streams of this process.
final class ProcessStreams: Streams {
  let inputIsTerminal = isatty(0) == 1
  let outputIsTerminal = isatty(1) == 1
  let errorIsTerminal = isatty(2) == 1

  var columns: Int? {
    var size = winsize()
    for stream: Int32 in [1, 2] where ioctl(stream, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return nil
  }

  func readAll() -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(0, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { return bytes }
      bytes += buffer.prefix(count)
    }
  }

  func readLine() -> String? {
    Swift.readLine(strippingNewline: true)
  }

  func writeOutput(_ bytes: [UInt8]) {
    write(bytes, to: 1)
  }

  func writeError(_ bytes: [UInt8]) {
    write(bytes, to: 2)
  }

  /// The editor may be a command line with arguments, `code --wait`: split at blanks, without a shell.
  func edit(file: String, with command: String) -> Int32? {
    Subprocess.run(command.split(separator: " ").map(String.init) + [file])?.status
  }

  /// All of it, or until nobody reads any more.
  private func write(_ bytes: [UInt8], to stream: Int32) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = IncidentStore.write(stream, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }
  }
}
