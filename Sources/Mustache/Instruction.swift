/// One step of a parsed template. A template is a flat list of them, so that rendering needs no recursion.
enum Instruction: Sendable {
  /// The start of a line that is not removed as standalone, and the whitespace it starts with.
  case beginLine(leading: String)
  /// The place of a line's start, where the parent on that line turned out to be standalone.
  case removedLine
  /// Text within one line; `endsLine` where it brings the line feed.
  case text(String, endsLine: Bool)
  case variable(Name, isEscaped: Bool)
  /// Runs on to its `endSection` for each item, or goes on at `end`.
  case section(Name, end: Int)
  case endSection
  /// Runs on if the name is falsey, or goes on at `end`.
  case inverted(Name, end: Int)
  /// `indentation` is what stands before a standalone tag; nil for a tag within a line.
  case partial(PartialName, indentation: String?)
  case parent(Parent)
  case block(Block)
}

/// `{{<name}}…{{/name}}`.
struct Parent: Sendable {
  var name: PartialName
  /// What stands before the parent where it is alone on its lines; nil for a parent within a line.
  var indentation: String?
  /// The blocks given to the parent: where each one's instruction stands.
  var blocks: [String: Int] = [:]
  /// The instruction after it.
  var end = 0
}

/// `{{$name}}…{{/name}}`: a default in its own template, and what replaces the parent's default when given to a parent.
struct Block: Sendable {
  var name: String
  /// The instruction after its content.
  var end = 0
  /// What each line of a replacement is indented by.
  var indentation = ""
  /// How many bytes of whitespace each line of the content loses where it replaces another block's;
  /// nil where the content starts within a line, so that there is none of its own to lose.
  var margin: Int?
}
