/// The keyboard's terminal while what is typed belongs to a command behind a pseudo-terminal.
struct TerminalMode {
  /// The terminal.
  let file: FileDescriptor
  private let usual: termios

  /// Nil where the file is no terminal, or this process is in the background of it.
  init?(_ file: FileDescriptor) {
    var mode = termios()
    guard tcgetattr(file, &mode) == 0, tcgetpgrp(file) == getpgrp() else { return nil }
    self.file = file
    usual = mode
  }

  /// Every key goes to the command as it is: what Ctrl-C means is for its own terminal to say.
  func makeRaw() {
    var mode = usual
    cfmakeraw(&mode)
    while tcsetattr(file, TCSADRAIN, &mode) != 0, errno == EINTR {}
  }

  /// As it was.
  func restore() {
    var mode = usual
    while tcsetattr(file, TCSADRAIN, &mode) != 0, errno == EINTR {}
  }

  /// Gives another terminal the same keys and the same echo.
  func copy(to other: FileDescriptor) {
    var mode = usual
    tcsetattr(other, TCSANOW, &mode)
  }
}
