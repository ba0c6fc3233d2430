import IncidentStore

extension Environment {
  /// The environment of this process.
  public static func process() -> Environment {
    var environment = Environment(
      directory: workingDirectory(), variableNamed: variable, milliseconds: milliseconds(),
      random: SystemRandomNumberGenerator(), fileSystem: FileSystem(), streams: ProcessStreams(),
      gitUserName: Git.userName(in:),
      processID: getpid())
    environment.executable = { ExecutablePath.ofThisProcess(startedAs: CommandLine.arguments.first ?? "") }
    environment.runCommand = { CommandRunner.run($0, in: $1) }
    environment.gitUserEmail = Git.userEmail(in:)
    environment.gitVariables = gitVariables(in: environment.directory)
    return environment
  }

  /// What lets `git` run in another directory than this one where Git began this process, as it does for hooks: with
  /// `$GIT_DIR` and no `$GIT_WORK_TREE`, the directory a command is run in is the top of the work tree
  /// (`man git`, "--git-dir").
  private static func gitVariables(in directory: String) -> [String: String] {
    guard let gitDirectory = variable("GIT_DIR"), !gitDirectory.isEmpty else { return [:] }
    return [
      "GIT_DIR": gitDirectory.hasPrefix("/") ? gitDirectory : directory + "/" + gitDirectory,
      "GIT_WORK_TREE": variable("GIT_WORK_TREE").map { $0.hasPrefix("/") ? $0 : directory + "/" + $0 } ?? directory,
    ]
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

/// The streams of this process. Made before any file is opened.
final class ProcessStreams: Streams {
  let inputIsTerminal = isatty(0) == 1
  let outputIsTerminal = isatty(1) == 1
  let errorIsTerminal = isatty(2) == 1

  private(set) var outputFailure: SystemError?

  init() {
    Self.occupyClosedStreams()
  }

  var columns: Int? {
    var size = winsize()
    for stream: Int32 in [1, 2] where ioctl(stream, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return nil
  }

  func readAll() throws(StoreError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while Int64(bytes.count) <= RecordFiles.sizeLimit {
      let count = read(0, &buffer, buffer.count)
      if count < 0, waits(for: 0, POLLIN) { continue }
      if count < 0 { throw .inputOutput(SystemError(.read, "standard input", errno)) }
      if count == 0 { return bytes }
      bytes += buffer.prefix(count)
    }
    throw .tooLarge(path: "standard input", size: Int64(bytes.count))
  }

  func readLine() -> String? {
    Swift.readLine(strippingNewline: true)
  }

  func writeOutput(_ bytes: [UInt8]) {
    // After a gap the rest would be misread.
    guard outputFailure == nil else { return }
    if let code = write(bytes, to: 1) { outputFailure = SystemError(.write, "standard output", code) }
  }

  func writeError(_ bytes: [UInt8]) {
    // There is nobody left to tell.
    _ = write(bytes, to: 2)
  }

  /// The editor may be a command line with arguments, `code --wait`: split at blanks, without a shell.
  func edit(file: String, with command: String) -> Int32? {
    Subprocess.run(command.split(separator: " ").map(String.init) + [file])?.status
  }

  /// Writes all of it; the `errno` where it cannot be. Where nobody reads any more, SIGPIPE ends the process.
  private func write(_ bytes: [UInt8], to stream: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = IncidentStore.write(stream, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, waits(for: stream, POLLOUT) { continue }
        guard count > 0 else { return count < 0 ? errno : EIO }
        rest = rest.dropFirst(count)
      }
      return nil
    }
  }

  /// After a failed call: whether it is to be made again, once the stream is ready.
  private func waits(for stream: Int32, _ event: Int32) -> Bool {
    switch errno {
    case EINTR: return true
    case EAGAIN:
      var request = pollfd(fd: stream, events: Int16(event), revents: 0)
      return poll(&request, 1, -1) >= 0 || errno == EINTR
    default: return false
    }
  }

  /// Closed streams stay so: a file that is opened would take their number, and be written to as if it were the stream.
  /// `/dev/null` stands in, opened so that reading standard input and writing the others fails.
  private static func occupyClosedStreams() {
    for (stream, flags) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] as [(Int32, Int32)]
    where fcntl(stream, F_GETFD) < 0 && open("/dev/null", flags) != stream {
      exit(ExitStatus.storage.rawValue)
    }
  }
}
