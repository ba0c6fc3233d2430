import Mustache
import Testing

@Suite struct InheritanceTests {
  @Test("a block is a default, or what a child gives in its place", arguments: blocks)
  func rendersBlocks(_ example: Example) throws {
    try example.check()
  }

  @Test("the outermost child has the last word", arguments: levels)
  func rendersLevels(_ example: Example) throws {
    try example.check()
  }

  @Test("a given block leaves its indentation behind and takes on that of its new place", arguments: whitespace)
  func rendersWhitespace(_ example: Example) throws {
    try example.check()
  }

  static let blocks = [
    Example("a default", "{{$a}}text{{/a}}", is: "text"),
    Example("with a name in it", "{{$a}}<{{b}}>{{/a}}", ["b": 1], is: "<1>"),
    Example("with an unescaped name", "{{$a}}{{{b}}}{{&b}}{{/a}}", ["b": "<"], is: "<<"),
    Example("with a section", "{{$a}}{{#b}}{{c}}{{/b}}{{^b}}none{{/b}}{{/a}}", ["b": ["c": 1]], is: "1"),
    Example("with a partial", "{{$a}}{{>p}}{{/a}}", partials: ["p": "x"], is: "x"),
    Example("data does not become template", "{{$a}}{{b}}{{/a}}", ["b": "{{c}}", "c": "no"], is: "{{c}}"),
    Example("the parent's default", "{{<p}}{{/p}}", partials: ["p": "<{{$a}}d{{/a}}>"], is: "<d>"),
    Example("given another", "{{<p}}{{$a}}x{{/a}}{{/p}}", partials: ["p": "<{{$a}}d{{/a}}>"], is: "<x>"),
    Example(
      "every place of that name", "{{<p}}{{$a}}x{{/a}}{{/p}}", partials: ["p": "{{$a}}1{{/a}}-{{$a}}2{{/a}}"], is: "x-x"
    ),
    Example("only the one given", "{{<p}}{{$b}}x{{/b}}{{/p}}", partials: ["p": "{{$a}}1{{/a}}{{$b}}2{{/b}}"], is: "1x"),
    Example("given, but not asked for", "{{<p}}{{$c}}x{{/c}}{{/p}}", partials: ["p": "{{$a}}1{{/a}}"], is: "1"),
    Example("given nothing", "({{<p}}{{$a}}{{/a}}{{/p}})", partials: ["p": "{{$a}}d{{/a}}"], is: "()"),
    Example("no such parent", "({{<p}}{{$a}}x{{/a}}{{/p}})", is: "()"),
    Example("without blocks it is a partial", "{{>p}}{{<p}}{{/p}}", partials: ["p": "{{$a}}d{{/a}}"], is: "dd"),
    Example(
      "each parent for itself", "{{<p}}{{$a}}1{{/a}}{{/p}}{{<p}}{{$a}}2{{/a}}{{/p}}{{>p}}",
      partials: ["p": "({{$a}}d{{/a}})"],
      is: "(1)(2)(d)"),
    Example(
      "data and blocks have names of their own", "{{<p}}{{$a}}x{{/a}}{{/p}}", ["a": "no"],
      partials: ["p": "{{$a}}d{{/a}}"], is: "x"),
    Example("data does not replace a default", "{{<p}}{{/p}}", ["a": "no"], partials: ["p": "{{$a}}d{{/a}}"], is: "d"),
    Example(
      "text beside the blocks is ignored", "{{<p}} x {{$a}}1{{/a}} y\nz {{/p}}", partials: ["p": "({{$a}}d{{/a}})"],
      is: "(1)"),
    Example(
      "so is all else", "{{<p}}{{b}}{{>q}}{{#b}}{{$a}}1{{/a}}{{/b}}{{<q}}{{$a}}2{{/a}}{{/q}}{{/p}}", ["b": "x"],
      partials: ["p": "({{$a}}d{{/a}})", "q": "q"], is: "(d)"),
    Example(
      "in the context of the place, not of the child", "{{<p}}{{$a}}{{v}}{{/a}}{{/p}}",
      ["v": "outer", "n": ["v": "inner"]],
      partials: ["p": "{{#n}}{{$a}}{{/a}}{{/n}}"], is: "inner"),
    Example(
      "for each item", "{{<p}}{{$a}}<{{.}}>{{/a}}{{/p}}", ["n": [1, 2]], partials: ["p": "{{#n}}{{$a}}{{/a}}{{/n}}"],
      is: "<1><2>"),
    Example(
      "delimiters end with their template", "{{=| |=}}|<p||$a|x|/a||/p|", partials: ["p": "{{$a}}d{{/a}}|$a|"],
      is: "x|$a|"),
  ]

