import IncidentReports
import IncidentStore
import Mustache

/// A Mustache file anywhere, with its partials and parents beside it.
struct TemplateFile {
  let path: String
  let fileSystem: FileSystem

  init(_ path: String, _ fileSystem: FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  /// Whether something stands there.
  func exists() throws(CommandFailure) -> Bool {
    try CommandFailure.wrapping { () throws(StoreError) in try PlainFile.exists(path, fileSystem) }
  }

  /// What the file holds.
  func bytes() throws(CommandFailure) -> [UInt8] {
    try CommandFailure.wrapping { () throws(StoreError) in try PlainFile.receive(path, fileSystem) }
  }

  /// The file rendered, with the escape its extension asks for.
  func render(_ value: MustacheValue, _ session: Session) throws(CommandFailure) -> String {
    let bytes = try bytes()
    let partials = Partials(beside: path, fileSystem)
    do throws(CommandFailure) {
      return try session.rendering { () throws(TemplateError) in
        let template = try Mustache.Template(name: path, bytes: bytes)
        return try template.render(
          value, partials: PartialSource { (name) throws(TemplateError) in try partials.template(named: name) },
          escape: .forFile(path))
      }
    } catch {
      throw partials.failure.map { CommandFailure($0) } ?? error
    }
  }

  /// Whether a file of that name holds the template `name`, given with or without its extension.
  static func name(_ fileName: String, isOf name: String) -> Bool {
    guard fileName != name else { return true }
    return fileName.lastIndex(of: ".").map { fileName[..<$0] == name } ?? false
  }

  /// Files of a name, or that name with the template's extension or a usual one. One that is not there is empty, as the
  /// specification has it; a name that is a path leads nowhere, since names may come from data.
  private final class Partials {
    /// Why a file that is there could not be read.
    private(set) var failure: StoreError?
    private let path: String
    private let fileSystem: FileSystem

    init(beside path: String, _ fileSystem: FileSystem) {
      self.path = path
      self.fileSystem = fileSystem
    }

    func template(named name: String) throws(TemplateError) -> Mustache.Template? {
      guard !name.isEmpty, !name.contains("/"), !name.hasPrefix("."), !name.contains("\0") else { return nil }
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      let fileName = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
      let own = fileName.lastIndex(of: ".").map { String(fileName[$0...]) } ?? ""
      for suffix in ["", own, ".mustache", ".md", ".html", ".txt"] {
        let partial = folder + "/" + name + suffix
        if let bytes = try read(partial, name) { return try Mustache.Template(name: partial, bytes: bytes) }
      }
      return nil
    }

    private func read(_ partial: String, _ name: String) throws(TemplateError) -> [UInt8]? {
      do throws(StoreError) {
        return try PlainFile.readIfThere(partial, fileSystem)
      } catch {
        // A folder beside the template may bear a partial's bare name: `item` beside `item.html`.
        if case .notARegularFile(_, .directory) = error, partial.hasSuffix("/" + name) { return nil }
        failure = error
        throw TemplateError(.partialNotFound(name: name), template: path, line: 1, column: 1)
      }
    }
  }
}
