"""Users' own names: a row is surface, type, canonical name, class, note; the last three may be left out.

Types: organization, person, stop (a surface that must not be found; its class may name the one type that is meant),
word (no mention, only for own rules to refer to), or a type of one's own such as product. Several rows with one
canonical name are aliases of it. Examples stand in comments: `#+ [[한빛]]은 …` and `#- 한빛이 비친다`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import NamedTuple

from kextract.lexicon.compiled import without_collecting
from kextract.own.files import read
from kextract.own.problems import OwnError, Problem
from kextract.text import normalise

NAMES = ("organization", "person")
STOP, WORD = "stop", "word"
KNOWN_TYPES = (*NAMES, STOP, WORD)
BUILT_IN_VALUES = ("date", "money")
TYPE = re.compile(r"[a-z][a-z_]*")
COLUMNS = 5
EXAMPLE, COUNTER = "#+", "#-"

_HEADER = frozenset(["surface", "이름", "표기", "name"])
_UNTIDY = re.compile(r"(?m)^ |  | \t|\t | $| ,|, ")  # where cells have blanks at their edges
_LETTER = re.compile(r"\w")


class Entry(NamedTuple):
    """What a file says of a surface. `name` is the canonical name, empty where the surface is it."""

    type: str
    name: str = ""
    name_class: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """An example, its mentions marked [[so]], or a counter-example, and where it stands."""

    text: str
    line: int
    counter: bool = False


@dataclass(slots=True)
class Lexicon:
    """One file. `lines` tells where a surface stands, `kinds` are the entries, each once."""

    path: str
    entries: dict[str, Entry] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    kinds: list[Entry] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)


def load(path: str) -> Lexicon:
    """Reads a file, CSV by its ending, else TSV. Raises OwnError with every mistake in it."""
    if path.lower().endswith(".toml"):
        raise OwnError([Problem(path, None, "a rule file is given with --rules, a lexicon is a .tsv or .csv")])
    text = read(path).replace("\r\n", "\n")
    comma = path.lower().endswith(".csv")
    lexicon = Lexicon(path)
    with without_collecting():
        tidy = not _UNTIDY.search(text) and normalise(text.replace("\t", " ")).norm == text.replace("\t", " ")
        problems = _fill(lexicon, _csv_rows(text) if comma else _tsv_rows(text), "," if comma else "\t", tidy)
    if problems:
        raise OwnError(problems)
    if not lexicon.entries:
        raise OwnError([Problem(path, None, "no names in this file: a row is surface, type, canonical name, class")])
    return lexicon


def _fill(lexicon: Lexicon, rows: Iterable[tuple[int, list[str]]], mark: str, tidy: bool) -> list[Problem]:
    """Enters the rows; gives what is wrong with them. `tidy` says that normalising would change nothing."""
    problems: list[Problem] = []
    entries, lines, path = lexicon.entries, lexicon.lines, lexicon.path
    shared: dict[tuple[str, ...], Entry] = {}  # most rows say the same behind their surface
    for number, cells in rows:
        surface = cells[0]
        if surface[:1] == "#":
            _comment(lexicon, number, mark.join(cells))
            continue
        if not tidy:
            surface = " ".join(normalise(surface).norm.split())
        if not entries and surface.lower() in _HEADER:
            continue
        key = tuple(cells[1:4])
        if len(key) > 1 and key[1] == surface:
            key = (key[0], "", *key[2:])
        entry = shared.get(key)
        if entry is None or len(cells) > COLUMNS:
            entry, wrong = _entry([surface, *key, *cells[4:]], path)
            if wrong:
                problems.append(Problem(path, number, wrong))
                continue
            shared[key] = entry
        odd = len(surface) < 2 or surface in entries or not surface[0].isalnum()
        if odd and (wrong := _wrong_surface(surface, entry, lexicon)):
            problems.append(Problem(path, number, wrong))
            continue
        entries[surface] = entry
        lines[surface] = number
    lexicon.kinds = list(dict.fromkeys(shared.values()))
    return problems


def _tsv_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line and not line.isspace():
            yield number, line.split("\t")


def _csv_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""))
    for cells in reader:
        if any(cell and not cell.isspace() for cell in cells):
            yield reader.line_num, cells


def _comment(lexicon: Lexicon, number: int, line: str) -> None:
    if line.startswith((EXAMPLE, COUNTER)):
        lexicon.sentences.append(Sentence(line[2:].strip(), number, line.startswith(COUNTER)))


def _entry(cells: list[str], path: str) -> tuple[Entry, str]:
    """What the columns behind the surface say, and what is wrong with them."""
    type, name, name_class = (*(cell.strip() for cell in cells[1:4]), "", "", "")[:3]
    entry = Entry(type, " ".join(normalise(name).norm.split()), name_class, path)
    return entry, _wrong_columns(cells) or wrong_type(type) or _wrong_class(entry)


def _wrong_columns(cells: list[str]) -> str:
    if len(cells) > COLUMNS:
        return f"{len(cells)} columns where there are at most {COLUMNS}: surface, type, canonical name, class, note"
    if len(cells) == 1:
        hint = " (columns are parted by tabs; a file with commas ends in .csv)" if "," in cells[0] else ""
        return f"no type for {cells[0].strip()!r}: the second column is organization, person, stop …{hint}"
    return ""


def wrong_type(type: str) -> str:
    """Why a type cannot be one, empty where it can."""
    if type in KNOWN_TYPES:
        return ""
    if type in BUILT_IN_VALUES:
        return f"type {type}: amounts and dates are read, not listed; call a type of your own another name"
    close = get_close_matches(type.lower(), KNOWN_TYPES, 1, 0.75)
    if close:
        return f"type {type!r}: did you mean {close[0]}?"
    if not TYPE.fullmatch(type):
        return f"type {type!r}: organization, person, stop, word, or a word of your own in small letters a-z and _"
    return ""


def _wrong_class(entry: Entry) -> str:
    if entry.type == WORD and not entry.name_class:
        return "a word needs a class (fourth column), by which rules call it"
    return ""


def _wrong_surface(surface: str, entry: Entry, lexicon: Lexicon) -> str:
    if not surface:
        return "the surface (first column) is empty"
    if not _LETTER.search(surface):
        return f"{surface!r} has no letter in it"
    if len(surface) < 2:
        return f"{surface!r} is too short: a surface has two letters or more"
    known = lexicon.entries.get(surface)
    if known is None or known == entry:
        return ""
    what = known.type if known.type != entry.type else f"{known.name or surface}, {known.name_class or 'no class'}"
    return f"{surface!r} stands in line {lexicon.lines[surface]} already, as {what}"


def merged(lexicons: Iterable[Lexicon]) -> dict[str, Entry]:
    """All surfaces; what a later file says replaces what an earlier one said."""
    entries: dict[str, Entry] = {}
    for lexicon in lexicons:
        entries.update(lexicon.entries)
    return entries
