public import IncidentCore

/// A runbook to be filled in.
public enum RunbookSkeleton {
  /// The text of one of that name, which every section and setting stands in.
  public static func source(named name: String, owner: String, reviewed: CivilDate) -> String {
    let words = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let joined = words.joined(separator: " ")
    let title = joined.prefix(1).uppercased() + joined.dropFirst()
    let trigger = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    return """
      ---
      title: \(quoted(title))
      triggers:
        alerts:
          - \(quoted("*\(trigger)*"))
        labels: []
      services:
        - "*"
      severity: SEV3
      owner: \(quoted(owner))
      reviewed: \(reviewed)
      ---

      # \(title)

      What is wrong, in a sentence, and what customers notice of it.

      ## Symptoms

      - What the alert says, and what people report.

      ## Quick checks

      1. Look whether it is real. What a good answer looks like, and what a bad one means:

         ```sh
         kubectl -n "$NAMESPACE" get pods -l "app=$SERVICE"
         ```

      2. Look what changed in the last hour.

      ## Common fixes

      ### Undo the last change

      When it helps, when it does harm, and how to see that it worked:

      ```sh
      kubectl -n "$NAMESPACE" rollout undo "deployment/$SERVICE"
      ```

      ## Escalation

      | When | Whom | How |
      | --- | --- | --- |
      | After 15 min without a cause | the service's technical lead | page; `incident assign tech NAME` |

      """
  }

  /// A text in double quotes, as ``FrontMatter`` reads it back.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      default: quoted.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      }
    }
    return quoted + "\""
  }
}
