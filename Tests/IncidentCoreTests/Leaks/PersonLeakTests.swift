import IncidentCore
import Testing

/// People's names, however they are written.
@Suite struct PersonLeakTests {
  private static let caught: [(name: String, text: String, found: String)] = [
    // Whole names, their parts, in any case and over line ends.
    ("Dana Okafor", "Dana Okafor is on it.", "Dana Okafor"), ("Dana Okafor", "ask dana\nokafor now", "dana okafor"),
    ("Dana Okafor", "ask Dana\r\n  Okafor now", "Dana Okafor"), ("Dana Okafor", "OKAFOR found it", "OKAFOR"),
    ("Dana Okafor", "dana.okafor rolled it back", "dana.okafor"), ("Dana Okafor", "Okafor, Dana", "Okafor, Dana"),
    ("Dana Okafor", "okafor-dana", "okafor-dana"), ("Dana Okafor", "dana_okafor", "dana_okafor"),
    ("dana.okafor", "Dana Okafor", "Dana Okafor"), ("okafor-dana", "we thank Dana", "Dana"),
    ("Okafor, Dana", "dana okafor", "dana okafor"), ("Dana Okafor", "Dana - Okafor", "Dana - Okafor"),
    ("Dana Okafor <dana@example.org>", "Okafor did", "Okafor"), ("Dana Mae Okafor", "Dana Okafor", "Dana Okafor"),
    ("Dana K. Okafor", "dana k okafor", "dana k okafor"), ("dana@example.org", "ask Dana", "Dana"),
    ("Dana Okafor", "by **Dana** Okafor", "Dana** Okafor"), ("Dana Okafor", "Dana, the engineer", "Dana"),
    // Joined, and beside digits.
    ("Dana Okafor", "@danaokafor", "danaokafor"), ("Dana Okafor", "DanaOkafor", "DanaOkafor"),
    ("Dana Okafor", "Dana\u{200B}Okafor", "DanaOkafor"), ("Dana Okafor", "okafordana", "okafordana"),
    ("dana", "dana2 is back", "dana"), ("dana", "2dana", "dana"), ("dana2", "Dana says", "Dana"),
    ("jd42", "jd42 says", "jd42"), ("dana", "user:dana/3", "dana"),
    ("Conor O'Brien", "obrien says", "obrien"), ("Will Moss", "Will and Grace are on it", "Will"),
    ("Will Moss", "Will is on it", "Will"),
    // Marks, widths and what nobody sees.
    ("Conor O'Brien", "O’Brien says", "O'Brien"), ("Conor O'Brien", "OʼBrien says", "O'Brien"),
    ("Dana O’Shea", "O'Shea says", "O'Shea"), ("dana", "ｄａｎａ says", "dana"), ("Ｄａｎａ", "dana says", "dana"),
    ("Dana Okafor", "Dana\u{A0}Okafor", "Dana Okafor"), ("Dana Okafor", "Dana\u{2009}Okafor", "Dana Okafor"),
    ("Dana Okafor", "Dana\u{3000}Okafor", "Dana Okafor"), ("Ann-Kathrin Voss", "Ann\u{2011}Kathrin", "Ann-Kathrin"),
    ("dana", "d\u{AD}an\u{2060}a", "dana"), ("dana", "\u{FEFF}da\u{FE0F}na", "dana"), ("dana", "da\u{200D}na", "dana"),
    ("José", "Jose\u{301} said", "Jose\u{301}"), ("Дана Окафор", "спросите Окафор", "Окафор"),
    // Names of two letters.
    ("Bo Lindqvist", "we asked Bo about it", "Bo"), ("Li Wei", "Li restarted it", "Li"), ("Wu, Dana", "ask Wu.", "Wu"),
    ("li", "li is on it", "li"), ("bo", "ask Bo", "Bo"),
    // Scripts without blanks.
    ("田中", "田中さんが対応中", "田中"), ("山田 太郎", "担当は太郎です", "太郎"), ("김철수", "김철수가 확인했습니다", "김철수"),
    // Names that are words as well.
    ("Will", "Please ask Will about it", "Will"), ("Will", "Will restarted it", "Will"),
    ("will", "ask\nWill to help", "Will"),
    ("Grace Hopper", "Grace found the cause", "Grace"), ("Mark", "Mark rolled it back", "Mark"),
    ("May", "and May restarted it", "May"), ("May", "It is back. May restarted it", "May"),
    ("Mark", "with Mark", "Mark"),
    ("Mark Lee", "and Mark Lee did", "Mark Lee"), ("Rose", "thanks, Rose!", "Rose"), ("Ed Moss", "so Ed did", "Ed"),
    ("April Stone", "April is on it", "April"), ("jan", "jan is on it", "jan"), ("Min Jung", "ask Min", "Min"),
    ("Will May", "Will May did", "Will May"),
    // Of a duty with a name in it, the name.
    ("dana-oncall", "dana is on it", "dana"), ("ops-dana", "ask Dana", "Dana"), ("Dana (SRE)", "ask Dana", "Dana"),
  ]

