import IncidentStore

/// Another program, started without a shell, its output thrown away.
struct ChildProcess {
  let command: [String]
  private let id: pid_t

  /// Starts it.
  init(_ command: [String]) throws {
    self.command = command
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for stream: Int32 in [1, 2] { posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0) }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    guard posix_spawnp(&child, command[0], &actions, nil, arguments, environ) == 0 else {
      throw Failure(description: "\(command[0]) cannot be started")
    }
    id = child
  }

  /// Ends it at once, as a power cut would.
  func kill() {
    _ = IncidentStore.kill(id, SIGKILL)
  }

  /// Waits for its end.
  /// - Returns: Whether it succeeded, and the peak of its resident memory in KiB.
  func wait() throws -> (hasSucceeded: Bool, peak: Int) {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(id, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw Failure(description: "\(command[0]) cannot be waited for") }
    }
    #if canImport(Darwin)
      return (status == 0, usage.ru_maxrss / 1_024)
    #else
      return (status == 0, usage.ru_maxrss)
    #endif
  }
}
