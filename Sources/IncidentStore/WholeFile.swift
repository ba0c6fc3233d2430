extension FileSystem {
  /// All bytes of an open file.
  /// - Throws: ``StoreError/notARegularFile(path:_:)``, ``StoreError/tooLarge(path:size:)``,
  ///   ``StoreError/inputOutput(_:)``.
  func readWhole(_ file: FileDescriptor, _ path: String) throws(StoreError) -> [UInt8] {
    try readToEnd(file, path, into: ReadBuffer(capacity: Int(try readableSize(of: file, path)) + 1))
  }

  /// What is left to read of an open file or pipe, up to ``RecordFiles/sizeLimit``.
  func readToEnd(_ file: FileDescriptor, _ path: String, into buffer: ReadBuffer) throws(StoreError) -> [UInt8] {
    try StoreError.wrapping { () throws(SystemError) in
      while try buffer.readMore(file, path, self) {
        // It may have grown meanwhile.
        if Int64(buffer.count) > RecordFiles.sizeLimit { return }
      }
    }
    guard Int64(buffer.count) <= RecordFiles.sizeLimit else { throw .tooLarge(path: path, size: Int64(buffer.count)) }
    return Array(buffer.bytes)
  }

  /// The size of an open file that may be read whole: an ordinary one of up to ``RecordFiles/sizeLimit``.
  func readableSize(of file: FileDescriptor, _ path: String) throws(StoreError) -> Int64 {
    let status = try StoreError.wrapping { () throws(SystemError) in try self.status(of: file, path) }
    guard status.kind == .regular else { throw .notARegularFile(path: path, status.kind) }
    guard status.size <= RecordFiles.sizeLimit else { throw .tooLarge(path: path, size: status.size) }
    return status.size
  }
}
