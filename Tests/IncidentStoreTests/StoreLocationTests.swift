import Foundation
import Testing

@testable import IncidentStore

@Suite struct StoreLocationTests {
  let directory = try! TemporaryDirectory()

  @Test(
    "takes a directory for a store by what is in it",
    arguments: [
      ([], true), (["config.json"], true), ([".gitignore", "x.swift"], false), (["INC-20261120-7QK4.json"], true),
      ([".gitignore"], false), ([".lock", ".cache", ".x.0123456789abcdef.tmp"], true), ([".lock", "x.swift"], false),
      (["INC-broken", "notes.txt"], true), (["Incident.swift"], false), (["README.md", "src"], false),
    ])
  func looks(entries: [String], isStore: Bool) throws {
    try directory.makeDirectory("incidents")
    for entry in entries { try directory.write("", "incidents/" + entry) }
    let found = try StoreLocation.find(from: directory.path, fileSystem: FileSystem())
    #expect(found?.root == (isStore ? directory.path("incidents") : nil))
  }

  @Test("walks up to the nearest store, past files and source folders of that name")
  func walksUp() throws {
    try directory.makeDirectory("a/b/c")
    try directory.makeDirectory("incidents")
    try directory.makeDirectory("a/incidents")
    try directory.write("", "a/incidents/Incident.swift")
    try directory.write("", "a/b/incidents")
    #expect(
      try StoreLocation.find(from: directory.path("a/b/c"), fileSystem: FileSystem())?.root
        == directory.path("incidents"))
    #expect(
      try StoreLocation.find(from: directory.path("incidents"), fileSystem: FileSystem())?.root
        == directory.path("incidents"))
    try directory.makeDirectory("a/b/c/incidents")
    #expect(
      try StoreLocation.find(from: directory.path("a/b/c"), fileSystem: FileSystem())?.root
        == directory.path("a/b/c/incidents"))
  }

  @Test("is where a team put its runbooks before its first incident")
  func prepared() throws {
    try directory.makeDirectory("incidents/runbooks")
    let found = try StoreLocation.find(from: directory.path("incidents"), fileSystem: FileSystem())
    #expect(found?.root == directory.path("incidents"))
  }

  @Test("follows a link to the start and to the store, once")
  func links() throws {
    try directory.makeDirectory("repository/deep")
    try directory.makeDirectory("real")
    try directory.link("repository/incidents", to: "../real")
    try directory.link("shortcut", to: "repository/deep")
    #expect(
      try StoreLocation.find(from: directory.path("shortcut"), fileSystem: FileSystem())?.root == directory.path("real")
    )
  }

  @Test("makes a new one at the root of the work tree, else where it was asked", arguments: ["directory", "file", ""])
  func place(git: String) throws {
    try directory.makeDirectory("repository/a/b")
    if git == "directory" { try directory.makeDirectory("repository/.git") }
    if git == "file" { try directory.write("gitdir: ../.git/worktrees/x", "repository/.git") }
    let place = try StoreLocation.placeForNew(from: directory.path("repository/a/b"), fileSystem: FileSystem())
    #expect(place == directory.path(git.isEmpty ? "repository/a/b/incidents" : "repository/incidents"))
  }

  @Test("made twice is made once, and is found from then on")
  func create() throws {
    let path = directory.path("incidents")
    let store = try StoreLocation.create(at: path, fileSystem: FileSystem())
    #expect(try StoreLocation.create(at: path, fileSystem: FileSystem()) == store)
    #expect(try StoreLocation.find(from: directory.path, fileSystem: FileSystem()) == store)
    #expect(try directory.entries("incidents") == [".gitattributes", ".gitignore"])
    let rules = try #require(directory.text("incidents/.gitignore"))
    #expect([".lock", ".cache/", ".*.tmp"].allSatisfy(rules.split(separator: "\n").map(String.init).contains))
    try directory.write("", "incidents/x.swift")
    #expect(try StoreLocation.find(from: directory.path, fileSystem: FileSystem()) == store)
  }

  @Test("does not take over a folder of other things, or a file")
  func taken() throws {
    try directory.makeDirectory("incidents")
    try directory.write("", "incidents/Incident.swift")
    #expect(throws: StoreError.directoryTaken(path: directory.path("incidents"))) {
      try StoreLocation.create(at: directory.path("incidents"), fileSystem: FileSystem())
    }
    try directory.write("", "file")
    #expect(throws: StoreError.inputOutput(SystemError(.open, directory.path("file"), ENOTDIR))) {
      try StoreLocation.create(at: directory.path("file"), fileSystem: FileSystem())
    }
  }

  @Test("leaves an empty folder or a store, whichever call fails", arguments: everyErrorCode)
  func everyCallFails(code: Int32) throws {
    var number = 0
    while true {
      let directory = try TemporaryDirectory()
      let calls = FailingSystemCalls(failing: number, code: code)
      do {
        _ = try StoreLocation.create(at: directory.path("incidents"), fileSystem: FileSystem(calls))
        if number >= calls.made.count { break }
      } catch {
        #expect(error.sentence.hasPrefix("cannot ") && error.remedy.advice.count > 10)
        _ = try StoreLocation.create(at: directory.path("incidents"), fileSystem: FileSystem())
      }
      #expect(try directory.entries("incidents") == [".gitattributes", ".gitignore"])
      number += 1
    }
    #expect(number > 10)
  }
}
