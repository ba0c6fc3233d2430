/// A way to deal pooled values out to two groups: which positions of the sorted pool are in the one, as bits.
struct Partition {
  private var words: [UInt64]
  private let poolCount: Int
  private let memberCount: Int

  /// Nobody chosen yet; `memberCount` have to be before a median is asked for.
  init(poolCount: Int, memberCount: Int) {
    words = Array(repeating: 0, count: (poolCount + 63) / 64)
    self.poolCount = poolCount
    self.memberCount = memberCount
  }

  /// Exactly these positions.
  mutating func choose(_ positions: [Int]) {
    clear()
    for position in positions { insert(position) }
  }

  /// A random choice, every one as likely: Floyd's algorithm F2, one draw for each member
  /// (Bentley & Floyd, "Programming pearls: a sample of brilliance", 1987, <https://doi.org/10.1145/30401.315746>).
  mutating func choose(using random: inout SplitMix64) {
    clear()
    for last in (poolCount - memberCount)..<poolCount {
      let position = random.index(below: last + 1)
      insert(contains(position) ? last : position)
    }
  }

  /// Twice the median of the members less twice the median of the others. `pool` is in ascending order.
  func doubledDifference(in pool: [Int]) -> Int {
    doubledMedian(in: pool, count: memberCount, flip: 0)
      - doubledMedian(in: pool, count: poolCount - memberCount, flip: .max)
  }

  private func doubledMedian(in pool: [Int], count: Int, flip: UInt64) -> Int {
    let low = position(rank: (count - 1) / 2, flip: flip)
    let high = count.isMultiple(of: 2) ? position(rank: count / 2, flip: flip) : low
    return pool[low] + pool[high]
  }

  /// Where the set bit of a rank (from 0) stands in the words xor `flip`.
  private func position(rank: Int, flip: UInt64) -> Int {
    var rest = rank
    var word = 0
    while word < words.count - 1 {
      let ones = (words[word] ^ flip).nonzeroBitCount
      if ones > rest { break }
      rest -= ones
      word += 1
    }
    var bits = words[word] ^ flip
    for _ in 0..<rest { bits &= bits &- 1 }
    return min(word * 64 + bits.trailingZeroBitCount, poolCount - 1)
  }

  private func contains(_ position: Int) -> Bool {
    words[position >> 6] & (1 << UInt64(position & 63)) != 0
  }

  private mutating func insert(_ position: Int) {
    words[position >> 6] |= 1 << UInt64(position & 63)
  }

  private mutating func clear() {
    for index in words.indices { words[index] = 0 }
  }
}
