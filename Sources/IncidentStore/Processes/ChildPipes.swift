/// The three streams of a child, and this process's ends of them.
///
/// None of the ends outlives an `exec`, so that no other child, started by another thread, keeps one open.
struct ChildPipes {
  /// What the child reads from; nil where it reads nothing.
  let childInput: FileDescriptor?
  let childOutput: FileDescriptor
  let childErrors: FileDescriptor
  private let input: FileDescriptor?
  private let output: FileDescriptor
  private let errors: FileDescriptor

  /// Nil where the process has too many files open.
  init?(hasInput: Bool) {
    guard let outputs = Platform.pipe() else { return nil }
    guard let errors = Platform.pipe() else {
      Self.close([outputs.reading, outputs.writing])
      return nil
    }
    var inputs: (reading: FileDescriptor, writing: FileDescriptor)?
    if hasInput {
      inputs = Platform.quietPipe()
      guard inputs != nil else {
        Self.close([outputs.reading, outputs.writing, errors.reading, errors.writing])
        return nil
      }
    }
    (output, childOutput) = (outputs.reading, outputs.writing)
    (self.errors, childErrors) = (errors.reading, errors.writing)
    (childInput, input) = (inputs?.reading, inputs?.writing)
  }

  /// For a child that was not started.
  func closeAll() {
    Self.close([childInput, childOutput, childErrors, input, output, errors].compactMap(\.self))
  }

  /// Writes `bytes` to the child and reads what it writes, in whatever order it wants, to the end. Closes all ends.
  func exchange(_ bytes: [UInt8], limit: Int) -> (output: [UInt8], errors: [UInt8]) {
    Self.close([childInput, childOutput, childErrors].compactMap(\.self))
    var (read, complained): ([UInt8], [UInt8]) = ([], [])
    var rest = bytes[...]
    var polled = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
      pollfd(fd: input ?? -1, events: Int16(POLLOUT), revents: 0),
    ]
    // poll(2) passes over a negative descriptor: that is a stream that came to its end.
    while polled.contains(where: { $0.fd >= 0 }) {
      guard poll(&polled, nfds_t(polled.count), -1) >= 0 || errno == EINTR else { break }
      if polled[0].revents != 0, !Self.append(from: output, to: &read, limit: limit) { Self.finish(&polled[0]) }
      if polled[1].revents != 0, !Self.append(from: errors, to: &complained, limit: limit) { Self.finish(&polled[1]) }
      if polled[2].revents != 0, let input, !Self.send(&rest, to: input) { Self.finish(&polled[2]) }
    }
    for index in polled.indices where polled[index].fd >= 0 { Self.finish(&polled[index]) }
    return (read, complained)
  }

  /// Reads once; false at the end.
  private static func append(from file: FileDescriptor, to bytes: inout [UInt8], limit: Int) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { buffer in
      let count = IncidentStore.read(file, buffer.baseAddress, buffer.count)
      if count < 0 { return errno == EINTR || errno == EAGAIN }
      bytes += buffer.prefix(max(0, min(count, limit - bytes.count)))
      return count > 0
    }
  }

  /// Writes once; false where all is written, or the child wants no more.
  private static func send(_ bytes: inout ArraySlice<UInt8>, to file: FileDescriptor) -> Bool {
    let count = bytes.withUnsafeBytes { Platform.sendQuietly($0, to: file) }
    if count < 0 { return errno == EINTR || errno == EAGAIN }
    bytes = bytes.dropFirst(count)
    return !bytes.isEmpty
  }

  private static func finish(_ polled: inout pollfd) {
    close([polled.fd])
    polled.fd = -1
    polled.revents = 0
  }

  private static func close(_ files: [FileDescriptor]) {
    for file in files { _ = IncidentStore.close(file) }
  }
}
