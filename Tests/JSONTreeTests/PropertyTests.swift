import JSONTree
import Testing

@Suite("Properties")
struct PropertyTests {
  static let seeds: [UInt64] = [1, 20_261_120, 0xDEAD_BEEF, .random(in: 0 ... .max)]

  @Test("a tree that is printed and read is the same tree, in every form", arguments: seeds)
  func roundTrips(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<200 {
      let tree = JSON.random(depth: 3, using: &generator)
      let inline = tree.inlineText()
      let place: Comment = "seed \(seed), round \(round)"
      let read = try JSON.parse(inline)
      #expect(read == tree, place)
      #expect(read.hashValue == tree.hashValue, place)
      #expect(Array(read.inlineText().utf8) == Array(inline.utf8), place)
      #expect(try JSON.parse(tree.prettyText()) == tree, place)
      #expect(try JSON.parse(tree.inlineText(escaping: .terminalSafe)) == tree, place)
    }
  }

  @Test("a text with bytes changed is read or refused, and what is read prints and reads again", arguments: seeds)
  func survivesMutation(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let interesting = Array("{}[]\",:\\u0d89eE-+. \n\0truefalsn/".utf8) + [0x80, 0xC0, 0xED, 0xF4, 0xFF]
    for round in 0..<1500 {
      var bytes: [UInt8] = []
      JSON.random(depth: 2, using: &generator).canonical(into: &bytes)
      for _ in 0...Int.random(in: 0...3, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = interesting.randomElement(using: &generator) ?? 0
        case 1: bytes.insert(interesting.randomElement(using: &generator) ?? 0, at: place)
        case 2 where bytes.count > 1: bytes.remove(at: place)
        default: bytes[place] = .random(in: 0...255, using: &generator)
        }
      }
      let comment: Comment = "seed \(seed), round \(round)"
      do throws(JSONError) {
        let value = try JSON.parse(bytes)
        #expect(try JSON.parse(value.inlineText()) == value, comment)
      } catch {
        #expect((0...bytes.count).contains(error.position.offset), comment)
        #expect(!error.message.isEmpty, comment)
      }
      // The head agrees with the whole: what it calls cut off, the whole calls ended too early.
      if let head = try? JSON.parseHead(bytes, stoppingBefore: "no such key") {
        switch head.stop {
        case .cutOff: #expect(throws: JSONError.self, comment) { try JSON.parse(bytes) }
        case .objectEnd: #expect(try JSON.parse(bytes).object == head.members, comment)
        case .key: Issue.record(comment)
        }
      }
    }
  }

  @Test("every beginning of a text is refused as ended too early", arguments: seeds)
  func knowsBeginnings(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<20 {
      var bytes: [UInt8] = []
      JSON.array([.random(depth: 1, using: &generator)]).canonical(into: &bytes)
      for end in bytes.indices {
        let error = #expect(throws: JSONError.self) { try JSON.parse(Array(bytes[..<end])) }
        #expect(error?.isUnexpectedEnd == true, "seed \(seed), round \(round)")
        #expect(error?.position.offset == end, "seed \(seed), round \(round)")
      }
    }
  }
}
