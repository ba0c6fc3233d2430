/// Plain threads of the operating system.
enum WorkerThreads {
  /// Runs `body` on `count` threads, the calling one among them, and returns when all have ended. Where the system
  /// starts fewer threads, fewer run it.
  static func run(_ count: Int, _ body: @Sendable () -> Void) {
    withoutActuallyEscaping(body) { body in
      let work = Work(body)
      let threads = (1..<max(1, count)).compactMap { _ in start(work) }
      body()
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  private static func start(_ work: Work) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    // Musl gives 128 KiB, too little for a deep record.
    pthread_attr_setstacksize(&attributes, 2 << 20)
    let argument = Unmanaged.passRetained(work)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = pthread_create(&thread, &attributes, { WorkerThreads.main($0) }, argument.toOpaque())
    guard code == 0 else {
      argument.release()
      return nil
    }
    return thread
  }

  /// What a thread starts with; Darwin's argument is never nil, and fits as well.
  private static func main(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
    return nil
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }
}
