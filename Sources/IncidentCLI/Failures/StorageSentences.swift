import CommandArguments
import IncidentCore
import IncidentStore
import JSONTree

extension CommandFailure {
  /// What the file system or the lock says.
  init(_ error: StoreError) {
    let isRefusal = if case .recordNotFound = error { true } else { false }
    self.init(
      status: isRefusal ? .refused : .storage, message: "\(error.sentence); \(error.remedy.advice)",
      hints: error.remedy.command.map { [Hint($0.words.map(shellQuoted).joined(separator: " "), $0.purpose)] } ?? [])
  }

  /// Why a record could not be had.
  init(_ failure: RecordFailure) {
    switch failure {
    case .store(let error): self.init(error)
    case .fault(let fault, let path): self.init(fault, path: path)
    }
  }

  /// What is wrong inside a record's file.
  init(_ fault: RecordFault, path: String) {
    self.init(
      status: .storage, message: fault.message,
      place: FilePlace(
        path: path, line: fault.position?.line, column: fault.position?.column, excerpt: fault.excerpt))
    hints =
      fault.isNewerSchema
      ? [Hint("incident --version", "says which version this is; a newer one reads the record")]
      : [
        Hint("incident check", "lists everything that is wrong in the store"),
        Hint("git log -p -- \(shellQuoted(path))", "shows how it came to be"),
      ]
  }
}
