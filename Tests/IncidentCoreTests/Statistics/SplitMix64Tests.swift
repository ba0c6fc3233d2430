import Testing

@testable import IncidentCore

@Suite("SplitMix64")
struct SplitMix64Tests {
  @Test("gives the numbers of the reference implementation (https://prng.di.unimi.it/splitmix64.c)")
  func reference() {
    var zero = SplitMix64(seed: 0)
    #expect(
      (0..<3).map { _ in zero.next() } == [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F])
    var other = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<5).map { _ in other.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test("draws below a bound, every number as often as the others")
  func bounded() {
    var random = SplitMix64(seed: 5)
    var counts = Array(repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[Int(random.draw(below: 7))] += 1 }
    // The standard deviation of each count is √(70,000 · 1/7 · 6/7) ≈ 93.
    for count in counts { #expect(abs(count - 10_000) < 5 * 93, "\(counts)") }
  }

  @Test("draws again where a bound does not divide the range", arguments: [UInt64(3) << 62, .max, 1 << 63])
  func rejection(bound: UInt64) {
    var random = SplitMix64(seed: 9)
    let draws = (0..<3_000).map { _ in random.draw(below: bound) }
    #expect(draws.allSatisfy { $0 < bound })
    // Without the rejection a third of the numbers below 3/4 of the range would be twice as likely.
    let thirds = draws.reduce(into: [0, 0, 0]) { $0[Int($1 / (bound / 3 + 1))] += 1 }
    // The standard deviation of each is √(3,000 · 1/3 · 2/3) ≈ 26.
    for third in thirds { #expect(abs(third - 1_000) < 5 * 26, "\(thirds)") }
  }

  @Test("nothing lies below zero or one but zero")
  func degenerate() {
    var random = SplitMix64(seed: 1)
    #expect(random.draw(below: 0) == 0 && random.draw(below: 1) == 0)
  }
}
