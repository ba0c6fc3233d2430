import IncidentCore
import Testing

@Suite struct SecretScanTests {
  /// So many characters that look drawn by chance, put together here so that no scanner of repositories alarms.
  private static func run(_ count: Int, of alphabet: String = "aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xYz") -> String {
    String(repeating: alphabet, count: count / alphabet.count + 1).prefix(count).description
  }

  private static let hex = "0a1b2c3d4e5f6789"
  private static let upper = "A2B3C4D5E6F7G"
  private static let header = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9"

  /// What each rule is to find, and the text that holds it in angle brackets, which are taken out.
  private static let secrets: [(SecretRule, String)] = [
    (.aws, "key <AKIA\(run(16, of: upper))>, rotated"), (.aws, "<AKIAIOSFODNN7EXAMPLE>"),
    (.aws, "AWS_ACCESS_KEY_ID=<ASIA\(run(16, of: upper))>"), (.aws, "(<ABIA\(run(16, of: upper))>)"),
    (.google, "https://maps.example.org/?key=<AIza\(run(35))>"), (.google, "<GOCSPX-\(run(28))>"),
    (.google, "<ya29.\(run(60))>"),
    (.github, "git clone with <ghp_\(run(36))>."), (.github, "<gho_\(run(36))>"), (.github, "<ghu_\(run(36))>"),
    (.github, "<ghs_\(run(36))>"), (.github, "<ghr_\(run(36))>"), (.github, "<github_pat_\(run(82))>"),
    (.gitlab, "<glpat-\(run(20))>"), (.gitlab, "\"<gldt-\(run(20))>\""), (.gitlab, "<glrt-\(run(20))>"),
    (.slack, "<xoxb-123456789012-123456789012-\(run(24))>"), (.slack, "<xoxp-\(run(40))>"),
    (.slack, "<xoxa-2-\(run(30))>"), (.slack, "<xapp-1-A012-\(run(30))>"),
    (.slack, "curl https://<hooks.slack.com/services/T00000000/B00000000/\(run(24))>"),
    (.stripe, "<sk_live_\(run(24))>"), (.stripe, "<rk_live_\(run(24))>"), (.stripe, "<sk_test_\(run(24))>"),
    (.stripe, "<whsec_\(run(32))>"),
    (.anthropic, "<sk-ant-api03-\(run(40))>"), (.openAI, "<sk-proj-\(run(40))>"), (.openAI, "<sk-\(run(48))>"),
    (.huggingFace, "<hf_\(run(34))>"), (.npm, "//registry.npmjs.org/:_authToken=<npm_\(run(36))>"),
    (.pypi, "<pypi-AgEIcHlwaS5vcmc\(run(60))>"), (.docker, "<dckr_pat_\(run(27))>"),
    (.rubygems, "<rubygems_\(run(48, of: hex))>"), (.digitalOcean, "<dop_v1_\(run(64, of: hex))>"),
    (.sendGrid, "<SG.\(run(22)).\(run(43))>"), (.mailgun, "<key-\(run(32, of: hex))>"),
    (.twilio, "<SK\(run(32, of: hex))>"), (.vault, "VAULT_TOKEN=<hvs.\(run(24))>"), (.vault, "<hvb.\(run(90))>"),
    (.age, "<AGE-SECRET-KEY-1\(run(58, of: "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"))>"),
    (.shopify, "<shpat_\(run(32, of: hex))>"), (.atlassian, "<ATATT3xFfGF0\(run(180))>"),
    (.grafana, "<glsa_\(run(32))_\(run(8, of: hex))>"), (.databricks, "<dapi\(run(32, of: hex))>"),
    (.heroku, "<HRKU-AA\(run(58))>"), (.linear, "<lin_api_\(run(40))>"), (.newRelic, "<NRAK-\(run(27, of: upper))>"),
    (.notion, "<ntn_\(run(46))>"), (.planetScale, "<pscale_tkn_\(run(43))>"),
    (.postman, "<PMAK-\(run(24, of: hex))-\(run(34, of: hex))>"), (.pulumi, "<pul-\(run(40, of: hex))>"),
    (.sentry, "<sntrys_\(run(80))>"), (.square, "<sq0atp-\(run(22))>"), (.supabase, "<sbp_\(run(40, of: hex))>"),
    (.tailscale, "<tskey-auth-\(run(30))>"), (.doppler, "<dp.pt.\(run(43))>"), (.alibaba, "<LTAI\(run(20))>"),
    (.telegram, "bot <123456789:AA\(run(33))>"), (.discord, "<M\(run(24)).\(run(6)).\(run(30))>"),
    (.terraform, "<\(run(14)).atlasv1.\(run(64))>"),
    (.privateKey, "<-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n>-----END RSA PRIVATE KEY-----"),
    (.privateKey, "<-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg>"),
    (.privateKey, "a\n<-----BEGIN OPENSSH PRIVATE KEY-----\nb>"),
    (.privateKey, "<-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQOY>"), (.privateKey, "<-----BEGIN EC PRIVATE KEY----->"),
    (.privateKey, "<-----BEGIN ENCRYPTED PRIVATE KEY----- MIIFDjBA >-----END ENCRYPTED PRIVATE KEY-----"),
    (.jwt, "cookie=<\(header).eyJzdWIiOiIxMjM0NTY3ODkwIn0.\(run(43))>"),
    (.jwt, "Authorization: Bearer <\(header).eyJzdWIiOiIxIn0.\(run(43))>"),
    (.authorization, "Authorization: Bearer <\(run(32))>"), (.authorization, "-H 'authorization: bearer <\(run(40))>'"),
    (.authorization, "Authorization: Basic <dXNlcjpodW50ZXIy>"),
    (.urlPassword, "postgres://app:<hunter2>@db.internal:5432/shop"), (.urlPassword, "redis://:<s3cr3t>@cache:6379/0"),
    (.urlPassword, "https://deploy:<p%40ss>@git.example.org/x.git"), (.urlPassword, "amqp://guest:<guest>@mq//"),
    (.urlPassword, "mongodb+srv://u:<Pa55word>@c0.mongodb.net/?w=1"),
    (.urlPassword, "mysql://root:<password>@localhost/db"),
    (.assignment, "password=<hunter2>"), (.assignment, "DB_PASSWORD=<correcthorse>"),
    (.assignment, "passwd: <hunter22>"),
    (.assignment, "password: '<hunter2>'"), (.assignment, "\"password\": \"<hunter2>\""),
    (.assignment, "PGPASSWORD=<tr0ub4dor> psql"),
    (.assignment, "the password = <Tr0ub4dor&3> for now"), (.assignment, "user=dana&password=<hunter2>&x=1"),
    (.assignment, "mysqldump --password=<hunter2>"), (.assignment, "vault login --password <hunter2!>"),
    (.assignment, "db_pass=<hunter2>"), (.assignment, "pwd=<hunter2>;"), (.assignment, "Password: <P@ssw0rd>."),
    (.assignment, "aws_secret_access_key = <wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY>"),
    (.assignment, "AWS_SECRET_ACCESS_KEY=<\(run(40))>"), (.assignment, "api_key=<\(run(32, of: hex))>"),
    (.assignment, "DD_API_KEY: <\(run(32, of: hex))>"), (.assignment, "x-api-key: <\(run(40))>"),
    (.assignment, "client_secret=<\(run(40))>"), (.assignment, "access_token=<\(run(24))>"),
    (.assignment, "SECRET_KEY = \"<\(run(50))>\""), (.assignment, "token=<9f8e7d6c5b4a>"),
    (.assignment, "AccountKey=<\(run(86))==>;EndpointSuffix=core.windows.net"),
    (.assignment, "?sv=2022&sig=<\(run(43))>"),
    (.assignment, "auth-token => '<\(run(32))>'"), (.assignment, "curl -u admin:<hunter2> https://x.example.org"),
    (.assignment, "curl --user dana:<s3cret> x"),
    (.assignment, "sshpass -p <hunter2> ssh root@db"), (.assignment, "the db password is <hunter2>."),
    (.assignment, "The password was <Sup3rSecret!>, changed now"),
    (.assignment, "Authorization: token <\(run(40, of: hex))>"),
    (.assignment, "passphrase=\"<some words>\""),
    // What nobody sees in between.
    (.github, "<ghp_\(run(10))\u{200B}\(run(26))>"), (.github, "<gh\u{AD}p_\(run(36))>"),
    (.aws, "<AKIA\u{2060}\(run(16, of: upper))>, rotated"), (.slack, "<xo\u{200D}xb-123456789012-\(run(24))>"),
    (.stripe, "\u{FEFF}<sk\u{FE0F}_live_\(run(24))>"), (.jwt, "<\(header).eyJz\u{200C}dWIiOiIxIn0.\(run(43))>"),
    (.assignment, "pass\u{AD}word=<hun\u{200B}ter2>"), (.urlPassword, "redis://:<s3\u{180E}cr3t>@cache:6379/0"),
    // Keys by two words.
    (.assignment, "api key: <\(run(32, of: hex))>"), (.assignment, "API key = <\(run(40, of: hex))>"),
    (.assignment, "apikey=<\(run(32, of: hex))>"), (.assignment, "apikey: <\(run(32, of: hex))>."),
    (.assignment, "the API-key <\(run(32, of: hex))> leaked"), (.assignment, "our api key <\(run(36, of: hex))>"),
    (.assignment, "the api key is <\(run(32, of: hex))>"), (.assignment, "secret key: <\(run(40))>"),
    (.assignment, "access key was <\(run(40))>"), (.assignment, "API_KEY <\(run(32))>"),
  ]

