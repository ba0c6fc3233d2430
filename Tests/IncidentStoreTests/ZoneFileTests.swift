import Foundation
import IncidentCore
import Testing

@testable import IncidentStore

@Suite struct ZoneFileTests {
  let directory = try! TemporaryDirectory()

  @Test("the first folder that has the file gives it, through a link too")
  func reads() throws {
    try directory.makeDirectory("one")
    try directory.makeDirectory("two/Europe")
    try directory.write("TZif", "two/Europe/Berlin")
    try directory.link("one/Berlin", to: directory.path("two/Europe/Berlin"))
    #expect(try read("Europe/Berlin") == bytes("TZif"))
    #expect(try read("Berlin") == bytes("TZif"))
    #expect(try read("Europe/Berlin/Mitte") == nil)
    #expect(try read("Europe/Bern") == nil)
  }

  @Test("a directory, a FIFO and a file that is too large are no zones")
  func refuses() throws {
    try directory.makeDirectory("one/Europe")
    #expect(mkfifo(directory.path("one/Pipe"), 0o600) == 0)
    try directory.write(String(repeating: "x", count: 65_537), "one/Large")
    for name in ["Europe", "Pipe", "Large"] { #expect(try read(name) == nil, "\(name)") }
  }

  @Test("names are those of a part of the database, sorted, and none where there is none")
  func names() throws {
    try directory.makeDirectory("two/Europe")
    for name in ["Paris", "Berlin", "a.tab", ".hidden"] { try directory.write("", "two/Europe/" + name) }
    #expect(ZoneFile.names(in: "Europe", of: folders, FileSystem()) == ["Berlin", "Paris"])
    #expect(ZoneFile.names(of: folders, FileSystem()) == ["Europe"])
    #expect(ZoneFile.names(in: "Asia", of: folders, FileSystem()).isEmpty)
  }

  @Test(
    "a name leads nowhere else",
    arguments: [
      "", "/", "/etc/passwd", "../x", "Europe/../x", "Europe//Berlin", "Europe/", "a b", "x.tab", "a\u{0}", "Ä",
    ])
  func badNames(name: String) {
    #expect(ZoneName(name) == nil)
  }

  @Test("the database's names are names", arguments: ["UTC", "Europe/Berlin", "Etc/GMT+5", "America/Port-au-Prince"])
  func goodNames(name: String) {
    #expect(ZoneName(name)?.text == name)
    #expect(ZoneName(name + String(repeating: "a", count: 64)) == nil)
  }

  private var folders: [String] { [directory.path("one"), directory.path("two")] }

  private func read(_ name: String) throws -> [UInt8]? {
    try ZoneFile.read(try #require(ZoneName(name)), in: folders, FileSystem())
  }
}
