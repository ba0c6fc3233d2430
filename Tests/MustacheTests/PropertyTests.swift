import Mustache
import Testing

@Suite struct PropertyTests {
  static let seeds = Array(UInt64(1)...40)

  @Test("text without tags renders to itself", arguments: seeds)
  func rendersTextToItself(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let scraps = [
      "a", " ", "\t", "\n", "\r\n", "\r", "{", "}", "}}", "é", "🔥", "\u{0}", "#", "<p>", "\u{FEFF}", "\u{2028}",
    ]
    for _ in 0..<50 {
      var text = ""
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        let scrap = scraps.randomElement(using: &generator) ?? ""
        text += text.utf8.last == UInt8(ascii: "{") && scrap == "{" ? "-" : scrap
      }
      let rendered = try Template(name: "main", source: text).render([:])
      #expect(Array(rendered.utf8) == Array(text.utf8), "seed \(seed)")
      let included = try Template(name: "main", source: "{{>p}}").render([:], partials: source(of: ["p": text]))
      #expect(Array(included.utf8) == Array(text.utf8), "seed \(seed)")
    }
  }

  @Test("a template renders the same each time, and from bytes as from a string", arguments: seeds)
  func rendersTheSame(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let text = Self.soup(using: &generator)
      guard let template = try? Template(name: "p", source: text) else { continue }
      let partials = PartialSource(["p": template, "q": try Template(name: "q", source: "{{$a}}\n  q\n{{/a}}\n")])
      let first = outcome(of: template, partials)
      #expect(first == outcome(of: template, partials), "seed \(seed): \(text.debugDescription)")
      #expect(first == outcome(of: try Template(name: "p", bytes: Array(text.utf8)), partials), "seed \(seed)")
    }
  }

  @Test("a template cut anywhere parses or is refused at a place within it", arguments: seeds)
  func survivesCuts(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let text = Array(Self.soup(using: &generator).utf8)
      let start = Int.random(in: 0...text.count, using: &generator)
      let end = Int.random(in: start...text.count, using: &generator)
      do {
        let template = try Template(name: "p", bytes: Array(text[start..<end]))
        _ = outcome(of: template, PartialSource(["p": template]))
      } catch {
        let lines = text[start..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        #expect((1...lines.count).contains(error.line), "seed \(seed): \(error)")
        #expect((1...lines[error.line - 1].count + 1).contains(error.column), "seed \(seed): \(error)")
      }
    }
  }

  @Test("data never becomes template: escaped or not, it comes out as it went in", arguments: seeds)
  func keepsDataApart(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let template = try Template(name: "main", source: "  [{{a}}]\n{{#l}}\n[{{{.}}}]\n{{/l}}\n")
    for _ in 0..<50 {
      let text = Self.soup(using: &generator)
      let rendered = try template.render(["a": .string(text), "l": [.string(text)]], escape: .none)
      #expect(rendered == "  [\(text)]\n[\(text)]\n", "seed \(seed)")
    }
  }

  private func outcome(of template: Template, _ partials: PartialSource) -> String {
    let context: MustacheValue = ["a": ["x": "<1>", "b": [1, 2]], "b": ["u", "v"], "x": "p", "y": false]
    var output = ""
    do {
      try template.render(context, partials: partials, limits: Limits(depth: 8, output: 10_000), into: &output)
    } catch {
      output += error.description
    }
    return output
  }

  /// Tags and text in a random order, half of the time with their ends where they belong.
  private static func soup(using generator: inout SeededGenerator) -> String {
    let scraps = [
      "text", " ", "  ", "\n", "\r\n", "é", "{{x}}", "{{{x}}}", "{{&a.x}}", "{{.}}", "{{! c }}", "{{!\n}}", "{{>p}}",
      "{{>q}}",
      "{{>*x}}", "{{=| |=}}", "|={{ }}=|", "|x|", "{{", "}}", "{{ }}",
    ]
    let pairs = [
      ("{{#a}}", "{{/a}}"), ("{{#b}}", "{{/b}}"), ("{{^y}}", "{{/y}}"), ("{{<q}}", "{{/q}}"), ("{{$a}}", "{{/a}}"),
    ]
    let isTidy = Bool.random(using: &generator)
    var text = ""
    var ends: [String] = []
    for _ in 0..<Int.random(in: 0...25, using: &generator) {
      switch Int.random(in: 0..<5, using: &generator) {
      case 0:
        guard let (start, end) = pairs.randomElement(using: &generator) else { continue }
        text += start
        ends.append(end)
      case 1:
        text += isTidy ? ends.popLast() ?? "\n" : pairs.randomElement(using: &generator)?.1 ?? ""
      default:
        text += scraps.prefix(isTidy ? 15 : scraps.count).randomElement(using: &generator) ?? ""
      }
    }
    return isTidy ? text + ends.reversed().joined() : text
  }
}