  @Test("finds a credential, where it stands and of what kind", arguments: secrets)
  func finds(rule: SecretRule, marked: String) throws {
    let open = try #require(marked.utf8.firstIndex(of: UInt8(ascii: "<")))
    let close = try #require(marked.utf8.lastIndex(of: UInt8(ascii: ">")))
    let before = marked[..<open]
    let secret = marked[marked.utf8.index(after: open)..<close]
    let text = before + secret + marked[marked.utf8.index(after: close)...]
    for prefix in ["", "Beim Ausfall — ключ: \n\t"] {
      let findings = SecretScan.findings(in: prefix + text)
      #expect(findings.map(\.rule) == [rule])
      #expect(findings.first?.offset == prefix.utf8.count + before.utf8.count)
      #expect(findings.first?.length == secret.utf8.count)
    }
  }

  private static let harmless: [String] = [
    // Ordinary log lines and what people write.
    "Payment latency above 5 s", "Connection pool is exhausted: 100/100 in use",
    "2026-11-20T22:47:09.123Z ERROR [main] c.e.pay.Pool - Timeout after 30000 ms (id=42)",
    "10.1.2.3 - - [20/Nov/2026:22:47:09 +0000] \"GET /cart?id=7 HTTP/1.1\" 502 1234 \"-\" \"curl/8.5.0\"",
    "Nov 20 22:47:09 web-1 sshd[1234]: Failed password for invalid user admin from 203.0.113.9 port 55022 ssh2",
    "Nov 20 22:47:09 web-1 sshd[1234]: Accepted publickey for dana from 203.0.113.9 port 1 ssh2: ED25519 SHA256:\(run(43))",
    "password: wrong", "The password is wrong: try again", "Password: expired.", "password reset page is down",
    "password=incorrect", "password=expired", "password: null", "password=true", "\"password\": null", "passwords=3",
    "Users cannot change their password: the form times out", "docker run -u 1000:1000 app", "sudo -u postgres psql",
    "the password is wrong", "the password is required here",
    "the token is expired", "the secret is out", "the password was changed by dana", "ps -u dana: 12 processes",
    "password: required", "password:", "password=",
    "password=***", "password=********", "password=<password>", "password=$DB_PASSWORD", "password=${DB_PASSWORD}",
    "password={{ vault.password }}", "password=[redacted]", "password=xxxxxxxx", "password=%s", "--password $PASS",
    "--password --verbose", "password=$(pass show db)", "password=REDACTED", "password=/run/secrets/db", "PWD=/srv/app",
    "OLDPWD=/home/dana", "pass=12 fail=3", "tests: pass: 120, fail: 1", "db_password_file=/run/secrets/db",
    "token bucket exhausted", "token: expired", "token=expired", "token=null", "max_tokens=4096", "token_count=15",
    "token_type=bearer", "invalid token: unexpected end of input", "unexpected token '<' at position 0",
    "SyntaxError: Unexpected token: punc (:)", "the API key: see 1Password", "secret: db-credentials",
    "secretName: payments-tls", "secret=default-token", "secrets.yaml changed", "api_key: ask dana",
    "Bearer token was missing", "Authorization: Bearer <token>", "Authorization: Bearer $TOKEN", "Basic auth failed",
    "Basic configuration of it", "auth=basic realm=x", "key=value", "cache key: user:42:cart", "primary key=12345678",
    "sort_key=created_at", "foreign key: orders.customer_id", "idempotency-key: order-2026-11-20",
    // Hashes, ids and other things that are random and no secret.
    "d41d8cd98f00b204e9800998ecf8427e", "md5=d41d8cd98f00b204e9800998ecf8427e",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709", "commit 5f2b1c9e8d7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c",
    "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "sha512-\(run(86))==", "etag: \"5f2b1c9e8d7a\"", "550e8400-e29b-41d4-a716-446655440000",
    "request_id=550e8400-e29b-41d4-a716-446655440000", "token=550e8400-e29b-41d4-a716-446655440000",
    "trace_id=4bf92f3577b34da6a3ce929d0e0e4736 span_id=00f067aa0ba902b7",
    "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "01ARZ3NDEKTSV4RRFFQ69G5FAV",
    "INC-20261120-7QK4", "01M7XK8QW8RRF2RD9A6F0JX2MK", "X-Amzn-Trace-Id: Root=1-67891233-abcdef012345678912345678",
    "arn:aws:iam::123456789012:role/deploy", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf",
    "i-0abcd1234efgh5678", "vpc-0a1b2c3d", "payments-7d9f8b6c5d-x2x9z", "pod/payments-7d9f8b6c5d-x2x9z restarted",
    "registry.example.org/app@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI\(run(43)) dana@laptop", "ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB\(run(340))",
    "-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIE\n-----END CERTIFICATE-----",
    "-----BEGIN PUBLIC KEY-----\nMIIBIjAN",
    "-----BEGIN PGP PUBLIC KEY BLOCK-----", "-----BEGIN CERTIFICATE REQUEST-----",
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk",
    "eyJsb2dpbiI6ImRhbmEifQ", "eyJmb28iOiJiYXIifQ.eyJiYXIiOiJiYXoifQ.abcdefghijklmnop",
    "AKIA is how AWS key ids begin", "AKIASHORT", "XAKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLES", "ghp_short", "ghp_",
    "sk-1", "sk_live", "xoxb-", "SG.", "task-force", "risk-assessment-of-the-whole-database-cluster-in-march",
    "glpat-", "npm_config_cache=/tmp/npm", "npm_lifecycle_event", "hf_", "hvs.", "SKU12345", "key-value store is down",
    // URLs and addresses.
    "https://example.org/path?x=1&y=2", "https://user@example.org/x.git", "ssh://git@github.com:22/org/repo.git",
    "git@github.com:org/repo.git", "postgres://db.internal:5432/shop", "postgres://app:***@db/shop",
    "postgres://app:$PASSWORD@db/shop", "postgres://app:${DB_PASSWORD}@db/shop", "https://user:<password>@host/",
    "http://10.0.0.1:8080/health", "jdbc:postgresql://db:5432/shop?user=app", "https://x.example.org:8443/@dana",
    "https://example.org/a:b@c", "mailto:dana@example.org", "https://example.org/#/login?next=/a:b@c",
    "see https://grafana.example.org/d/abc123XYZ/payments?orgId=1&from=now-1h&to=now",
    "at com.example.pay.Pool$Inner.lambda$get$0(Pool.java:42)", "#0 0x00007f8e1c2d3e4f in raise ()",
    "goroutine 1 [running]: main.main() /src/main.go:12 +0x1d", "0x00007ffee4c0a9b8", "MAC 00:1A:2B:3C:4D:5E",
    "fe80::1a2b:3c4d:5e6f:7a8b%eth0", "version=1.2.3-beta.4+build.5678", "nginx/1.25.3", "Content-Length: 12345",
    "kubectl rollout undo deployment/payments --to-revision=42", "UPDATE users SET email='x' WHERE id=1",
    "SELECT password FROM users", "ALTER USER app PASSWORD EXPIRE", "user=dana action=login result=denied",
    "JAVA_OPTS=-Xmx512m -Dfile.encoding=UTF-8", "PATH=/usr/local/bin:/usr/bin", "cpu=93% mem=81% disk=99%",
    "p50=12ms p99=5.1s err=2.4%", "feature flag new_token_flow=on", "rotate the secret: done",
    "secret: rotated by dana",
    "private key: regenerated", "credentials: see the vault", "credential=missing", "signature: invalid",
    "the api key: rotated", "api key: see the vault", "api key is missing", "API key authentication2 is down",
    "api key payments-7d9f8b6c5d-x2x9z", "the API key for production was changed", "an access key per customer",
    "commit key: \(run(40, of: hex))", "partition key \(run(32, of: hex))", "cache key \(run(40, of: hex))",
    "key: \(run(32, of: hex))", "api keys \(run(32, of: hex))", "api key 550e8400-e29b-41d4-a716-446655440000",
    "api key: 550e8400-e29b-41d4-a716-446655440000", "token\u{200B}: expired", "zwsp\u{200B}here",
    "👩\u{200D}🔧 fixed it",
    "Zugangsdaten geändert", "パスワードは正しくありません", "mot de passe: erroné", "🔑 rotated", "",
  ]

