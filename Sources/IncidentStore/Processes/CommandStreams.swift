/// What a command gets for its standard streams, so that it finds what it would find without us, and its output comes by.
///
/// - A stream that is no terminal becomes a pipe.
/// - A stream that is one becomes a pseudo-terminal, so that there are colours and progress bars. Where input and output
///   both are, that is the command's own terminal, in a session of its own: it sets modes and asks for passwords there.
///   Elsewhere, as in `… | less`, the keyboard stays with this process's group, and the pseudo-terminal is only written to.
/// - Where input is no terminal and standard error is one, the command has standard error as it is: a pager or an editor
///   reads its keys there. What is written to it does not come by.
struct CommandStreams {
  /// This process's ends, and which of its streams each is copied to.
  private(set) var sources: [(file: FileDescriptor, target: FileDescriptor)] = []
  /// This process's end of the command's pseudo-terminal; nil where it has none.
  private(set) var terminal: FileDescriptor?
  /// The keyboard, where it is to be copied to ``terminal``.
  let keyboard: TerminalMode?
  /// The path of the terminal that becomes the command's own; nil where it keeps this process's.
  private(set) var controllingPath: String?
  /// What the command has for its output and its errors; nil where it has this process's own.
  private(set) var outputs: [FileDescriptor?] = [nil, nil]
  private var others: Set<FileDescriptor> = []

  init() {
    let keyboard = isatty(0) == 1 && isatty(1) == 1 ? TerminalMode(0) : nil
    let readsKeysFromErrors = isatty(0) != 1 && isatty(2) == 1
    let isTerminal = [isatty(1) == 1, isatty(2) == 1 && !readsKeysFromErrors]
    var made: (own: FileDescriptor, other: FileDescriptor, path: String)?
    if isTerminal.contains(true) { made = Platform.pseudoTerminal() }
    if let made {
      terminal = made.own
      _ = fcntl(made.own, F_SETFL, O_NONBLOCK)
      others.insert(made.other)
      sources.append((made.own, isTerminal[0] ? 1 : 2))
      if keyboard != nil { controllingPath = made.path }
    }
    self.keyboard = made == nil ? nil : keyboard
    for (index, isTerminal) in isTerminal.enumerated() where index == 0 || !readsKeysFromErrors {
      if isTerminal {
        outputs[index] = made?.other
      } else if let pipe = Platform.pipe() {
        outputs[index] = pipe.writing
        others.insert(pipe.writing)
        sources.append((pipe.reading, FileDescriptor(index + 1)))
      }
    }
    if let made { prepare(made.other) }
    copySize()
  }

  /// The same keys and echo as the keyboard's; where nothing is typed, what is written passes unchanged.
  private func prepare(_ terminal: FileDescriptor) {
    if let keyboard { return keyboard.copy(to: terminal) }
    var mode = termios()
    guard tcgetattr(terminal, &mode) == 0 else { return }
    mode.c_oflag &= ~tcflag_t(OPOST)
    tcsetattr(terminal, TCSANOW, &mode)
  }

  /// Makes the command's terminal as large as the real one.
  func copySize() {
    guard let terminal, let target = sources.first?.target else { return }
    var size = winsize()
    if ioctl(target, UInt(TIOCGWINSZ), &size) == 0 { _ = ioctl(terminal, UInt(TIOCSWINSZ), &size) }
  }

  /// Closes the command's ends, once it has them or was not started.
  mutating func closeOthers() {
    for file in others { _ = close(file) }
    others = []
  }

  /// Closes one of this process's ends: where it is a pipe, the command's next write fails, or ends it.
  mutating func closeSource(_ file: FileDescriptor) {
    sources.removeAll { $0.file == file }
    if terminal == file { terminal = nil }
    _ = close(file)
  }

  /// Closes all of this process's ends.
  mutating func closeAll() {
    closeOthers()
    for source in sources { closeSource(source.file) }
  }
}
