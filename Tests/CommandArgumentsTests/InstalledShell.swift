import CommandArguments
import Foundation

/// A shell on this machine, to try the scripts in.
struct InstalledShell {
  let executable: String

  /// Nil where the shell is not installed.
  init?(_ shell: Shell) { self.init(named: shell.rawValue) }

  init?(named name: String) {
    let places = ["/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }
    guard let found = places.first(where: FileManager.default.isExecutableFile) else { return nil }
    executable = found
  }

  static func isInstalled(_ shell: Shell) -> Bool { InstalledShell(shell) != nil }

  /// Everything the script prints, complaints included, and its exit status.
  func run(_ script: String, flags: [String] = []) throws -> (output: String, status: Int32) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = flags + ["-c", script]
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": NSTemporaryDirectory(), "LC_ALL": "C.UTF-8"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }
}

/// A fresh folder that holds a file and a folder whose names begin alike.
struct Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "completions-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path + "/payloads", withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: path + "/payload.json"))
  }

  func contents() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
