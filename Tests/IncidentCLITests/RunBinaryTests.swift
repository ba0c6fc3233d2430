import Foundation
import JSONTree
import Testing

extension Binary {
  /// The installed Python 3.
  static let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3"]
    .first(where: FileManager.default.isExecutableFile(atPath:))
}

/// Commands that the real binary runs, without a terminal and with one.
@Suite(.enabled(if: Binary.path != nil && Binary.python != nil))
struct RunBinaryTests {
  /// Runs a script with no signal blocked or ignored: threads of a test have most of them blocked, and hand that down.
  private func sh(_ binary: Binary, _ script: String) throws -> Binary.Outcome {
    let clear = """
      import os, signal, sys
      signal.pthread_sigmask(signal.SIG_SETMASK, [])
      for ignored in (signal.SIGPIPE, signal.SIGXFSZ): signal.signal(ignored, signal.SIG_DFL)
      os.execvp('sh', ['sh', '-c', sys.argv[1]])
      """
    let quoted = "'" + script.replacing("'", with: "'\\''") + "'"
    return try binary.sh("exec \(try #require(Binary.python)) -c \"\(clear)\" \(quoted)")
  }

  /// A store with an incident, under a name.
  private func declared() throws -> Binary {
    let binary = try Binary()
    #expect(try sh(binary, "incident declare T -s 2 --by dana").status == 0)
    return binary
  }

  /// The events that say what was run, in the order they were recorded.
  private func events(_ binary: Binary) throws -> [JSON] {
    let shown = try sh(binary, "incident show --json")
    return try (JSON.parse(shown.output)["timeline"]?.array ?? []).filter { $0["type"] == "ran" }
  }

