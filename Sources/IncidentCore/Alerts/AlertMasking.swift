extension AlertNotice {
  /// The notice with ``SecretScan/mask`` in place of everything that looks like a credential, in every text of it.
  ///
  /// A machine is on the other end: there is nobody to ask. The key is masked as everything else is, the same way each
  /// time, so that two notices of one trouble still share it.
  public var masked: AlertNotice {
    var notice = AlertNotice(
      source: source, change: change.masked, key: SecretScan.masked(key), title: SecretScan.masked(title))
    notice.fingerprints = fingerprints.map(SecretScan.masked)
    notice.name = name.map(SecretScan.masked)
    notice.summary = summary.map(SecretScan.masked)
    notice.severity = severity.map(SecretScan.masked)
    notice.service = service.map(SecretScan.masked)
    notice.labels = labels.map(\.masked)
    // An event keeps one of each kind: the first, which is the one that says so most plainly.
    for link in links where !notice.links.contains(where: { $0.kind == link.kind }) {
      notice.links.append(AlertLink(kind: link.kind, url: SecretScan.maskedAddress(link.url)))
    }
    notice.at = at
    notice.started = started
    notice.ended = ended
    notice.firing = firing
    notice.resolved = resolved
    notice.by = by.map(SecretScan.masked)
    return notice
  }
}

extension AlertChange {
  fileprivate var masked: AlertChange {
    switch self {
    case .fired, .resolved, .acknowledged: self
    case .severityChanged(let word): .severityChanged(SecretScan.masked(word))
    case .assigned(let names): .assigned(names.map(SecretScan.masked))
    case .noted(let text): .noted(SecretScan.masked(text))
    case .other(let words): .other(SecretScan.masked(words))
    }
  }
}

extension AlertLabel {
  /// A label's name may be what makes a secret of its value: `password`. Read together they tell.
  fileprivate var masked: AlertLabel {
    let name = SecretScan.masked(name)
    let together = SecretScan.masked("\(name)=\(value)")
    let isSecret = together.hasPrefix(name + "=") && together != "\(name)=\(value)"
    return AlertLabel(
      name: name, value: isSecret ? String(together.dropFirst(name.count + 1)) : SecretScan.masked(value))
  }
}

extension SecretScan {
  /// An address masked, and who is named in it before the host (`https://user:password@host/`) left out.
  static func maskedAddress(_ address: String) -> String {
    var address = address
    if let scheme = address.firstRange(of: "://") {
      let end = address[scheme.upperBound...].firstIndex { "/?#".contains($0) } ?? address.endIndex
      if let at = address[scheme.upperBound..<end].lastIndex(of: "@") {
        address.removeSubrange(scheme.upperBound...at)
      }
    }
    return masked(address)
  }
}
