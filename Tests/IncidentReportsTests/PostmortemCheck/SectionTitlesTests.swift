import Testing

@testable import IncidentReports

@Suite("Section titles")
struct SectionTitlesTests {
  @Test(
    "are known in eight languages, numbered, with emoji and markup, or in other words",
    arguments: [
      ("Summary", "summary"), ("1. Executive Summary", "summary"), ("🔥 Customer Impact", "impact"),
      ("Timeline (all times UTC)", "timeline"), ("3. Root Cause", "rootCause"), ("III) Root causes", "rootCause"),
      ("**Root cause** and contributing factors", "rootCause"), ("Contributing Factors:", "contributingFactors"),
      ("5 Whys", "fiveWhys"), ("The Five Whys", "fiveWhys"), ("How was it detected?", "detection"),
      ("Where we got lucky 🍀", "lucky"), ("What went well?", "wentWell"), ("What didn’t go well", "wentBadly"),
      ("What went wrong", "wentBadly"), ("Action Items", "actions"), ("Follow-ups", "actions"),
      ("Lessons Learned", "lessons"), ("Response time of the team", "response"),
      ("Zusammenfassung", "summary"), ("2. Auswirkungen", "impact"), ("Zeitlicher Ablauf", "timeline"),
      ("Ursache", "rootCause"), ("Begünstigende Faktoren", "contributingFactors"), ("Was gut lief", "wentWell"),
      ("Was nicht gut lief", "wentBadly"), ("Maßnahmen", "actions"), ("Erkenntnisse", "lessons"),
      ("Résumé", "summary"), ("Chronologie", "timeline"), ("Cause racine", "rootCause"),
      ("Ce qui s’est bien passé", "wentWell"), ("Actions correctives", "actions"),
      ("Resumen", "summary"), ("Causa raíz", "rootCause"), ("Línea de tiempo", "timeline"),
      ("Lecciones aprendidas", "lessons"),
      ("Resumo", "summary"), ("Causa raiz", "rootCause"), ("Linha do tempo", "timeline"), ("Ações", "actions"),
      ("Sintesi", "summary"), ("Causa principale", "rootCause"), ("Cosa è andato storto", "wentBadly"),
      ("Samenvatting", "summary"), ("Tijdlijn", "timeline"), ("Grondoorzaak", "rootCause"), ("Actiepunten", "actions"),
      ("概要", "summary"), ("影響範囲", "impact"), ("タイムライン", "timeline"), ("根本原因", "rootCause"),
      ("うまくいったこと", "wentWell"), ("再発防止策", "actions"), ("教訓", "lessons"),
    ])
  func known(title: String, expected: String) {
    #expect(SectionTitles.all.section(titled: title.unicodeScalars)?.rawValue == expected)
  }

  @Test(
    "that say nothing known are nobody's",
    arguments: ["", "Appendix", "Why the failover took 40 minutes", "Glossary", "Links", "12", "🙂", "Authors", "付録"])
  func unknown(title: String) {
    #expect(SectionTitles.all.section(titled: title.unicodeScalars) == nil)
  }

  private func outline(_ text: String) -> PostmortemOutline {
    let reader = MarkdownReader(SourceLines(Array(text.utf8)), hasBrokenMarkers: false)
    return PostmortemOutline(reader.blocks, lines: reader.lines)
  }

  @Test("a section reaches to the next heading of its level, and what it has within is its own")
  func nesting() {
    let outline = outline("# Response times of payments\n## Impact\na\n### Numbers\nb\n## Appendix\nc\n")
    #expect(outline.sections.map(\.kind) == [nil, .impact, nil, nil])
    #expect(outline.sections.map(\.isTitle) == [true, false, false, false])
    #expect(outline.kinds == [nil, nil, .impact, .impact, .impact, nil, nil])
  }

  @Test("bold lines and labels stand in for headings")
  func labels() {
    let outline = outline(
      "**Summary**\n\na\n\nRoot cause: the pool\n\n- **Impact**: none\n- other\n\nNot a heading: b\n")
    #expect(outline.kinds == [nil, .summary, .rootCause, .impact, .rootCause, .rootCause])
  }

  @Test("a region names the section that its title does not")
  func regions() {
    let outline = outline(
      "# T\n## Warum\n<!-- incident:begin cause -->\nx\n<!-- incident:end cause -->\n## Sonst\ny\n")
    #expect(outline.sections.map(\.kind) == [nil, .rootCause, nil])
  }

  @Test("headings over actions say of which kind they are")
  func kindsOfAction() {
    let outline = outline("# T\n## Action items\n### Detection\n- a\n\n**Mitigation**\n\n- b\n")
    #expect(outline.kinds.compactMap { $0 } == [.actions, .actions, .actions, .actions])
  }
}
