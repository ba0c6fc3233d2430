/// Runs another program without a shell in between.
///
/// `posix_spawn` keeps the child in this process's group, so that an editor can read the terminal, and output is read to
/// its end before the child is waited for, so that no amount of it can block.
public enum Subprocess {
  /// What a program that was run came to.
  public struct Outcome: Sendable {
    /// The exit status; 128 and the signal's number for one that a signal ended.
    public let status: Int32
    /// What it wrote to standard output, where that was captured.
    public let output: [UInt8]
  }

  /// Runs a program with this process's streams, for a person to work with.
  /// - Parameter command: The program, found on `PATH`, and its arguments.
  /// - Returns: Nil where it could not be started.
  public static func run(_ command: [String]) -> Outcome? {
    spawn(command, actions: nil).map { Outcome(status: wait(for: $0), output: []) }
  }

  /// Runs a program and reads what it writes to standard output; its input is empty and its errors go nowhere.
  /// - Parameters:
  ///   - command: The program, found on `PATH`, and its arguments.
  ///   - limit: The bytes that are kept; more is read and dropped.
  /// - Returns: Nil where it could not be started.
  public static func capture(_ command: [String], limit: Int = 1 << 20) -> Outcome? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    let (reading, writing) = (ends[0], ends[1])
    defer { close(reading) }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, writing, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclose(&actions, reading)
    posix_spawn_file_actions_addclose(&actions, writing)
    let child = withUnsafePointer(to: &actions) { spawn(command, actions: $0) }
    close(writing)
    guard let child else { return nil }
    let output = readToEnd(reading, limit: limit)
    return Outcome(status: wait(for: child), output: output)
  }

  #if canImport(Darwin)
    private typealias Actions = posix_spawn_file_actions_t?
  #else
    private typealias Actions = posix_spawn_file_actions_t
  #endif

  private static func spawn(_ command: [String], actions: UnsafePointer<Actions>?) -> pid_t? {
    guard let program = command.first, !program.isEmpty else { return nil }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    return posix_spawnp(&child, program, actions, nil, arguments, environ) == 0 ? child : nil
  }

  private static func readToEnd(_ file: Int32, limit: Int) -> [UInt8] {
    var output: [UInt8] = []
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
      while true {
        let count = read(file, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        output += buffer.prefix(min(count, limit - output.count))
      }
    }
    return output
  }

  private static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
