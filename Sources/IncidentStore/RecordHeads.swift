import IncidentCore

extension RecordFiles {
  /// Reads the beginning of a record, 16 KiB in one go, and more only where `parse` answers nil.
  ///
  /// `parse` gets all bytes so far, from the first on, and whether these are all there are. Its answer is the answer;
  /// nil where it had none for the whole file either.
  func readHead<Answer>(
    of record: RecordEntry, into buffer: ReadBuffer, _ parse: (UnsafeRawBufferPointer, _ isWhole: Bool) -> Answer?
  ) throws(StoreError) -> Answer? {
    var location = path(of: record)
    if record.kind != .regular {
      location = try StoreLink.target(of: location, in: store, fileSystem)
    }
    guard let file = try open(location) else { throw .recordNotFound(record.id, path: location) }
    defer { fileSystem.close(file) }
    // The listing already told of an ordinary file; asking again costs a call for each of 100,000.
    if record.kind != .regular { _ = try fileSystem.readableSize(of: file, location) }
    buffer.clear()
    while true {
      let isWhole = try StoreError.wrapping { () throws(SystemError) in
        try !buffer.readMore(file, location, fileSystem)
      }
      if let answer = parse(buffer.bytes, isWhole) { return answer }
      if isWhole { return nil }
      guard Int64(buffer.count) <= Self.sizeLimit else { throw .tooLarge(path: location, size: Int64(buffer.count)) }
    }
  }

  /// ``readHead(of:into:_:)`` of many records, on several threads, answers in their order. One that cannot be read
  /// keeps none of the others from being read.
  ///
  /// Without a `Result` in between: a process that reads one record pays for every generic type it makes.
  /// - Parameter missing: The answer where there was none for the whole file (nil), or it cannot be read.
  func readHeads<Answer: Sendable>(
    of records: [RecordEntry], threads: Int = ParallelScan.defaultThreads,
    _ parse: @Sendable (RecordEntry, UnsafeRawBufferPointer, _ isWhole: Bool) -> Answer?,
    else missing: @Sendable (StoreError?) -> Answer
  ) -> [Answer] {
    ParallelScan.map(records, threads: threads) { record, buffer in
      do throws(StoreError) {
        return try readHead(of: record, into: buffer) { parse(record, $0, $1) } ?? missing(nil)
      } catch {
        return missing(error)
      }
    }
  }

  /// The record's path, made in one allocation.
  private func path(of record: RecordEntry) -> String {
    let root = store.root.utf8
    return String(unsafeUninitializedCapacity: root.count + 23) { buffer in
      _ = buffer.initialize(from: root)
      buffer[root.count] = UInt8(ascii: "/")
      let name = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[(root.count + 1)...])
      record.packedID.write(to: name)
      UnsafeMutableRawBufferPointer(rebasing: name[17...]).copyBytes(from: ".json".utf8)
      return root.count + 23
    }
  }
}
