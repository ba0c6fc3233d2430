import Foundation
import Testing

/// The built binary, in a directory and an environment of its own.
final class Binary {
  /// The binary beside the running tests; nil where it was not built.
  static let path: String? = {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "incident").path
    let built = tests.deletingLastPathComponent().appending(path: ".build/debug/incident").path
    return [beside, built].first(where: FileManager.default.isExecutableFile(atPath:))
  }()

  /// The installed Git.
  static let git: String? = ["/usr/bin/git", "/usr/local/bin/git", "/opt/homebrew/bin/git"]
    .first(where: FileManager.default.isExecutableFile(atPath:))

  /// What a script came to.
  struct Outcome {
    let status: Int32
    let output: String
    let error: String
  }

  /// Where scripts run.
  let directory: String
  private let outer: String

  init() throws {
    outer = try makeScratchFolder()
    directory = outer + "/repo"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: outer)
  }

  /// Runs a script in which `incident` is the binary, without anything of the user's or the machine's Git settings.
  func sh(_ script: String, shell: String = "sh") throws -> Outcome {
    let process = Process()
    let folder = URL(filePath: try #require(Self.path)).deletingLastPathComponent().path
    process.executableURL = URL(filePath: "/bin/\(shell)")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(filePath: directory)
    process.environment = [
      "PATH": "\(folder):/usr/local/bin:/usr/bin:/bin", "HOME": outer, "TMPDIR": outer, "TERM": "dumb",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": outer,
      "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
    ]
    // Files, since a pipe that nobody reads while the other is read would block.
    let names = ["out", "err"].map { "\(outer)/\($0)-\(UUID().uuidString)" }
    for name in names { try Data().write(to: URL(filePath: name)) }
    let handles = try names.map { try #require(FileHandle(forWritingAtPath: $0)) }
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let texts = names.map { String(decoding: FileManager.default.contents(atPath: $0) ?? Data(), as: UTF8.self) }
    return Outcome(status: process.terminationStatus, output: texts[0], error: texts[1])
  }
}
