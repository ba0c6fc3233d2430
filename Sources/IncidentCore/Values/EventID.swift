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
  /// is `previous` plus one, as the specification's monotonic rule has it: what one person records in order sorts in order.
  public init(
    milliseconds: UInt64, after previous: EventID? = nil, random: inout some RandomNumberGenerator
  ) {
    if let previous, previous.milliseconds >= milliseconds, previous.milliseconds - milliseconds < 1_000,
      let next = previous.successor
    {
      self = next
      return
    }
    let milliseconds = min(milliseconds, 1 << 48 - 1)
    let high = random.next()
    let low = random.next()
    var symbols: [UInt8] = []
    for index in (0..<10).reversed() {
      symbols.append(Crockford.alphabet[Int(milliseconds >> (5 * UInt64(index)) & 31)])
    }
    for index in 0..<8 {
      symbols.append(Crockford.alphabet[Int(high >> (5 * UInt64(index)) & 31)])
    }
    for index in 0..<8 {
      symbols.append(Crockford.alphabet[Int(low >> (5 * UInt64(index)) & 31)])
    }
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

  /// The next id in order; nil when the random part is exhausted.
  private var successor: EventID? {
    var symbols = Array(text.utf8)
    for index in (10..<26).reversed() {
      if let value = Crockford.value(symbols[index]), value < 31 {
        symbols[index] = Crockford.alphabet[Int(value) + 1]
        return EventID(String(decoding: symbols, as: UTF8.self))
      }
      symbols[index] = Crockford.alphabet[0]
    }
    return nil
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
