import IncidentCore

/// The same numbers for the same seed, on every machine.
struct SeededRandom: RandomNumberGenerator {
  private var numbers: SplitMix64

  init(seed: UInt64) {
    numbers = SplitMix64(seed: seed)
  }

  mutating func next() -> UInt64 { numbers.next() }

  /// One of `choices`, which is not empty.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int(next() % UInt64(choices.count))]
  }

  /// True once in `chances` times.
  mutating func once(in chances: UInt64) -> Bool {
    next() % chances == 0
  }

  /// One of `choices` three times in four, else nil.
  mutating func maybe<Choice>(_ choices: [Choice]) -> Choice? {
    once(in: 4) ? nil : pick(choices)
  }
}
