/// A stack that hands over its top elements as an array by moving them: none is retained, and the array has exactly
/// the room it needs.
struct MoveStack<Element>: ~Copyable {
  private(set) var count = 0
  private var capacity: Int
  private(set) var base: UnsafeMutablePointer<Element>

  init(capacity: Int) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  @inline(__always)
  mutating func push(_ element: consuming Element) {
    if count == capacity { grow(to: capacity * 2) }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Removes all elements from `start` on and returns them in the order they were pushed.
  @inline(__always)
  mutating func take(from start: Int) -> [Element] {
    var taken: [Element] = []
    taken.reserveCapacity(count - start)
    for index in start..<count { taken.append((base + index).move()) }
    count = start
    return taken
  }

  /// Drops all elements from `start` on.
  @inline(__always)
  mutating func drop(from start: Int) {
    (base + start).deinitialize(count: count - start)
    count = start
  }

  /// Pushes a copy of each element.
  @inline(__always)
  mutating func push(contentsOf elements: UnsafeBufferPointer<Element>) {
    guard let source = elements.baseAddress else { return }
    if count + elements.count > capacity { grow(to: max(capacity * 2, count + elements.count)) }
    (base + count).initialize(from: source, count: elements.count)
    count += elements.count
  }

  @inline(never)
  private mutating func grow(to newCapacity: Int) {
    let room = UnsafeMutablePointer<Element>.allocate(capacity: newCapacity)
    room.moveInitialize(from: base, count: count)
    base.deallocate()
    base = room
    capacity = newCapacity
  }
}
