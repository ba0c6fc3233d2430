/// What signals do to this process while a command runs: those that ask for an end go on to the command, and this
/// process lives to write down what came of it.
///
/// They stay held off after the command ended, until the process itself ends. What was ignored from the start
/// (`nohup`, a shell's `&`) stays ignored, here and in the command.
enum SignalRelay {
  /// What is sent on. From the keyboard they come to both where both are of one process group, and are not sent twice.
  private static let relayed = [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2]
  /// What only has to wake the one who waits: the command stopped or ended, the terminal has another size.
  private static let waking = [SIGCHLD, SIGWINCH]

  // The handlers read these, and they run on this thread or find the values of another one set long before.
  nonisolated(unsafe) fileprivate static var command: pid_t = 0
  nonisolated(unsafe) fileprivate static var sharesKeyboard = false
  nonisolated(unsafe) fileprivate static var wakeEnd: FileDescriptor = -1

  /// Takes the signals over, and starts the command while none of them can come in between.
  /// - Parameters:
  ///   - sharesKeyboard: Whether the command is of this process's group, and gets the keyboard's signals itself.
  ///   - start: Starts the command with the signals that are to have their default effect in it, and the mask to set.
  /// - Returns: What `start` answers, and the end of a pipe that can be read when a signal wants to be looked at.
  static func starting(
    sharesKeyboard: Bool, _ start: (_ defaults: [Int32], _ mask: sigset_t) -> Result<pid_t, SystemErrorCode>
  ) -> (started: Result<pid_t, SystemErrorCode>, wakes: FileDescriptor) {
    let pipe = Platform.pipe() ?? (-1, -1)
    for end in [pipe.reading, pipe.writing] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    (command, self.sharesKeyboard, wakeEnd) = (0, sharesKeyboard, pipe.writing)
    let mask = hold()
    var defaults = [SIGXFSZ]
    for signal in relayed + waking where !isIgnored(signal) || waking.contains(signal) { handle(signal) }
    if !isIgnored(SIGPIPE) {
      defaults.append(SIGPIPE)
      _ = signal(SIGPIPE, SIG_IGN)
    }
    let started = start(defaults, mask)
    if case .success(let child) = started { command = child }
    // Who started this process may have blocked them for it; the command has that from `start`.
    var own = mask
    for signal in waking { sigdelset(&own, signal) }
    release(own)
    return (started, pipe.reading)
  }

  /// Asks whether the command ended, or stopped where `stopsToo`; nil where it does neither.
  ///
  /// Its number is free for others once this says that it ended, and no signal is sent there any more.
  static func status(of child: pid_t, stopsToo: Bool) -> Int32? {
    let mask = hold()
    defer { release(mask) }
    var status: Int32 = 0
    let answer = waitpid(child, &status, WNOHANG | (stopsToo ? WUNTRACED : 0))
    if answer == 0 || answer < 0 && errno == EINTR { return nil }
    if answer < 0 || status & 0xFF != 0x7F { command = 0 }
    return answer < 0 ? -1 : status
  }

  private static func hold() -> sigset_t {
    var (set, old) = (sigset_t(), sigset_t())
    sigemptyset(&set)
    for signal in relayed + waking { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, &old)
    return old
  }

  private static func release(_ mask: sigset_t) {
    var mask = mask
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(Platform.handler(of: action), to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func handle(_ number: Int32) {
    var action = Platform.action { number, info, _ in
      let error = errno
      switch number {
      case SIGCHLD, SIGWINCH:
        // No string: it may be copied to the heap, which a handler must not touch.
        var byte: UInt8 = 0
        _ = write(SignalRelay.wakeEnd, &byte, 1)
      default:
        // Above zero: the kernel sent it, for a key or a terminal that went away.
        let isSharedKey = SignalRelay.sharesKeyboard && info.map { $0.pointee.si_code > 0 } ?? false
        if SignalRelay.command > 0, !isSharedKey { kill(SignalRelay.command, number) }
      }
      errno = error
    }
    sigaction(number, &action, nil)
  }
}
