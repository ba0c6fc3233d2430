import Mustache
import Testing

@Suite struct DelimiterTests {
  @Test("a tag can set the delimiters for the rest of its template", arguments: examples)
  func renders(_ example: Example) throws {
    try example.check()
  }

  static let examples = [
    Example("another pair", "{{=<< >>=}}[<<who>>]", ["who": "dana"], is: "[dana]"),
    Example("the old pair is text from then on", "{{=<< >>=}}{{who}}", ["who": "dana"], is: "{{who}}"),
    Example("single characters, special elsewhere", "{{=( )=}}a(who)b", ["who": "*"], is: "a*b"),
    Example("the same word on both sides", "{{=| |=}}a|who|b", ["who": "c"], is: "acb"),
    Example("and back again", "{{=<% %>=}}<%a%><%={{ }}=%>{{a}}", ["a": "1"], is: "11"),
    Example("set to what they already are", "{{={{ }}=}}{{a}}", ["a": "1"], is: "1"),
    Example("padding counts for nothing", "|{{=   @   @   =}}|@a@", ["a": "1"], is: "||1"),
    Example("line feeds are padding too", "|{{=@\n@=}}|@a@", ["a": "1"], is: "||1"),
    Example("beyond ASCII", "{{=« »=}}«a»", ["a": "1"], is: "1"),
    Example("no escaping with other delimiters", "{{=<% %>=}}<%{a}%><%&a%><%a%>", ["a": "&"], is: "&&&amp;"),
    Example(
      "sections keep to the pair they are written in", "{{#s}}{{a}}|a|{{/s}}{{=| |=}}|#s|{{a}}|a||/s|",
      ["s": true, "a": "1"], is: "1|a|{{a}}1"),
    Example("set within a section, they outlast it", "{{#s}}{{=| |=}}|/s||a|", ["s": false, "a": "1"], is: "1"),
    Example(
      "a partial starts with the usual pair", "{{=| |=}}|>p|", ["a": "1"], partials: ["p": "{{a}}|a|"], is: "1|a|"),
    Example(
      "what a partial sets ends with it", "{{>p}}{{a}}|a|", ["a": "1"], partials: ["p": "{{=| |=}}|a|"], is: "11|a|"),
    Example("within a line: its blanks stay", "a {{=@ @=}} b\n", is: "a  b\n"),
    Example("at the end of a line", "a {{=@ @=}}\n", is: "a \n"),
    Example("alone: its line goes", "one\n{{=@ @=}}\ntwo\n", is: "one\ntwo\n"),
    Example("alone and indented", "one\n  {{=@ @=}}\ntwo\n", is: "one\ntwo\n"),
    Example("alone between lines that end in CR LF", "one\r\n{{= @ @ =}}\r\ntwo", is: "one\r\ntwo"),
    Example("alone on the first line", "  {{=@ @=}}\none", is: "one"),
    Example("alone on a last line without a line feed", "one\n  {{=@ @=}}", is: "one\n"),
  ]
}