  @Test("finds a person", arguments: caught)
  func finds(name: String, text: String, found: String) {
    let leaks = LeakCheck(people: [name]).leaks(in: text)
    #expect(leaks.map(\.text) == [found] && leaks.allSatisfy { $0.rule == .person })
  }

  private static let fair: [(names: [String], text: String)] = [
    (["dana", "li"], "We are investigating a problem with payments, and hear from us by 23:15 UTC."),
    (["dana"], "Bogdana and danas"), (["Dana Okafor"], "A danaokaforian"), (["Bo Lind"], "a bo tree, and BO"),
    (["Jo Ip"], "blocked IP addresses"), (["Li Wei"], "li is a unit"), (["An Nguyen"], "An update follows."),
    (["Le To"], "To be continued"), (["x"], "x marks the spot"),
    (["S. Peak", "May Be"], "we speak of it, maybe"),
    // Words first.
    (["Will"], "We will tell you. Will it last? Will you see this? Will be back."),
    (["Will", "May"], "- Will continue\n- May affect some customers"), (["Mark"], "- Mark this day"),
    (["Grace"], "a grace period"), (["Mark Long"], "mark a long way"), (["Will May"], "As you will. May we help?"),
    (["Bill"], "Bill payments are delayed"), (["Hope"], "We hope for the best"),
    (["May"], "What you may notice: May be slow"),
    (["Rose"], "Errors rose at noon"), (["Chase", "Page"], "the page loads, and a chase"),
    // Dates.
    (["May"], "on 12 May"), (["May"], "May 12 and May 2026"), (["April"], "in April 2026"),
    (["June"], "the 3rd of June"),
    (["August"], "Since: 5 August 2026 14:00 UTC"), (["Jan"], "12 Jan, Jan 12"), (["March"], "12-March-2026"),
    (["Dec"], "1. Dec"), (["Min Jung", "Day"], "for 42 min, 5min and 2 days"),
    // Duties, machines and services.
    (["deploy-bot"], "We deploy a bot"), (["ops", "ops-team"], "Our ops team is on it"), (["ci"], "CI is slow"),
    (["payments-oncall"], "payments are on call"), (["unknown"], "an unknown cause"), (["root"], "the root cause"),
    (["sre@example.org"], "SRE"), (["platform engineering"], "Our platform engineering works on it"),
    (["support"], "Contact support"), (["status-bot"], "status"), (["admin"], "Your admin can help"),
    (["github-actions[bot]", "bot7"], "bot 7"), (["update"], "Next update: soon. Updates follow"),
    (["problem"], "A problem"),
    (["utc"], "14:12 UTC"), (["since"], "Since noon"), (["on call"], "call on us"), (["incident"], "An incident"),
    (["service.desk"], "our service desk"), (["web"], "on the web"), (["us", "pm", "id"], "tell us by 3 pm your id"),
  ]

  @Test("passes what is nobody", arguments: fair)
  func passes(names: [String], text: String) {
    #expect(LeakCheck(people: names).leaks(in: text).map(\.text) == [])
  }

  @Test("a word of the name of a service is no name")
  func services() {
    let check = LeakCheck(people: ["ledger-writer", "Ledger"], services: ["ledger", "stock-writer"])
    #expect(check.leaks(in: "the ledger, its writer").isEmpty)
  }

  @Test("tells line and column where a name begins, in the text as it was")
  func places() {
    let check = LeakCheck(people: ["Dana Okafor"])
    let leaks = check.leaks(in: "\u{FEFF}x\u{200B}y\r\nÄ\u{200B}h: da\u{AD}na\nokafor and\n\nDANA")
    #expect(leaks.map { [$0.line, $0.column] } == [[2, 6], [5, 1]])
  }

  @Test("allows a name by its words, whatever stands between")
  func allowed() {
    let check = LeakCheck(people: ["Dana Okafor"], allowed: ["dana okafor"])
    #expect(check.leaks(in: "Dana\nOkafor").isEmpty && check.leaks(in: "Dana\u{A0}Okafor").isEmpty)
    #expect(check.leaks(in: "Okafor").count == 1)
  }
}
