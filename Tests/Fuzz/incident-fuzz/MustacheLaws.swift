import Mustache

/// A template ends, keeps to its limits, and says the same each time.
enum MustacheLaws {
  static func hold(for input: [UInt8]) {
    // The first line is a template, the second one a partial, the rest text of the data.
    let parts = input.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false).map(
      Array.init)
    let limits = Limits(depth: 20, output: 100_000, nesting: 20, steps: 20_000)
    guard let template = try? Template(name: "page", bytes: parts[0], limits: limits) else { return }
    let partial = parts.count > 1 ? try? Template(name: "p", bytes: parts[1], limits: limits) : nil
    let text = parts.count > 2 ? String(decoding: parts[2], as: UTF8.self) : "<&>"
    let value: MustacheValue = [
      "a": .string(text), "b": [["a": "<1>"], ["a": "2"], []], "c": true, "d": false, "e": ["f": ["g": .string(text)]],
      "p": "p",
    ]
    let partials = PartialSource(["page": template].merging(partial.map { ["p": $0] } ?? [:]) { $1 })
    let first = try? template.render(value, partials: partials, limits: limits)
    law("rendering is repeatable", first == (try? template.render(value, partials: partials, limits: limits)))
    law("output keeps to its limit", (first?.utf8.count ?? 0) <= limits.output)
    let plain = try? template.render([:], partials: .none, limits: limits)
    if let plain, !parts[0].contains(UInt8(ascii: "{")) { law("what has no tags stays", Array(plain.utf8) == parts[0]) }
  }
}
