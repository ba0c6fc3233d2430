import IncidentCore

/// Whether a step says what to do: it has a command, a link or something to type in it, or a sentence in it begins with
/// a verb that tells somebody to act.
enum RunbookAction {
  static func isNamed(in step: RunbookStep, _ lines: SourceLines) -> Bool {
    if !step.commands.isEmpty { return true }
    let written = lines.lines.indices.contains(step.line - 1) ? lines.lines[step.line - 1] : []
    let text = String(String.UnicodeScalarView(written)) + "\n" + step.title + ".\n" + step.body
    if text.contains("`") || text.contains("](") || text.contains("://") || text.contains("~~~") { return true }
    // Of a language without these verbs nothing can be said.
    guard text.utf8.contains(where: { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }) else {
      return true
    }
    return tellsToAct(text)
  }

  private static func tellsToAct(_ text: String) -> Bool {
    var isBeginning = true
    var word = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic {
        word.unicodeScalars.append(scalar)
        continue
      }
      if !word.isEmpty {
        if isBeginning, verbs.contains(word) { return true }
        isBeginning = leads.contains(word)
        word = ""
      }
      if ".!?:;,()-–—\n\"*_|]".unicodeScalars.contains(scalar) { isBeginning = true }
    }
    return isBeginning && verbs.contains(word)
  }

  /// Words behind which a verb tells somebody to act: "then restart it", "you can drain it".
  private static let leads: Set<String> = [
    "then", "and", "or", "to", "please", "first", "next", "finally", "now", "otherwise", "also", "must", "should",
    "can",
    "not", "never", "always", "you", "we", "immediately", "manually", "carefully", "temporarily", "only", "if", "do",
  ]

  private static let verbs: Set<String> = Set(
    """
    abort acknowledge activate add adjust alert allow announce apply approve archive ask assess assign attach attempt \
    avoid back backup begin block boot bounce bring browse bump bypass call cancel capture change check choose clean \
    clear click clone close collect communicate compare compress configure confirm connect consider contact contain \
    continue copy cordon correct correlate count create cut deactivate debug declare decrease decide decommission \
    define delete demote deploy describe detach detect determine diagnose disable disconnect do document download \
    drain drop dump edit eliminate email enable engage ensure enter escalate establish estimate evaluate evict examine \
    execute expand expire export extend fail fetch file filter find fix flip flush follow force fork forward free gather \
    get give go grant grep halt have hold identify ignore import increase inform initiate inspect install investigate \
    invoke isolate issue join keep kill launch let limit link list load locate lock log login look lower make mark \
    measure merge migrate mitigate modify monitor mount move navigate note notify obtain open optimise optimize order \
    override page patch pause perform pick pin ping post prepare preserve press prevent print prioritise prioritize \
    proceed promote provide provision prune publish pull purge push put query quarantine quit raise read reassign \
    reboot rebuild recall recheck reclaim reconfigure record recover recreate recycle redeploy redirect reduce refer \
    refresh reindex reinstall reissue reject release reload relocate remember remove rename renew repair repeat replace \
    replay replicate report reproduce request reroute rerun reschedule reset resize resolve restart restore restrict \
    resubmit resume retrieve retry return revert review revoke rewind roll rollback rotate route run save scale scan \
    schedule scroll search secure see select send separate set shift ship show shrink shut shutdown sign silence skip \
    slow snapshot sort spin split start stop store submit subscribe suspend switch sync tail take talk tell terminate test \
    throttle tighten toggle trace track transfer trigger trim troubleshoot truncate try tune turn type unblock undo \
    uninstall unlock unmount unplug update upgrade upload use vacuum validate verify view visit wait walk warn watch \
    whitelist widen wipe withdraw work write zoom
    """.split(separator: " ").map(String.init))
}
