public import JSONTree

/// Why a JSON document is no record.
public struct RecordProblem: Error, Hashable, Sendable {
  /// Where in the document: keys and indices from the top.
  public let path: [JSONPathComponent]
  /// What is wrong.
  public let kind: Kind

  /// What can be wrong with a record.
  public enum Kind: Hashable, Sendable {
    /// The document is no object.
    case notAnObject
    /// A member has to be there.
    case missing(String)
    /// A member is not what it has to be: its name, and what was expected.
    case unexpected(String, expected: String)
    /// The record was written by a newer version: its schema.
    case newerSchema(Int)
    /// The file is named after another incident: the id inside.
    case idDiffersFromFileName(String)
    /// An event cannot be read as one.
    case event(EventProblem)
    /// No event that can be read declares the incident.
    case undeclared
    /// Two different events have one id.
    case sharedID(EventID)
  }

  /// What is wrong, and where.
  public init(path: [JSONPathComponent], kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// A sentence without its full stop.
  public var message: String {
    switch kind {
    case .notAnObject: "a record is a JSON object"
    case .missing(let key): "the record has no \"\(key)\""
    case .unexpected(let key, let expected): "\"\(key)\" is not \(expected)"
    case .newerSchema(let schema):
      "the record has schema \(schema), written by a newer version; this one knows schema \(Incident.currentSchema)"
    case .idDiffersFromFileName(let id): "the record says it is \"\(id)\", and its file is named otherwise"
    case .event(let problem): problem.message
    case .undeclared: "no event in the timeline declares the incident"
    case .sharedID(let id): "two different events have the id \(id)"
    }
  }
}
