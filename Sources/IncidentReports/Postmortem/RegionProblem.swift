/// Why the generated regions of a document cannot be told from the rest.
public struct RegionProblem: Error, Hashable, Sendable {
  /// The line of the marker at fault, from 1.
  public let line: Int
  /// What is wrong with it.
  let kind: Kind

  /// A fault on a line, from 1.
  init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }

  /// What can be wrong with a marker.
  enum Kind: Hashable, Sendable {
    /// It is neither a begin nor an end with a name.
    case malformed
    /// Nothing ends the region.
    case unclosed(name: String)
    /// The region was not begun.
    case unopened(name: String)
    /// A region begins within another one, which began at `line`.
    case nested(name: String, within: String, line: Int)
    /// Another region ends here than the one that began at `line`.
    case crossing(name: String, open: String, line: Int)
    /// A template writes two different regions under one name.
    case ambiguous(name: String)
  }

  /// A sentence without its full stop and without the line.
  public var message: String {
    switch kind {
    case .malformed:
      "a marker reads <!-- incident:begin NAME --> or <!-- incident:end NAME --> and has its line to itself"
    case .unclosed(let name): "the region \"\(name)\" begins here, and no <!-- incident:end \(name) --> ends it"
    case .unopened(let name): "the region \"\(name)\" ends here, and no <!-- incident:begin \(name) --> begins it"
    case .nested(let name, let outer, let line):
      "the region \"\(name)\" begins within \"\(outer)\", which begins on line \(line)"
    case .crossing(let name, let open, let line):
      "the region \"\(name)\" ends here, while \"\(open)\" is open since line \(line)"
    case .ambiguous(let name): "a second region \"\(name)\" says something else than the first"
    }
  }
}
