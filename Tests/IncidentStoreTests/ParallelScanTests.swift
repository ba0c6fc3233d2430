import IncidentStore
import Synchronization
import Testing

@Suite struct ParallelScanTests {
  @Test("answers in the order of the items", arguments: [0, 1, 63, 64, 65, 1_000, 10_007], [1, 2, 4, 8])
  func order(count: Int, threads: Int) {
    #expect(
      ParallelScan.map(Array(0..<count), threads: threads) { item, _ in "\(item)" } == (0..<count).map(String.init))
  }

  @Test("has several threads at work, each with a buffer of its own")
  func threads() {
    let buffers = Mutex(Set<ObjectIdentifier>())
    let arrived = Mutex(0)
    // Two items wait for one another, so that two threads must be at work.
    _ = ParallelScan.map(Array(0..<64), threads: 4) { item, buffer in
      buffers.withLock { _ = $0.insert(ObjectIdentifier(buffer)) }
      if item == 0 || item == 32 {
        arrived.withLock { $0 += 1 }
        while arrived.withLock({ $0 }) < 2 {}
      }
    }
    #expect((2...4).contains(buffers.withLock { $0.count }))
  }
}
