#compdef kextract
# Completion of kextract in zsh. In ~/.zshrc, after compinit:
#   eval "$(kextract completion zsh)"

_kextract() {
    local line mode
    local -a lines told
    lines=("${(@f)$(_KEXTRACT_COMPLETE=zsh ${~words[1]} "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    mode=$lines[1]
    for line in $lines[2,-1]; do
        told+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    done
    [[ $words[CURRENT] == --*=* ]] && compset -P 1 '*='
    (( $#told )) && _describe -V 'kextract' told
    case $mode in
        words) ;;
        directories) _files -/ ;;
        *) _files ;;
    esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _kextract "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
    compdef _kextract kextract
fi
