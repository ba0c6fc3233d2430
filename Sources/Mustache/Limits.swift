/// How far a template may go before it ends in an error: no template and no data can exhaust the
/// stack or the memory, or go on for ever.
public struct Limits: Sendable, Equatable {
  /// How many partials and parents may stand within one another while rendering.
  public let depth: Int
  /// How many bytes of UTF-8 one rendering may write.
  public let output: Int
  /// How many sections, parents and blocks may stand within one another in one template; held when it is parsed.
  public let nesting: Int
  /// How many steps one rendering may take: pieces of text, tags, and rounds of sections. Sections within one another
  /// over long lists multiply, and may write nothing that ``output`` would count.
  public let steps: Int

  /// Limits of 128 levels of partials, 16 MiB of output, 128 levels of sections and 10 million steps, where nothing
  /// else is said. A negative limit is taken as zero.
  public init(depth: Int = 128, output: Int = 16 << 20, nesting: Int = 128, steps: Int = 10_000_000) {
    self.depth = max(0, depth)
    self.output = max(0, output)
    self.nesting = max(0, nesting)
    self.steps = max(0, steps)
  }
}
