import Synchronization

/// The same work on many items, on a few threads.
public enum ParallelScan {
  /// Fewer items than this are worked on by the calling thread alone: starting a thread costs as much as a few files.
  static let singleThreadedBelow = 64

  /// As many as there are processors, 8 at most: beyond that the kernel's directory locks are what is waited for.
  public static var defaultThreads: Int { min(Platform.processorCount, 8) }

  /// `transform` of every item, in the order of the items. Each thread has a buffer of its own.
  public static func map<Item: Sendable, Answer: Sendable>(
    _ items: [Item], threads: Int = defaultThreads, _ transform: @Sendable (Item, ReadBuffer) -> Answer
  ) -> [Answer] {
    guard items.count >= singleThreadedBelow, threads > 1 else {
      let buffer = ReadBuffer()
      return items.map { transform($0, buffer) }
    }
    return [Answer](unsafeUninitializedCapacity: items.count) { answers, count in
      let shared = SharedAnswers(answers)
      let next = Atomic(0)
      // Taken in runs, so that a slow thread holds up nobody.
      let run = max(16, items.count / (threads * 16))
      WorkerThreads.run(threads) {
        let buffer = ReadBuffer()
        while true {
          let start = next.wrappingAdd(run, ordering: .relaxed).oldValue
          guard start < items.count else { return }
          for index in start..<min(start + run, items.count) {
            shared.answers.initializeElement(at: index, to: transform(items[index], buffer))
          }
        }
      }
      count = items.count
    }
  }

  /// Every place in it is written by one thread, and read when all have ended.
  private struct SharedAnswers<Answer: Sendable>: @unchecked Sendable {
    let answers: UnsafeMutableBufferPointer<Answer>

    init(_ answers: UnsafeMutableBufferPointer<Answer>) {
      self.answers = answers
    }
  }
}
