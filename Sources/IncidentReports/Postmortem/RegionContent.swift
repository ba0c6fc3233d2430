/// What a generated region says, apart from where it stands and how its lines end.
struct RegionContent: Hashable {
  /// The digest in its marker; nil where it has none.
  let digest: String?
  /// Normalised: lines end with `\n`.
  let body: [UInt8]

  /// That of a region of a document.
  init(_ region: RegionScan.Region, in bytes: [UInt8]) {
    digest = region.digest
    body = LineEnds.normalised(bytes[region.body])
  }

  /// Who wrote it last.
  private enum Origin: Int {
    /// Nobody yet: a marker that asks to be filled in.
    case blank
    /// The program, as its digest shows.
    case generated
    /// A person.
    case edited
  }

  private var origin: Origin {
    if digest == RegionDigest.text(of: body) { return .generated }
    let isBlank = body.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
    return digest == nil && isBlank ? .blank : .edited
  }

  /// What a document says under one name.
  enum Named: Hashable {
    case absent
    case said(RegionContent)
    /// Several regions bear the name and differ.
    case ambiguous
  }

  /// Everything a document says, by name.
  static func byName(_ scan: RegionScan, _ bytes: [UInt8]) -> [String: Named] {
    var contents: [String: Named] = [:]
    for region in scan.regions {
      let content = Named.said(RegionContent(region, in: bytes))
      contents[region.name] = contents[region.name, default: content] == content ? content : .ambiguous
    }
    return contents
  }

  /// What all three versions are to say; nil where the merge of texts decides. The order of the sides does not matter.
  static func merged(base: Named, _ ours: Named, _ theirs: Named) -> RegionContent? {
    switch (base, ours, theirs) {
    case (.ambiguous, _, _), (_, .ambiguous, _), (_, _, .ambiguous): return nil
    case (_, .absent, .absent): return nil
    case (.absent, .said, .absent), (.absent, .absent, .said): return nil
    // One side removed it. What the program wrote on the other since is no reason to bring it back.
    case (.said(let base), .said(let kept), .absent), (.said(let base), .absent, .said(let kept)):
      return kept.origin == .edited ? nil : base
    case (_, .said(let ours), .said(let theirs)):
      if ours == theirs || theirs.isSame(as: base) { return ours }
      if ours.isSame(as: base) { return theirs }
      guard ours.origin == theirs.origin else { return ours.origin.rawValue > theirs.origin.rawValue ? ours : theirs }
      return ours.origin == .edited ? nil : max(ours, theirs)
    }
  }

  private func isSame(as other: Named) -> Bool { other == .said(self) }

  private static func max(_ one: RegionContent, _ other: RegionContent) -> RegionContent {
    if one.body.count != other.body.count { return one.body.count > other.body.count ? one : other }
    if one.body != other.body { return other.body.lexicographicallyPrecedes(one.body) ? one : other }
    return (other.digest ?? "") < (one.digest ?? "") ? one : other
  }
}