  @Test("lets pass what is none", arguments: harmless)
  func passes(text: String) {
    #expect(SecretScan.findings(in: text).isEmpty)
  }

  @Test("an element of XML that holds one")
  func element() {
    #expect(SecretScan.findings(in: "<password>hunter2</password>").map(\.offset) == [10])
    #expect(SecretScan.findings(in: "<db.password>hunter2</db.password>").map(\.length) == [7])
    #expect(SecretScan.findings(in: "<password></password><password>${x}</password><p>password</p>").isEmpty)
  }

  @Test("tells where a credential stands in the text as it was, with what nobody sees")
  func hiddenPlaces() {
    let findings = SecretScan.findings(in: "\u{FEFF}a\u{200B}\nб\u{AD} password=\u{200B}hun\u{200B}ter2\u{200B} and")
    #expect(findings.map { [$0.line, $0.column, $0.offset, $0.length] } == [[2, 14, 25, 10]])
  }

  @Test("tells line and column in characters, and finds every one")
  func places() {
    let findings = SecretScan.findings(in: "ok\nдва password=hunter2 and\r\n\nDB_PASSWORD='abcd'\n")
    #expect(findings.map { [$0.line, $0.column] } == [[2, 14], [4, 14]])
  }

  @Test("few false alarms in many lines of logs of all kinds")
  func falseAlarms() {
    var random = SeededRandom(seed: 7)
    var alarms = 0
    let lines = 20_000
    for _ in 0..<lines {
      let hash = String((0..<40).map { _ in Array(Self.hex)[Int(random.next() % 16)] })
      let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
      let blob = String((0..<Int(random.next() % 60 + 8)).map { _ in letters[Int(random.next() % 64)] })
      let words = [random.pick(Self.harmless), "; ", hash, " ", blob, " ref=", String(hash.prefix(8)), " "]
      let line = words.joined() + random.pick(Self.harmless)
      if !SecretScan.findings(in: line).isEmpty { alarms += 1 }
    }
    #expect(alarms * 10_000 < lines, "\(alarms) of \(lines)")
  }

  @Test("a quarter of a megabyte of anything takes a moment")
  func fast() {
    let log = String(
      repeating: "2026-11-20 ERROR a=b:c://d@e password: \"\" token= -----BEGIN eyJ Bearer x--\n", count: 3_500)
    let spent = processorTime { _ = SecretScan.findings(in: log) }
    let nested = processorTime {
      _ = SecretScan.findings(in: String(repeating: "-----BEGIN PRIVATE KEY-----", count: 4_000))
      _ = SecretScan.findings(in: String(repeating: "password:", count: 10_000))
      _ = SecretScan.findings(in: String(repeating: "eyJ", count: 75_000))
      _ = SecretScan.findings(in: String(repeating: "a://:", count: 50_000))
      _ = SecretScan.findings(in: String(repeating: "eyJ-", count: 62_500))
      _ = SecretScan.findings(in: String(repeating: "a-", count: 125_000))
      _ = SecretScan.findings(in: String(repeating: "AIza-", count: 50_000))
      _ = SecretScan.findings(in: String(repeating: "key \u{200B}", count: 25_000))
    }
    #expect(spent + nested < .seconds(20))
  }
}
