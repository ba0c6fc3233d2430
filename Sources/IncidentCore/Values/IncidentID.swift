/// The name of an incident: `INC-`, the UTC date it was declared on, `-`, four random symbols of Crockford's base 32.
///
/// No counter, so that two responders who cannot reach each other never take the same one.
public struct IncidentID: Hashable, Sendable {
  /// `INC-20261120-7QK4`, 17 characters.
  public let text: String

  /// Exactly the form a record holds; nil for anything else.
  public init?(_ text: String) {
    var bytes = text
    guard bytes.withUTF8({ PackedIncidentID(UnsafeRawBufferPointer($0)) }) != nil else { return nil }
    self.text = text
  }

  /// A new id for the day of `moment`, its last four symbols drawn from `random`.
  public init(on moment: Timestamp, random: inout some RandomNumberGenerator) {
    let date = moment.date.description.filter { $0 != "-" }
    let bits = random.next()
    let symbols = (0..<4).map { Crockford.alphabet[Int(bits >> (5 * UInt64($0)) & 31)] }
    text = "INC-\(date)-\(String(decoding: symbols, as: UTF8.self))"
  }

  /// The four random symbols, the part people say aloud.
  public var shortText: Substring {
    text.suffix(4)
  }

  /// The same in lower case, as it is typed in a command: `7qk4`.
  public var typedText: String {
    shortText.lowercased()
  }
}

extension IncidentID: CustomStringConvertible, Comparable {
  /// The id itself.
  public var description: String { text }

  /// By date of declaration, then by the random part.
  public static func < (left: IncidentID, right: IncidentID) -> Bool {
    left.text < right.text
  }
}