  static let levels = [
    Example(
      "three levels, all give", "{{<p}}{{$a}}c{{/a}}{{/p}}",
      partials: ["p": "{{<o}}{{$a}}p{{/a}}{{/o}}", "o": "{{<g}}{{$a}}o{{/a}}{{/g}}", "g": "{{$a}}g{{/a}}"], is: "c"),
    Example(
      "the innermost silent", "{{<p}}{{/p}}",
      partials: ["p": "{{<o}}{{$a}}p{{/a}}{{/o}}", "o": "{{<g}}{{$a}}o{{/a}}{{/g}}", "g": "{{$a}}g{{/a}}"], is: "p"),
    Example(
      "all silent", "{{<p}}{{/p}}", partials: ["p": "{{<o}}{{/o}}", "o": "{{$a}}o{{/a}}"], is: "o"),
    Example(
      "through a level that does not know the block", "{{<p}}{{$a}}c{{/a}}{{/p}}",
      partials: ["p": "{{<o}}{{/o}}", "o": "{{$a}}o{{/a}}"],
      is: "c"),
    Example(
      "through a partial", "{{<p}}{{$a}}c{{/a}}{{/p}}", partials: ["p": "{{>o}}", "o": "{{$a}}o{{/a}}"], is: "c"),
    Example(
      "a block within a given block", "{{<p}}{{$b}}c{{/b}}{{/p}}",
      partials: ["p": "{{<o}}{{$a}}<{{$b}}p{{/b}}>{{/a}}{{/o}}", "o": "{{$a}}o{{/a}}"], is: "<c>"),
    Example(
      "a block that gives itself ends", "{{<p}}{{$a}}x{{$a}}y{{/a}}{{/a}}{{/p}}", partials: ["p": "{{$a}}d{{/a}}"],
      is: "xy"),
    Example(
      "a parent in a given block sees what was given further out",
      "{{<p}}{{$a}}({{<q}}{{$b}}1{{/b}}{{/q}}){{/a}}{{$b}}2{{/b}}{{/p}}",
      partials: ["p": "{{$a}}{{/a}}{{$b}}{{/b}}", "q": "{{$b}}q{{/b}}"], is: "(1)2"),
    Example(
      "templates that call each other", "{{<p}}{{$a}}x{{/a}}{{/p}}",
      partials: ["p": "{{$a}}d{{/a}} {{$b}}{{<q}}{{/q}}{{/b}}", "q": "{{$a}}e{{/a}} {{<p}}{{$b}}end{{/b}}{{/p}}"],
      is: "x x x end"),
    Example(
      "after the parent its blocks are forgotten", "{{>p}}",
      partials: ["p": "{{<q}}{{$a}}1{{/a}}{{/q}}{{$a}}2{{/a}}{{>q}}", "q": "{{$a}}q{{/a}}"],
      is: "12q"),
  ]

