/// Three versions of a postmortem, made ready for a merge of texts: in each generated region all three say the same,
/// so that only what people wrote can conflict.
///
/// Where only one side changed a region, it says what that side says. Where both did, a side that somebody edited by
/// hand has it, and of two that the program wrote the longer one, which most likely knows of more events; whichever it
/// is, the next refresh brings it up to date. Two that were edited by hand are left to the merge of texts.
///
/// Regions are known by their names, wherever they stand. One that a side removed stays removed. Where the markers of a
/// version do not fit, or two regions of one name differ within it, nothing is touched.
public struct PostmortemMerge: Hashable, Sendable {
  /// The common ancestor; empty where there is none.
  public private(set) var base: [UInt8]
  /// One side.
  public private(set) var ours: [UInt8]
  /// The other side.
  public private(set) var theirs: [UInt8]

  /// Whether the merged text gets `\r\n` in the end.
  private let hasCarriageReturns: Bool
  /// Whether the markers fit in all three.
  private let isWellFormed: Bool

  /// Brings the generated regions into line.
  public init(base: [UInt8], ours: [UInt8], theirs: [UInt8]) {
    let ends = MergedLineEnds(base: base, ours: ours, theirs: theirs)
    hasCarriageReturns = ends.hasCarriageReturns
    (self.base, self.ours, self.theirs) =
      ends.isNormalised
      ? (LineEnds.normalised(base), LineEnds.normalised(ours), LineEnds.normalised(theirs)) : (base, ours, theirs)
    do throws(RegionProblem) {
      let scans = (try RegionScan(self.base), try RegionScan(self.ours), try RegionScan(self.theirs))
      isWellFormed = true
      let contents = (
        RegionContent.byName(scans.0, self.base), RegionContent.byName(scans.1, self.ours),
        RegionContent.byName(scans.2, self.theirs)
      )
      var chosen: [String: RegionContent] = [:]
      for name in Set(contents.0.keys).union(contents.1.keys).union(contents.2.keys) {
        chosen[name] = RegionContent.merged(
          base: contents.0[name] ?? .absent, contents.1[name] ?? .absent, contents.2[name] ?? .absent)
      }
      self.base = Self.with(chosen, in: self.base, scans.0)
      self.ours = Self.with(chosen, in: self.ours, scans.1)
      self.theirs = Self.with(chosen, in: self.theirs, scans.2)
    } catch {
      isWellFormed = false
    }
  }

  /// Whether a merge of the three texts may stand: its markers fit, unless they did not before.
  public func accepts(_ merged: [UInt8]) -> Bool {
    guard isWellFormed else { return true }
    return (try? RegionScan(merged)) != nil
  }

  /// A merge of the three texts with the line ends it is to have.
  public func finished(_ merged: [UInt8]) -> [UInt8] {
    hasCarriageReturns ? LineEnds.withCarriageReturns(merged) : merged
  }

  private static func with(_ chosen: [String: RegionContent], in bytes: [UInt8], _ scan: RegionScan) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for region in scan.regions {
      guard let content = chosen[region.name], content != RegionContent(region, in: bytes) else { continue }
      result += bytes[position..<region.marker.lowerBound]
      result += RegionMarker.opening(name: region.name, digest: content.digest).utf8
      result += bytes[region.marker.upperBound..<region.body.lowerBound]
      result += region.hasCarriageReturns ? LineEnds.withCarriageReturns(content.body) : content.body
      position = region.body.upperBound
    }
    return result + bytes[position...]
  }
}

/// The line ends of a merge: those of the side that changed them. Only where each version keeps to one kind, and they
/// differ, is anything done; each line would conflict otherwise.
private struct MergedLineEnds {
  var isNormalised = false
  var hasCarriageReturns = false

  init(base: [UInt8], ours: [UInt8], theirs: [UInt8]) {
    guard let mine = Self.carriageReturns(in: ours), let other = Self.carriageReturns(in: theirs),
      let before = base.isEmpty ? mine : Self.carriageReturns(in: base), mine != other || mine != before
    else { return }
    isNormalised = true
    hasCarriageReturns = mine == before ? other : mine
  }

  /// Nil where lines end in both ways.
  private static func carriageReturns(in bytes: [UInt8]) -> Bool? {
    var (with, without) = (false, false)
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      if index > 0, bytes[index - 1] == UInt8(ascii: "\r") { with = true } else { without = true }
    }
    return with && without ? nil : with
  }
}
