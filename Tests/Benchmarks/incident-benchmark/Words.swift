/// What people write while something is broken. Some of it is not ASCII, as in life.
enum Words {
  static let people = ["dana", "li", "José", "amara", "noor", "sven", "priya", "Zoë", "tomasz", "yuki"]

  static let services = [
    "payments", "checkout", "search", "identity", "notifications", "catalogue", "inventory", "gateway", "ledger",
    "reports", "mobile-api", "media",
  ]

  static let causes = [
    "deploy", "config-change", "capacity", "dependency", "network", "hardware", "certificate", "data", "human-error",
    "unknown",
  ]

  static let symptoms = [
    "Latency above 5 s", "Error rate above 20 %", "Queue grows without end", "Timeouts between zones",
    "Replica lags by 40 minutes", "Disk nearly full", "Certificate has expired", "Logins fail now and then",
    "Duplicate charges", "Cache answers with old prices",
  ]

  static let impacts = [
    "About 20 % of customers cannot check out; retries help for some of them",
    "Pages load in 8 s instead of 400 ms for everybody in the eu-west region",
    "No confirmation mails since the deploy; orders themselves are not lost",
    "Support sees about 60 tickets an hour, most of them from the mobile app",
    "None that customers would notice yet; the on-call engineer was paged by the saturation alert",
  ]

  static let findings = [
    "p99 of the write path went from 180 ms to 4.6 s at the minute of the last rollout, and nothing else changed then.",
    "The connection pool of the primary is exhausted: 400 of 400 in use, 1 300 waiting, most on `SELECT … FOR UPDATE`.",
    "Zone b shows the same errors as zone a, so a single bad host is ruled out; the load balancer logs say 502 and 504.",
    "A consumer was restarted 14 times in ten minutes with \"out of memory\"; its lag is 2.1 million messages and growing.",
    "The dashboard lies: it averages over both regions. Split by region, eu-west is at 31 % errors and us-east at none.",
    "Replica 3 answers reads that are 40 minutes old. Kunden sehen alte Bestände — müssen wir in der Meldung erwähnen.",
    "DNS for the partner's API resolves to the old address from two of our six resolvers; TTL says one more hour.",
    "Feature flag `new-pricing` was switched on for everybody at 14:02 instead of for 5 %; the audit log has it.",
  ]

  static let steps = [
    "Rolling back to build 4812 now, about eight minutes until all pods are replaced; next news after that.",
    "Taking replica 3 out of rotation and warming another one from last night's snapshot.",
    "Raising the pool limit to 600 for the moment, and looking for the query that holds its locks for so long.",
    "Paged the database team; amara joins in five minutes and brings the slow query log.",
    "Switched the flag off again, and purging the cache by prefix rather than as a whole 🙂.",
    "Asked the provider: case 20417, severity urgent, no estimate from their side yet.",
    "Shedding load: batch exports are paused until tonight, their owners know and agree.",
  ]

  static let resolutions = [
    "All graphs are back where they were yesterday at this time, and have been for twenty minutes.",
    "Queue is drained, consumers are stable, nothing was lost; 212 orders were sent twice and are being refunded.",
    "Rolled back everywhere, error rate at 0.02 % for half an hour; the fix goes out with tests tomorrow.",
  ]

  static let falseAlarms = [
    "The probe was broken, not the service: it still asked the host we retired on Monday.",
    "Same as what the network team is working on already; going on over there.",
  ]
}
