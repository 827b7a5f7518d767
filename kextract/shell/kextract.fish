# Completion of kextract in fish. In ~/.config/fish/config.fish:
#   kextract completion fish | source

function __kextract_answer
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l lines (_KEXTRACT_COMPLETE=fish $before[1] $before[2..-1] "$current" 2>/dev/null)
    string join \n -- $lines[2..-1]
    set -l option (string match -r -- '^--[^=]+=' "$current")
    set -l path (string replace -r -- '^--[^=]+=' '' "$current")
    switch "$lines[1]"
        case words
        case directories
            string join \n -- "$option"(__fish_complete_directories "$path")
        case '*'
            string join \n -- "$option"(__fish_complete_path "$path")
    end
end

complete -c kextract -f -a '(__kextract_answer)'
