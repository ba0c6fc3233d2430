import CommandArguments
import IncidentCore
import IncidentStore
import JSONTree

extension CommandFailure {
  /// What the file system or the lock says.
  init(_ error: StoreError) {
    switch error {
    case .storeNotFound, .recordNotFound:
      self.init(status: .refused, message: error.sentence)
    case .directoryTaken, .lockHeld, .unreadableRecord, .linkOutOfStore, .notARegularFile, .tooLarge, .inputOutput:
      self.init(status: .storage, message: error.sentence)
    }
    hints = [Hint(error.remedy, "")]
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
