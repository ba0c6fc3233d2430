import IncidentCore
import IncidentReports
import IncidentStore
import Mustache

extension Session {
  /// The built-in templates and the team's own, which shadow them.
  ///
  /// A file that cannot be read is said out loud and shadows nothing: a stray one keeps nobody from writing comms.
  /// Where it is the very template asked for, it is a failure: nobody is sent another text than the team's unawares.
  /// - Parameter name: The template that is wanted, with or without its extension; nil for none in particular.
  func templates(for name: String? = nil) throws(CommandFailure) -> TemplateLibrary {
    guard let store = try storeIfAny() else { return .builtIn }
    let folder = store.location.path("templates")
    var files: [String: String] = [:]
    var unreadable: [(fileName: String, failure: CommandFailure)] = []
    for entry in try templateEntries(in: folder) {
      do throws(CommandFailure) {
        guard let bytes = try store.read(fileNamed: "templates/" + entry) else { continue }
        guard let text = String(validating: bytes, as: UTF8.self) else {
          throw .storage("\(folder)/\(entry) is not UTF-8 text")
        }
        // `incident template show NAME > templates/NAME.md`: the shell makes the file before the command begins.
        if text.isEmpty {
          warn("\(folder)/\(entry) is empty; the template counts as absent")
        } else {
          files[entry] = text
        }
      } catch {
        unreadable.append((entry, error))
      }
    }
    let library = TemplateLibrary(team: files)
    if let name, library.entry(named: name)?.origin != .team,
      let wanted = unreadable.first(where: { TemplateFile.name($0.fileName, isOf: name) })
    {
      throw wanted.failure
    }
    for file in unreadable { warn("\(file.failure.message); the template counts as absent") }
    return library
  }

  /// The names in the team's folder. A folder in it is none, unless it is called as a template is.
  private func templateEntries(in folder: String) throws(CommandFailure) -> [String] {
    try CommandFailure.wrapping { () throws(StoreError) in
      try PlainFile.entries(in: folder, environment.fileSystem)
        .filter { $0.kind != .directory || $0.name.contains(".") }.map(\.name)
    }
  }

  /// What a template gives; a fault in it is a failure with its place, and nothing half rendered.
  func rendering<Answer>(_ body: () throws(TemplateError) -> Answer) throws(CommandFailure) -> Answer {
    do throws(TemplateError) {
      return try body()
    } catch {
      throw CommandFailure(
        status: .refused, message: error.message,
        place: FilePlace(path: error.template, line: error.line, column: error.column),
        hints: [Hint("incident template list", "says where each template comes from")])
    }
  }
}
