import Mustache
import Testing

@Suite struct InterpolationTests {
  @Test("a name is replaced by what the data holds", arguments: names + whitespace)
  func renders(_ example: Example) throws {
    try example.check()
  }

  static let names = [
    Example("no tags, no change", "a {b} c } {", is: "a {b} c } {"),
    Example("a string", "Hi {{who}}.", ["who": "dana"], is: "Hi dana."),
    Example("a string that looks like a tag stays text", "{{a}}", ["a": "{{b}}", "b": "no"], is: "{{b}}"),
    Example("escaped as HTML", "{{a}}", ["a": "<b> & \"c\" 'd'"], is: "&lt;b&gt; &amp; &quot;c&quot; 'd'"),
    Example("three braces: as it is", "{{{a}}}", ["a": "<b> & \"c\""], is: "<b> & \"c\""),
    Example("ampersand: as it is", "{{&a}}", ["a": "<b> & \"c\""], is: "<b> & \"c\""),
    Example("an integer", "{{a}}{{{a}}}{{&a}}", ["a": 85], is: "858585"),
    Example("a decimal", "{{a}} {{{a}}} {{&a}}", ["a": 1.210], is: "1.21 1.21 1.21"),
    Example("a number as it is printed", "{{a}}", ["a": .number("1.50e+03")], is: "1.50e+03"),
    Example("booleans", "{{a}} {{b}}", ["a": true, "b": false], is: "true false"),
    Example("null is nothing", "({{a}}{{{a}}}{{&a}})", ["a": nil], is: "()"),
    Example("a name that is not there is nothing", "({{a}}{{{a}}}{{&a}})", is: "()"),
    Example("a list or an object is no text", "({{a}}{{b}})", ["a": ["x"], "b": ["c": "x"]], is: "()"),
    Example("parts", "{{a.b}}", ["a": ["b": "c"]], is: "c"),
    Example("parts, unescaped", "{{{a.b}}}{{&a.b}}", ["a": ["b": "<"]], is: "<<"),
    Example("many parts", "{{a.b.c.d.e}}", ["a": ["b": ["c": ["d": ["e": 5]]]]], is: "5"),
    Example("a missing part is nothing", "({{a.b.c}})", ["a": [:]], is: "()"),
    Example("a part of a string is nothing", "({{a.b}})", ["a": "text"], is: "()"),
    Example(
      "later parts are sought in the part before only", "({{a.b.c}})", ["a": ["b": [:]], "c": "x", "b": ["c": "x"]],
      is: "()"),
    Example("the first part is sought outwards", "{{#a}}{{b.c}}{{/a}}", ["a": ["x": 1], "b": ["c": "y"]], is: "y"),
    Example(
      "the first part is not sought further once found", "({{#a}}{{b.c}}{{/a}})", ["a": ["b": [:]], "b": ["c": "x"]],
      is: "()"),
    Example("a key that holds a period is out of reach", "({{a.b}})", ["a.b": "x"], is: "()"),
    Example("and hides nothing", "{{a.b}}", ["a.b": "x", "a": ["b": "y"]], is: "y"),
    Example("a period is the context itself", "{{.}}", "dana", is: "dana"),
    Example("escaped", "{{.}}", "<>", is: "&lt;&gt;"),
    Example("or not", "{{{.}}}{{&.}}", "<>", is: "<><>"),
    Example("a number", "{{.}}", 85, is: "85"),
    Example("names beyond ASCII", "{{größe}}{{🔥}}", ["größe": "L", "🔥": "!"], is: "L!"),
    Example("a brace after a tag is text", "{{a}}}", ["a": "1"], is: "1}"),
  ]

  static let whitespace = [
    Example("blanks around a tag stay", "| {{a}} {{{a}}} {{&a}} |", ["a": "-"], is: "| - - - |"),
    Example("alone on its line, the line stays", "  {{a}}\n", ["a": "-"], is: "  -\n"),
    Example("so with three braces", "  {{{a}}}\n", ["a": "-"], is: "  -\n"),
    Example("so with an ampersand", "  {{&a}}\n", ["a": "-"], is: "  -\n"),
    Example("even when it renders as nothing", "  {{a}}\n", is: "  \n"),
    Example("padding counts for nothing", "{{ a }}{{{ a }}}{{& a }}{{ & a }}{{\na\t}}", ["a": "-"], is: "-----"),
  ]
}
