import Testing

@testable import IncidentExchange

@Suite struct GitHubAnnotationTests {
  @Test("is one workflow command on one line, with its place where there is one")
  func text() {
    #expect(
      GitHubAnnotation(.error, file: "incidents/a.json", line: 3, column: 14, title: "check", message: "no id").text
        == "::error file=incidents/a.json,line=3,col=14,title=check::no id")
    #expect(
      GitHubAnnotation(.warning, file: "a", line: nil, column: nil, title: "t", message: "m").text
        == "::warning file=a,title=t::m")
  }

  @Test("holds back what would end a property, a line or the command")
  func escapes() {
    let hostile = "50%, a:b\r\n::error::x\u{301}"
    let text = GitHubAnnotation(.error, file: hostile, line: 1, column: nil, title: hostile, message: hostile).text
    let property = "50%25%2C a%3Ab%0D%0A%3A%3Aerror%3A%3Ax\u{301}"
    #expect(
      text == "::error file=\(property),line=1,title=\(property)::50%25, a:b%0D%0A::error::x\u{301}")
    #expect(!text.unicodeScalars.contains("\n") && !text.unicodeScalars.contains("\r"))
    // "%0A" as it was written is not a line end.
    #expect(
      GitHubAnnotation(.error, file: "f", line: nil, column: nil, title: "t", message: "%0A").text.hasSuffix("::%250A"))
  }
}
