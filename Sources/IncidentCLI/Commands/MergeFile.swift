import CommandArguments
import IncidentCore
import IncidentReports
import IncidentStore
import JSONTree

/// `incident merge-file`: the merge driver that Git runs.
enum MergeFile {
  static let base = Operand.required(
    "BASE", help: "The common ancestor; an empty file where there is none", candidates: .files)
  static let ours = Operand.required("OURS", help: "One side, which becomes the merged file", candidates: .files)
  static let theirs = Operand.required("THEIRS", help: "The other side", candidates: .files)
  static let path = Option.value(
    "path", "PATH", help: "What the file is called in the repository; else OURS tells", candidates: .files)
  static let align = Option.flag(
    "align", help: "On a conflict, make generated regions alike in all three, for a text merge")

  static let syntax = CommandSyntax(
    "merge-file", summary: "Merge a record or a postmortem, as Git's merge driver",
    discussion: [
      "Git runs it, once incident init has registered it. Records become the union of their events; in a postmortem "
        + "generated regions take one side, and prose merges as text.",
      "Answers merged and exits 0; or answers conflict, exits 1, says why, and leaves every file as it was (--align, which "
        + "Git uses, rewrites all three).",
    ],
    operands: [base, ours, theirs], options: [path, align],
    examples: [
      Example("incident merge-file base.json ours.json theirs.json --path INC-20261120-7QK4.json", "As Git does"),
      Example(
        "incident merge-file /dev/null INC-20261120-7QK4.json ../other/incidents/INC-20261120-7QK4.json",
        "Take in what another clone recorded"),
    ])

  static func run(_ session: Session) throws(CommandFailure) {
    let files = try Files(session)
    switch try kind(of: files, session) {
    case .record(let id): try merge(record: id, files, session)
    case .postmortem: try merge(postmortem: files, session)
    }
  }

  /// The three files, by path and content.
  private struct Files {
    let paths: [String]
    let base: [UInt8]
    let ours: [UInt8]
    let theirs: [UInt8]

    init(_ session: Session) throws(CommandFailure) {
      let paths = [MergeFile.base, MergeFile.ours, MergeFile.theirs].map {
        session.path(session.arguments.value(of: $0) ?? "")
      }
      func content(_ path: String) throws(CommandFailure) -> [UInt8] {
        // An add on both sides has no ancestor, and `/dev/null` says so by hand.
        if path == "/dev/null", path == paths[0] { return [] }
        return try CommandFailure.wrapping { () throws(StoreError) in
          try PlainFile.read(path, session.environment.fileSystem)
        }
      }
      self.paths = paths
      base = try content(paths[0])
      ours = try content(paths[1])
      theirs = try content(paths[2])
    }
  }

  /// What a file's name says it holds.
  private enum Kind {
    /// One of an incident; nil where the name does not say which.
    case record(IncidentID?)
    case postmortem
  }

  /// By the name; where somebody merges files of other names by hand, by what the files hold.
  private static func kind(of files: Files, _ session: Session) throws(CommandFailure) -> Kind {
    let path = session.arguments.value(of: path) ?? session.arguments.value(of: ours) ?? ""
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let id = name.firstIndex(of: ".").flatMap { IncidentID(String(name[..<$0])) }
    if let id, name == "\(id.text).json" { return .record(id) }
    if let id, name == IncidentReports.Postmortem.fileName(for: id) { return .postmortem }
    if !session.arguments.has(Self.path) {
      if (try? RecordCodec.decode(files.ours)) != nil { return .record(nil) }
      if name.hasSuffix(".md") { return .postmortem }
    }
    throw .refused(
      "\"\(name)\" is the name of no record and no postmortem",
      Hint("--path INC-20261120-7QK4.json", "says what the file is called in the repository"))
  }

  private static func merge(record id: IncidentID?, _ files: Files, _ session: Session) throws(CommandFailure) {
    let name = session.arguments.value(of: path) ?? files.paths[1]
    let merged: [UInt8]
    do throws(RecordMergeFailure) {
      merged = try RecordMerge.merged(base: files.base, ours: files.ours, theirs: files.theirs)
    } catch {
      switch error {
      case .unreadable(let side, let fault):
        throw CommandFailure(fault, path: side == .ours ? files.paths[1] : files.paths[2])
      case .conflict(.newerSchema(let schema)):
        throw .storage(
          MergeConflict.newerSchema(schema).message, at: FilePlace(path: name),
          Hint("incident --version", "says which version this is; a newer one merges the record"))
      case .conflict(let conflict): return refuse(conflict.message, name, session)
      }
    }
    do throws(RecordFault) {
      _ = try RecordCodec.decode(merged, named: id)
    } catch {
      throw CommandFailure(error, path: name)
    }
    try write(merged, files, session)
  }

  private static func merge(postmortem files: Files, _ session: Session) throws(CommandFailure) {
    let aligned = PostmortemMerge(base: files.base, ours: files.ours, theirs: files.theirs)
    let merged: [UInt8]?
    do throws(TextMergeError) {
      merged = try session.merged(aligned, in: parent(of: files.paths[1]))
    } catch {
      switch error {
      case .store(let error): throw CommandFailure(error)
      case .git(let error): throw CommandFailure(error)
      }
    }
    if let merged { return try write(merged, files, session) }
    if session.arguments.has(align) {
      for (path, bytes) in zip(files.paths, [aligned.base, aligned.ours, aligned.theirs]) where path != "/dev/null" {
        try replace(path, by: bytes, session)
      }
    }
    refuse("both sides changed the same lines of prose", session.arguments.value(of: path) ?? files.paths[1], session)
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private static func write(_ merged: [UInt8], _ files: Files, _ session: Session) throws(CommandFailure) {
    if merged != files.ours { try replace(files.paths[1], by: merged, session) }
    answer(MergeDriver.mergedAnswer, files.paths[1], session)
  }

  private static func replace(_ path: String, by bytes: [UInt8], _ session: Session) throws(CommandFailure) {
    try CommandFailure.wrapping { () throws(StoreError) in
      try PlainFile.replace(path, by: bytes, session.environment.fileSystem)
    }
  }

  private static func refuse(_ reason: String, _ name: String, _ session: Session) {
    session.status = .refused
    session.tell(CommandFailure(status: .refused, message: reason, place: FilePlace(path: name)))
    answer(MergeDriver.conflictAnswer, name, session)
  }

  /// The word that the registered driver goes by.
  private static func answer(_ word: String, _ path: String, _ session: Session) {
    guard session.wantsJSON else { return session.say("\(word)") }
    session.say(json: ["outcome": .string(word), "path": .string(path)])
  }
}
