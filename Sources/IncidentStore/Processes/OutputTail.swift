/// The last bytes of a stream of any length, in a fixed amount of memory.
public struct OutputTail: Sendable {
  /// How many bytes are kept.
  private let capacity: Int
  /// Grows to ``capacity``, and is written round and round then.
  private var ring: [UInt8] = []
  /// Where the oldest byte of a full ring stands, and the next one goes.
  private var start = 0
  /// Whether there was more than is kept.
  public private(set) var isCut = false

  /// Keeps the last `capacity` bytes, at least 1.
  public init(capacity: Int) {
    self.capacity = max(1, capacity)
  }

  /// What is kept, in order.
  public var bytes: [UInt8] { Array(ring[start...] + ring[..<start]) }

  /// Takes the bytes that come next.
  public mutating func append(_ bytes: UnsafeRawBufferPointer) {
    if bytes.count >= capacity {
      isCut = isCut || !ring.isEmpty || bytes.count > capacity
      ring = Array(bytes.suffix(capacity))
      start = 0
      return
    }
    let growing = min(bytes.count, capacity - ring.count)
    ring += bytes.prefix(growing)
    for byte in bytes.dropFirst(growing) {
      ring[start] = byte
      start = start + 1 == capacity ? 0 : start + 1
      isCut = true
    }
  }
}
