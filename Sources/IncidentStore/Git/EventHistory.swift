public import IncidentCore
import JSONTree

/// A commit that holds something.
public struct HoldingCommit: Hashable, Sendable {
  /// Its full name.
  public let id: String
  /// The day it was committed, `2026-11-20`.
  public let day: String
  /// Its first line.
  public let subject: String
}

extension StoreRepository {
  /// The commits of any branch, tag, stash or reflog that changed a record and in which an event still has its words,
  /// newest first. Those between them hold it, too.
  ///
  /// The event is looked for by its id, so that no word of it is on a command line.
  public func commits(holding event: EventID, of incident: IncidentID) throws(GitObstacle) -> [HoldingCommit] {
    let name = path(incident.text + ".json")
    guard try commit("HEAD") != nil else { return [] }
    let words = [
      "log", "--all", "--reflog", "--topo-order", "--full-history", "-m", "--format=%H%x09%cs%x09%s", "--", name,
    ]
    let lines = String(decoding: try answer(words), as: UTF8.self).split(separator: "\n")
    var commits: [HoldingCommit] = []
    for line in lines {
      let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, commits.last?.id != parts[0] else { continue }
      commits.append(HoldingCommit(id: parts[0], day: parts[1], subject: parts[2]))
    }
    let versions = try blobs(commits.map { $0.id + ":" + name })
    return zip(commits, versions).compactMap { commit, bytes in
      bytes.map { Self.holds($0, event) } == true ? commit : nil
    }
  }

  /// The remote branches that hold a commit.
  public func remoteBranches(holding commit: String) throws(GitObstacle) -> [String] {
    let words = ["for-each-ref", "--contains", commit, "--format=%(refname:short)", "refs/remotes"]
    return String(decoding: try answer(words), as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { !$0.hasSuffix("/HEAD") && $0.contains("/") }
  }

  /// Whether a version of a record has the event with words that were not blanked. A line at a time, since the version
  /// may be one that no longer reads as a whole.
  private static func holds(_ bytes: [UInt8], _ event: EventID) -> Bool {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      var text = line.drop { $0 == UInt8(ascii: " ") }
      while let last = text.last, last == UInt8(ascii: ",") || last == UInt8(ascii: "\r") { text.removeLast() }
      guard text.starts(with: "{\"id\": \"\(event)\"".utf8) else { continue }
      guard let object = (try? JSON.parse(Array(text)))?.object, let read = try? Event(json: object) else {
        return true
      }
      if read.hasWords { return true }
    }
    return false
  }
}
