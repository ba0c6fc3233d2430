/// What a person types to name an incident: the id, or any beginning or end of it, in any case.
public struct IncidentReference: Hashable, Sendable {
  /// As typed, without surrounding blanks.
  public let text: String

  /// In the form ids are written in: upper case, `o` read as 0, `i` and `l` as 1 after `INC-`.
  private let wanted: [UInt8]

  /// Nil for a text that can name no incident: empty, or with a character no id has.
  public init?(_ typed: String) {
    let words = typed.split(whereSeparator: \.isWhitespace)
    guard words.count == 1, let trimmed = words.first.map(String.init),
      trimmed.utf8.allSatisfy({ Crockford.value($0) != nil || $0 == UInt8(ascii: "-") })
    else { return nil }
    text = trimmed
    let upper = Array(trimmed.uppercased().utf8)
    let prefix = Array("INC-".utf8)
    let kept = upper.starts(with: prefix) || prefix.starts(with: upper) ? prefix.count : 0
    wanted =
      upper.prefix(kept)
      + upper.dropFirst(kept).map { byte in
        Crockford.value(byte).map { Crockford.alphabet[Int($0)] } ?? byte
      }
  }

  /// The id this is when it is a whole one.
  public var wholeID: IncidentID? {
    IncidentID(String(decoding: wanted, as: UTF8.self))
  }

  /// Whether `id`, the 17 bytes of an id, begins or ends with what was typed, with or without `INC-`.
  public func matches(_ id: some BidirectionalCollection<UInt8>) -> Bool {
    guard wanted.count <= id.count else { return false }
    return id.suffix(wanted.count).elementsEqual(wanted) || id.starts(with: wanted)
      || id.dropFirst(4).starts(with: wanted)
  }

  /// The lines of `bytes`, each `lineLength` long and opening with an id, whose id matches: their numbers, from 0. For
  /// the ids of a large store, at a few nanoseconds each.
  public func matchingLines(of bytes: UnsafeRawBufferPointer, lineLength: Int) -> [Int] {
    let length = 17
    let count = wanted.count
    guard count <= length, let last = wanted.last, lineLength >= length else { return [] }
    // At the end, the beginning, and behind `INC-`, unless it is too long for that; its last byte is asked for first,
    // since ids that begin alike end differently.
    let places = (length - count, 0, 4 + count <= length ? 4 : 0)
    var found: [Int] = []
    for line in 0..<bytes.count / lineLength {
      let lastBytes = line * lineLength + count - 1
      guard
        bytes[lastBytes + places.0] == last || bytes[lastBytes + places.1] == last
          || bytes[lastBytes + places.2] == last
      else { continue }
      if matches(bytes[(line * lineLength)...].prefix(length)) { found.append(line) }
    }
    return found
  }
}
