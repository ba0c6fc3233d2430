import IncidentCore
import Testing

@Suite struct SecretWordsTests {
  static let lines: [(typed: String, masked: String)] = [
    ("psql --password hunter -h db", "psql --password [secret] -h db"), ("x --api-token=abc", "x --api-token=[secret]"),
    ("env PGPASSWORD=a psql", "env PGPASSWORD=[secret] psql"), ("x -password a b", "x -password [secret] b"),
    ("x --pass a", "x --pass [secret]"), ("x --client-secret a", "x --client-secret [secret]"),
    ("mysql -uroot -pgeheim db", "mysql -uroot -p[secret] db"),
    ("/usr/bin/mysqldump -px", "/usr/bin/mysqldump -p[secret]"),
    ("redis-cli -a geheim ping", "redis-cli -a [secret] ping"), ("x --token", "x --token"),
    ("x --token=", "x --token="),
    ("x --password --verbose y", "x --password --verbose y"), ("kubectl get secret db", "kubectl get secret db"),
    ("mkdir -p a", "mkdir -p a"), ("mkdir -pv a", "mkdir -pv a"), ("make CC=gcc", "make CC=gcc"),
    ("x --token-count 5", "x --token-count 5"), ("", ""),
  ]

  @Test("values of what is called a credential are masked, whatever they look like", arguments: lines)
  func masked(typed: String, masked: String) {
    let words = typed.split(separator: " ").map(String.init)
    #expect(SecretScan.masked(words: words).joined(separator: " ") == masked)
  }
}
