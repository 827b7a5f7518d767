# Completion of kextract in bash. In ~/.bashrc:
#   eval "$(kextract completion bash)"

_kextract() {
    local line mode=
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ -z $mode ]]; then
            mode=$line
        else
            COMPREPLY+=("${line%%$'\t'*}")
        fi
    done < <(_KEXTRACT_COMPLETE=bash "${1/#\~/$HOME}" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    # without an answer of ours bash completes files by itself: see -o default
    if [[ $mode == words ]]; then
        compopt +o default +o bashdefault 2>/dev/null
    elif [[ $mode == directories ]]; then
        compopt -o dirnames +o default +o bashdefault 2>/dev/null
    elif [[ ${#COMPREPLY[@]} -gt 0 ]]; then
        compopt -o filenames 2>/dev/null
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
    fi
}

complete -o bashdefault -o default -F _kextract kextract
