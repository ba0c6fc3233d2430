/// A token that a service marks as its own by how it begins.
struct TokenFormat: Sendable {
  let rule: SecretRule
  let prefix: StaticString
  /// What it is made of behind the prefix.
  let alphabet: Alphabet
  /// How long it is at least, without the prefix.
  let least: Int
  /// How long it is at most, without the prefix; a longer run is something else.
  var most = Int.max

  enum Alphabet: Sendable {
    case hex, upper, alphanumeric
    /// Letters, digits, `_` and `-`.
    case word
    /// Those, `.`, `=`, `+` and `/`.
    case dotted

    func contains(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39: true
      case 0x41...0x46: true
      case 0x47...0x5A: self != .hex
      case 0x61...0x66: self != .upper
      case 0x67...0x7A: self != .hex && self != .upper
      case UInt8(ascii: "_"), UInt8(ascii: "-"): self == .word || self == .dotted
      case UInt8(ascii: "."), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "/"): self == .dotted
      default: false
      }
    }
  }

  private init(
    _ rule: SecretRule, _ prefix: StaticString, _ alphabet: Alphabet, _ least: Int, most: Int = .max
  ) {
    self.rule = rule
    self.prefix = prefix
    self.alphabet = alphabet
    self.least = least
    self.most = most
  }

  static let all: [TokenFormat] = [
    // The id of a key; the secret half has no form of its own and is found by what it is assigned to.
    TokenFormat(.aws, "AKIA", .upper, 16, most: 16), TokenFormat(.aws, "ASIA", .upper, 16, most: 16),
    TokenFormat(.aws, "ABIA", .upper, 16, most: 16), TokenFormat(.aws, "ACCA", .upper, 16, most: 16),
    TokenFormat(.google, "AIza", .word, 35, most: 39), TokenFormat(.google, "GOCSPX-", .word, 24),
    TokenFormat(.google, "ya29.", .word, 20),
    TokenFormat(.github, "ghp_", .alphanumeric, 30), TokenFormat(.github, "gho_", .alphanumeric, 30),
    TokenFormat(.github, "ghu_", .alphanumeric, 30), TokenFormat(.github, "ghs_", .alphanumeric, 30),
    TokenFormat(.github, "ghr_", .alphanumeric, 30), TokenFormat(.github, "github_pat_", .word, 22),
    TokenFormat(.gitlab, "glpat-", .word, 20), TokenFormat(.gitlab, "gldt-", .word, 20),
    TokenFormat(.gitlab, "glrt-", .word, 20), TokenFormat(.gitlab, "glptt-", .word, 20),
    TokenFormat(.gitlab, "glcbt-", .word, 20), TokenFormat(.gitlab, "glsoat-", .word, 20),
    TokenFormat(.slack, "xoxa-", .word, 10), TokenFormat(.slack, "xoxb-", .word, 10),
    TokenFormat(.slack, "xoxc-", .word, 10), TokenFormat(.slack, "xoxd-", .dotted, 10),
    TokenFormat(.slack, "xoxe-", .word, 10), TokenFormat(.slack, "xoxe.", .dotted, 10),
    TokenFormat(.slack, "xoxo-", .word, 10), TokenFormat(.slack, "xoxp-", .word, 10),
    TokenFormat(.slack, "xoxr-", .word, 10), TokenFormat(.slack, "xoxs-", .word, 10),
    TokenFormat(.slack, "xapp-", .word, 20), TokenFormat(.slack, "hooks.slack.com/services/", .dotted, 30),
    TokenFormat(.slack, "hooks.slack.com/workflows/", .dotted, 30),
    TokenFormat(.stripe, "sk_live_", .alphanumeric, 10), TokenFormat(.stripe, "rk_live_", .alphanumeric, 10),
    TokenFormat(.stripe, "sk_test_", .alphanumeric, 16), TokenFormat(.stripe, "rk_test_", .alphanumeric, 16),
    TokenFormat(.stripe, "whsec_", .dotted, 24),
    TokenFormat(.anthropic, "sk-ant-", .word, 20), TokenFormat(.openAI, "sk-proj-", .word, 20),
    TokenFormat(.openAI, "sk-svcacct-", .word, 20), TokenFormat(.openAI, "sk-admin-", .word, 20),
    TokenFormat(.openAI, "sk-", .alphanumeric, 40), TokenFormat(.huggingFace, "hf_", .alphanumeric, 30),
    TokenFormat(.npm, "npm_", .alphanumeric, 36), TokenFormat(.pypi, "pypi-AgE", .word, 40),
    TokenFormat(.docker, "dckr_pat_", .word, 20), TokenFormat(.docker, "dckr_oat_", .word, 20),
    TokenFormat(.rubygems, "rubygems_", .hex, 48),
    TokenFormat(.digitalOcean, "dop_v1_", .hex, 64), TokenFormat(.digitalOcean, "doo_v1_", .hex, 64),
    TokenFormat(.digitalOcean, "dor_v1_", .hex, 64),
    TokenFormat(.sendGrid, "SG.", .dotted, 60), TokenFormat(.mailgun, "key-", .hex, 32, most: 32),
    TokenFormat(.twilio, "SK", .hex, 32, most: 32),
    TokenFormat(.vault, "hvs.", .word, 20), TokenFormat(.vault, "hvb.", .word, 20),
    TokenFormat(.vault, "hvr.", .word, 20), TokenFormat(.age, "AGE-SECRET-KEY-1", .upper, 58),
    TokenFormat(.shopify, "shpat_", .hex, 32), TokenFormat(.shopify, "shpss_", .hex, 32),
    TokenFormat(.shopify, "shpca_", .hex, 32), TokenFormat(.shopify, "shppa_", .hex, 32),
    TokenFormat(.atlassian, "ATATT3", .dotted, 40), TokenFormat(.atlassian, "ATCTT3", .dotted, 40),
    TokenFormat(.grafana, "glsa_", .word, 32), TokenFormat(.grafana, "glc_", .dotted, 32),
    TokenFormat(.databricks, "dapi", .hex, 32, most: 34), TokenFormat(.heroku, "HRKU-", .word, 36),
    TokenFormat(.linear, "lin_api_", .alphanumeric, 32), TokenFormat(.newRelic, "NRAK-", .upper, 27, most: 27),
    TokenFormat(.notion, "ntn_", .alphanumeric, 40), TokenFormat(.planetScale, "pscale_tkn_", .dotted, 32),
    TokenFormat(.planetScale, "pscale_pw_", .dotted, 32), TokenFormat(.postman, "PMAK-", .word, 40),
    TokenFormat(.pulumi, "pul-", .hex, 40, most: 40), TokenFormat(.sentry, "sntrys_", .dotted, 40),
    TokenFormat(.sentry, "sntryu_", .hex, 40), TokenFormat(.square, "sq0atp-", .word, 22),
    TokenFormat(.square, "sq0csp-", .word, 40), TokenFormat(.supabase, "sbp_", .hex, 40),
    TokenFormat(.tailscale, "tskey-", .word, 20), TokenFormat(.doppler, "dp.pt.", .alphanumeric, 40),
    TokenFormat(.doppler, "dp.st.", .dotted, 40), TokenFormat(.alibaba, "LTAI", .alphanumeric, 16, most: 20),
  ]
}
