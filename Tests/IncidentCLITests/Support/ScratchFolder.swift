import Foundation

/// A new folder for temporary files, by its path without any symbolic link (macOS has one above its own).
func makeScratchFolder() throws -> String {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("incident-cli-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  guard let resolved = realpath(path, nil) else { throw CocoaError(.fileNoSuchFile) }
  defer { free(resolved) }
  return String(cString: resolved)
}
