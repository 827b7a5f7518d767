"""What may follow on the command line, for the completion of shells. It reads the commands as they are declared and
runs none of them.

The scripts under `kextract/shell` call the program with `_KEXTRACT_COMPLETE=SHELL` and the words up to the cursor, the
last of them unfinished. The answer is a line that says what goes besides (words: nothing; files; directories), then a
line a word, with what it means behind a tab.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import typer

from kextract.cli import completion, explain, help, merge, rules
from kextract.cli.rules_options import MAIN, own_of
from kextract.model import MENTION_TYPES
from kextract.output import FORMATS
from kextract.source import INPUT_MODES

Words = Mapping[str, str]
Besides = Literal["words", "files", "directories"]

_ABOUT = {name: format.about for name, format in FORMATS.items()}
_RECORD_FORMATS = {"json": "one array", "jsonl": "a document a line"}
# the values that an option takes: by command and option, or by option where commands agree
VALUES: dict[str, Words] = {
    "extract format": _ABOUT,
    "merge format": {name: _ABOUT[name] for name in merge.FORMAT_NAMES},
    "explain format": {name: _RECORD_FORMATS.get(name, "for reading") for name in explain.FORMATS},
    "rules format": {name: _RECORD_FORMATS.get(name, "for reading") for name in rules.FORMATS},
    "input": dict.fromkeys(INPUT_MODES, ""),
    "color": dict.fromkeys(("auto", "always", "never"), ""),
    "encoding": dict.fromkeys(("auto", "utf-8", "cp949", "euc-kr", "johab", "utf-16"), ""),
    "encoding_errors": {"strict": "such a file fails", "replace": "U+FFFD for what does not decode"},
    "errors": {"stderr": "a line a failure", "record": "in the output too"},
}
PATHS: dict[str, Besides] = {"output": "files", "lexicon": "files", "rules": "files", "files": "files"}
PATHS["out_dir"] = "directories"
_END = re.compile(r"[.;:](?:\s|$)")
_ROOM = 60  # columns for what a word means


@dataclass(frozen=True, slots=True)
class Answer:
    """The words that may stand at the cursor with what they mean, and what else may."""

    words: Words
    besides: Besides = "words"


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before the cursor: options with their values, the option that waits for one, whether -- was said."""

    given: list[tuple[Any, str]]
    waiting: Any
    ended: bool


def tell(shell: str, root: Any, words: Sequence[str]) -> None:
    """Prints the answer as the scripts of that shell want it."""
    told = answer(root, _rejoined(words) if shell == "bash" else words)
    current = words[-1] if words else ""
    # fish takes whole words, the others what stands behind the sign of equality
    before = current[: current.index("=") + 1] if shell == "fish" and _is_assignment(current) else ""
    lines = [told.besides, *(f"{before}{word}\t{about}" for word, about in told.words.items())]
    sys.stdout.write("\n".join(lines) + "\n")


def answer(root: Any, words: Sequence[str]) -> Answer:
    """What may stand in the place of the last of `words`."""
    *before, current = words or [""]
    named = bool(before) and before[0] in root.commands
    if not before and not current.startswith("-"):
        return Answer(_beginning(current, _commands(root)), "files")
    name = before[0] if named else MAIN
    command = root.commands[name]
    state = _read(command, before[named:])
    if state.waiting is not None:
        return _values(root, name, state, state.waiting, current)
    if current.startswith("-") and not state.ended:
        option, _, value = current.partition("=")
        if not _is_assignment(current):
            return Answer(_beginning(current, _options(command, state.given)))
        known = _by_word(command).get(option)
        return Answer({}) if known is None else _values(root, name, state, known, value)
    return _arguments(root, name, state, current)


def _rejoined(words: Sequence[str]) -> list[str]:
    """bash parts a word at signs of equality: --format = js."""
    joined: list[str] = []
    for place, word in enumerate(words):
        if joined and (word == "=" or (place > 1 and words[place - 1] == "=")) and joined[-1].startswith("--"):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _is_assignment(word: str) -> bool:
    return word.startswith("--") and "=" in word


def _beginning(current: str, words: Words) -> Words:
    return {word: about for word, about in words.items() if word.startswith(current)}


def _commands(root: Any) -> Words:
    return {name: command.get_short_help_str() for name, command in sorted(root.commands.items())}


