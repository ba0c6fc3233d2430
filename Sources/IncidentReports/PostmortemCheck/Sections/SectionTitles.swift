/// What people call the sections of a postmortem, in eight languages.
struct SectionTitles {
  /// The longest first.
  private let phrases: [(words: [String], section: PostmortemSection)]
  /// In scripts that put no spaces between words, the longest first.
  private let runs: [(text: [Unicode.Scalar], section: PostmortemSection)]

  /// All of them.
  static let all = SectionTitles()

  private init() {
    var phrases: [(words: [String], section: PostmortemSection)] = []
    var runs: [(text: [Unicode.Scalar], section: PostmortemSection)] = []
    for section in PostmortemSection.allCases {
      for phrase in section.titles.split(separator: ",") {
        let words = Self.words(of: Array(phrase.unicodeScalars))
        if phrase.unicodeScalars.contains(where: \.isUnspaced) {
          runs.append((Array(words.joined().unicodeScalars), section))
        } else {
          phrases.append((words, section))
        }
      }
    }
    self.phrases = phrases.sorted { $0.words.count > $1.words.count }
    self.runs = runs.sorted { $0.text.count > $1.text.count }
  }

  /// The section that a heading opens, whatever number, emoji or markup it has; nil for any other.
  /// - Parameter isWhole: Whether the title must be nothing else.
  func section(titled title: some Sequence<Unicode.Scalar>, isWhole: Bool = false) -> PostmortemSection? {
    // Nobody writes so long a heading, and any line may be one.
    let scalars = Array(title.prefix(160))
    let words = Self.words(of: scalars)
    guard !words.isEmpty else { return nil }
    if scalars.contains(where: \.isUnspaced) {
      let text = Array(words.joined().unicodeScalars)
      let found = runs.first { isWhole ? $0.text == text : Self.contains(text, $0.text) }
      if let found { return found.section }
    }
    if let exact = phrases.first(where: { $0.words == words }) { return exact.section }
    guard !isWhole, words.count <= 10 else { return nil }
    // What stands first counts: "Impact and response". Of two that begin there, the longer.
    for start in words.indices {
      if let found = phrases.first(where: { words[start...].starts(with: $0.words) }) { return found.section }
    }
    return nil
  }

  /// The words in lower case, without accents' variants, numbers in front, and markup.
  private static func words(of scalars: [Unicode.Scalar]) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in scalars {
      if scalar.isLetterOrDigit {
        word.append(scalar)
      } else if scalar == "'" || scalar == "’" {
        // "Cinq pourquoi", "what's next": an apostrophe joins.
        word.append("'")
      } else if !word.isEmpty {
        words.append(String(word).lowercased())
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word).lowercased()) }
    while words.count > 1, let first = words.first, isNumber(first), first != "5" || !asksWhy(words[1]) {
      words.removeFirst()
    }
    return words
  }

  /// What "5" counts rather than numbers: "5 Whys".
  private static func asksWhy(_ word: String) -> Bool {
    ["why", "whys", "warum", "pourquoi", "porqués", "por", "porquês", "perché", "keer"].contains(word)
  }

  /// `3`, `iv`, `a`: what stands before a title.
  private static func isNumber(_ word: String) -> Bool {
    word.utf8.allSatisfy { (0x30...0x39).contains($0) }
      || ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "b", "c", "d"].contains(word)
  }

  private static func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard !part.isEmpty, text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
  }
}

extension Unicode.Scalar {
  /// Of a script without spaces between words: kana, Han.
  var isUnspaced: Bool {
    switch value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: true
    default: false
    }
  }
}

