import IncidentCore

/// The generated regions: do their markers fit, and do they say what the record says?
struct RegionRules {
  /// What is found.
  private(set) var findings: [PostmortemFinding] = []
  /// Whether the regions cannot be told from the rest.
  private(set) var hasBrokenMarkers = false

  /// - Throws: ``PostmortemProblem`` where the template has a fault.
  init(
    _ bytes: [UInt8], _ source: SourceLines, of incident: Incident?, now: Timestamp, policy: Policy,
    library: TemplateLibrary
  ) throws(PostmortemProblem) {
    let regions: [RegionScan.Region]
    do throws(RegionProblem) {
      regions = try RegionScan(bytes).regions
    } catch {
      hasBrokenMarkers = true
      let place = MarkdownPlace(line: error.line, column: 1)
      findings.append(
        PostmortemFinding(
          .markers, at: place, error.message, excerpt: source.excerpt(at: place),
          suggestion: "mend the marker by hand; incident postmortem --stdout prints a fresh document to compare with"))
      return
    }
    guard let incident else {
      for region in regions where Self.isEdited(region, in: bytes) { add(edited: region, source) }
      return
    }
    let fresh = try Postmortem.draft(incident, now: now, policy: policy, library: library)
    // What the clock alone changes is nobody's fault.
    let later = try Postmortem.draft(incident, now: now.adding(100_000), policy: policy, library: library)
    for region in regions {
      guard let body = fresh.bodies[region.name] else { continue }
      let written = LineEnds.normalised(bytes[region.body])
      guard written != body else { continue }
      let isBlank = written.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
      if region.digest == RegionDigest.text(of: written) || region.digest == nil && isBlank {
        if later.bodies[region.name] == body { add(stale: region, source, incident.id) }
      } else {
        add(edited: region, source)
      }
    }
  }

  private static func isEdited(_ region: RegionScan.Region, in bytes: [UInt8]) -> Bool {
    guard let digest = region.digest else { return false }
    return digest != RegionDigest.text(of: bytes[region.body])
  }

  private mutating func add(stale region: RegionScan.Region, _ source: SourceLines, _ id: IncidentID) {
    let place = MarkdownPlace(line: region.line, column: 1)
    findings.append(
      PostmortemFinding(
        .staleRegion, at: place, "the record has gone on since the region \"\(region.name)\" was written",
        excerpt: source.excerpt(at: place),
        suggestion: "incident postmortem \(id.typedText) brings it up to date, and leaves every other word as it is"))
  }

  private mutating func add(edited region: RegionScan.Region, _ source: SourceLines) {
    let place = MarkdownPlace(line: region.line, column: 1)
    findings.append(
      PostmortemFinding(
        .editedRegion, at: place, "somebody edited the generated region \"\(region.name)\", so it is refreshed no more",
        excerpt: source.excerpt(at: place),
        suggestion:
          "correct the record, and run incident postmortem --force; or remove the two markers, and it is yours"))
  }
}
