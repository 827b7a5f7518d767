"""The organization lexicon as the rules see it: names by surface, heads by ending, places. Loaded on first use."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from kextract import lexicon
from kextract.lexicon.compiled import ByLetter, compiled, compiled_by_letter

COUNTRY = "country"
TEAM = "T"  # the flag of a firm that a team is named for: 정관장
BLOCKED = "X"  # the flag of a word that is none and hides the shorter name in it: 국회의원
LEVELS = frozenset(["sido", "sido_short", "sgg"])  # of places/korea.tsv


class Name(NamedTuple):
    """An entry of the lexicon. `flag` is empty (sure), C (needs context), P (place that may act), G (generic) or X
    (blocked)."""

    name_class: str
    flag: str
    canonical: str


Row = tuple[str, str, str]
"""A Name as the compiled table has it."""


class Catalog:
    """All surfaces, blanks taken out, and which lengths those with the same first two and three letters have."""

    __slots__ = ("_lengths", "masks", "surfaces")

    def __init__(self, surfaces: ByLetter[Row], masks: ByLetter[int]) -> None:
        self.surfaces = surfaces
        #: the lengths of the surfaces with these first two or three letters, a bit each
        self.masks = masks
        self._lengths: dict[str, tuple[int, ...]] = {}

    def get(self, surface: str) -> Name | None:
        """The entry of a surface, if the lists have it."""
        row = self.surfaces.get(surface)
        return Name(*row) if row is not None else None

    def lengths(self, beginning: str) -> tuple[int, ...]:
        """The lengths of the surfaces with these first two letters, longest first."""
        known = self._lengths.get(beginning)
        if known is None:
            mask = self.masks.get(beginning)
            if mask is None:
                return ()
            known = tuple(size for size in range(mask.bit_length() - 1, 0, -1) if mask >> size & 1)
            self._lengths[beginning] = known
        return known


class Head(NamedTuple):
    """What a name of its kind ends in: 협회. `strength` is strong, weak or unit (a part of another organization)."""

    text: str
    name_class: str
    strength: str


# where lists disagree about a flag, a public body is the likelier meaning
PUBLIC = frozenset(["government", "ministry", "agency", "international", "public", "university", "party", "council"])


@cache
def catalog() -> Catalog:
    """Names and aliases of all organization lists, and the countries."""
    return Catalog(_surfaces(), _masks())


@compiled_by_letter
def _surfaces() -> dict[str, Row]:
    return {surface: (name[0], name[1], name[2]) for surface, name in _entries().items()}


@compiled_by_letter
def _masks() -> dict[str, int]:
    """The first two and the first three letters of the surfaces → the lengths of these, a bit each."""
    masks: defaultdict[str, int] = defaultdict(int)
    for surface in _surfaces():
        for beginning in {surface[:2], surface[:3]}:
            masks[beginning] |= 1 << len(surface)
    return dict(masks)


def _entries() -> dict[str, Name]:
    entries: dict[str, Name] = {}
    for row in lexicon.rows("places/countries.tsv"):
        if len(row[0]) > 1:
            entries[row[0]] = Name(COUNTRY, "P", row[0])
    for name_list in lexicon.names("organizations"):
        _read(name_list, entries)
    for stopped in latin_stop():
        entries.pop(stopped, None)
    _override(entries)
    return entries


def _read(name_list: str, entries: dict[str, Name]) -> None:
    """Enters a list: a name, its class, its flag, its other names or `=` and the name it is another of."""
    for surface, name_class, flag, aliases, *_ in (row + [""] * 3 for row in lexicon.rows(name_list)):
        same = aliases.startswith("=")
        name = Name(name_class, flag, aliases[1:] if same else surface)
        for written in (surface,) if same else (surface, *filter(None, aliases.split("|"))):
            squeezed = written.replace(" ", "")
            known = entries.setdefault(squeezed, name)
            if known is not name and _beats(name, known):
                entries[squeezed] = name


def _beats(name: Name, known: Name) -> bool:
    """Does a later entry replace an earlier one? The careful flag wins, but a public body beats it."""
    if known.name_class == COUNTRY:
        return False
    if name.flag and not known.flag:
        return known.name_class not in PUBLIC
    return not name.flag and bool(known.flag) and name.name_class in PUBLIC


def _override(entries: dict[str, Name]) -> None:
    for surface, flag in lexicon.rows("organization_overrides.tsv"):
        name = entries.get(surface)
        if flag == "D":
            entries.pop(surface, None)
        elif flag == BLOCKED:
            entries[surface] = Name("", BLOCKED, surface)
        elif name is not None and flag != TEAM:
            entries[surface] = Name(name.name_class, "" if flag == "S" else flag, name.canonical)


@cache
def heads() -> dict[str, list[Head]]:
    """Heads by their last two letters (one for heads of one letter), the longest first."""
    table: dict[str, list[Head]] = {}
    for row in lexicon.rows("organization_heads.tsv"):
        table.setdefault(row[0][-2:], []).append(Head(row[0], row[1], row[2]))
    for group in table.values():
        group.sort(key=lambda head: -len(head.text))
    return table


@compiled
def places() -> frozenset[str]:
    """Places at home and abroad, and countries."""
    found = lexicon.words("places/korea.tsv") | lexicon.words("places/world.tsv") | countries()
    return frozenset(place for place in found if len(place) > 1)


@compiled
def regions() -> frozenset[str]:
    """Provinces, cities, counties and districts at home, long and short forms; no villages, no words."""
    found = lexicon.rows("places/korea.tsv")
    return frozenset(row[0] for row in found if row[1] in LEVELS or (row[1] == "sgg_short" and row[2:3] != ["N"]))


@cache
def surnames() -> frozenset[str]:
    """Korean family names."""
    return lexicon.words("persons/surnames.tsv")


@cache
def foreign_places() -> frozenset[str]:
    """Towns and regions abroad."""
    return lexicon.words("places/world.tsv")


@cache
def countries() -> frozenset[str]:
    """Countries, and of their one-letter forms those that are no other word: 美, 미, but not 한 (한 경찰)."""
    found = lexicon.words("places/countries.tsv")
    return frozenset(name for name in found if len(name) > 1 or name in "미북美中日英北佛獨露韓")


@cache
def sponsors() -> frozenset[str]:
    """Firms that a team is named for, which play as well as trade: 정관장."""
    return frozenset(row[0] for row in lexicon.rows("organization_overrides.tsv") if row[1] == TEAM)


@cache
def latin_stop() -> frozenset[str]:
    """Latin abbreviations that are no organizations: MOU, GDP."""
    return lexicon.words("latin_stop.tsv")


@cache
def common() -> frozenset[str]:
    """Words that end in a head and name nothing: 대학병원, 시민단체."""
    return lexicon.words("organization_common.tsv")
