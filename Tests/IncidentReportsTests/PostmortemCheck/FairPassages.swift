/// Passages in the manner of good postmortems, with words in them that blame uses, too. Dana and Li were in the response.
enum FairPassages {
  /// All of them.
  static let all = before + after + later + last

  /// Written before any rule was: 0 of 19 false alarms at the first run.
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
  /// Written once the rules stood, to find out where they are wrong: 0 of 30 false alarms at the first run.
  static let after = [
    "The Kubernetes operator failed to reconcile the stateful set and left two primaries running.",
    "The page to the on-call engineer failed to go out: the provider's API returned 502 for six minutes.",
    "The on-call engineer should have been paged at 14:02; the routing rule still named a team that no longer exists.",
    "Users failed to log in because the session store was read-only.",
    "The retry loop could easily have filled the disk had the volume been smaller.",
    "We did not notice the regression until a customer wrote in, as no alert covers the export job.",
    "The responders took the node down for maintenance, as the runbook says, and the quorum went with it.",
    "If the health check had read the replication lag, the balancer would have drained the host.",
    "The developer portal was caused to reload by the new cookie, which is harmless.",
    "The error was caused by a developer certificate that had expired in the staging chain.",
    "No single person could have seen both dashboards, since they belong to different accounts.",
    "The operators' console shows the drained and the live pool in the same colour.",
    "The engineers on call had three alerts at once, none of which named the database.",
    "It is tempting to stop at \"the operator typed the wrong name\". The prompt, however, offers both names side by side.",
    "Would anybody have noticed earlier? Only by chance: the graph is on a page that no rota looks at.",
    "The user error rate rose from 0.1 % to 14 % within a minute.",
    "The lazy initialisation of the client broke under load, and a sloppy quorum hid the loss of writes.",
    """
    > The reviewer said later: "we should have caught this".

    The diff showed 4,000 generated lines, so the one that mattered was on page 31.
    """,
    "The team that owns the proxy had been told of the limit, and the ticket was closed by a bot after 90 days.",
    "The proxy is to blame for half of the latency; the rest comes from the retries.",
    "The certificate manager forgot the renewal because its clock was set back, and nothing noticed.",
    "We should have had an alert on saturation; it was third on the list for this quarter.",
    "Nobody should have to remember to disable the job before a failover.",
    "An engineer with production access could delete the bucket with one key press, and the prompt was the same as in staging.",
    "The rollback was slow because the person on call had to ask for access first, which took 25 minutes.",
    "Had the queue been bounded, the workers would have shed load instead of crashing.",
    "The technical lead decided to fail over at 15:10, with the facts known then: two of three replicas looked healthy.",
    "The process is prone to human error: seven of its eleven steps are typed by hand, and none can be undone.",
    "The linter should have noticed the missing limit, and CI should have refused the merge.",
    "This was not a failure of attention. The banner is hidden at the width that most of our terminals have.",
  ]
  /// Written when all before passed: 0 of 20 false alarms at the first run.
  static let later = [
    "The batch job and the online traffic share one pool, so the team that runs the batch job cannot see what it costs others.",
    "At 03:20 the on-call engineer chose to restart the primary. With lag at zero on the only graph there was, that was the safe step.",
    "Nothing in the tool told the operator that the selection spanned two regions.",
    "The failover script crashed the replica, ignored the error and reported success.",
    "Our runbook assumed that somebody would notice the banner. Nobody could have: it scrolls away in 2 s.",
    "The engineer did not follow step 7 because it refers to a dashboard that was removed.",
    "The firmware caused the controller to drop writes whenever the battery was below 20 %.",
    "Two alerts were overlooked, since 400 others fired in the same minute.",
    "The config service should never have accepted a negative timeout.",
    "Reviewers see only the first 300 files of a change; the one in question was the 412th.",
    "The users who retried most were hit hardest, and their clients ignored the Retry-After header.",
    "A contractor's laptop still held a valid token, as tokens do not expire.",
    "Training would not have helped: the screen shows both clusters under the same name.",
    "The scheduler forgot the lease after its clock jumped, and two workers ran the same job.",
    "Responders lost 12 minutes because access to the bastion needs an approval from somebody who was asleep.",
    "If the deploy had been staged, one region would have failed rather than three.",
    "It was easy to miss: the field is optional, and its default differs between versions.",
    "The support team was told first by a customer, then by the alert, 9 minutes later.",
    "The manager process failed to reap its children, and the table of processes filled up.",
    "People expect a dry run to change nothing; this one wrote the lock file.",
  ]
  /// Written last; no rule was changed for them: 1 of 15 is a false alarm.
  static let last = [
    "The page went to the secondary first, since the rota had been edited by two people in the same minute.",
    "The operator pressed the button that the wizard had preselected.",
    "A developer had asked for the limit in May; the request was in a backlog of 900.",
    "Deleting the index took the search down for the whole region.",
    "The reviewer approved the change after the tests had passed, which is what the process asks for.",
    "The proxy failed to close idle connections, and so did the client.",
    "It was not obvious which of the four dashboards was the current one.",
    "The team stopped the rollout within 4 minutes, although the graph was delayed by 3.",
    "Whoever is on call gets both pages, and the second hides the first.",
    "If anybody had looked at the queue, it would have shown nothing: its exporter was down, too.",
    "The migration tool does not check for free space, and forgets its progress when it is restarted.",
    "The engineer who wrote the script left notes, which the wiki migration dropped.",
    "People on the call could hear each other only in part, so two of them ran the same command.",
    "The default was chosen in 2016, when a request took 20 ms.",
    "Support staff were blamed by customers for something that no screen of theirs shows.",
  ]
}
