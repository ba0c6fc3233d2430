import Mustache
import Testing

/// A rule of the language, and a template that shows it.
struct Example: Sendable, CustomTestStringConvertible {
  let rule: String
  let template: String
  let context: MustacheValue
  let partials: [String: String]
  let expected: String

  init(
    _ rule: String, _ template: String, _ context: MustacheValue = [:], partials: [String: String] = [:],
    is expected: String
  ) {
    self.rule = rule
    self.template = template
    self.context = context
    self.partials = partials
    self.expected = expected
  }

  var testDescription: String { rule }

  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let rendered = try Template(name: "main", source: template).render(context, partials: source(of: partials))
    #expect(rendered == expected, "\(rule)", sourceLocation: sourceLocation)
  }
}

/// A source that parses its templates when they are asked for.
func source(of templates: [String: String], strict: Bool = false) -> PartialSource {
  PartialSource(strict: strict) { name throws(TemplateError) in
    guard let text = templates[name] else { return nil }
    return try Template(name: name, source: text)
  }
}

/// A generator of the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
