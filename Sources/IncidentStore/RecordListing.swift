public import IncidentCore

/// One record's name in a listing of the store.
public struct RecordEntry: Hashable, Comparable, Sendable {
  /// The id, from the file's name.
  public let packedID: PackedIncidentID
  /// What stands under the name; only ``FileKind/regular`` and ``FileKind/symbolicLink`` can be read.
  public let kind: FileKind

  /// The id, from the file's name.
  public var id: IncidentID { IncidentID(packedID) }

  /// By id.
  public static func < (left: RecordEntry, right: RecordEntry) -> Bool {
    left.packedID < right.packedID
  }
}

/// What stands in the store's directory.
public struct RecordListing: Sendable {
  /// The records, sorted by id. Whether they can be read shows when they are.
  public private(set) var records: [RecordEntry] = []
  /// Names that begin with `INC-` and end with `.json` and hold no valid id: `INC-20261120-7qk4.json`. Sorted.
  public private(set) var misnamed: [String] = []
  /// Temporary files, of a writer that is at work or died. Sorted.
  public private(set) var unfinished: [String] = []

  /// Reads the directory once.
  init(_ store: StoreLocation, _ fileSystem: FileSystem) throws(SystemError) {
    try fileSystem.list(store.root) { name, kind in
      add(name, kind)
      return true
    }
    for index in records.indices where records[index].kind == .unknown {
      let entry = records[index]
      let status = try fileSystem.status(at: store.path(entry.id.text + ".json"), followingLinks: false)
      records[index] = RecordEntry(packedID: entry.packedID, kind: status?.kind ?? .unknown)
    }
    records.sort()
    misnamed.sort()
    unfinished.sort()
  }

  private mutating func add(_ name: UnsafeRawBufferPointer, _ kind: FileKind) {
    if name[0] == UInt8(ascii: ".") {
      if TemporaryName.matches(name) { unfinished.append(String(decoding: name, as: UTF8.self)) }
    } else if name.count > 9, name.starts(with: "INC-".utf8), name.suffix(5).elementsEqual(".json".utf8) {
      if let id = PackedIncidentID(UnsafeRawBufferPointer(rebasing: name.dropLast(5))) {
        records.append(RecordEntry(packedID: id, kind: kind))
      } else {
        misnamed.append(String(decoding: name, as: UTF8.self))
      }
    }
  }

  /// The ids that begin or end with what was typed, sorted.
  public func matching(_ reference: IncidentReference) -> [IncidentID] {
    let ids = [UInt8](unsafeUninitializedCapacity: records.count * 17) { buffer, count in
      count = records.count * 17
      let room = UnsafeMutableRawBufferPointer(buffer)
      for (index, record) in records.enumerated() {
        record.packedID.write(to: UnsafeMutableRawBufferPointer(rebasing: room[(index * 17)...]))
      }
    }
    return ids.withUnsafeBytes { reference.matchingLines(of: $0, lineLength: 17).map { records[$0].id } }
  }
}
