import IncidentCore
import Testing

@testable import IncidentReports

@Suite("Refreshing an edited postmortem")
struct RegionPropertyTests {
  @Test("keeps every byte that people wrote, over two refreshes after more events", arguments: 0..<UInt64(150))
  func property(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var story = try Story(Declared(title: "Slow", severity: .sev2, services: ["api"]), seed: seed)
    try story.then("14:05", .acknowledge(message: nil))
    var document = Array(try draft(story, now: "14:06").text.utf8)
    for round in 0..<2 {
      document = edited(document, &generator)
      let before = try RegionScan(document)
      try story.then("14:\(20 + round)", .note(message: HostileText.sample(seed: seed &* 31 &+ UInt64(round)) + "."))
      try story.then("14:\(30 + round)", .update(UpdateIntent(message: "now \(round)", impact: "impact \(round)")))
      let fresh = try draft(story, now: "14:\(40 + round)")
      let refresh = try RegionRefresh(document, with: fresh)
      let after = try RegionScan(refresh.bytes)

      #expect(outside(before, document) == outside(after, refresh.bytes), "seed \(seed)")
      #expect(before.regions.map(\.name) == after.regions.map(\.name), "seed \(seed)")
      for (index, (old, new)) in zip(before.regions, after.regions).enumerated() {
        let wasEdited = old.digest != RegionDigest.text(of: document[old.body])
        let body = LineEnds.normalised(refresh.bytes[new.body])
        if wasEdited {
          #expect(Array(document[old.body]) == Array(refresh.bytes[new.body]), "seed \(seed)")
          #expect(refresh.outcomes[index].kind == .editedByHand, "seed \(seed)")
        } else {
          #expect(body == fresh.bodies[new.name], "seed \(seed)")
        }
      }
      #expect(try RegionRefresh(refresh.bytes, with: fresh).bytes == refresh.bytes, "seed \(seed)")
      document = refresh.bytes
    }
  }

  @Test("written into in every section, it keeps every byte over ten more events", arguments: 0..<UInt64(100))
  func everySection(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var story = try Story(Declared(title: "Slow", severity: .sev2, services: ["api"]), seed: seed)
    var pieces = split(Array(try draft(story, now: "14:01").text.utf8))
    var written: [[UInt8]] = []
    for index in pieces.indices where !pieces[index].isRegion {
      let text = Array("\n\(HostileText.sample(seed: generator.next())) written \(index)\n\n".utf8)
      // Behind a heading or a question, as people write: between two lines.
      let places = pieces[index].bytes.indices.filter { pieces[index].bytes[$0] == UInt8(ascii: "\n") }
      let place = places.randomElement(using: &generator).map { $0 + 1 } ?? 0
      pieces[index].bytes.insert(contentsOf: text, at: place)
      written.append(text)
    }
    let document = pieces.flatMap(\.bytes)
    func word() -> String { HostileText.sample(seed: generator.next()) + "." }
    let intents: [Intent] = [
      .acknowledge(message: word()), .assign(.incidentCommander, to: word()), .note(message: word()),
      .update(UpdateIntent(message: word(), impact: word(), cause: word())),
      .communicate(Communicated(audience: .external, format: "text", message: word())),
      .changeSeverity(.sev1, message: word()), .addAction(ActionAdded(title: word(), owner: word())),
      .mitigate(message: word()), .resolve(message: word(), cause: word()), .note(message: word()),
    ]
    for (minute, intent) in intents.enumerated() { try story.then("14:\(10 + minute)", intent) }
    let refresh = try RegionRefresh(document, with: try draft(story, now: "14:40"))
    #expect(
      outside(try RegionScan(document), document) == outside(try RegionScan(refresh.bytes), refresh.bytes),
      "seed \(seed)")
    for text in written { #expect(refresh.bytes.contains(text), "seed \(seed)") }
    #expect(refresh.outcomes.contains { $0.kind == .refreshed }, "seed \(seed)")
  }

  private func draft(_ story: Story, now: String) throws -> GeneratedDocument {
    try Postmortem.draft(story.incident, now: try Story.time(now), policy: .standard)
  }

  /// The pieces between the regions, markers left out.
  private func outside(_ scan: RegionScan, _ bytes: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var position = 0
    for region in scan.regions {
      pieces.append(Array(bytes[position..<region.marker.lowerBound]))
      position = region.body.upperBound
    }
    return pieces + [Array(bytes[position...])]
  }

  /// As people edit: insert, delete and replace outside regions, write into one, delete, double or move one, change all
  /// line ends.
  private func edited(_ bytes: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
    var pieces = split(bytes)
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let index = Int.random(in: 0..<pieces.count, using: &generator)
      switch (Int.random(in: 0..<8, using: &generator), pieces[index].isRegion) {
      case (0...4, false): pieces[index].bytes = scribbled(pieces[index].bytes, &generator)
      case (0, true): pieces[index].bytes = withLineInside(pieces[index].bytes)
      case (1, true): pieces.remove(at: index)
      case (2, true): pieces.insert(pieces[index], at: index)
      case (3, true): pieces.swapAt(index, Int.random(in: 0..<pieces.count, using: &generator))
      case (7, _): pieces = pieces.map { ($0.isRegion, LineEnds.withCarriageReturns(LineEnds.normalised($0.bytes))) }
      default: break
      }
    }
    // A region begins on a line of its own, whatever was written before it.
    var result: [UInt8] = []
    for piece in pieces {
      if piece.isRegion, let last = result.last, last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
      result += piece.bytes
    }
    return result
  }

  private func split(_ bytes: [UInt8]) -> [(isRegion: Bool, bytes: [UInt8])] {
    var pieces: [(Bool, [UInt8])] = []
    var current: [UInt8] = []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let marker = RegionMarker(line: line)
      if case .begin = marker {
        pieces.append((false, current))
        current = []
      }
      current += line + [UInt8(ascii: "\n")]
      if case .end = marker {
        pieces.append((true, current))
        current = []
      }
    }
    return pieces + [(false, current)]
  }

  private func scribbled(_ bytes: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    let start = Int.random(in: 0...bytes.count, using: &generator)
    let end = min(bytes.count, start + Int.random(in: 0...40, using: &generator))
    let text = HostileText.sample(seed: generator.next())
    bytes.replaceSubrange(start..<end, with: Bool.random(using: &generator) ? Array(text.utf8) : [0xFF, 0x0D, 0x80])
    return bytes
  }

  private func withLineInside(_ region: [UInt8]) -> [UInt8] {
    guard let end = region.firstIndex(of: UInt8(ascii: "\n")) else { return region }
    return region[...end] + Array("a person's line\n".utf8) + region[(end + 1)...]
  }
}
