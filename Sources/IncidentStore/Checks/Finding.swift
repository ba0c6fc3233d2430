public import IncidentCore
import JSONTree

/// Something in a store that is not as it should be, where it stands, and what mends it.
public struct Finding: Hashable, Sendable {
  /// The check that found it.
  public let check: CheckName
  /// The file.
  public let path: String
  /// From 1; nil where the file as a whole is meant.
  public let line: Int?
  /// From 1, in Unicode scalars of the line.
  public let column: Int?
  /// A sentence without its full stop.
  public let message: String
  /// What mends it, a sentence without its full stop.
  public let remedy: String
  /// The text there; empty where there is none to show.
  public let excerpt: String
  /// What mends it without judgement; nil where a person has to decide.
  public let mending: Mending?

  /// A finding of any file.
  public init(
    _ check: CheckName, in path: String, line: Int? = nil, column: Int? = nil, _ message: String, remedy: String,
    excerpt: String = "", mending: Mending? = nil
  ) {
    self.check = check
    self.path = path
    self.line = line
    self.column = column
    self.message = message
    self.remedy = remedy
    self.excerpt = excerpt
    self.mending = mending
  }

  /// A finding in a text, at a place in it.
  init(
    _ check: CheckName, in path: String, at position: JSONPosition?, _ message: String, remedy: String,
    excerpt: String = "", mending: Mending? = nil
  ) {
    self.init(
      check, in: path, line: position?.line, column: position?.column, message, remedy: remedy, excerpt: excerpt,
      mending: mending)
  }

  /// How much it weighs.
  public var gravity: Gravity { check.gravity }

  /// What can be done about a finding without judgement.
  public enum Mending: Hashable, Sendable {
    /// Write the record as its timeline has it, in canonical form.
    case rewrite
    /// Give the file the name of the incident in it, where that name is free.
    case rename(to: IncidentID)
    /// Remove the file, on which nothing rests.
    case remove
    /// Bring together the texts between conflict markers.
    case takeApart
  }

  /// How much a finding weighs.
  public enum Gravity: String, Hashable, Sendable {
    /// A file says what is not so, or cannot be used: whoever commits it can mend it now.
    case error
    /// People owe something, or the clock will tell: no reason to keep anybody from committing.
    case warning
  }
}

extension Finding: Comparable {
  /// By file, then by check in the order of ``CheckName``, then by place.
  public static func < (left: Finding, right: Finding) -> Bool {
    if left.path != right.path { return left.path < right.path }
    if left.check != right.check { return left.check < right.check }
    return (left.line ?? 0, left.column ?? 0) < (right.line ?? 0, right.column ?? 0)
  }
}