  @Test(
    "ends as the command did",
    arguments: [
      ("true", 0), ("sh -c 'exit 42'", 42), ("sh -c 'kill -KILL $$'", 137), ("no-such-command-7qk4", 127), ("/", 126),
      ("./plain", 126), ("''", 127),
    ])
  func statuses(command: String, status: Int32) throws {
    let binary = try declared()
    let outcome = try sh(binary, "echo text > plain; incident run --by dana -- \(command)")
    #expect(outcome.status == status, "\(outcome.error)")
    let event = try #require(try events(binary).first)
    #expect(
      event["signal"] != nil ? status == 137 && event["signal"] == "SIGKILL" : event["status"]?.int == Int(status))
  }

  @Test("with -C the command runs there")
  func elsewhere() throws {
    let binary = try declared()
    let outcome = try sh(binary, "mkdir inner; incident run --by dana -C inner -- sh -c 'basename $PWD'")
    #expect(outcome.output == "inner\n" && outcome.status == 0, "\(outcome.error)")
    #expect(try events(binary).first?["output"] == "inner")
  }

  @Test("every byte passes, in and out, and both streams stay apart")
  func bytes() throws {
    let binary = try declared()
    let script = """
      export INCIDENT_USER=dana
      head -c 10000000 /dev/urandom > bytes
      incident run cat bytes > out && cmp bytes out || exit 1
      incident run cat < bytes > out && cmp bytes out || exit 2
      cat bytes | incident run -- cat | cmp - bytes || exit 3
      incident run sh -c 'cat bytes >&2; echo out' 2> err > out && cmp bytes err && [ "$(cat out)" = out ] || exit 4
      """
    let outcome = try sh(binary, script)
    #expect(outcome.status == 0, "\(outcome.output) \(outcome.error)")
    #expect(try events(binary).count == 4)
  }

  @Test("a reader that leaves early ends the command, which is recorded")
  func brokenPipe() throws {
    let binary = try declared()
    let outcome = try sh(binary, "incident run --by dana -- yes | head -n 1")
    #expect(outcome.output == "y\n" && outcome.error.isEmpty)
    #expect(try events(binary).first?["signal"] == "SIGPIPE")
  }

  @Test("a child of the command that keeps its streams is not waited for")
  func grandchild() throws {
    let binary = try declared()
    // Where there is still somebody to kill, nobody has waited for him.
    let outcome = try sh(binary, "child=$(incident run --by dana -- sh -c 'sleep 20 & echo $!'); kill $child")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try events(binary).first?["status"]?.int == 0)
  }

  @Test(
    "a signal sent to incident goes on to the command, and both are heard of",
    arguments: [("TERM", 143), ("HUP", 129), ("INT", 130), ("USR1", 138)])
  func forwarded(signal: String, status: Int32) throws {
    let binary = try declared()
    // Python, since a shell's background jobs ignore the keyboard's signals.
    let script = """
      import os, signal, subprocess, time
      p = subprocess.Popen(['incident', 'run', '--by', 'dana', '--', 'sh', '-c', 'echo up; exec sleep 30'], stdout=subprocess.PIPE)
      p.stdout.readline()
      os.kill(p.pid, signal.SIG\(signal))
      print(p.wait())
      """
    let outcome = try sh(binary, "\(try #require(Binary.python)) -c \"$(cat <<'END'\n\(script)\nEND\n)\"")
    #expect(outcome.output == "\(status)\n", "\(outcome.error)")
    #expect(try events(binary).first?["signal"] == .string("SIG" + signal))
  }

  @Test("a command that takes a signal in its own way ends in its own way")
  func trapped() throws {
    let binary = try declared()
    let script = """
      incident run --by dana -- sh -c 'trap "echo bye; exit 9" TERM; echo up > up; while :; do sleep 0.05; done' & pid=$!
      while [ ! -s up ]; do sleep 0.02; done
      kill -TERM $pid; wait $pid
      """
    let outcome = try sh(binary, script)
    #expect(outcome.status == 9 && outcome.output == "bye\n", "\(outcome.error)")
    let event = try #require(try events(binary).first)
    #expect(event["status"]?.int == 9 && event["output"] == "bye")
  }

  @Test("what nohup has ignored stays ignored, and what this process ignores does not reach the command")
  func ignored() throws {
    let binary = try declared()
    let shown = try sh(binary, "trap '' HUP; incident run --by dana -- sh -c 'kill -HUP $$; echo alive'")
    #expect(shown.output == "alive\n")
    let ended = try sh(binary, "incident run --by dana -- sh -c 'kill -XFSZ $$; echo alive'")
    #expect(ended.output.isEmpty && ended.status == 128 + SIGXFSZ)
  }

  @Test(
    "output of any size takes no more memory", .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status"))
  )
  func memory() throws {
    let binary = try declared()
    let script = """
      incident run --by dana -- sh -c 'head -c 200000000 /dev/zero; grep VmHWM /proc/$PPID/status >&2' > /dev/null
      """
    let peak = try sh(binary, script).error.split(separator: " ").compactMap { Int($0) }.first
    #expect(try #require(peak) < 60_000, "kB")
  }

  /// What Python says of `incident run` behind a pseudo-terminal of 30 rows and 100 columns.
  /// - Parameter acts: What happens 0.3 s after the command wrote `up`, as Python: `fd` is the terminal, `pid` is incident.
  private func terminal(_ binary: Binary, _ command: [String], _ acts: String = "pass") throws -> (
    output: String, status: Int, isRestored: Bool
  ) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let words = try String(
      decoding: encoder.encode(["incident", "run", "--by", "dana", "--"] + command), as: UTF8.self)
    let script = """
      import fcntl, json, os, pty, select, signal, struct, termios, time
      def resize(rows, columns): fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))
      (gate, opener) = os.pipe()
      pid, fd = pty.fork()
      if pid == 0:
          os.read(gate, 1)
          os.execvp('incident', \(words))
      resize(30, 100)
      before = termios.tcgetattr(fd)
      os.write(opener, b'x')
      out, acted, begin = b'', False, time.time()
      while time.time() - begin < 30:
          ready = select.select([fd], [], [], 0.3)[0]
          if ready:
              try: data = os.read(fd, 65536)
              except OSError: break
              if not data: break
              out += data
          elif not acted and b'up' in out:
              acted = True
              \(acts)
      after = termios.tcgetattr(fd)
      status = os.waitpid(pid, 0)[1]
      print(json.dumps({'output': out.decode(), 'status': os.WEXITSTATUS(status), 'restored': before == after}))
      """
    try Data(script.utf8).write(to: URL(filePath: binary.directory + "/try.py"))
    let outcome = try sh(binary, "\(try #require(Binary.python)) try.py")
    let json = try JSON.parse(outcome.output)
    return (json["output"]?.string ?? "", json["status"]?.int ?? -1, json["restored"] == true)
  }

  @Test("on a terminal the command has one of its own, of the same size")
  func ownTerminal() throws {
    let binary = try declared()
    let script = "test -t 0 && test -t 1 && test -t 2 && test -r /dev/tty && stty size < /dev/tty; exit 4"
    let (output, status, isRestored) = try terminal(binary, ["sh", "-c", script])
    #expect(output.hasPrefix("30 100\r\nrecorded on INC-") && output.hasSuffix(": exit 4 after 0 s\r\n"), "\(output)")
    #expect(status == 4 && isRestored)
    #expect(try events(binary).first?["output"] == "30 100")
  }

  static let keys: [(command: [String], acts: String, output: String, status: Int, signal: String?)] = [
    (["sh", "-c", "echo up; exec sleep 30"], "os.write(fd, b'\\x03')", "up\r\n^C\r\n", 130, "SIGINT"),
    (["sh", "-c", "echo up; exec sleep 30"], "os.write(fd, b'\\x1c')", "up\r\n^\\\r\n", 131, "SIGQUIT"),
    (
      ["sh", "-c", "stty -echo; echo up; read x; stty echo; echo got $x"], "os.write(fd, b'geheim\\r')",
      "up\r\ngot geheim\r\n", 0, nil
    ),
    (
      ["sh", "-c", "trap 'stty size; exit 5' WINCH; echo up; while :; do sleep 0.1; done"], "resize(40, 120)",
      "up\r\n40 120\r\n", 5, nil
    ),
    (["sh", "-c", "echo up; exec cat > /dev/null"], "os.write(fd, b'x\\r\\x04')", "up\r\nx\r\n", 0, nil),
    (["sh", "-c", "echo up; exec sleep 30"], "os.kill(pid, signal.SIGTERM)", "up\r\n", 143, "SIGTERM"),
    (["sh", "-c", "echo up; kill -KILL $$"], "pass", "up\r\n", 137, "SIGKILL"),
    (["sh", "-c", "echo up; stty raw -echo; kill -KILL $$"], "pass", "up\r\n", 137, "SIGKILL"),
  ]

  @Test("keys, sizes and signals reach it, and the terminal is as it was", arguments: keys)
  func keyboard(command: [String], acts: String, output: String, status: Int, signal: String?) throws {
    let binary = try declared()
    let (written, ended, isRestored) = try terminal(binary, command, acts)
    #expect(written.hasPrefix(output + "recorded on "), "\(written)")
    #expect(ended == status && isRestored, "\(ended) \(isRestored)")
    #expect(try events(binary).first?["signal"]?.string == signal)
  }

  @Test("Ctrl-Z stops the command and incident, and both go on together")
  func suspended() throws {
    let binary = try declared()
    // A shell with jobs stands in between: the kernel stops nobody who has no parent that could continue him.
    let script =
      "set -m; incident run --by dana -- sh -c 'echo up; sleep 1; echo on' ; echo stopped $?; fg; echo ended $?"
    let (output, _, _) = try terminal(binary, ["bash", "-c", script], "os.write(fd, b'\\x1a')")
    #expect(output.contains("stopped 148") && output.contains("on\r\n") && output.contains("ended 0"), "\(output)")
  }

  @Test("in a pipeline the keyboard stays where it was")
  func pipeline() throws {
    let binary = try declared()
    let inner = "test -t 0 && test -t 2 && ! test -t 1 && ps -o tpgid= -p $$ > /dev/null && echo up"
    let script = "incident run --by dana -- sh -c '\(inner)' | sed 's/up/seen/'"
    let (output, status, isRestored) = try terminal(binary, ["bash", "-c", script])
    #expect(output.contains("seen\r\n") && status == 0 && isRestored, "\(status) \(isRestored) \(output)")
  }

  @Test(
    "where input is piped, keys reach the command through standard error and /dev/tty",
    arguments: ["<&2", "< /dev/tty"])
  func pager(keys: String) throws {
    let binary = try declared()
    let inner = "test -t 1 && test -t 2 && cat && echo up && read x \(keys) && echo got $x; echo unseen >&2"
    let script = "echo text | incident run --by dana -- sh -c '\(inner)'"
    let (output, status, isRestored) = try terminal(binary, ["bash", "-c", script], "os.write(fd, b'q\\r')")
    #expect(output.contains("text\r\n") || output.contains("text\n"), "\(output)")
    #expect(output.contains("got q") && output.contains("unseen") && status == 0 && isRestored, "\(status) \(output)")
    // The test's own command line is run by another `incident run`, which records all of it.
    let event = try #require(try events(binary).first { $0["command"]?.string?.hasPrefix("sh -c") == true })
    #expect(event["output"] == "text\nup\ngot q")
  }
}
