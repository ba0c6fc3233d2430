import Mustache
import Testing

@Suite struct CommentTests {
  @Test("a comment leaves nothing behind", arguments: examples)
  func renders(_ example: Example) throws {
    try example.check()
  }

  static let examples = [
    Example("within a line", "ab{{! nobody reads this }}cd", is: "abcd"),
    Example("over several lines within a line", "ab{{! one\ntwo\nthree }}cd\n", is: "abcd\n"),
    Example("the blanks around it stay", "ab {{! x }} cd\n", is: "ab  cd\n"),
    Example("trailing: the blank before it stays", "  ab {{! x }}\n", is: "  ab \n"),
    Example("alone: its line goes", "one\n{{! x }}\ntwo\n", is: "one\ntwo\n"),
    Example("alone and indented: the indentation goes too", "one\n \t{{! x }}\ntwo\n", is: "one\ntwo\n"),
    Example("alone with blanks after it", "one\n{{! x }} \t\ntwo\n", is: "one\ntwo\n"),
    Example("alone over several lines", "one\n{{!\n  two\n  three\n}}\nfour\n", is: "one\nfour\n"),
    Example("alone and indented over several lines", "one\n  {{! two\n three }}\nfour\n", is: "one\nfour\n"),
    Example("alone between lines that end in CR LF", "one\r\n{{! x }}\r\ntwo\r\n", is: "one\r\ntwo\r\n"),
    Example("alone on the first line", "  {{! x }}\none", is: "one"),
    Example("alone on a last line without a line feed", "one\n  {{! x }}", is: "one\n"),
    Example("two on one line are not alone", "{{! x }} {{! y }}\n", is: " \n"),
    Example("it may hold opening delimiters", "a{{! {{ # ^ > }}b", is: "ab"),
    Example("it may be empty", "a{{!}}b", is: "ab"),
    Example("it is not a name", "a{{! note }}b", ["note": "no", "! note": "no", "!note": "no"], is: "ab"),
  ]
}
