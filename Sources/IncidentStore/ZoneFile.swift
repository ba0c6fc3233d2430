public import IncidentCore

/// The files of the time zone database that the system has.
public enum ZoneFile {
  /// Where systems keep them, in the order they are looked at.
  public static let folders = [
    "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo",
  ]

  /// The largest file that is read, in bytes: those of the database have fewer than 4 000.
  static let sizeLimit: Int64 = 65_536

  /// All bytes of a zone's file; nil where no folder has a file of that name, or only one that is too large.
  /// - Throws: ``StoreError/inputOutput(_:)`` where there is one that cannot be read.
  public static func read(
    _ name: ZoneName, in folders: [String] = folders, _ fileSystem: FileSystem
  ) throws(StoreError) -> [UInt8]? {
    for folder in folders {
      let path = folder + "/" + name.text
      let status = try StoreError.wrapping { () throws(SystemError) in
        try fileSystem.status(at: path, followingLinks: true)
      }
      guard let status, status.kind == .regular, status.size <= sizeLimit else { continue }
      return try PlainFile.read(path, fileSystem)
    }
    return nil
  }

  /// The names in a part of the database, such as `Europe`, or at its top for an empty text, sorted: zones and parts. None
  /// where there is no such part, nor a database.
  public static func names(
    in part: String = "", of folders: [String] = folders, _ fileSystem: FileSystem
  ) -> [String] {
    for folder in folders {
      let path = part.isEmpty ? folder : folder + "/" + part
      if let entries = try? PlainFile.entries(in: path, fileSystem), !entries.isEmpty {
        return entries.map(\.name).filter { ZoneName($0) != nil }
      }
    }
    return []
  }
}
