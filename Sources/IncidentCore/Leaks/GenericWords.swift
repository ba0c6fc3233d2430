/// Words in the names of accounts and duties that name nobody: `deploy-bot`, `payments-oncall`, `unknown`.
enum GenericWords {
  static func contain(_ word: String) -> Bool { words.contains(word) || ofTemplates.contains(word) }

  private static let words: Set<String> = [
    "account", "admin", "administrator", "agent", "alert", "alerting", "alertmanager", "alerts", "anonymous", "api",
    "app", "application", "auto", "automation", "backend", "backup", "billing", "bot", "build", "builder", "call",
    "card", "cart", "catalog", "checkout", "chief", "ci", "client", "cloud", "comms", "commander", "communications",
    "company", "core", "cron", "customer", "customers", "daemon", "dashboard", "data", "database", "default",
    "delivery",
    "deploy", "deployer", "deployment", "desk", "dev", "developer", "developers", "devops", "duty", "email",
    "engineer", "engineering", "engineers", "example", "frontend", "github", "gitlab", "group", "guest", "guild",
    "help", "helpdesk", "host", "incident", "incidents", "infra", "infrastructure", "integration", "internal", "it",
    "jenkins", "job", "lead", "leads", "login", "mail", "main", "manager", "managers", "message", "messages", "mobile",
    "monitor", "network", "nobody", "none", "noc", "noreply", "notification", "notifications", "office", "officer",
    "on", "oncall", "operations", "operator", "operators", "ops", "order", "orders", "owner", "pager", "pagerduty",
    "payment", "payments", "person", "pipeline", "platform", "portal", "primary", "product", "production", "prometheus",
    "qa", "queue", "release", "releases", "reliability", "reply", "responder", "responders", "response", "robot",
    "root", "runner", "scheduler", "scribe", "script", "search", "secondary", "security", "server", "shipping", "shop",
    "sign", "signup", "site", "squad", "sre", "staff", "staging", "store", "storage", "subscription", "support",
    "system", "systems", "team", "teams", "tech", "technical", "technology", "test", "tester", "the", "tool", "tools",
    "unknown", "user", "users", "web", "webhook", "website", "worker",
    // Two letters that are more than a name in any message.
    "ai", "am", "db", "eg", "eu", "hr", "id", "ie", "ip", "ok", "os", "pm", "pr", "ui", "uk", "us", "ux", "vm", "vs",
    "of", "to", "in", "at", "by", "and", "for", "with", "from", "an", "as", "is", "or", "we", "be", "do", "if", "no",
    "so", "up", "me", "my", "he", "go",
  ]

  /// The words that the built-in message for customers has itself: nobody is hidden behind them.
  static let ofTemplates: Set<String> = [
    "a", "about", "affected", "again", "an", "and", "another", "any", "are", "as", "aware", "back", "began", "both",
    "broken", "by", "cause", "change", "continue", "disruption", "do", "drill", "exercise", "expected", "fix", "for",
    "found", "have", "identified", "in", "into", "investigating", "is", "it", "know", "looked", "monitoring", "more",
    "new", "news", "next", "no", "not", "nothing", "notice", "noticed", "of", "on", "one", "our", "over", "part",
    "place", "possible", "problem", "problems", "publish", "report", "resolved", "results", "say", "service",
    "services", "since", "soon", "sorry", "status", "still", "that", "the", "there", "this", "to", "together",
    "track", "until", "update", "updates", "utc", "was", "watching", "we", "were", "what", "when", "with", "work",
    "working", "yet", "you",
  ]
}
