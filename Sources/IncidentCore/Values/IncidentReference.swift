/// What a person types to name an incident: the id, or any beginning or end of it, in any case.
public struct IncidentReference: Hashable, Sendable {
  /// As typed, without surrounding blanks.
  public let text: String

  /// In the form ids are written in: upper case, `o` read as 0, `i` and `l` as 1 after `INC-`.
  private let wanted: [UInt8]

  /// Nil for a text that can name no incident: empty, or with a character no id has.
  public init?(_ typed: String) {
    let trimmed = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !trimmed.isEmpty, trimmed.utf8.allSatisfy({ Crockford.value($0) != nil || $0 == UInt8(ascii: "-") })
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
    let starts = [length - count, 0, 4].filter { $0 + count <= length }
    var found: [Int] = []
    wanted.withUnsafeBytes { wanted in
      for line in 0..<bytes.count / lineLength {
        // The last byte differs where the first, of the same date or `INC-`, does not.
        for start in starts where bytes[line * lineLength + start + count - 1] == last {
          let candidate = bytes[(line * lineLength + start)...].prefix(count)
          if candidate.elementsEqual(wanted) {
            found.append(line)
            break
          }
        }
      }
    }
    return found
  }

  /// Whether `id` is one that was meant.
  public func matches(_ id: IncidentID) -> Bool {
    matches(id.text.utf8)
  }
}
