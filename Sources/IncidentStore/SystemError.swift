/// The system call that failed, in the words of a person.
public enum SystemCall: String, Hashable, Sendable {
  /// `open`, for reading or writing what is there.
  case open = "open"
  /// `open`, for a file that was to be new.
  case create = "create"
  /// `read`.
  case read = "read"
  /// `write` or `ftruncate`.
  case write = "write"
  /// `close`.
  case close = "close"
  /// `fsync`.
  case synchronize = "write to the disk"
  /// `fchmod`.
  case setMode = "set the permissions of"
  /// `flock`.
  case lock = "lock"
  /// `stat`, `lstat` or `fstat`.
  case status = "look at"
  /// `rename`.
  case rename = "replace"
  /// `unlink`.
  case remove = "remove"
  /// `mkdir`.
  case makeDirectory = "make the directory"
  /// `realpath`.
  case resolve = "find"
  /// `opendir`, `readdir`.
  case list = "list"
}

/// A system call on a file failed.
public struct SystemError: Error, Hashable, Sendable {
  /// Which call.
  public let call: SystemCall
  /// The file it was about.
  public let path: String
  /// The `errno` it left.
  public let code: Int32

  /// A failure of `call` on `path` with `errno` `code`.
  public init(_ call: SystemCall, _ path: String, _ code: Int32) {
    self.call = call
    self.path = path
    self.code = code
  }

  /// What went wrong, as a sentence without a full stop: `cannot write /r/incidents/…: the disk is full`.
  public var sentence: String {
    "cannot \(call.rawValue) \(path): \(reason)"
  }

  /// What to do about it.
  public var remedy: Remedy {
    switch code {
    case EACCES, EPERM:
      Remedy(
        "ask for permission on that path, or run as the user who owns it", ["ls", "-ld", path], "shows who may do what")
    case ENOSPC, EDQUOT:
      Remedy("make room, then run the same command again", ["df", "-h", path], "shows how full the disk is")
    case EFBIG: Remedy("raise the limit for files", ["ulimit", "-f", "unlimited"], "lifts it in this shell")
    case EROFS: Remedy("mount it for writing, or work in a clone that can be written")
    case EMFILE, ENFILE:
      Remedy("close programs that hold many files, or raise the limit", ["ulimit", "-n", "1024"], "raises it")
    case ENOTDIR, ENOENT: Remedy("check the path", ["ls", "-ld", path], "shows what is there")
    case ELOOP: Remedy("replace the symbolic link by the file itself", ["ls", "-l", path], "shows where it leads")
    case ENAMETOOLONG: Remedy("use a shorter path")
    case EIO:
      Remedy(
        "check the disk, copy the store elsewhere, then run the same command again", ["dmesg"],
        "shows what the kernel says of the disk")
    case ENOLCK, ENOSYS, EOPNOTSUPP: Remedy("keep the store on a local file system, which has locks")
    default: Remedy("run the same command again; if it fails again, look at the disk that holds the path")
    }
  }

  private var reason: String {
    switch code {
    case EACCES, EPERM: "permission denied"
    case ENOSPC: "the disk is full"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "files of this process may not get that large"
    case EROFS: "the file system is read-only"
    case EMFILE: "this process has too many open files"
    case ENFILE: "this machine has too many open files"
    case ENOTDIR: "a part of the path is not a directory"
    case ENOENT: "it does not exist"
    case ELOOP: "it is a symbolic link, or one of a loop"
    case ENAMETOOLONG: "the path is too long"
    case EIO: "input/output error"
    default: Platform.message(for: code)
    }
  }
}

extension SystemError: CustomStringConvertible {
  /// ``sentence`` and the advice of ``remedy``.
  public var description: String { "\(sentence); \(remedy.advice)" }
}
