/// Why an event, or a field of one, could not be read.
public struct EventProblem: Error, Hashable, Sendable {
  /// The member at fault.
  public let key: String
  /// What is wrong with it.
  public let kind: Kind

  /// What can be wrong with a member.
  public enum Kind: Hashable, Sendable {
    /// It has to be there.
    case missing
    /// A string was expected.
    case notText
    /// An array of strings was expected.
    case notAListOfTexts
    /// An object of strings was expected.
    case notAnObjectOfTexts
    /// `true` or `false` was expected.
    case notTrueOrFalse
    /// A time as records hold it was expected: the text found instead.
    case notATime(String)
    /// A date as records hold it was expected: the text found instead.
    case notADate(String)
    /// A whole number from 0 to 100 was expected.
    case notAPercentage
    /// A whole number from 0 up was expected.
    case notACount
    /// A ULID was expected.
    case notAnEventID
    /// A word of a closed list was expected: the one found instead.
    case unknownWord(String)
  }

  /// A sentence without its full stop.
  public var message: String {
    switch kind {
    case .missing: "the event has no \"\(key)\""
    case .notText: "\"\(key)\" is not a string"
    case .notAListOfTexts: "\"\(key)\" is not an array of strings"
    case .notAnObjectOfTexts: "\"\(key)\" is not an object of strings"
    case .notTrueOrFalse: "\"\(key)\" is neither true nor false"
    case .notATime(let text): "\"\(key)\" is \"\(text)\", not a time such as 2026-11-20T22:41:00Z"
    case .notADate(let text): "\"\(key)\" is \"\(text)\", not a date such as 2026-12-04"
    case .notAPercentage: "\"\(key)\" is not a whole number from 0 to 100"
    case .notACount: "\"\(key)\" is not a whole number from 0 up"
    case .notAnEventID: "\"\(key)\" is not a ULID of 26 characters"
    case .unknownWord(let text): "\"\(key)\" is \"\(text)\", a word this version does not know"
    }
  }
}
