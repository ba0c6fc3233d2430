/// Memory that is read into again and again: one for each thread, none for each file.
public final class ReadBuffer {
  private var storage: UnsafeMutableRawBufferPointer

  /// How many bytes from the start were read.
  private(set) var count = 0

  /// With room for `capacity` bytes; it grows where a file needs more.
  init(capacity: Int = 16_384) {
    storage = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit {
    storage.deallocate()
  }

  /// What was read. Valid until the next reading.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(storage)[..<count])
  }

  func clear() {
    count = 0
  }

  /// Forgets the first `length` bytes and moves the others to the start.
  func removeFirst(_ length: Int) {
    storage.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[length...]))
    count -= length
  }

  var isFull: Bool { count == storage.count }

  func reserve(_ capacity: Int) {
    guard capacity > storage.count else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
    larger.copyMemory(from: bytes)
    storage.deallocate()
    storage = larger
  }

  /// Reads once, after what is there, as much as there is room for, and makes room where there is none. False at the
  /// end of the file.
  func readMore(_ file: FileDescriptor, _ path: String, _ fileSystem: FileSystem) throws(SystemError) -> Bool {
    if isFull { reserve(max(4_096, storage.count * 4)) }
    let room = UnsafeMutableRawBufferPointer(rebasing: storage[count...])
    let read = try fileSystem.read(file, path, into: room)
    count += read
    return read > 0
  }
}
