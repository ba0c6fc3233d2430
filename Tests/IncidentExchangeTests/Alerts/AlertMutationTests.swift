import Foundation
import IncidentCore
import JSONTree
import Testing

@testable import IncidentExchange

/// Messages that were damaged on their way: what is read keeps to its bounds, and what is not read has a sentence.
///
/// `INCIDENT_LAW_CASES=N` tries another number of them, `INCIDENT_LAW_SEED=N` begins at another seed.
@Suite struct AlertMutationTests {
  private static let variables = ProcessInfo.processInfo.environment
  private static let cases = variables["INCIDENT_LAW_CASES"].flatMap { UInt64($0) } ?? 5_000
  private static let firstSeed = variables["INCIDENT_LAW_SEED"].flatMap { UInt64($0) } ?? 1
  /// Run side by side.
  private static let shards: UInt64 = 4

  @Test("damaged messages are read in bounds or refused in words", arguments: 0..<shards)
  func laws(shard: UInt64) throws {
    let trees = try AlertSamples.all.map { try JSON.parse($0.text) }
    let share = Self.cases / Self.shards + (shard < Self.cases % Self.shards ? 1 : 0)
    var read = 0
    for position in 0..<share {
      let seed = Self.firstSeed &+ shard &+ position &* Self.shards
      var damage = AlertDamage(seed: seed)
      let bytes = damage.bytes(of: trees[Int(seed % UInt64(trees.count))])
      let (broken, isRead) = Self.brokenLaw(bytes)
      if isRead { read += 1 }
      if let broken {
        Issue.record("\(broken), seed \(seed): \(String(decoding: bytes.prefix(2_000), as: UTF8.self))")
        return
      }
    }
    // Were nearly none read, little would have been tried.
    if share >= 100 { #expect(read * 5 > share) }
  }

  /// The first law that does not hold, and whether the message was read.
  private static func brokenLaw(_ bytes: [UInt8]) -> (String?, Bool) {
    let payload: AlertPayload
    do {
      payload = try AlertPayload.read(bytes)
    } catch {
      if error.message.isEmpty || error.message.hasSuffix(".") { return ("a sentence without a full stop", false) }
      if error.message.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x202E }) {
        return ("a sentence is safe on a terminal", false)
      }
      return (nil, false)
    }
    if payload.notices.isEmpty { return ("there is a notice", true) }
    if payload.digest.utf8.count != 71 { return ("a digest has 64 digits", true) }
    for notice in payload.notices {
      if let law = AlertNoticeLaws.broken(by: notice) { return (law, true) }
    }
    return (nil, true)
  }
}

/// What holds for every notice.
enum AlertNoticeLaws {
  /// The first law that does not hold.
  static func broken(by notice: AlertNotice) -> String? {
    if !AlertText.isVisible(notice.title) { return "a title says something" }
    if notice.key.isEmpty || notice.key.utf8.count > AlertBounds.key { return "a key is there and short" }
    if notice.fingerprints.count > AlertNotice.mostFingerprints { return "fingerprints are few" }
    if notice.labels.count > AlertBounds.labels || notice.links.count > AlertBounds.links { return "labels are few" }
    if (notice.summary?.count ?? 0) > AlertBounds.summary { return "a summary is short" }
    let lines =
      [(notice.title, AlertBounds.title)] + notice.labels.map { ($0.name, AlertBounds.labelName) }
      + notice.labels.map { ($0.value, AlertBounds.labelValue) }
      + [notice.name, notice.severity, notice.service, notice.by].compactMap { $0.map { ($0, AlertBounds.word) } }
    for (line, most) in lines {
      if line.count > most || line.isEmpty { return "a line is short" }
      if line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
        return "a line is one line"
      }
    }
    for link in notice.links where link.url.count > AlertBounds.link || AlertLinks.address(link.url) != link.url {
      return "a link is an address"
    }
    if notice.ended != nil, notice.change != .resolved { return "only what is over has an end" }
    if notice.firing < 0 || notice.resolved < 0 { return "counts are counts" }
    return nil
  }
}

/// Damage to a message, the same for the same seed.
struct AlertDamage {
  private var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  /// A message with one to three places changed, and of some also the bytes.
  mutating func bytes(of tree: JSON) -> [UInt8] {
    var tree = tree
    for _ in 0..<random.draw(below: 4) { tree = changed(tree) }
    var bytes = Array(tree.inlineText().utf8)
    guard random.draw(below: 4) == 0, !bytes.isEmpty else { return bytes }
    if random.draw(below: 2) == 0 { return Array(bytes.prefix(below(bytes.count))) }
    for _ in 0...random.draw(below: 3) { bytes[below(bytes.count)] = UInt8(truncatingIfNeeded: random.next()) }
    return bytes
  }

  private mutating func below(_ count: Int) -> Int {
    Int(random.draw(below: UInt64(count)))
  }

  /// The tree with a value somewhere in it taken out, put twice or replaced.
  private mutating func changed(_ tree: JSON) -> JSON {
    switch tree {
    case .object(let object) where !object.isEmpty && random.draw(below: 8) > 0:
      let member = object[below(object.count)]
      var changed = object
      switch random.draw(below: 6) {
      case 0: changed.removeValue(forKey: member.key)
      case 1: changed[strange()] = member.value
      default: changed[member.key] = self.changed(member.value)
      }
      return .object(changed)
    case .array(var elements) where !elements.isEmpty && random.draw(below: 8) > 0:
      let place = below(elements.count)
      switch random.draw(below: 6) {
      case 0: elements.remove(at: place)
      case 1: elements.append(elements[place])
      default: elements[place] = changed(elements[place])
      }
      return .array(elements)
    case .string(let text) where random.draw(below: 3) == 0: return .string(text + strange())
    case .null, .bool, .number, .string, .array, .object: return replacement(of: tree)
    }
  }

  private mutating func replacement(of tree: JSON) -> JSON {
    let number = ["0", "-1", "1e999", "123456789012345678901234567890", "-0.0", "99999999999999", "1.5"]
    switch random.draw(below: 9) {
    case 0: return .null
    case 1: return .bool(true)
    case 2: return JSONNumber(number[below(number.count)]).map(JSON.number) ?? .null
    case 3: return .string(strange())
    case 4: return [tree]
    case 5: return ["value": tree]
    case 6: return []
    case 7: return [:]
    default:
      var deep = tree
      for _ in 0..<random.draw(below: 80) { deep = [deep] }
      return deep
    }
  }

  private mutating func strange() -> String {
    let texts = [
      "", " ", "\u{0}", "\u{200B}\u{2060}", "\u{1B}[31m\u{202E}", "\n\r\n", "{{ .Labels }}", "$ALERT_ID",
      "https://a.org/\"",
      "0001-01-01T00:00:00Z", "9999-99-99T99:99:99Z", String(repeating: "x", count: 5_000),
      "e" + String(repeating: "\u{301}", count: 9_000), "]", "resolved", "👩‍👩‍👧‍👦", "[FIRING:1]", "%%%",
    ]
    return texts[below(texts.count)]
  }
}
