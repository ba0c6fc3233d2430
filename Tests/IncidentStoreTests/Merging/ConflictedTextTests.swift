import JSONTree
import Testing

@testable import IncidentStore

@Suite struct ConflictedTextTests {
  @Test("a text with markers comes apart into the texts that were merged")
  func merge() throws {
    let conflicts = "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> topic\nd\n<<<<<<< HEAD\n=======\ne\n>>>>>>> x\n"
    let text = try #require(ConflictedText(Array(conflicts.utf8)))
    #expect(String(decoding: text.ours, as: UTF8.self) == "a\nb\nd\n")
    #expect(String(decoding: text.theirs, as: UTF8.self) == "a\nc\nd\ne\n")
    #expect(text.base == nil)
  }

  @Test("styles that show the ancestor give it back, also with carriage returns and longer markers")
  func diff3() throws {
    let lines = ["a", "<<<<<<<<< ours", "b", "||||||||| base", "o", "=========", "c", ">>>>>>>>> theirs", "d"]
    let text = try #require(ConflictedText(Array(lines.map { $0 + "\r\n" }.joined().utf8)))
    #expect(String(decoding: text.ours, as: UTF8.self) == "a\r\nb\r\nd\r\n")
    #expect(text.base.map { String(decoding: $0, as: UTF8.self) } == "a\r\no\r\nd\r\n")
    #expect(String(decoding: text.theirs, as: UTF8.self) == "a\r\nc\r\nd\r\n")
  }

  @Test(
    "a text without markers, or with some that do not fit, is none",
    arguments: [
      "", "a\nb\n", "Heading\n=======\n", "<<<<<<< a\n=======\n", "<<<<<<< a\n>>>>>>> b\n", "=======\n>>>>>>> b\n",
      "<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> c\n", "  <<<<<<< a\n=======\n>>>>>>> b\n",
      "<<<<<<<a\n=======\n>>>>>>>b\n", "<<<<<< a\n======\n>>>>>> b\n",
    ])
  func none(text: String) {
    #expect(ConflictedText(Array(text.utf8)) == nil)
  }

  @Test("the first marker has a place; an underlined heading is none")
  func place() {
    let position = ConflictedText.firstMarker(in: Array("Heading\n=======\né\n<<<<<<< HEAD\n".utf8))
    #expect(position?.line == 4 && position?.column == 1)
    #expect(ConflictedText.firstMarker(in: Array("Heading\n=======\n".utf8)) == nil)
  }
}