def _by_word(command: Any) -> dict[str, Any]:
    """The options of a command by the words that call them."""
    options = [one for one in command.params if one.param_type_name == "option"]
    return {word: one for one in options for word in (*one.opts, *one.secondary_opts)}


def _options(command: Any, given: Iterable[tuple[Any, str]]) -> Words:
    """The options that may still be given, by their long names."""
    spent = {id(option) for option, _ in given if not option.multiple}
    left = {word: one for word, one in _by_word(command).items() if id(one) not in spent and word.startswith("--")}
    told = {word: "" if word in one.secondary_opts else _short(one.help or "") for word, one in left.items()}
    return told | {"--help": "Show the help"}


def _short(text: str) -> str:
    """As much of a help text as a list has room for."""
    first = " ".join(_END.split(text, maxsplit=1)[0].split())
    return first if len(first) <= _ROOM else first[: _ROOM - 1].rstrip(" ,") + "…"


def _read(command: Any, words: Sequence[str]) -> _Before:
    by_word = _by_word(command)
    given: list[tuple[Any, str]] = []
    waiting: Any = None
    for word in words:
        if waiting is not None:
            given.append((waiting, word))
            waiting = None
        elif word == "--":
            return _Before(given, None, True)
        elif word.startswith("--"):
            option, _, value = word.partition("=")
            waiting = _noted(by_word.get(option), value, "=" in word, given)
        elif word.startswith("-") and len(word) > 1:
            waiting = _read_short(by_word, word[1:], given)
    return _Before(given, waiting, False)


def _read_short(by_word: Mapping[str, Any], letters: str, given: list[tuple[Any, str]]) -> Any:
    """Short options may stand together, the last with its value: -qfjson."""
    for place, letter in enumerate(letters):
        option = by_word.get(f"-{letter}")
        value = letters[place + 1 :]
        if option is None or not option.is_flag:
            return _noted(option, value, bool(value), given)
        given.append((option, ""))
    return None


def _noted(option: Any, value: str, has_value: bool, given: list[tuple[Any, str]]) -> Any:
    """Notes an option that is complete; gives back one that waits for its value."""
    if option is None:
        return None
    if has_value or option.is_flag:
        given.append((option, value))
        return None
    return option


def _values(root: Any, command: str, state: _Before, option: Any, current: str) -> Answer:
    if option.name in PATHS:
        return Answer({}, PATHS[option.name])
    if option.name == "type":
        return Answer(_types(_own(root, state), current))
    known = VALUES.get(f"{command} {option.name}") or VALUES.get(option.name, {})
    return Answer(_beginning(current, known))


def _types(own: Any, current: str) -> Words:
    """Types, also behind the comma of a list: person,d."""
    before, comma, last = current.rpartition(",")
    listed = before.split(",")
    every = (*MENTION_TYPES, *(own.types if own else ()))
    return {f"{before}{comma}{type}": "" for type in every if type.startswith(last) and type not in listed}


def _own(root: Any, state: _Before) -> Any:
    """Users' names and rules as far as the command line and the config file name them; None where they are wrong."""
    files: dict[str, list[str]] = {"lexicon": [], "rules": []}
    for option, value in state.given:
        for key in files:
            if f"--{key}" in option.opts:
                files[key].append(value)
    try:
        return own_of(root, files["lexicon"], files["rules"], any(one.name == "no_config" for one, _ in state.given))
    except typer.Exit:
        return None


def _arguments(root: Any, command: str, state: _Before, current: str) -> Answer:
    if command == "help":
        return Answer(_beginning(current, {**help.TOPICS, **_commands(root)}))
    if command == "completion":
        return Answer(_beginning(current, dict.fromkeys(completion.SHELLS, "")))
    if command == "rules":
        return Answer(_beginning(current, _rule_names(_own(root, state))))
    takes_files = any(one.param_type_name == "argument" for one in root.commands[command].params)
    return Answer({}, "files" if takes_files else "words")


def _rule_names(own: Any) -> Words:
    from kextract.explain import declared
    from kextract.extractor import Extractor

    every = declared(Extractor() if own is None else Extractor(own=own))
    types = {rule.name.partition(".")[0]: "all of these" for rule in every}
    return types | {rule.name: rule.about for rule in every}
