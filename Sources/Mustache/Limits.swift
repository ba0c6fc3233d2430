/// How far a template may go before it ends in an error: no template and no data can exhaust the stack or the memory.
public struct Limits: Sendable, Equatable {
  /// How many partials and parents may stand within one another while rendering.
  public let depth: Int
  /// How many bytes of UTF-8 one rendering may write.
  public let output: Int
  /// How many sections, parents and blocks may stand within one another in one template; held when it is parsed.
  public let nesting: Int

  /// Limits of 128 levels of partials, 16 MiB of output and 128 levels of sections, where nothing else is said.
  /// A negative limit is taken as zero.
  public init(depth: Int = 128, output: Int = 16 << 20, nesting: Int = 128) {
    self.depth = max(0, depth)
    self.output = max(0, output)
    self.nesting = max(0, nesting)
  }
}
