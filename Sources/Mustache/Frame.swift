/// A run through part of a template: a whole one, or a block that replaces another.
struct Frame {
  let template: Template
  /// The instruction that comes next.
  var next: Int
  /// The instruction that ends the run.
  let end: Int
  /// What each line is indented by.
  let indentation: String
  /// How many bytes of its own leading whitespace each line loses.
  let margin: Int
  /// Where the innermost parent's blocks stand among the renderer's `arguments`; nil outside all parents.
  let arguments: Int?
  /// How many templates this one stands within.
  let depth: Int
  /// The arguments to drop where the run ends: those of the parent that it renders.
  let argumentCount: Int

  /// A line's own leading whitespace, less what a replacing block loses.
  func remainder(of leading: String) -> String {
    margin == 0 ? leading : String(Substring(leading.utf8.dropFirst(margin)))
  }
}

/// The blocks that one parent tag gives to its template.
struct Arguments {
  /// The template that holds the tag.
  let template: Template
  let blocks: [String: Int]
  /// The margin of the lines around the tag.
  let margin: Int
  /// The arguments that were in force around the tag. They win over these, and are in force within these.
  let outer: Int?
}

/// A section under way.
struct Iteration {
  let items: [MustacheValue]
  /// The index of the item that comes next.
  var next: Int
  /// The first instruction within.
  let start: Int
}
