/// The generated regions of a document, by their places in its bytes.
///
/// Works on bytes: what people wrote need not even be UTF-8 to be kept.
struct RegionScan {
  /// One generated region.
  struct Region: Hashable {
    let name: String
    /// The digest in its marker; nil where it has none.
    let digest: String?
    /// The line of its marker, from 1.
    let line: Int
    /// The marker's text, without the spaces before it and the line end after it.
    let marker: Range<Int>
    /// Everything between the two markers' lines.
    let body: Range<Int>
    /// Whether the marker's line ends with a carriage return and a line feed.
    let hasCarriageReturns: Bool
  }

  /// In the order of the document.
  private(set) var regions: [Region] = []

  /// - Throws: ``RegionProblem`` at the first marker that does not fit.
  init(_ bytes: [UInt8]) throws(RegionProblem) {
    var open: (region: Region, bodyStart: Int)?
    var number = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let next = min(end + 1, bytes.count)
      switch RegionMarker(line: bytes[start..<end]) {
      case nil: break
      case .malformed: throw RegionProblem(line: number, kind: .malformed)
      case .begin(let name, let digest):
        if let open {
          throw RegionProblem(
            line: number, kind: .nested(name: name, within: open.region.name, line: open.region.line))
        }
        let region = Region(
          name: name, digest: digest, line: number, marker: Self.trimmed(start..<end, in: bytes), body: next..<next,
          hasCarriageReturns: end < bytes.count && end > start && bytes[end - 1] == UInt8(ascii: "\r"))
        open = (region, next)
      case .end(let name):
        guard let (region, bodyStart) = open else { throw RegionProblem(line: number, kind: .unopened(name: name)) }
        guard region.name == name else {
          throw RegionProblem(line: number, kind: .crossing(name: name, open: region.name, line: region.line))
        }
        regions.append(
          Region(
            name: name, digest: region.digest, line: region.line, marker: region.marker, body: bodyStart..<start,
            hasCarriageReturns: region.hasCarriageReturns))
        open = nil
      }
      start = next
    }
    if let open { throw RegionProblem(line: open.region.line, kind: .unclosed(name: open.region.name)) }
  }

  private static func trimmed(_ line: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let isBlank = { (byte: UInt8) in
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
    let start = bytes[line].firstIndex { !isBlank($0) } ?? line.lowerBound
    let end = bytes[line].lastIndex { !isBlank($0) } ?? start
    return start..<end + 1
  }
}
