public import IncidentCore

/// Reads a postmortem as a careful colleague would: is it finished, does it say what the record says, can its actions be
/// done, and does it look for causes rather than for somebody to blame.
///
/// The document may be any: fresh from the template, restructured, with translated headings, or written by hand.
public enum PostmortemCheck {
  /// What is found, in the order of places.
  /// - Parameters:
  ///   - bytes: The document; anything is one.
  ///   - incident: Its record; nil for a file that has none, where only the words are read.
  /// - Throws: ``PostmortemProblem`` where the team's template has a fault.
  public static func findings(
    in bytes: [UInt8], of incident: Incident?, now: Timestamp, policy: Policy, library: TemplateLibrary = .builtIn
  ) throws(PostmortemProblem) -> [PostmortemFinding] {
    let source = SourceLines(bytes)
    var findings: [PostmortemFinding] = []
    if let fault = source.fault {
      findings.append(
        PostmortemFinding(
          .encoding, at: fault, "not UTF-8 text", suggestion: "save the file as UTF-8; what is not is read as U+FFFD"))
    }
    let regions = try RegionRules(bytes, source, of: incident, now: now, policy: policy, library: library)
    findings += regions.findings
    let reader = MarkdownReader(source, hasBrokenMarkers: regions.hasBrokenMarkers)
    let outline = PostmortemOutline(reader.blocks, lines: reader.lines)
    findings += SectionRules(source: source, lines: reader.lines, outline: outline).findings()
    findings += TimelineRules(source: source, lines: reader.lines, outline: outline).findings(
      of: incident, policy: policy)
    let people = People(incident)
    findings += ActionRules(source: source, lines: reader.lines, outline: outline).findings(of: incident, people)
    findings += ProseRules(source, reader.lines, people, of: incident?.id).findings(in: outline)
    return findings.sorted()
  }
}
