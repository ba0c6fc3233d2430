/// A document fresh from its template, its regions stamped with the digests of their bodies.
public struct GeneratedDocument: Hashable, Sendable {
  /// The whole document, for a file that does not exist yet.
  public let text: String
  /// The body of each region, lines ended by `\n`.
  let bodies: [String: [UInt8]]
  /// The names of the regions, each once, in the order of the document.
  let names: [String]

  /// Stamps what a template rendered.
  /// - Throws: ``RegionProblem`` where its markers do not fit, with the line in `rendered`.
  init(rendered: String) throws(RegionProblem) {
    let bytes = Array(rendered.utf8)
    var bodies: [String: [UInt8]] = [:]
    var names: [String] = []
    var stamped: [UInt8] = []
    var position = 0
    for region in try RegionScan(bytes).regions {
      let body = LineEnds.normalised(bytes[region.body])
      if let known = bodies[region.name] {
        guard known == body else { throw RegionProblem(line: region.line, kind: .ambiguous(name: region.name)) }
      } else {
        bodies[region.name] = body
        names.append(region.name)
      }
      stamped += bytes[position..<region.marker.lowerBound]
      stamped += RegionMarker.opening(name: region.name, digest: RegionDigest.text(of: body)).utf8
      position = region.marker.upperBound
    }
    stamped += bytes[position...]
    text = String(decoding: stamped, as: UTF8.self)
    self.bodies = bodies
    self.names = names
  }
}
