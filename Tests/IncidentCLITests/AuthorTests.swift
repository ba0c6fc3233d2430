import JSONTree
import Testing

/// Who a record says it was.
@Suite struct AuthorTests {
  @Test("is --by, else $INCIDENT_USER, else Git's user.name, else $USER, else $LOGNAME, else unknown and said so")
  func order() throws {
    let host = try TestHost()
    host.variables["USER"] = "user"
    host.variables["LOGNAME"] = "logname"
    host.gitUserName = "git"
    _ = try host.declare()
    func author(_ options: String...) throws -> (by: String?, error: String) {
      let outcome = host.run(["note", "-m", "x", "--json"] + options)
      return (try outcome.json()["event"]?["by"]?.string, outcome.error)
    }
    #expect(try author("--by", "li") == ("li", ""))
    #expect(try author() == ("dana", ""))
    host.variables["INCIDENT_USER"] = ""
    #expect(try author() == ("git", ""))
    host.gitUserName = nil
    #expect(try author() == ("user", ""))
    host.variables["USER"] = nil
    #expect(try author() == ("logname", ""))
    host.variables["LOGNAME"] = nil
    let (by, error) = try author()
    #expect(by == "unknown" && error.contains("--by NAME"))
  }

  @Test("is stored exactly, whatever it holds")
  func hostile() throws {
    let host = try TestHost()
    let name = "\u{202E}anad\" \u{1B}[31m"
    host.variables["INCIDENT_USER"] = name
    let id = try host.declare()
    let by = try JSON.parse(try host.bytes(id + ".json"))["timeline"]?.array?.first?["by"]?.string
    #expect(by?.utf8.elementsEqual(name.utf8) == true)
  }
}
