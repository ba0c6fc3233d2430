/// Carries bytes between a command that runs and this process's streams, until it ends.
struct CommandRelay {
  let child: pid_t
  var streams: CommandStreams
  /// Can be read when a signal wants to be looked at.
  let wakes: FileDescriptor
  var tail: OutputTail
  /// What was typed and not yet taken.
  private var typed: [UInt8] = []
  private var keyboardIsOpen = true
  /// Whether nobody has the pseudo-terminal open now. A command may open it again, so it is looked at now and then; and
  /// closed only after the command ended, since that would hang up on it.
  private var terminalIsIdle = false
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  init(child: pid_t, streams: CommandStreams, wakes: FileDescriptor, tail: OutputTail) {
    self.child = child
    self.streams = streams
    self.wakes = wakes
    self.tail = tail
  }

  /// Copies until the command ended and what it wrote came by; a child of its own that lives on, and has its streams
  /// still, is not waited for.
  /// - Returns: The status of `waitpid`.
  mutating func run() -> Int32 {
    while true {
      if let status = SignalRelay.status(of: child, stopsToo: streams.keyboard != nil) {
        if status & 0xFF == 0x7F {
          suspend()
          continue
        }
        terminalIsIdle = false
        drain()
        return status
      }
      copyOnce(timeout: terminalIsIdle ? 50 : -1)
    }
  }

  /// After the end: what is in the pipes already, and no more than any of them can hold.
  private mutating func drain() {
    var rest = 1 << 20
    while rest > 0, !streams.sources.isEmpty {
      let count = copyOnce(timeout: 0)
      if count == 0 { return }
      rest -= count
    }
  }

  /// Waits until something can be done, and does it.
  /// - Returns: How many bytes of output came by.
  @discardableResult
  private mutating func copyOnce(timeout: Int32) -> Int {
    let sources = streams.sources
    var polled = sources.map { source in
      let takesKeys = source.file == streams.terminal && !typed.isEmpty
      let isIdle = source.file == streams.terminal && terminalIsIdle
      return pollfd(fd: isIdle ? -1 : source.file, events: Int16(takesKeys ? POLLIN | POLLOUT : POLLIN), revents: 0)
    }
    polled.append(pollfd(fd: wakes, events: Int16(POLLIN), revents: 0))
    let wantsKeys =
      streams.keyboard != nil && streams.terminal != nil && keyboardIsOpen && typed.isEmpty && timeout != 0
    polled.append(pollfd(fd: wantsKeys ? 0 : -1, events: Int16(POLLIN), revents: 0))
    terminalIsIdle = false
    guard poll(&polled, nfds_t(polled.count), timeout) > 0 else { return 0 }
    var count = 0
    for (source, answer) in zip(sources, polled) {
      if answer.fd < 0 { continue }
      if answer.revents & Int16(POLLOUT) != 0 { sendTyped() }
      if answer.revents & ~Int16(POLLOUT) != 0 { count += copyOutput(from: source.file, to: source.target) }
    }
    if polled[sources.count].revents != 0 {
      while read(wakes, &buffer, buffer.count) == buffer.count {}
      streams.copySize()
    }
    if polled[sources.count + 1].revents != 0 { readKeyboard() }
    return count
  }

  private mutating func copyOutput(from file: FileDescriptor, to target: FileDescriptor) -> Int {
    let count = read(file, &buffer, buffer.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return 0 }
    // A pseudo-terminal that nobody has open any more says EIO.
    guard count > 0 else {
      if file == streams.terminal { terminalIsIdle = true } else { streams.closeSource(file) }
      return 0
    }
    let isRead = buffer.withUnsafeBytes { bytes in
      let bytes = UnsafeRawBufferPointer(rebasing: bytes.prefix(count))
      tail.append(bytes)
      return Self.writeAll(bytes, to: target)
    }
    // Where nobody reads any more, the command is to notice, as it would by itself. A terminal that went away has told it.
    if !isRead, file != streams.terminal { streams.closeSource(file) }
    return count
  }

  /// - Returns: False where the reader is gone.
  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to file: FileDescriptor) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var request = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  private mutating func readKeyboard() {
    let count = read(0, &buffer, 4_096)
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    keyboardIsOpen = count > 0
    typed += buffer.prefix(max(0, count))
    sendTyped()
  }

  /// Gives the command what it takes now; the rest waits, and its output is copied meanwhile.
  private mutating func sendTyped() {
    guard let terminal = streams.terminal else { return typed = [] }
    let suspends = typed.contains(where: isSuspendKey)
    let count = write(terminal, typed, typed.count)
    if count > 0 { typed.removeFirst(count) }
    if suspends, count > 0 { stopCommand() }
  }

  // MARK: Ctrl-Z

  /// Whether the command's terminal makes a stop of a key now, and for the command itself: a shell's jobs are its own.
  private func isSuspendKey(_ byte: UInt8) -> Bool {
    var mode = termios()
    guard let terminal = streams.terminal, tcgetattr(terminal, &mode) == 0, mode.c_lflag & tcflag_t(ISIG) != 0 else {
      return false
    }
    let keys = withUnsafeBytes(of: mode.c_cc) { Array($0) }
    return keys[Int(VSUSP)] == byte && byte != 0 && tcgetpgrp(terminal) == child
  }

  /// The kernel lets no key stop the leader of a session, which nobody would continue (POSIX, "orphaned process group"):
  /// here somebody will. A command that takes the key itself is left to do so.
  private func stopCommand() {
    if !Platform.catches(SIGTSTP, process: child) { kill(-child, SIGSTOP) }
  }

  /// The command stopped, and so does this process, with the rest of its job; both go on together.
  private func suspend() {
    streams.keyboard?.restore()
    kill(0, SIGTSTP)
    streams.keyboard?.makeRaw()
    streams.copySize()
    kill(-child, SIGCONT)
    kill(-child, SIGWINCH)
  }
}