  static let whitespace = [
    Example(
      "line feeds are given as written", "{{<p}}{{$a}}\nx\n\ny\n{{/a}}{{/p}}", partials: ["p": "{{$a}}d{{/a}}"],
      is: "x\n\ny\n"),
    Example(
      "text takes its place within a line", "{{<p}}{{$a}}x{{/a}}{{/p}}", partials: ["p": "1:\n  {{$a}}d{{/a}}\n2\n"],
      is: "1:\n  x\n2\n"),
    Example("a parent alone on its line", "1\n  {{<p}}{{/p}}\n4\n", partials: ["p": "2\n3\n"], is: "1\n  2\n  3\n4\n"),
    Example(
      "with a block on that line", "1\n  {{<p}}{{$a}}x{{/a}}{{/p}}\n4\n", partials: ["p": "2\n{{$a}}d{{/a}}\n"],
      is: "1\n  2\n  x\n4\n"),
    Example(
      "over several lines", "1\n  {{<p}}\n  {{$a}}x{{/a}}\n  {{/p}}\n4\n", partials: ["p": "2\n{{$a}}d{{/a}}\n"],
      is: "1\n  2\n  x\n4\n"),
    Example("without a last line feed", "1\n  {{<p}}{{/p}}", partials: ["p": "2\n3"], is: "1\n  2\n  3"),
    Example("CR LF", "1\r\n {{<p}}\r\n{{/p}}\r\n4\r\n", partials: ["p": "2\r\n3\r\n"], is: "1\r\n 2\r\n 3\r\n4\r\n"),
    Example("a parent within a line indents nothing", "1 {{<p}}{{/p}} 4\n", partials: ["p": "2\n3"], is: "1 2\n3 4\n"),
    Example("its line stays where text follows", "  {{<p}}{{/p}} 3\n", partials: ["p": "1\n2"], is: "  1\n2 3\n"),
    Example("its line stays where text follows its end", "1 {{<p}}\n{{/p}} 3\n", partials: ["p": "2"], is: "1 2 3\n"),
    Example("a default stays as it is", "  {{$a}}\n    1\n   2\n  {{/a}}\n3\n", is: "    1\n   2\n3\n"),
    Example("a default that starts within a line, too", "  {{$a}}1\n2{{/a}}\n3\n", is: "  1\n2\n3\n"),
    Example(
      "lines into a block that is alone on one line", "{{<p}}{{$a}}\n1\n2{{/a}}\n{{/p}}\n",
      partials: ["p": "0\n  {{$a}}{{/a}}\n3\n"],
      is: "0\n  1\n  2\n3\n"),
    Example(
      "indentation is removed at the child", "{{<p}}{{$a}}\n    1\n      2\n{{/a}}{{/p}}\n",
      partials: ["p": "{{$a}}\n{{/a}}\n3\n"],
      is: "1\n  2\n3\n"),
    Example(
      "as far as all lines share it", "{{<p}}{{$a}}\n    1\n  2\n{{/a}}{{/p}}\n", partials: ["p": "{{$a}}{{/a}}3\n"],
      is: "  1\n2\n3\n"),
    Example(
      "empty lines do not count", "{{<p}}{{$a}}\n  1\n\n  2\n{{/a}}{{/p}}", partials: ["p": "{{$a}}{{/a}}"],
      is: "1\n\n2\n"),
    Example(
      "tabs and spaces are not the same", "{{<p}}{{$a}}\n \t1\n  2\n{{/a}}{{/p}}", partials: ["p": "{{$a}}{{/a}}"],
      is: "\t1\n 2\n"),
    Example(
      "an empty block lends its own indentation", "{{<p}}{{$a}}\n      1\n      2\n{{/a}}{{/p}}\n",
      partials: ["p": "0\n  {{$a}}\n  {{/a}}\n3\n"],
      is: "0\n  1\n  2\n3\n"),
    Example(
      "a default lends its lines' indentation", "{{<p}}{{$a}}\n1\n2\n{{/a}}{{/p}}\n",
      partials: ["p": "0\n{{$a}}\n   d\n{{/a}}\n3\n"],
      is: "0\n   1\n   2\n3\n"),
    Example(
      "the parent's own indentation comes on top", "  {{<p}}{{$a}}\n1\n2\n{{/a}}{{/p}}\n",
      partials: ["p": "0\n  {{$a}}\n  {{/a}}\n3\n"],
      is: "  0\n    1\n    2\n  3\n"),
    Example(
      "a block within a given block is indented within it", "{{<p}}{{$b}}\n3\n{{/b}}{{/p}}\n",
      partials: ["p": "{{<o}}{{$a}}\n   1\n   {{$b}}\n     2\n   {{/b}}\n{{/a}}{{/o}}\n", "o": "{{$a}}d{{/a}}"],
      is: "1\n  3\n"),
    Example(
      "its default as well", "{{>p}}",
      partials: ["p": "{{<o}}{{$a}}\n   1\n   {{$b}}\n     2\n   {{/b}}\n{{/a}}{{/o}}\n", "o": "{{$a}}d{{/a}}"],
      is: "1\n  2\n"),
    Example(
      "a partial within a given block", "{{<p}}{{$a}}\n    1\n      {{>q}}\n{{/a}}{{/p}}\n",
      partials: ["p": " {{$a}}\n {{/a}}\n", "q": "2\n3\n"],
      is: " 1\n   2\n   3\n"),
    Example(
      "a section within a given block", "{{<p}}{{$a}}\n  {{#b}}\n    {{.}}\n  {{/b}}\n{{/a}}{{/p}}", ["b": [1, 2]],
      partials: ["p": " {{$a}}\n {{/a}}\n"], is: " 1\n 2\n"),
    Example(
      "text into a block of several lines is indented like them, and brings no line feed",
      "{{<p}}{{$a}}1{{/a}}{{/p}}", partials: ["p": "0\n  {{$a}}\n    d\n  {{/a}}\n2\n"], is: "0\n    12\n"),
    Example(
      "data is not indented", "{{<p}}{{$a}}\n{{{b}}}\n{{/a}}{{/p}}", ["b": "1\n2"],
      partials: ["p": "  {{$a}}\n  {{/a}}\n"], is: "  1\n2\n"),
    Example(
      "a block within a line gets lines without indentation", "{{<p}}{{$a}}\n  1\n  2\n{{/a}}{{/p}}",
      partials: ["p": "x {{$a}}d{{/a}}"], is: "x 1\n2\n"),
  ]
}
