/// SplitMix64: the same numbers for the same seed, on every machine and with every toolchain.
///
/// Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014
/// (<https://doi.org/10.1145/2660193.2660195>), with the constants of <https://prng.di.unimi.it/splitmix64.c>. For
/// statistics, not for secrets.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Every seed is as good as another.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to and without `bound`, each as likely as the others.
  ///
  /// Lemire, "Fast random integer generation in an interval", 2019 (<https://doi.org/10.1145/3230636>). Spelled out, and
  /// not the standard library's, because what a seed comes to must not change with the toolchain.
  /// - Parameter bound: 0 gives 0.
  public mutating func draw(below bound: UInt64) -> UInt64 {
    guard bound > 0 else { return 0 }
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let rejected = (0 &- bound) % bound
      while product.low < rejected { product = next().multipliedFullWidth(by: bound) }
    }
    return product.high
  }

  /// An index of a collection of `count` elements.
  mutating func index(below count: Int) -> Int {
    Int(truncatingIfNeeded: draw(below: UInt64(clamping: count)))
  }
}
