public import IncidentCore
public import JSONTree

/// A follow-up as the body of a request that makes a GitHub issue: `POST /repos/{owner}/{repo}/issues`
/// (<https://docs.github.com/en/rest/issues/issues#create-an-issue>).
///
/// It assigns nobody: a name in a record is no login, and a wrong one makes the request fail.
public enum GitHubIssue {
  /// `{"title", "body", "labels"}`.
  /// - Parameter body: Markdown in which nothing of the record is mark-up.
  public static func json(_ entry: ActionEntry, body: String) -> JSON {
    var labels = ["incident"]
    if let kind = entry.item.kind { labels.append(kind.rawValue) }
    return [
      "title": .string(TrackerTitle.line(entry.item.title, most: 256)), "body": .string(body),
      "labels": .array(labels.map(JSON.string)),
    ]
  }
}
