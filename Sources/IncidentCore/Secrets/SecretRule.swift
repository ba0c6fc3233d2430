/// A kind of credential that a text may hold.
///
/// Formats are those the services document and that public scanners go by, Gitleaks
/// (<https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml>) and GitHub's secret scanning
/// (<https://docs.github.com/en/code-security/secret-scanning>).
public enum SecretRule: String, CaseIterable, Sendable {
  case anthropic, openAI = "openai", huggingFace = "hugging-face"
  case age, alibaba, atlassian, aws, azure, databricks, digitalOcean = "digital-ocean", discord, docker, doppler
  case github, gitlab, google, grafana, heroku, linear, mailgun, newRelic = "new-relic", notion, npm, planetScale =
    "planet-scale"
  case postman, pulumi, pypi, rubygems, sendGrid = "sendgrid", sentry, shopify, slack, square, stripe, supabase
  case tailscale, telegram, terraform, twilio, vault
  /// A PEM, OpenSSH, PGP or PuTTY private key.
  case privateKey = "private-key"
  /// A JSON Web Token (RFC 7519).
  case jwt
  /// An HTTP `Authorization` header (RFC 7617, RFC 6750).
  case authorization
  /// `scheme://user:password@host` (RFC 3986, section 3.2.1).
  case urlPassword = "url-password"
  /// `password=…`, `API_KEY: …`, `--token …`.
  case assignment

  /// What a person calls it: `a GitHub token`.
  public var title: String {
    switch self {
    case .anthropic: "an Anthropic key"
    case .openAI: "an OpenAI key"
    case .huggingFace: "a Hugging Face token"
    case .age: "an age secret key"
    case .alibaba: "an Alibaba Cloud access key"
    case .atlassian: "an Atlassian token"
    case .aws: "an AWS access key"
    case .azure: "an Azure key"
    case .databricks: "a Databricks token"
    case .digitalOcean: "a DigitalOcean token"
    case .discord: "a Discord token"
    case .docker: "a Docker Hub token"
    case .doppler: "a Doppler token"
    case .github: "a GitHub token"
    case .gitlab: "a GitLab token"
    case .google: "a Google key"
    case .grafana: "a Grafana token"
    case .heroku: "a Heroku key"
    case .linear: "a Linear key"
    case .mailgun: "a Mailgun key"
    case .newRelic: "a New Relic key"
    case .notion: "a Notion token"
    case .npm: "an npm token"
    case .planetScale: "a PlanetScale token"
    case .postman: "a Postman key"
    case .pulumi: "a Pulumi token"
    case .pypi: "a PyPI token"
    case .rubygems: "a RubyGems key"
    case .sendGrid: "a SendGrid key"
    case .sentry: "a Sentry token"
    case .shopify: "a Shopify token"
    case .slack: "a Slack token"
    case .square: "a Square token"
    case .stripe: "a Stripe key"
    case .supabase: "a Supabase token"
    case .tailscale: "a Tailscale key"
    case .telegram: "a Telegram bot token"
    case .terraform: "a Terraform token"
    case .twilio: "a Twilio key"
    case .vault: "a Vault token"
    case .privateKey: "a private key"
    case .jwt: "a JSON Web Token"
    case .authorization: "an Authorization header"
    case .urlPassword: "a URL with a password"
    case .assignment: "a password or key"
    }
  }
}
