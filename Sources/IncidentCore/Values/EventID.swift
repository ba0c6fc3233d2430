/// The name of an event: a ULID, 26 symbols of Crockford's base 32, of which the first ten are the millisecond it was
/// recorded in and the last sixteen are random (<https://github.com/ulid/spec>).
public struct EventID: Hashable, Sendable {
  /// 26 characters, the first at most `7`.
  public let text: String

  /// Exactly the canonical form; nil for anything else.
  public init?(_ text: String) {
    let bytes = text.utf8
    guard bytes.count == 26, let first = bytes.first, first <= UInt8(ascii: "7"),
      bytes.allSatisfy(Crockford.isCanonical)
    else { return nil }
    self.text = text
  }

  /// A new id for `milliseconds` since 1970, its last 80 bits drawn from `random`.
  ///
  /// Where `previous` was made in the same millisecond, or up to a second later by a clock that was ahead, the new one
  /// follows `previous`, as the specification's monotonic rule has it: what one person records in order sorts in order.
  /// It does not follow by one, but by a random step of about 2⁴⁰: two clones that go on from the same event would take
  /// the same id otherwise, and a merge would lose one of their events. Where the millisecond has no ids left, the next
  /// one's are taken.
  public init(
    milliseconds: UInt64, after previous: EventID? = nil, random: inout some RandomNumberGenerator
  ) {
    var milliseconds = milliseconds
    if let previous, previous.milliseconds >= milliseconds, previous.milliseconds - milliseconds < 1_000 {
      if let next = previous.successor(&random) {
        self = next
        return
      }
      milliseconds = previous.milliseconds + 1
    }
    milliseconds = min(milliseconds, 1 << 48 - 1)
    let high = random.next()
    let low = random.next()
    let symbols =
      Self.symbols(of: milliseconds, count: 10) + Self.symbols(of: high, count: 8) + Self.symbols(of: low, count: 8)
    text = String(decoding: symbols, as: UTF8.self)
  }

  /// Milliseconds since 1970 at which the event was recorded.
  public var milliseconds: UInt64 {
    text.utf8.prefix(10).reduce(0) { $0 << 5 | UInt64(Crockford.value($1) ?? 0) }
  }

  /// When the event was recorded.
  public var recorded: Timestamp? {
    Timestamp(seconds: Int(milliseconds / 1_000))
  }

  /// A later id of the same millisecond: one more in the first half of the random part, the second half drawn anew.
  /// Nil when the first half is exhausted.
  private func successor(_ random: inout some RandomNumberGenerator) -> EventID? {
    var symbols = Array(text.utf8.prefix(18))
    for index in (10..<18).reversed() {
      if let value = Crockford.value(symbols[index]), value < 31 {
        symbols[index] = Crockford.alphabet[Int(value) + 1]
        return EventID(String(decoding: symbols + Self.symbols(of: random.next(), count: 8), as: UTF8.self))
      }
      symbols[index] = Crockford.alphabet[0]
    }
    return nil
  }

  /// The lowest `5 * count` bits of `bits`, the highest of them first.
  private static func symbols(of bits: UInt64, count: UInt64) -> [UInt8] {
    (0..<count).reversed().map { Crockford.alphabet[Int(bits >> (5 * $0) & 31)] }
  }
}

extension EventID: CustomStringConvertible, Comparable {
  /// The id itself.
  public var description: String { text }

  /// By the millisecond of recording, then by the random part.
  public static func < (left: EventID, right: EventID) -> Bool {
    left.text < right.text
  }
}