extension PostmortemSection {
  /// English, German, French, Spanish, Portuguese, Italian, Dutch, Japanese; in lower case, with commas between.
  fileprivate var titles: String {
    switch self {
    case .summary:
      """
      summary,executive summary,incident summary,overview,abstract,tl dr,tldr,what happened,synopsis,in short,\
      zusammenfassung,überblick,übersicht,kurzfassung,was ist passiert,was geschah,résumé,synthèse,\
      vue d'ensemble,que s'est il passé,ce qui s'est passé,resumen,resumen ejecutivo,visión general,qué pasó,\
      qué ocurrió,resumo,resumo executivo,sumário,visão geral,o que aconteceu,riepilogo,sommario,sintesi,riassunto,\
      panoramica,cosa è successo,samenvatting,overzicht,wat is er gebeurd,wat gebeurde er,概要,要約,サマリー,サマリ
      """
    case .impact:
      """
      impact,customer impact,user impact,business impact,impact assessment,blast radius,who was affected,effects,\
      auswirkung,auswirkungen,folgen,betroffene,wer war betroffen,conséquences,incidence,impacto,consecuencias,\
      afectación,consequências,impatto,conseguenze,gevolgen,impact op klanten,影響,影響範囲,インパクト
      """
    case .timeline:
      """
      timeline,time line,incident timeline,chronology,sequence of events,course of events,event log,zeitleiste,\
      zeitlicher ablauf,zeitverlauf,ablauf,chronologie,zeitachse,hergang,déroulement,frise chronologique,cronología,\
      línea de tiempo,línea temporal,secuencia de eventos,cronologia,linha do tempo,linea temporale,tijdlijn,\
      verloop,chronologisch verloop,タイムライン,時系列,経緯,経過
      """
    case .rootCause:
      """
      root cause,root causes,cause,causes,root cause analysis,rca,causes and contributing factors,why it happened,\
      why did it happen,technical details,trigger,ursache,ursachen,grundursache,hauptursache,ursachenanalyse,\
      cause racine,causes racines,cause première,cause profonde,cause principale,analyse des causes,causa,causas,\
      causa raíz,causas raíz,causa principal,análisis de causa raíz,causa raiz,causas raiz,causa radice,cause radice,\
      causa principale,analisi delle cause,oorzaak,oorzaken,hoofdoorzaak,grondoorzaak,kernoorzaak,oorzaakanalyse,\
      原因,根本原因,直接原因
      """
    case .contributingFactors:
      """
      contributing factors,contributing causes,contributing conditions,contributors,contributory factors,\
      beitragende faktoren,begünstigende faktoren,begünstigende umstände,weitere faktoren,einflussfaktoren,\
      facteurs contributifs,facteurs aggravants,facteurs contributeurs,factores contribuyentes,factores que contribuyeron,\
      factores coadyuvantes,fatores contribuintes,fatores que contribuíram,fattori contributivi,fattori concomitanti,\
      fattori che hanno contribuito,bijdragende factoren,寄与要因,背景要因,間接原因,要因
      """
    case .fiveWhys:
      """
      five whys,5 whys,the five whys,5 why,five why,5 warum,fünf warum,fünfmal warum,5w,cinq pourquoi,5 pourquoi,\
      les cinq pourquoi,cinco porqués,5 porqués,los cinco porqués,cinco por qué,5 por qué,cinco porquês,5 porquês,\
      cinque perché,5 perché,i cinque perché,vijf keer waarom,5 keer waarom,vijf waaroms,5x waarom,なぜなぜ分析,なぜなぜ,5つのなぜ
      """
    case .detection:
      """
      detection,how it was detected,how was it detected,how we found out,how we noticed,erkennung,entdeckung,\
      wie wurde es bemerkt,détection,detección,detecção,deteção,rilevamento,rilevazione,detectie,ontdekking,検知,検出,発見
      """
    case .response:
      """
      response,incident response,how we responded,reaktion,reaktionen,vorfallreaktion,réponse,réaction,intervention,\
      respuesta,resposta,risposta,reactie,respons,対応,初動対応,対応内容
      """
    case .recovery:
      """
      recovery,restoration,mitigation,wiederherstellung,eindämmung,rétablissement,reprise,restauration,atténuation,\
      recuperación,mitigación,recuperação,mitigação,ripristino,mitigazione,herstel,復旧,回復,緩和
      """
    case .resolution:
      """
      resolution,fix,the fix,remediation,how it was fixed,how it was resolved,behebung,lösung,fehlerbehebung,\
      résolution,correction,correctif,resolución,solución,resolução,solução,correção,risoluzione,soluzione,oplossing,\
      解決,解決策,恒久対応,修正
      """
    case .wentWell:
      """
      what went well,went well,what worked,what worked well,things that went well,successes,what we did well,was gut lief,\
      was lief gut,was gut gelaufen ist,gut gelaufen,was gut funktioniert hat,ce qui a bien fonctionné,\
      ce qui s'est bien passé,points positifs,points forts,qué salió bien,lo que salió bien,qué funcionó bien,\
      lo que funcionó,o que correu bem,o que deu certo,o que funcionou bem,o que foi bem,cosa è andato bene,\
      cosa ha funzionato,aspetti positivi,wat ging goed,wat goed ging,うまくいったこと,うまくいった点,良かった点,よかった点,良かったこと
      """
    case .wentBadly:
      """
      what did not go well,what didn't go well,what went wrong,what went badly,went wrong,went poorly,what went poorly,\
      did not go well,did not go so well,didn't go so well,what could have gone better,what could be improved,what to improve,areas for improvement,\
      was nicht gut lief,was lief nicht gut,was lief schlecht,was schlecht lief,nicht gut gelaufen,schlecht gelaufen,\
      was schief lief,verbesserungspotenzial,ce qui n'a pas fonctionné,ce qui n'a pas bien fonctionné,\
      ce qui s'est mal passé,points négatifs,points à améliorer,qué salió mal,lo que salió mal,qué no funcionó,\
      lo que no funcionó,o que correu mal,o que deu errado,o que não funcionou,o que não correu bem,\
      cosa è andato storto,cosa non ha funzionato,cosa non è andato bene,wat ging er mis,wat ging niet goed,\
      wat niet goed ging,wat kon beter,wat ging fout,うまくいかなかったこと,うまくいかなかった点,悪かった点,改善点,問題点,良くなかった点
      """
    case .lucky:
      """
      where we got lucky,got lucky,lucky,luck,what saved us,where we were lucky,near misses,wo wir glück hatten,glück,\
      wo wir glück gehabt haben,coups de chance,là où nous avons eu de la chance,où nous avons eu de la chance,chance,\
      dónde tuvimos suerte,en qué tuvimos suerte,suerte,onde tivemos sorte,sorte,dove siamo stati fortunati,fortuna,\
      waar we geluk hadden,geluk,waar hadden we geluk,幸運だった点,幸運だったこと,運が良かった,幸運
      """
    case .actions:
      """
      action items,actions,action item,action plan,corrective actions,preventive actions,follow ups,follow up,followups,\
      follow up actions,follow up items,next steps,remediation items,remediation plan,todo,to do,todos,tasks,\
      corrective and preventive measures,corrective and preventative measures,corrective measures,\
      preventive measures,preventative measures,what's next,maßnahmen,massnahmen,maßnahmenplan,folgemaßnahmen,aktionspunkte,\
      nächste schritte,aufgaben,actions correctives,actions à mener,plan d'action,plan d'actions,mesures,\
      prochaines étapes,suivi,acciones,acciones correctivas,plan de acción,medidas,próximos pasos,tareas,\
      elementos de acción,ações,ações corretivas,plano de ação,itens de ação,próximos passos,azioni,azioni correttive,\
      piano d'azione,piano di azione,prossimi passi,acties,actiepunten,actieplan,maatregelen,vervolgstappen,\
      verbeteracties,アクションアイテム,アクション,再発防止策,再発防止,対策,今後の対応,今後の対策,改善策
      """
    case .lessons:
      """
      lessons learned,lessons learnt,lessons,learnings,what we learned,takeaways,key takeaways,conclusion,conclusions,\
      erkenntnisse,lehren,gelernte lektionen,was wir gelernt haben,fazit,leçons apprises,leçons,enseignements,\
      leçons tirées,retour d'expérience,ce que nous avons appris,lecciones aprendidas,lecciones,aprendizajes,\
      lo que aprendimos,conclusiones,lições aprendidas,lições,aprendizados,aprendizagens,o que aprendemos,conclusões,\
      lezioni apprese,lezioni imparate,insegnamenti,cosa abbiamo imparato,conclusioni,geleerde lessen,lessen,\
      wat we geleerd hebben,inzichten,conclusie,教訓,学び,学んだこと,得られた教訓,まとめ
      """
    }
  }
}
