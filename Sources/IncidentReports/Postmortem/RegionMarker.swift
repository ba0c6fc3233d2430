/// The line before or after a generated region: `<!-- incident:begin NAME DIGEST -->`, `<!-- incident:end NAME -->`.
enum RegionMarker: Hashable {
  /// A region begins. The digest is that of the body when it was generated; nil where it never was.
  case begin(name: String, digest: String?)
  /// A region ends.
  case end(name: String)
  /// A line that was meant for a marker and is none.
  case malformed

  /// The marker on a line, which is given without its line end; nil for any other line.
  ///
  /// Spaces around and within do not matter. A marker has its line to itself.
  init?(line: some Collection<UInt8>) {
    guard let start = line.first(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }),
      start == UInt8(ascii: "<")
    else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    var words = text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" })
    guard words.count > 1, words[0] == "<!--" else {
      guard words[0].hasPrefix("<!--incident:") else { return nil }
      self = .malformed
      return
    }
    guard words[1].hasPrefix("incident:") else { return nil }
    self = .malformed
    guard words.last == "-->" else { return }
    words = Array(words.dropFirst().dropLast())
    guard words.count >= 2, Self.isName(words[1]) else { return }
    let name = String(words[1])
    switch (words[0], words.count) {
    case ("incident:begin", 2): self = .begin(name: name, digest: nil)
    case ("incident:begin", 3) where Self.isDigest(words[2]): self = .begin(name: name, digest: String(words[2]))
    case ("incident:end", 2): self = .end(name: name)
    default: break
    }
  }

  /// The line that opens a region, without its line end.
  static func opening(name: String, digest: String?) -> String {
    "<!-- incident:begin \(name)\(digest.map { " " + $0 } ?? "") -->"
  }

  private static func isName(_ word: Substring) -> Bool {
    word.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
      default: false
      }
    }
  }

  private static func isDigest(_ word: Substring) -> Bool {
    word.utf8.count == 16
      && word.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}
