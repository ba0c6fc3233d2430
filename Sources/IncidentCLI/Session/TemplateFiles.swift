import IncidentCore
import IncidentReports
import IncidentStore
import Mustache

extension Session {
  /// The built-in templates and the team's own, which shadow them. A file that cannot be read is said out loud and
  /// shadows nothing: a stray one keeps nobody from writing comms.
  func templates() throws(CommandFailure) -> TemplateLibrary {
    guard let store = try storeIfAny() else { return .builtIn }
    let folder = store.location.path("templates")
    let names = PlainFile.names(in: folder)
    guard !names.isEmpty else { return .builtIn }
    var files: [String: String] = [:]
    for name in names {
      do throws(CommandFailure) {
        guard let bytes = try store.read(fileNamed: "templates/" + name) else { continue }
        guard let text = String(validating: bytes, as: UTF8.self) else {
          throw .storage("\(folder)/\(name) is not UTF-8 text")
        }
        files[name] = text
      } catch {
        warn("\(error.message); the template counts as absent")
      }
    }
    return TemplateLibrary(team: files)
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
