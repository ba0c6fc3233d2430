/// Why a template could not be parsed or rendered, and where in it.
public struct TemplateError: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Kind: Sendable, Equatable {
    /// The bytes are not UTF-8.
    case invalidUTF8
    /// A tag opens, and nothing closes it.
    case unclosedTag(closing: String)
    /// A tag without a name.
    case emptyTag
    /// A name that holds whitespace, or an empty part beside a period.
    case malformedName(String)
    /// A tag that sets delimiters, but not to two words free of `=`.
    case badDelimiters(String)
    /// A section, parent or block opens, and nothing closes it. `tag` is its content with its sigil, as in `#items`.
    case unclosedSection(tag: String)
    /// An end tag where nothing is open.
    case unopenedSection(name: String)
    /// An end tag that names something else than what stands open since `line` and `column`.
    case mismatchedSection(name: String, open: String, line: Int, column: Int)
    /// A parent is given the same block twice, first at `line` and `column`.
    case duplicateBlock(name: String, line: Int, column: Int)
    /// Sections stand deeper within one another than `Limits.nesting`.
    case nestingTooDeep(limit: Int)
    /// Partials and parents stand deeper within one another than `Limits.depth`, as in a recursion that never ends.
    case recursionTooDeep(name: String, limit: Int)
    /// More bytes were to be written than `Limits.output`.
    case outputTooLarge(limit: Int)
    /// Rendering takes more steps than `Limits.steps`, as sections within one another over long lists do.
    case tooManySteps(limit: Int)
    /// A strict source has no template of that name.
    case partialNotFound(name: String)
  }

  /// What is wrong.
  public let kind: Kind
  /// The name of the template that holds the fault: a partial's own, where the fault is in a partial.
  public let template: String
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int

  /// An error at a place in a template. Sources of partials may throw their own.
  public init(_ kind: Kind, template: String, line: Int, column: Int) {
    self.kind = kind
    self.template = template
    self.line = line
    self.column = column
  }

  /// What is wrong, and what would mend it, in a sentence without the place.
  public var message: String {
    switch kind {
    case .invalidUTF8:
      "These bytes are not UTF-8."
    case .unclosedTag(let closing):
      "This tag is never closed: it needs `\(closing)`."
    case .emptyTag:
      "This tag names nothing."
    case .malformedName(let name):
      "`\(name)` is not a name: a name holds no whitespace, and something stands on both sides of each period."
    case .badDelimiters(let content):
      "`\(content)` does not set delimiters: write two words without `=` between equals signs, as in `{{=<% %>=}}`."
    case .unclosedSection(let tag):
      "`{{\(tag)}}` is never closed: it needs `{{/\(tag.dropFirst())}}`."
    case .unopenedSection(let name):
      "`{{/\(name)}}` closes nothing: no section is open here."
    case .mismatchedSection(let name, let open, let line, let column):
      "`{{/\(name)}}` does not close `{{\(open)}}`, which is open since line \(line), column \(column)."
    case .duplicateBlock(let name, let line, let column):
      "The block `\(name)` is given a second time: this parent has it already from line \(line), column \(column)."
    case .nestingTooDeep(let limit):
      "Sections stand more than \(limit) deep within one another."
    case .recursionTooDeep(let name, let limit):
      "Rendering `\(name)` here goes more than \(limit) templates deep: does it include itself without end?"
    case .outputTooLarge(let limit):
      "The output would exceed \(limit) bytes."
    case .tooManySteps(let limit):
      "Rendering takes more than \(limit) steps: do sections over long lists stand within one another?"
    case .partialNotFound(let name):
      "There is no template named `\(name)`."
    }
  }
}

extension TemplateError: CustomStringConvertible {
  /// The place and the sentence: `template:line:column: message`.
  public var description: String {
    "\(template):\(line):\(column): \(message)"
  }
}
