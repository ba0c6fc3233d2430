import BuiltInRunbooks
import BuiltInTemplates
import Foundation
import IncidentCore
import Mustache
import Testing

@testable import IncidentReports

@Suite("Documents that ship in the binary")
struct BuiltInDocumentTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..")

  private static let modules: [(folder: String, names: [String], source: @Sendable (String) -> String?)] = [
    ("Templates", BuiltInTemplates.names, BuiltInTemplates.source(named:)),
    ("Runbooks", BuiltInRunbooks.names, BuiltInRunbooks.source(named:)),
  ]

  @Test("the folder, the package's list and the module agree", arguments: 0..<2)
  func agreement(index: Int) throws {
    let module = Self.modules[index]
    let folder = Self.root.appending(path: module.folder)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
    #expect(module.names == files)
    let package = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
    let list = try #require(package.split(separator: "\"\(module.folder)\",").last?.prefix { $0 != "]" })
    let listed = list.split(separator: "\"").filter { !$0.contains { " [,\n".contains($0) } }
    #expect(listed.map(String.init) == files)
    for name in module.names {
      let file = try String(contentsOf: folder.appending(path: "\(name).md"), encoding: .utf8)
      #expect(module.source(name) == file, "\(name)")
    }
    #expect(module.source("no-such-document") == nil)
  }

  @Test("every template parses, and asks for no key that the context has not", arguments: BuiltInTemplates.names)
  func keys(name: String) throws {
    let template = try #require(BuiltInTemplates.source(named: name))
    _ = try Template(name: name, source: template)
    var story = try Story.latencySpike()
    try story.then("14:50", .addAction(ActionAdded(title: "Alert")))
    try story.then("14:51", .startRunbook(RunbookStarted(runbook: "slow", steps: ["Look"])))
    let now = try Story.time("15:00")
    let late = try Story(Declared(title: "Slow", severity: .sev1, nextUpdateDue: try Story.time("14:15")), seed: 2)
      .incident
    let actions = story.incident.snapshot.actions.map { ActionEntry($0, of: story.incident.id) }
    let context =
      switch name {
      case "handoff":
        ShiftContext(
          [story.incident, late], actions: actions, since: try Story.time("06:00"), now: now, policy: .standard
        ).value
      case "report": ReportContext(try reportWithRunbooks()).value
      default: IncidentContext(story.incident, now: now, policy: .standard).value
      }
    var known: Set<String> = ["label", "title", "namesText", "alias", "words", "at", "by", "sentence", "clock", "day"]
    Self.collect(context, into: &known)
    for tag in template.split(separator: "{{").dropFirst() {
      let key = tag.prefix { $0 != "}" }.drop { "#^/{".contains($0) }
      guard !key.hasPrefix("!") else { continue }
      for part in key.split(separator: ".") { #expect(known.contains(String(part)), "\(key)") }
    }
  }

  private func reportWithRunbooks() throws -> ReportAnswer {
    var sample = try ReportSample.halfYear()
    let started = EventBody.runbookStarted(RunbookStarted(runbook: "slow", steps: ["Look"]))
    try sample.add("2024-06-27T09:00:00Z", "Slow", minutes: 30, started)
    return try sample.report("2024-06")
  }

  private static func collect(_ value: MustacheValue, into keys: inout Set<String>) {
    switch value {
    case .object(let members):
      keys.formUnion(members.keys)
      for member in members.values { collect(member, into: &keys) }
    case .list(let items): for item in items { collect(item, into: &keys) }
    case .null, .bool, .string, .number: break
    }
  }

  @Test("the runbook has its front matter, its sections and commands to run", arguments: BuiltInRunbooks.names)
  func runbook(name: String) throws {
    let source = try #require(BuiltInRunbooks.source(named: name))
    let parts = source.split(separator: "---\n", maxSplits: 2)
    #expect(source.hasPrefix("---\n") && parts.count == 2)
    for key in ["title:", "triggers:", "services:", "severity:", "owner:", "reviewed:"] {
      #expect(parts[0].split(separator: "\n").contains { $0.hasPrefix(key) }, "\(key)")
    }
    let sections = source.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(sections == ["## Symptoms", "## Quick checks", "## Common fixes", "## Escalation"])
    #expect(source.split(separator: "```sh\n").count > 10)
  }
}
