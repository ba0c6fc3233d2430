public import IncidentCore

/// A record as it stands on disk.
public struct StoredRecord: Sendable {
  /// What it says.
  public let incident: Incident
  /// Its file, byte for byte.
  public let bytes: [UInt8]
  /// Where the file is.
  public let path: String
}
