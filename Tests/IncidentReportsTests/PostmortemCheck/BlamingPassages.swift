/// Passages that blame, in the manner of postmortems that were better not published. Dana and Li were in the response.
enum BlamingPassages {
  /// Written before any rule was.
  static let before = [
    "The root cause was human error: the wrong host was rebooted.",
    "The on-call engineer should have known that the replica was behind.",
    "Dana broke production by pushing a config that had not been reviewed.",
    "The developer was careless and did not run the tests.",
    "The operations team failed to notice the alert for 40 minutes.",
    "Someone forgot to renew the certificate, although a reminder was sent twice.",
    "This was operator error, plain and simple.",
    "The engineer didn't bother to read the runbook.",
    "He obviously never looked at the dashboard before he approved the change.",
    "The outage was caused by a junior developer who ran a script against the wrong database.",
    "This could easily have been avoided if the engineer had double-checked the command.",
    "Marcus ignored the warning and deployed anyway.",
    "The DBA neglected to take a backup before the migration.",
    "It is the fault of the release manager that the flag was on.",
    "The mistake by the network team took down the region.",
    "Just read the documentation before changing firewall rules.",
    "A fat-fingered command removed the wrong servers.",
    "The reviewer should have checked the limits; that is what a review is for.",
    "If the engineer had followed the procedure, none of this would have happened.",
  ]
}
