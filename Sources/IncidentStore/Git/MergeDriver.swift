/// The merge driver by which Git merges records and postmortems, as a clone's configuration has it
/// (<https://git-scm.com/docs/gitattributes#_defining_a_custom_merge_driver>).
public enum MergeDriver {
  /// What `.gitattributes` calls it.
  static let name = "incident"

  /// What `merge-file` answers when the merged file is written.
  public static let mergedAnswer = "merged"
  /// What it answers when the text merge is to decide.
  public static let conflictAnswer = "conflict"

  /// The shell's command line that Git runs.
  ///
  /// Where a driver fails, Git keeps *ours* without a word of *theirs* in it. Therefore what does not answer as this
  /// program does counts for nothing, whatever it exits with: another program of this name, an older version, one that
  /// crashes or that was moved away. The next candidate has its turn, and in the end Git's own text merge.
  ///
  /// The binary that registered the driver comes first, since `PATH` is another one in hooks and graphical clients.
  /// - Parameter executable: Its path; nil where that is unknown.
  public static func command(executable: String?) -> String {
    let candidates = [executable.map(quoted), name].compactMap(\.self).joined(separator: " ")
    return "for i in \(candidates); do command -v \"$i\" >/dev/null 2>&1 || continue; "
      + "case \"$(\"$i\" merge-file --align --path %P %O %A %B)\" in "
      + "\(mergedAnswer)) exit 0;; \(conflictAnswer)) break;; esac; done; "
      + "echo 'incident: merging as text' %P >&2; "
      + "git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B || exit 1"
  }

  /// Puts the driver into the configuration that all work trees of the clone share.
  /// - Returns: Whether it was not there, or another one was.
  public static func register(in repository: GitRepository, executable: String?) throws(GitError) -> Bool {
    let settings = [
      ("name", "incident records: the union of both sides' events"), ("driver", command(executable: executable)),
    ]
    var isChanged = false
    for (key, value) in settings {
      let words = ["config", "--local"]
      let key = "merge.\(name).\(key)"
      let present = try repository.git.run(words + ["--null", "--get-all", key])
      if present.status == 0, present.output == Array(value.utf8) + [0] { continue }
      _ = try repository.git.answer(words + ["--replace-all", key, value])
      isChanged = true
    }
    return isChanged
  }

  /// Whether the driver is the one that Git has for a file of the store: what is in `.git/info/attributes` outweighs the
  /// store's own `.gitattributes`, and a link of that name does not count.
  public static func isInEffect(in repository: GitRepository, _ store: StoreLocation) throws(GitError) -> Bool {
    let path = store.path("INC-20000101-0000.json")
    let words = ["check-attr", "-z", "merge", "--", repository.path(of: path) ?? path]
    return try repository.git.answer(words).split(separator: 0).last.map(Array.init) == Array(name.utf8)
  }

  /// Whether Git has the driver, from whichever of its configuration files.
  static func isRegistered(in directory: String, adding variables: [String: String]) throws(GitError) -> Bool {
    let words = ["config", "--get", "merge.\(name).driver"]
    let outcome = try Git(in: directory, adding: variables).run(words)
    // 1 says that there is none (<https://git-scm.com/docs/git-config>); anything else, that Git does not know.
    guard outcome.status <= 1 else { throw GitError(words, outcome) }
    return outcome.status == 0
  }

  /// For the shell in single quotes, and for Git with a `%` doubled.
  private static func quoted(_ path: String) -> String {
    var text = "'"
    for scalar in path.unicodeScalars {
      switch scalar {
      case "'": text += "'\\''"
      case "%": text += "%%"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "'"
  }
}
