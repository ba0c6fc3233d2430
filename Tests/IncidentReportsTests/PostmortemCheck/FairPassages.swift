/// Passages in the manner of good postmortems, with words in them that blame uses, too. Dana and Li were in the response.
enum FairPassages {
  /// Written before any rule was.
  static let before = [
    "The payments service failed to start after the node was drained, since its readiness probe had a timeout of 1 s.",
    "The deploy of 14:02 broke the checkout page for every customer on Safari.",
    "Operators could not have known that the replica was 40 minutes behind: no dashboard showed its lag.",
    "The on-call engineer followed the runbook step by step. Step 4 names a host that was retired in March.",
    "The script should have failed closed; instead it treated an empty list as \"all hosts\" and went on.",
    "The health check failed to detect the deadlock, because it ran on a thread of its own.",
    "The alert should have fired at 80 % of the pool. It was attached to the old metric, which reads 0 since the upgrade.",
    "Human error is never a root cause. We asked instead why the two clusters look the same in the console.",
    "The parser ignored the unknown flag and fell back to its default of unlimited retries.",
    "It would be easy to call this human error; the command, though, gave no hint that it would touch production.",
    "Kafka broke the connection after 30 s of silence, and the consumer forgot its offset.",
    """
    The engineer ran the cleanup with the production profile. Both profiles have the same prompt colour, the tool asks
    for no confirmation, and the deletion could not be undone.
    """,
    "The cache was simply too small for the working set after the migration.",
    "Nobody was careless here: the same slip had happened twice before and been caught by luck.",
    "The process just exits with status 0 when the certificate cannot be read, so that systemd did not restart it.",
    "What one reviewer called \"a careless change\" had passed all 412 tests.",
    "The vendor's load balancer should have checked the backends over HTTPS; its console shows that they are checked.",
    "The team knew of the risk, and the work to remove it was planned for the quarter after.",
    "No engineer should have been able to delete both regions with one command.",
  ]
}
