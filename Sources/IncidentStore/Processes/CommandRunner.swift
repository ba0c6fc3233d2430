/// Runs a command as if it had been typed by itself, and remembers the end of what it writes.
///
/// Its streams are as ``CommandStreams`` says, what signals do is ``SignalRelay``'s to say. For a process that ends soon
/// after: signals stay held off.
public enum CommandRunner {
  /// Runs a command to its end.
  /// - Parameters:
  ///   - words: The program, found on `PATH`, and its arguments.
  ///   - directory: Where it runs, if not in this process's own.
  ///   - keeping: How many bytes of its output are kept.
  public static func run(_ words: [String], in directory: String? = nil, keeping: Int = 1 << 16) -> CommandRun {
    var streams = CommandStreams()
    let begin = POSIXSystemCalls().monotonicTime()
    streams.keyboard?.makeRaw()
    let (started, wakes) = SignalRelay.starting(sharesKeyboard: streams.controllingPath == nil) { defaults, mask in
      spawn(words, in: directory, streams, defaults: defaults, mask: mask)
    }
    streams.closeOthers()
    let ending: CommandRun.Ending
    var tail = OutputTail(capacity: keeping)
    switch started {
    case .failure(let error): ending = .notStarted(error.rawValue)
    case .success(let child):
      var relay = CommandRelay(child: child, streams: streams, wakes: wakes, tail: tail)
      let status = relay.run()
      (streams, tail) = (relay.streams, relay.tail)
      let signal = status & 0x7F
      ending = signal == 0 ? .exited(Int(status >> 8 & 0xFF)) : .signalled(signal)
    }
    streams.keyboard?.restore()
    streams.closeAll()
    let end = POSIXSystemCalls().monotonicTime()
    return CommandRun(ending: ending, milliseconds: Int((end - begin) / 1_000_000), tail: tail)
  }

  private static func spawn(
    _ words: [String], in directory: String?, _ streams: CommandStreams, defaults: [Int32], mask: sigset_t
  ) -> Result<pid_t, SystemErrorCode> {
    guard let program = words.first, !program.isEmpty else { return .failure(SystemErrorCode(ENOENT)) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if let path = streams.controllingPath {
      // The first terminal that the leader of a session opens becomes its own (`man 4 tty_ioctl`).
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
    }
    for (index, output) in streams.outputs.enumerated() {
      if let output { posix_spawn_file_actions_adddup2(&actions, output, FileDescriptor(index + 1)) }
    }
    var (signals, mask) = (sigset_t(), mask)
    sigemptyset(&signals)
    for signal in defaults { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setsigmask(&attributes, &mask)
    let flags = Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, streams.controllingPath == nil ? flags : flags | Platform.spawnsSession)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    // Glibc shows `posix_spawn_file_actions_addchdir_np` to nobody who does not ask for GNU's extensions.
    let here = directory == nil ? -1 : open(".", O_RDONLY | O_CLOEXEC)
    defer {
      if here >= 0 {
        _ = fchdir(here)
        _ = close(here)
      }
    }
    if let directory, chdir(directory) != 0 { return .failure(SystemErrorCode(errno == ENOENT ? ENOTDIR : errno)) }
    let code = posix_spawnp(&child, program, &actions, &attributes, arguments, environ)
    return code == 0 ? .success(child) : .failure(SystemErrorCode(code))
  }
}
