"""The lines that make a shell ask mentorlog what could stand next. Nothing that comes back is ever evaluated."""

BASH = """\
_mentorlog() {
    local value _
    COMPREPLY=()
    while IFS=$'\\t' read -r value _; do
        COMPREPLY+=("$(printf '%q' "$value")")
    done < <(_MENTORLOG_COMPLETE=1 mentorlog "${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null)
}
complete -o default -F _mentorlog mentorlog
"""
ZSH = """\
#compdef mentorlog
_mentorlog() {
    local line
    local -a values shown
    while IFS= read -r line; do
        values+=("${line%%$'\\t'*}")
        shown+=("${line/$'\\t'/  -- }")
    done < <(_MENTORLOG_COMPLETE=1 mentorlog "${(@Q)words[2,CURRENT]}" 2> /dev/null)
    if (( $#values )); then
        compadd -U -l -d shown -- "${values[@]}"
        if (( $#values > 1 && ${#compstate[unambiguous]} < $#PREFIX )); then
            compstate[insert]=''  # names that begin differently: what was typed stays
            compstate[list]='list force'
        fi
    else
        _files
    fi
}
if [ "$funcstack[1]" = _mentorlog ]; then
    _mentorlog "$@"
else
    compdef _mentorlog mentorlog
fi
"""
FISH = """\
function __mentorlog
    set -l words (commandline -opc) (commandline -ct)
    _MENTORLOG_COMPLETE=1 mentorlog $words[2..] 2> /dev/null
end
complete --command mentorlog --no-files --condition 'test -n "$(__mentorlog)"' --arguments '(__mentorlog)'
"""
POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName mentorlog -ScriptBlock {
    param($typed, $line, $cursor)
    $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.Extent.Text.Trim("'", '"') })
    if (-not $typed) { $words += '' }
    $env:_MENTORLOG_COMPLETE = '1'
    try {
        mentorlog @words 2> $null | ForEach-Object {
            $value, $about = $_ -split "`t", 2
            $shown = if ($value -match "[\\s']") { "'" + $value.Replace("'", "''") + "'" } else { $value }
            $tip = if ($about) { $about } else { $value }
            [System.Management.Automation.CompletionResult]::new($shown, $value, 'ParameterValue', $tip)
        }
    } finally {
        Remove-Item Env:_MENTORLOG_COMPLETE
    }
}
"""
SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH, "powershell": POWERSHELL}
