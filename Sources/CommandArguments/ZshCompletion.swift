/// The script for Zsh: to be sourced, or saved as a file of `$fpath` named after the function.
func zshCompletion(_ table: CompletionTable) -> String {
  let name = table.identifier
  return "#compdef \(table.program)\n# Zsh completion for \(table.program).\n\n"
    + PosixLookups(table: table) { zshOffer($0) }.text
      + """

      _\(name)() {
        local place=\(singleQuoted(table.program)) kind= option= ended= word current=${words[CURRENT]}
        local -i i count=0 start=0
        local -a offers
        for ((i = 2; i < CURRENT; i++)); do
          word=${(Q)words[i]}
          if [[ -n $option ]]; then
            option=
          elif [[ -n $ended || $word != -?* ]]; then
            if [[ $count -gt 0 || -n $ended ]] || ! __\(name)_command "$place/$word"; then
              kind=
              __\(name)_operand "$place/$count"
              if [[ $kind == command ]]; then
                start=$i
                break
              fi
              ((count += 1))
            fi
          elif [[ $word == '--' ]]; then
            ended=1
          else
            kind=
            __\(name)_value "$place/$word"
            [[ -z $kind ]] || option=$word
          fi
        done
        if ((start)); then
          words=("${(@)words[start,-1]}")
          ((CURRENT -= start - 1))
          _normal
          return
        fi
        kind= offers=()
        if [[ -z $option && -z $ended && $current == --*=* ]]; then
          option=${current%%=*}
          compset -P '*='
        fi
        if [[ -n $option ]]; then
          __\(name)_value "$place/$option"
        elif [[ -z $ended && $current == -* ]]; then
          __\(name)_options "$place"
          __\(name)_shared_options "$place"
          _describe -o option offers
          return
        else
          __\(name)_operand "$place/$count"
          if [[ $count -eq 0 && -z $ended ]]; then __\(name)_commands "$place"; fi
        fi
        case $kind in
        command) _command_names -e ;;
        files) _files ;;
        directories) _files -/ ;;
        esac
        [[ ${#offers} -eq 0 ]] || _describe word offers
      }
      if [[ ${funcstack[1]-} == _\(name) ]]; then
        _\(name) "$@"
      elif (( $+functions[compdef] )); then
        compdef _\(name) \(shellQuoted(table.program))
      fi

      """
}

/// An offer as `_describe` reads it: `word:explanation`, colons of the word escaped.
private func zshOffer(_ offer: CompletionTable.Offer) -> String {
  var word = ""
  for scalar in oneLine(offer.word).unicodeScalars {
    if scalar == ":" || scalar == "\\" { word += "\\" }
    word.unicodeScalars.append(scalar)
  }
  return offer.help.isEmpty ? word : word + ":" + oneLine(offer.help)
}
