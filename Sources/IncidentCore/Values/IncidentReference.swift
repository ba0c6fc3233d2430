/// What a person types to name an incident: the id, or any beginning or end of it, in any case.
public struct IncidentReference: Hashable, Sendable {
  /// As typed, without surrounding blanks.
  public let text: String

  /// In the form ids are written in: upper case, `o` read as 0, `i` and `l` as 1 after the date.
  private let wanted: [UInt8]

  /// Nil for a text that can name no incident: empty, or with a character no id has.
  public init?(_ typed: String) {
    let trimmed = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let upper = trimmed.uppercased()
    guard !upper.isEmpty, upper.utf8.allSatisfy({ Crockford.value($0) != nil || $0 == UInt8(ascii: "-") })
    else { return nil }
    text = trimmed
    let prefix = "INC-"
    if upper.hasPrefix(prefix) || prefix.hasPrefix(upper) {
      wanted = Array(upper.utf8)
    } else {
      wanted = upper.utf8.map { byte in
        Crockford.value(byte).map { Crockford.alphabet[Int($0)] } ?? byte
      }
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

  /// The same for 17 bytes in memory, for the names of a large store: about ten nanoseconds each.
  public func matches(_ id: UnsafeRawBufferPointer) -> Bool {
    let count = wanted.count
    guard count <= id.count else { return false }
    return wanted.withUnsafeBytes { wanted in
      func stands(at start: Int) -> Bool {
        guard start + count <= id.count else { return false }
        for index in 0..<count where id[start + index] != wanted[index] { return false }
        return true
      }
      return stands(at: id.count - count) || stands(at: 0) || stands(at: 4)
    }
  }

  /// Whether `id` is one that was meant.
  public func matches(_ id: IncidentID) -> Bool {
    matches(id.text.utf8)
  }
}
