import IncidentReports
import IncidentStore
import Mustache

/// A Mustache file anywhere, with its partials and parents beside it.
struct TemplateFile {
  let path: String

  init(_ path: String) {
    self.path = path
  }

  /// What the file holds.
  func bytes() throws(CommandFailure) -> [UInt8] {
    do throws(StoreError) {
      return try PlainFile.read(path)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The file rendered, with the escape its extension asks for.
  func render(_ value: MustacheValue, _ session: Session) throws(CommandFailure) -> String {
    let bytes = try bytes()
    return try session.rendering { () throws(TemplateError) in
      let template = try Mustache.Template(name: path, bytes: bytes)
      return try template.render(value, partials: partials, escape: .forFile(path))
    }
  }

  /// Files of that name, or that name with this file's extension or a usual one. One that is not there is empty, as the
  /// specification has it; a name that is a path leads nowhere, since names may come from data.
  private var partials: PartialSource {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let fileName = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    let own = fileName.lastIndex(of: ".").map { String(fileName[$0...]) } ?? ""
    return PartialSource { (name) throws(TemplateError) in
      guard !name.isEmpty, !name.contains("/"), !name.hasPrefix("."), !name.contains("\0") else { return nil }
      for candidate in ["", own, ".mustache", ".md", ".html", ".txt"] {
        let partial = folder + "/" + name + candidate
        if let bytes = try? PlainFile.read(partial) { return try Mustache.Template(name: partial, bytes: bytes) }
      }
      return nil
    }
  }
}
