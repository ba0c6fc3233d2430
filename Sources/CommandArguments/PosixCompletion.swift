/// The look-up functions that Bash and Zsh share: `case` tables, filled by what each shell wants an offer to look like.
///
/// Each is given a key: the place, or the place, a slash and what stands there. It sets `kind` (`words`, `files`,
/// `directories`, `command` for a command line of its own, or `unknown` for a value that nothing can be offered for), adds to `offers`, or moves `place`;
/// its caller declares these.
struct PosixLookups {
  let table: CompletionTable
  let offer: (CompletionTable.Offer) -> String

  var text: String {
    let operands = table.operands.map { row in
      let key = row.takesMany ? singleQuoted(row.place.name + "/") + "*" : keys(row.place, ["/\(row.position)"])
      return "\(key)) \(take(row.candidates)) ;;"
    }
    let sharedOptions = table.options.filter(\.place.reachesBelow)
    let ownOptions = table.options.filter { !$0.place.reachesBelow }
    let functions = [
      function(
        "command",
        table.commands.map { row in
          "\(keys(row.place, row.words.map { "/" + $0 }))) place=\(singleQuoted(row.next)) ;;"
        } + ["*) return 1 ;;"]),
      function(
        "value",
        table.values.map { row in
          "\(keys(row.place, row.spellings.map { "/" + $0 }))) \(take(row.candidates)) ;;"
        }),
      function("operand", operands),
      function("commands", table.subcommands.map { "\(keys($0.place, [""]))) \(add($0.offers)) ;;" }),
      function("options", ownOptions.map { "\(keys($0.place, [""]))) \(add($0.offers)) ;;" }),
    ]
    // Options may be shared from several places above, so each has a `case` of its own.
    let shared = sharedOptions.map { "  case $1 in \(keys($0.place, [""]))) \(add($0.offers)) ;; esac" }
    return (functions + ["__\(table.identifier)_shared_options() {\n" + shared.joined(separator: "\n") + "\n}\n"])
      .joined(separator: "\n")
  }

  private func function(_ suffix: String, _ rows: [String]) -> String {
    (["__\(table.identifier)_\(suffix)() {", "  case $1 in"] + rows.map { "  " + $0 } + ["  esac", "}"])
      .joined(separator: "\n") + "\n"
  }

  private func keys(_ place: CompletionTable.Place, _ ends: [String]) -> String {
    ends.flatMap { end in
      [singleQuoted(place.name + end)]
        + (place.reachesBelow ? [singleQuoted(place.name + " ") + "*" + (end.isEmpty ? "" : singleQuoted(end))] : [])
    }.joined(separator: " | ")
  }

  private func add(_ offers: [CompletionTable.Offer]) -> String {
    "offers+=(" + offers.map { singleQuoted(offer($0)) }.joined(separator: " ") + ")"
  }

  private func take(_ candidates: Candidates) -> String {
    switch candidates {
    case .unknown: "kind=unknown"
    case .files: "kind=files"
    case .directories: "kind=directories"
    case .commandLine: "kind=command"
    case .words(let words): "kind=words; " + add(words.map { CompletionTable.Offer(word: $0, help: "") })
    case .explained(_, let words):
      "kind=words; " + add(words.map { CompletionTable.Offer(word: $0.word, help: $0.meaning) })
    }
  }
}
