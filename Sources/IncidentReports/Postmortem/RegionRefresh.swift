/// What became of one generated region when its document was refreshed.
public struct RegionOutcome: Hashable, Sendable {
  /// What became of it.
  public enum Kind: String, Hashable, Sendable {
    /// It said what the record says.
    case unchanged
    /// It says now what the record says.
    case refreshed
    /// Somebody had edited it, and it was overwritten because that was asked for.
    case overwritten
    /// Somebody edited it, and it stays as it is.
    case editedByHand
    /// Somebody deleted it, and it stays deleted.
    case removedByHand
    /// The template has no such region any more, and it stays as it is.
    case unknown
  }

  /// The name of the region.
  public let name: String
  /// What became of it.
  public let kind: Kind
  /// The line of its marker in the document as it was, from 1; nil where it is not there.
  public let line: Int?
}

/// A document whose generated regions were brought up to date, and in which nothing else changed by a byte.
///
/// The markers are found wherever they stand, on lines of their own: regions may be reordered, doubled or deleted, and
/// everything around them may be rewritten. A marker without a digest and with nothing but space behind it asks for the
/// region to be filled in: that is how somebody brings a deleted one back.
public struct RegionRefresh: Hashable, Sendable {
  /// The document.
  public let bytes: [UInt8]
  /// What became of each region: first those of the document in its order, then those that are not there.
  public let outcomes: [RegionOutcome]

  /// Brings `existing` up to date with `fresh`.
  /// - Parameter force: Overwrites regions that somebody edited, too.
  /// - Throws: ``RegionProblem`` where the markers in `existing` do not fit; it is to be left as it is then.
  public init(_ existing: [UInt8], with fresh: GeneratedDocument, force: Bool = false) throws(RegionProblem) {
    var bytes: [UInt8] = []
    var outcomes: [RegionOutcome] = []
    var position = 0
    for region in try RegionScan(existing).regions {
      let kind = Self.kind(of: region, in: existing, fresh: fresh.bodies[region.name], force: force)
      outcomes.append(RegionOutcome(name: region.name, kind: kind, line: region.line))
      guard kind == .refreshed || kind == .overwritten, let body = fresh.bodies[region.name] else { continue }
      bytes += existing[position..<region.marker.lowerBound]
      bytes += RegionMarker.opening(name: region.name, digest: RegionDigest.text(of: body)).utf8
      bytes += existing[region.marker.upperBound..<region.body.lowerBound]
      bytes += region.hasCarriageReturns ? LineEnds.withCarriageReturns(body) : body
      position = region.body.upperBound
    }
    bytes += existing[position...]
    self.bytes = bytes
    let present = Set(outcomes.map(\.name))
    for name in fresh.names where !present.contains(name) {
      outcomes.append(RegionOutcome(name: name, kind: .removedByHand, line: nil))
    }
    self.outcomes = outcomes
  }

  private static func kind(
    of region: RegionScan.Region, in existing: [UInt8], fresh: [UInt8]?, force: Bool
  ) -> RegionOutcome.Kind {
    guard let fresh else { return .unknown }
    let body = LineEnds.normalised(existing[region.body])
    if body == fresh { return region.digest == RegionDigest.text(of: fresh) ? .unchanged : .refreshed }
    if let digest = region.digest, digest == RegionDigest.text(of: body) { return .refreshed }
    if region.digest == nil, body.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }) { return .refreshed }
    return force ? .overwritten : .editedByHand
  }
}
