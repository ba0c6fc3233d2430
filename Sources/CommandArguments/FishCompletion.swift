/// The script for Fish: one function prints the offers, each with its explanation after a tab.
func fishCompletion(_ table: CompletionTable) -> String {
  let name = table.identifier
  let sharedOptions = table.options.filter(\.place.reachesBelow)
  let ownOptions = table.options.filter { !$0.place.reachesBelow }
  let lookups = [
    function(name, "command", table.commands.map { (keys($0.place, $0.words), ["echo " + fishQuoted($0.next)]) }),
    function(name, "value", table.values.map { (keys($0.place, $0.spellings), take($0.candidates)) }),
    function(
      name, "operand",
      table.operands.map { ([$0.place.name + "/" + ($0.takesMany ? "*" : String($0.position))], take($0.candidates)) }),
    function(name, "commands", table.subcommands.map { ([$0.place.name], offer($0.offers)) }),
    function(name, "options", ownOptions.map { ([$0.place.name], offer($0.offers)) }),
  ]
  let shared = sharedOptions.map { row in
    choice([([row.place.name] + (row.place.reachesBelow ? [row.place.name + " *"] : []), offer(row.offers))])
  }
  return "# Fish completion for \(table.program).\n\n" + lookups.joined(separator: "\n")
    + "\nfunction __\(name)_shared_options\n" + shared.joined() + "end\n"
      + """

      function __\(name)_offers
          set -l place \(fishQuoted(table.program))
          set -l option ''
          set -l ended ''
          set -l attached ''
          set -l count 0
          set -l start 0
          set -l typed (commandline -opc)
          set -l current (commandline -ct | string unescape)
          for position in (seq 2 (count $typed))
              set -l word $typed[$position]
              if test -n "$option"
                  set option ''
              else if test -n "$ended"; or not string match -q -- '-?*' $word
                  set -l next (__\(name)_command $place/$word)
                  if test $count -eq 0 -a -z "$ended" -a -n "$next"
                      set place $next
                  else
                      if test "$(__\(name)_operand $place/$count)[1]" = command
                          set start $position
                          break
                      end
                      set count (math $count + 1)
                  end
              else if test $word = --
                  set ended 1
              else if test (count (__\(name)_value $place/$word)) -gt 0
                  set option $word
              end
          end
          if test $start -gt 0
              complete -C (string join ' ' -- (string escape -- $typed[$start..-1]) "$(commandline -ct)")
              return
          end
          if test -z "$option" -a -z "$ended"; and string match -q -- '--*=*' $current
              set option (string split -m 1 = -- $current)[1]
              set attached $option=
              set current (string split -m 1 = -- $current)[2]
          end
          set -l found
          if test -n "$option"
              set found (__\(name)_value $place/$option)
          else if test -z "$ended"; and string match -q -- '-*' $current
              __\(name)_options $place
              __\(name)_shared_options $place
          else
              set found (__\(name)_operand $place/$count)
              if test $count -eq 0 -a -z "$ended"
                  __\(name)_commands $place
              end
          end
          switch "$found[1]"
              case command
                  complete -C "$current"
                  return
              case files
                  set found files (__fish_complete_path "$current" '')
              case directories
                  set found directories (__fish_complete_directories "$current" '')
          end
          for offer in $found[2..-1]
              printf '%s\\n' $attached$offer
          end
      end
      complete -c \(fishQuoted(table.program)) -f -a '(__\(name)_offers)'

      """
}

private func keys(_ place: CompletionTable.Place, _ ends: [String]) -> [String] {
  ends.flatMap { ["\(place.name)/\($0)"] + (place.reachesBelow ? ["\(place.name) */\($0)"] : []) }
}

/// The first line tells what kind of value is wanted, the others are offers.
private func take(_ candidates: Candidates) -> [String] {
  switch candidates {
  case .unknown: ["echo unknown"]
  case .files: ["echo files"]
  case .directories: ["echo directories"]
  case .commandLine: ["echo command"]
  case .words(let words): ["echo words"] + offer(words.map { CompletionTable.Offer(word: $0, help: "") })
  case .explained(_, let words):
    ["echo words"] + offer(words.map { CompletionTable.Offer(word: $0.word, help: $0.meaning) })
  }
}

private func offer(_ offers: [CompletionTable.Offer]) -> [String] {
  offers.map { offer in
    "printf '%s\\t%s\\n' \(fishQuoted(oneLine(offer.word))) \(fishQuoted(oneLine(offer.help)))"
  }
}

private func function(_ name: String, _ suffix: String, _ rows: [(keys: [String], body: [String])]) -> String {
  "function __\(name)_\(suffix)\n" + choice(rows) + "end\n"
}

private func choice(_ rows: [(keys: [String], body: [String])]) -> String {
  let cases = rows.map { row in
    "        case \(row.keys.map(fishQuoted).joined(separator: " "))\n"
      + row.body.map { "            \($0)\n" }.joined()
  }
  return "    switch $argv[1]\n" + cases.joined() + "    end\n"
}

/// A word in single quotes for Fish, where a backslash escapes itself and the quote.
private func fishQuoted(_ word: String) -> String {
  var quoted = "'"
  for scalar in word.unicodeScalars {
    if scalar == "'" || scalar == "\\" { quoted += "\\" }
    quoted.unicodeScalars.append(scalar)
  }
  return quoted + "'"
}
