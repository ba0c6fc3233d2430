/// The script for Bash. Bash has no explanations beside its offers, so it gets the bare words.
///
/// A word with `=` arrives in three words where `=` is among `COMP_WORDBREAKS`, as it is by default, and in one elsewhere.
func bashCompletion(_ table: CompletionTable) -> String {
  let name = table.identifier
  return "# Bash completion for \(table.program).\n\n"
    + PosixLookups(table: table) { oneLine($0.word) }.text
      + """

      _\(name)() {
        local place=\(singleQuoted(table.program)) kind= option= ended= attached= word offer i
        local current=${COMP_WORDS[COMP_CWORD]} count=0 start=
        local -a offers=()
        COMPREPLY=()
        for ((i = 1; i < COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          if [[ -n $option ]]; then
            [[ $word == '=' ]] || option=
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
        kind= offers=()
        if [[ -n $start ]]; then
          if declare -F _command_offset &>/dev/null; then
            _command_offset "$start"
            return
          fi
          kind=files
        elif [[ -z $option && -z $ended && $current == --*=* ]]; then
          option=${current%%=*} attached=${current%%=*}= current=${current#*=}
        elif [[ -n $option && $current == '=' ]]; then
          current=
        fi
        if [[ -n $start ]]; then
          :
        elif [[ -n $option ]]; then
          __\(name)_value "$place/$option"
        elif [[ -z $ended && $current == -* ]]; then
          kind=words
          __\(name)_options "$place"
          __\(name)_shared_options "$place"
        else
          __\(name)_operand "$place/$count"
          if [[ $count -eq 0 && -z $ended ]]; then __\(name)_commands "$place"; fi
        fi
        for offer in ${offers[@]+"${offers[@]}"}; do
          [[ $offer != "$current"* ]] || COMPREPLY+=("$attached$(printf %q "$offer")")
        done
        case $kind in
        command)
          while IFS= read -r offer; do COMPREPLY+=("$offer"); done < <(compgen -c -- "$current" | sort -u)
          ;;
        files | directories)
          type compopt &>/dev/null && compopt -o filenames 2>/dev/null
          while IFS= read -r offer; do COMPREPLY+=("$attached$offer"); done < <(
            if [[ $kind == files ]]; then compgen -f -- "$current"; else compgen -d -- "$current"; fi
          )
          ;;
        esac
      }
      complete -F _\(name) \(shellQuoted(table.program))

      """
}
