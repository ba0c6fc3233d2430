public import IncidentCore

/// Why the store could not be found, read or written.
public enum StoreError: Error, Hashable, Sendable {
  /// A store was to be made where a directory of that name holds other things.
  case directoryTaken(path: String)
  /// Another process writes, and did not finish in time. The holder is nil where it did not say who it is.
  case lockHeld(LockHolder?, path: String, waitedMilliseconds: Int)
  /// No record has that id.
  case recordNotFound(IncidentID, path: String)
  /// A symbolic link that ends outside the store, or nowhere.
  case linkOutOfStore(path: String, target: String?)
  /// A directory, FIFO, device or socket under the name of a file.
  case notARegularFile(path: String, FileKind)
  /// Larger than ``RecordFiles/sizeLimit``, in bytes.
  case tooLarge(path: String, size: Int64)
  /// Something else wrote to the file between reading and replacing it, time and again.
  case changedMeanwhile(path: String)
  /// The file is written, and the disk did not confirm that it will still be there after a power cut.
  case unconfirmed(path: String, SystemError)
  /// A system call failed.
  case inputOutput(SystemError)

  /// What went wrong, without a full stop.
  public var sentence: String {
    switch self {
    case .directoryTaken(let path): "\(path) exists and is not an incident store"
    case .lockHeld(let holder, let path, let milliseconds):
      "\(holder?.sentence ?? "another process holds the lock \(path)"); waited \(Self.seconds(milliseconds))"
    case .recordNotFound(let id, let path): "no record \(id): \(path) does not exist"
    case .linkOutOfStore(let path, let target?): "\(path) is a symbolic link to \(target), which is not in the store"
    case .linkOutOfStore(let path, nil): "\(path) is a symbolic link that leads nowhere"
    case .notARegularFile(let path, let kind): "\(path) is \(Self.noun(kind)), not a file"
    case .tooLarge(let path, let size):
      "\(path) with \(size) bytes is too large; a file of the store has at most \(RecordFiles.sizeLimit)"
    case .changedMeanwhile(let path): "cannot replace \(path): something else, Git or an editor, keeps writing to it"
    case .unconfirmed(let path, let error):
      "\(path) is written, but the disk did not confirm it: \(error.sentence)"
    case .inputOutput(let error): error.sentence
    }
  }

  /// What to do next.
  public var remedy: Remedy {
    switch self {
    case .directoryTaken(let path):
      Remedy("move it aside, or start the store in another directory", ["ls", "-A", path], "shows what is in it")
    case .lockHeld(let holder?, _, _):
      Remedy(
        "run the same command again, and end process \(holder.processID) if it hangs", ["kill", "\(holder.processID)"],
        "ends it")
    case .lockHeld(nil, let path, _): Remedy("run the same command again", ["fuser", path], "shows who holds the lock")
    case .recordNotFound:
      Remedy("it may be on another branch, or not pulled yet", ["incident", "list"], "shows which there are")
    case .linkOutOfStore(let path, _):
      Remedy("replace the link by the file itself, or remove it", ["rm", path], "removes the link alone")
    case .notARegularFile(let path, _): Remedy("put a file in its place", ["ls", "-ld", path], "shows what it is")
    case .tooLarge(let path, _):
      Remedy(
        "keep long output in a file elsewhere, and say in the record where", ["ls", "-lh", path], "shows its size")
    case .changedMeanwhile(let path):
      Remedy("run the same command again, once that is done", ["fuser", path], "shows who has it open")
    case .unconfirmed(let path, _):
      Remedy("look at the disk before relying on it; do not record it twice", ["cat", path], "shows what is there")
    case .inputOutput(let error): error.remedy
    }
  }

  private static func noun(_ kind: FileKind) -> String {
    switch kind {
    case .regular: "a file"
    case .directory: "a directory"
    case .symbolicLink: "a symbolic link"
    case .fifo: "a FIFO"
    case .other, .unknown: "a device or socket"
    }
  }

  private static func seconds(_ milliseconds: Int) -> String {
    milliseconds % 1_000 == 0 ? "\(milliseconds / 1_000) s" : "\(milliseconds) ms"
  }

  /// Runs `body`, its failure told as ``inputOutput(_:)``.
  static func wrapping<Answer>(_ body: () throws(SystemError) -> Answer) throws(StoreError) -> Answer {
    do {
      return try body()
    } catch {
      throw .inputOutput(error)
    }
  }
}

extension StoreError: CustomStringConvertible {
  /// ``sentence`` and the advice of ``remedy``.
  public var description: String { "\(sentence); \(remedy.advice)" }
}
