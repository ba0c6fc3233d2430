import Foundation
import Testing

@Suite struct LinkageTests {
  /// The binary beside the running tests; nil where it was not built.
  static let binary: URL? = {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "incident")
    let built = Repository.root.appending(path: ".build/debug/incident")
    return [beside, built].first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  static let tool: String? = [
    "/usr/bin/readelf", "/usr/bin/llvm-readelf", "/usr/local/bin/llvm-readelf",
  ].first(where: FileManager.default.isExecutableFile(atPath:))

  @Test(
    "the binary links the standard library, and no Foundation or Dispatch: it has to start at once",
    .enabled(if: binary != nil && tool != nil))
  func linkage() throws {
    let process = Process()
    process.executableURL = URL(filePath: try #require(Self.tool))
    process.arguments = ["--dynamic", "--wide", try #require(Self.binary).path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let libraries = output.matches(of: /NEEDED.*\[(.*)\]/).map { String($0.1) }
    #expect(libraries.contains { $0.hasPrefix("libswiftCore") || $0.hasPrefix("libc.") }, "\(output)")
    for library in libraries {
      #expect(!library.contains("Foundation") && !library.contains("dispatch"), "linked: \(library)")
    }
  }
}
