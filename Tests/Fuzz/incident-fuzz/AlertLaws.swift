import IncidentCore
import IncidentExchange

/// Any bytes are read as what a monitoring system sent or refused with a sentence, and what is read keeps to its bounds.
enum AlertLaws {
  static func hold(for input: [UInt8]) {
    let payload: AlertPayload
    do {
      payload = try AlertPayload.read(input)
    } catch {
      law("a refusal is a sentence", !error.message.isEmpty && error.message.last != ".")
      return law("a refusal is one line", hasNoControls(error.message))
    }
    law("a digest has 64 digits", payload.digest.utf8.count == 71)
    law("there is a notice", !payload.notices.isEmpty)
    for notice in payload.notices { hold(for: notice) }
    let again = try? AlertPayload.read(input)
    law("reading is repeatable", again?.notices == payload.notices && again?.digest == payload.digest)
  }

  private static func hold(for notice: AlertNotice) {
    law("a title says something", notice.title.hasWords && notice.title.count <= 300)
    law("a key is there and short", (1...500).contains(notice.key.utf8.count))
    law("fingerprints are few", notice.fingerprints.count <= AlertNotice.mostFingerprints)
    law("labels are few", notice.labels.count <= 64)
    for label in notice.labels {
      law("a label's name is short", (1...100).contains(label.name.count))
      law("a label's value is short", (1...500).contains(label.value.count))
      law("a label is one line", hasNoControls(label.name) && hasNoControls(label.value))
    }
    law("labels are in order", notice.labels.map(\.name) == notice.labels.map(\.name).sorted())
    for link in notice.links {
      let scheme = link.url.prefix { $0 != ":" }.lowercased()
      law("a link leads to the web", scheme == "http" || scheme == "https")
      law("a link is short", link.url.count <= 2_000 && hasNoControls(link.url) && !link.url.contains(" "))
    }
    law("a summary is short", notice.summary?.count ?? 0 <= 4_000)
    for word in [notice.title, notice.name, notice.severity, notice.service, notice.by] {
      law("a word is one line", hasNoControls(word ?? "") && word?.isEmpty != true)
    }
    law("only what is over has an end", notice.ended == nil || notice.change == .resolved)
  }

  private static func hasNoControls(_ text: String) -> Bool {
    !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
