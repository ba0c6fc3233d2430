import Foundation
import JSONTree
import Testing

@Suite struct TemplateTests {
  private func write(_ text: String, _ name: String, _ host: TestHost) throws {
    let url = URL(filePath: host.directory + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  @Test("the built-in ones are listed, shown and rendered without a store")
  func builtIn() throws {
    let host = try TestHost()
    let list = try host.run("template", "list", "--json").json()
    let names = try #require(list.array).compactMap { $0["name"]?.string }
    #expect(names == ["comms-executive", "comms-external", "comms-internal", "handoff", "postmortem", "report"])
    for name in names {
      let file = tests.deletingLastPathComponent().appending(path: "Templates/\(name).md")
      #expect(host.run("template", "show", name).output == (try? String(contentsOf: file, encoding: .utf8)))
    }
    #expect(host.run("template", "render", "handoff").status == 0)
  }

  @Test("a team's template shadows the built-in of its name, everywhere it is used")
  func shadows() throws {
    let host = try TestHost()
    let id = try host.declare("Payment & latency")
    try host.store("Ours: {{title}}\n", "templates/comms-internal.md")
    try host.store("{{title}}", "templates/page.txt")
    #expect(host.run("comms", "-a", "internal").output.hasPrefix("Ours: Payment"))
    #expect(host.run("template", "render", "comms-internal", "--incident", id).output.hasPrefix("Ours: "))
    #expect(host.run("template", "render", "page", "--incident", id).output == "Payment & latency")
    #expect(host.run("template", "show", "comms-internal").output == "Ours: {{title}}\n")
    let list = host.run("template", "list").output
    #expect(list.contains("incidents/templates/comms-internal.md") && list.contains("page"))
    #expect(host.run("comms", "-a", "external").output.contains("Ours") == false)
  }

  @Test("a file among the team's templates that cannot be read is said, and fails where it is the one asked for")
  func unreadable() throws {
    let host = try TestHost()
    _ = try host.declare()
    try host.store("Ours: {{title}}", "templates/comms-executive.md")
    try host.store([0xFF, 0xFE], "templates/old.md")
    try FileManager.default.createSymbolicLink(
      atPath: host.stored("templates/comms-internal.md"), withDestinationPath: "/etc/hostname")
    for (words, begins) in [
      (["comms", "-a", "external"], "# Investigating"), (["comms", "-a", "executive"], "Ours: "),
      (["template", "list"], "template"), (["postmortem", "--stdout"], ""),
    ] {
      let outcome = host.run(words)
      #expect(outcome.status == 0 && outcome.output.hasPrefix(begins), "\(outcome.transcript)")
      #expect(outcome.error.contains("warning: /repo/incidents/templates/comms-internal.md is a symbolic link"))
      #expect(outcome.error.contains("old.md is not UTF-8"))
    }
    for words in [
      ["comms", "-a", "internal"], ["template", "show", "comms-internal"], ["template", "render", "comms-internal.md"],
      ["template", "show", "old"],
    ] {
      let outcome = host.run(words)
      #expect(outcome.status == 3 && outcome.output.isEmpty, "\(outcome.transcript)")
      #expect(outcome.error.hasPrefix("incident: /repo/incidents/templates/"), "\(outcome.transcript)")
    }
  }

  @Test("a folder called as a template is an error with its path, any other folder is none")
  func folders() throws {
    let host = try TestHost()
    _ = try host.declare()
    for name in ["comms-internal.md", "old"] {
      try FileManager.default.createDirectory(
        atPath: host.stored("templates/" + name), withIntermediateDirectories: true)
    }
    let outcome = host.run("comms", "-a", "internal")
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    #expect(outcome.error.contains("/repo/incidents/templates/comms-internal.md is a directory, not a file"))
    let other = host.run("comms", "-a", "external")
    #expect(other.status == 0 && !other.error.contains("templates/old"), "\(other.transcript)")
  }

  @Test("a folder of templates that cannot be listed is a failure, never the built-in text")
  func unreadableFolder() throws {
    let host = try TestHost()
    _ = try host.declare()
    try host.store("in the way", "templates")
    let outcome = host.run("comms", "-a", "external")
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    #expect(outcome.error.contains("cannot list /repo/incidents/templates"), "\(outcome.transcript)")
  }

  @Test("an empty file, as the shell makes before a redirected command begins, shadows nothing")
  func empty() throws {
    let host = try TestHost()
    _ = try host.declare()
    let source = host.run("template", "show", "comms-internal").output
    try host.store("", "templates/comms-internal.md")
    let outcome = host.run("template", "show", "comms-internal")
    #expect(outcome.status == 0 && outcome.output == source)
    #expect(outcome.error.contains("comms-internal.md is empty; the template counts as absent"))
  }

  @Test("a partial that is there and cannot be read is never nothing")
  func unreadablePartial() throws {
    let host = try TestHost()
    try write("[{{>item}}]", "t/page.html", host)
    try write("{}", "data.json", host)
    let words = ["template", "render", "t/page.html", "--data", "data.json"]
    try FileManager.default.createDirectory(atPath: host.directory + "/t/item", withIntermediateDirectories: false)
    #expect(host.run(words).output == "[]")
    try FileManager.default.createSymbolicLink(
      atPath: host.directory + "/t/item.html", withDestinationPath: "item.html")
    let outcome = host.run(words)
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    #expect(outcome.error.contains("cannot open /repo/t/item.html: it is a symbolic link"), "\(outcome.transcript)")
  }

  @Test("the context is a document that shows what there is")
  func context() throws {
    let host = try TestHost()
    let id = try host.declare()
    let context = try host.run("template", "show", "postmortem", "--context", id).json()
    #expect(context["title"] == "Payment latency above 5 s" && context["id"]?.string == id)
  }

  @Test("any file is rendered, with partials and parents beside it")
  func file() throws {
    let host = try TestHost()
    try write("{{<base}}{{$body}}{{#items}}{{>item}}{{/items}}{{/body}}{{/base}}", "t/page.html", host)
    try write("<ul>{{$body}}none{{/body}}</ul>{{>foot.html}}{{>nowhere}}", "t/base.html", host)
    try write("<li>{{.}}</li>", "t/item.html", host)
    try write("<p>", "t/foot.html", host)
    try write(#"{"items": ["a", "<b>"]}"#, "data.json", host)
    let expected = "<ul><li>a</li><li>&lt;b&gt;</li></ul><p>"
    #expect(host.run("template", "render", "t/page.html", "--data", "data.json").output == expected)
    host.input = Array(#"{"items": ["a", "<b>"]}"#.utf8)
    #expect(host.run("template", "render", host.directory + "/t/page.html", "--data", "-").output == expected)
    #expect(
      try host.run("template", "render", "t/page.html", "--data", "-", "--json").json()["text"]?.string == expected)
  }

  @Test("a partial's name from data leads nowhere but to files beside the template")
  func traversal() throws {
    let host = try TestHost()
    try write("[{{>*name}}]", "t/page.txt", host)
    try write("secret", "secret.txt", host)
    for name in ["../secret.txt", "../secret", host.directory + "/secret.txt", ".", "..", "", "a\u{0}b"] {
      host.input = Array(JSON.object(["name": .string(name)]).inlineText().utf8)
      let outcome = host.run("template", "render", "t/page.txt", "--data", "-")
      #expect(!outcome.output.contains("secret"), "\(name)")
    }
  }

  @Test(
    "what is wrong has its place",
    arguments: [
      ("{{#a}}\n{{/b}}", "{}", 1, "page.txt:2:"), ("ok", "{\"a\": }", 3, "standard input:1:7: "),
      ("a\n{{>page}}", "{}", 1, "page.txt"), ("{{", "{}", 1, "page.txt:1:1: "),
    ])
  func wrong(template: String, data: String, status: Int, says: String) throws {
    let host = try TestHost()
    try write(template, "page.txt", host)
    host.input = Array(data.utf8)
    let outcome = host.run("template", "render", "page.txt", "--data", "-")
    #expect(outcome.status == Int32(status) && outcome.output.isEmpty, "\(outcome.transcript)")
    #expect(outcome.error.contains(says), "\(outcome.transcript)")
  }

  @Test("a file of data that is not there is said")
  func missingData() throws {
    let host = try TestHost()
    let outcome = host.run("template", "render", "handoff", "--data", "nothing.json")
    #expect(outcome.status == 3 && outcome.error.contains("/repo/nothing.json"), "\(outcome.transcript)")
  }
}
