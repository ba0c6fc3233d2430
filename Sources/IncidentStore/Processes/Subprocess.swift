/// Runs another program without a shell in between.
///
/// `posix_spawn` keeps the child in this process's group, so that an editor can read the terminal and an interrupt from
/// the keyboard reaches both. What it writes is read to its end before the child is waited for, so that no amount of it
/// can block.
public enum Subprocess {
  /// What a program that was run came to.
  public struct Outcome: Sendable {
    /// The exit status; 128 and the signal's number for one that a signal ended.
    public let status: Int32
    /// What it wrote to standard output, where that was captured.
    public let output: [UInt8]
    /// What it wrote to standard error, where that was captured.
    public let errors: [UInt8]
  }

  /// Runs a program with this process's streams, for a person to work with.
  /// - Parameter command: The program, found on `PATH`, and its arguments.
  /// - Returns: Nil where it could not be started.
  public static func run(_ command: [String]) -> Outcome? {
    spawn(command, adding: [:], actions: nil).map { Outcome(status: wait(for: $0), output: [], errors: []) }
  }

  /// Runs a program and reads what it writes.
  /// - Parameters:
  ///   - command: The program, found on `PATH`, and its arguments.
  ///   - input: What its standard input holds. One that stops reading early just does not get the rest.
  ///   - variables: What its environment has beside, or in place of, this process's own.
  ///   - limit: The bytes of each stream that are kept; more is read and dropped.
  /// - Returns: Nil where it could not be started.
  public static func capture(
    _ command: [String], input: [UInt8] = [], adding variables: [String: String] = [:], limit: Int = 1 << 20
  ) -> Outcome? {
    guard let pipes = ChildPipes(hasInput: !input.isEmpty) else { return nil }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let childInput = pipes.childInput {
      posix_spawn_file_actions_adddup2(&actions, childInput, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, pipes.childOutput, 1)
    posix_spawn_file_actions_adddup2(&actions, pipes.childErrors, 2)
    let child = withUnsafePointer(to: &actions) { spawn(command, adding: variables, actions: $0) }
    guard let child else {
      pipes.closeAll()
      return nil
    }
    let (output, errors) = pipes.exchange(input, limit: limit)
    return Outcome(status: wait(for: child), output: output, errors: errors)
  }

  #if canImport(Darwin)
    private typealias Actions = posix_spawn_file_actions_t?
  #else
    private typealias Actions = posix_spawn_file_actions_t
  #endif

  private static func spawn(
    _ command: [String], adding variables: [String: String], actions: UnsafePointer<Actions>?
  ) -> pid_t? {
    guard let program = command.first, !program.isEmpty else { return nil }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    guard !variables.isEmpty else {
      return posix_spawnp(&child, program, actions, nil, arguments, environ) == 0 ? child : nil
    }
    var environment = environment(adding: variables)
    environment.append(nil)
    defer { for variable in environment { free(variable) } }
    return posix_spawnp(&child, program, actions, nil, arguments, environment) == 0 ? child : nil
  }

  /// This process's environment with `variables`, as `NAME=value` copies that the caller frees.
  private static func environment(adding variables: [String: String]) -> [UnsafeMutablePointer<CChar>?] {
    var all: [UnsafeMutablePointer<CChar>?] = []
    var position = 0
    while let entry = environ[position] {
      position += 1
      let name = String(cString: entry).prefix { $0 != "=" }
      if variables[String(name)] == nil { all.append(strdup(entry)) }
    }
    for (name, value) in variables { all.append(strdup("\(name)=\(value)")) }
    return all
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
