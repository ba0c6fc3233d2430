import IncidentCore
import Testing

@testable import IncidentStore

@Suite struct OutputTailTests {
  @Test("keeps the last bytes, whatever the pieces", arguments: UInt64(1)...20)
  func pieces(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let capacity = Int.random(in: 1...40, using: &random)
    var tail = OutputTail(capacity: capacity)
    var all: [UInt8] = []
    for _ in 0..<30 {
      let piece = (0..<Int.random(in: 0...50, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      all += piece
      piece.withUnsafeBytes { tail.append($0) }
      #expect(tail.bytes == Array(all.suffix(capacity)), "seed \(seed)")
      #expect(tail.isCut == (all.count > capacity), "seed \(seed)")
    }
  }
}
