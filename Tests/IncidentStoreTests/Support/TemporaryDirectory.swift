import Foundation
import IncidentCore
import Testing

@testable import IncidentStore

/// A fresh directory, removed with its content when the last reference to it goes.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    let name = "incident-store-\(UUID().uuidString)"
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = try FileSystem().resolve(url.path)
  }

  deinit {
    chmod(path, 0o700)
    try? FileManager.default.removeItem(atPath: path)
  }

  func path(_ name: String) -> String { path + "/" + name }

  func makeDirectory(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
  }

  func write(_ text: String, _ name: String, mode: mode_t? = nil) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    if let mode { chmod(path(name), mode) }
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }

  func mode(_ name: String) throws -> mode_t? {
    try FileSystem().status(at: path(name), followingLinks: false)?.mode
  }

  /// All entries, sorted.
  func entries(_ name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
  }

  /// Sets the modification time of an entry, or of the directory itself, to so many seconds and nanoseconds since 1970.
  func setModificationTime(_ name: String = "", seconds: Int, nanoseconds: Int = 0) {
    let time = timespec(tv_sec: seconds, tv_nsec: nanoseconds)
    utimensat(AT_FDCWD, path(name), [time, time], 0)
  }

  func openStore(_ fileSystem: FileSystem = FileSystem()) throws -> Store {
    Store(try store(), fileSystem: fileSystem)
  }

  func store() throws -> StoreLocation {
    try StoreLocation.at(path, fileSystem: FileSystem())
  }
}

let exampleID = IncidentID("INC-20261120-7QK4")!
let otherID = IncidentID("INC-20261121-0000")!

let exampleHolder = LockHolder(
  processID: 4711, user: "dana", command: "incident resolve 7qk4",
  since: Timestamp(canonical: "2026-11-20T22:41:00Z")!)

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
