"""The organization lexicon as the rules see it: names by surface, heads by ending, places. Loaded on first use."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kextract import lexicon

COUNTRY = "country"
BLOCKED = "X"  # the flag of a word that is none and hides the shorter name in it: 국회의원
LEVELS = frozenset(["sido", "sido_short", "sgg"])  # of places/korea.tsv


class Name(NamedTuple):
    """An entry of the lexicon. `flag` is empty (sure), C (needs context), P (place that may act) or G (generic)."""

    name_class: str
    flag: str
    canonical: str


class Catalog(NamedTuple):
    """All surfaces, blanks taken out, and for each pair of first letters the lengths of its surfaces, longest first."""

    entries: dict[str, Name]
    lengths: dict[str, list[int]]


class Head(NamedTuple):
    """What a name of its kind ends in: 협회. `strength` is strong, weak or unit (a part of another organization)."""

    text: str
    name_class: str
    strength: str


# classes of the lists that are no organizations for this purpose: bands are people, leagues are competitions
UNREAD = frozenset(["group_music"])
# where lists disagree about a flag, a public body is the likelier meaning
PUBLIC = frozenset(["government", "ministry", "agency", "international", "public", "university", "party", "council"])


@cache
def catalog() -> Catalog:
    """Names and aliases of all organization lists, and the countries."""
    entries: dict[str, Name] = {}
    for row in _countries():
        entries[row[0]] = Name(COUNTRY, "P", row[0])
    for name_list in lexicon.names("organizations"):
        for row in lexicon.rows(name_list):
            if row[1] not in UNREAD:
                _enter(entries, row)
    _override(entries)
    found: dict[str, set[int]] = {}
    for surface in entries:
        key = surface[:2]
        if key in found:
            found[key].add(len(surface))
        else:
            found[key] = {len(surface)}
    return Catalog(entries, {key: sorted(lengths, reverse=True) for key, lengths in found.items()})


def _enter(entries: dict[str, Name], row: list[str]) -> None:
    size = len(row)
    aliases = row[3] if size > 3 else ""
    canonical = aliases[1:] if aliases[:1] == "=" else row[0]
    name = Name(row[1], row[2] if size > 2 else "", canonical)
    surfaces = [row[0]] if not aliases or aliases[0] == "=" else [row[0], *aliases.split("|")]
    for surface in surfaces:
        squeezed = surface.replace(" ", "")
        known = entries.get(squeezed)
        if known is None or _beats(name, known):
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
        elif name is not None:
            entries[surface] = Name(name.name_class, "" if flag == "S" else flag, name.canonical)


def _countries() -> list[list[str]]:
    return [row for row in lexicon.rows("places/countries.tsv") if len(row[0]) > 1]


@cache
def heads() -> dict[str, list[Head]]:
    """Heads by their last two letters (one for heads of one letter), the longest first."""
    table: dict[str, list[Head]] = {}
    for row in lexicon.rows("organization_heads.tsv"):
        table.setdefault(row[0][-2:], []).append(Head(row[0], row[1], row[2]))
    for group in table.values():
        group.sort(key=lambda head: -len(head.text))
    return table


@cache
def places() -> frozenset[str]:
    """Places at home and abroad, and countries."""
    found = lexicon.words("places/korea.tsv") | lexicon.words("places/world.tsv") | countries()
    return frozenset(place for place in found if len(place) > 1)


@cache
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
    """Countries, and their one-letter forms in hanja."""
    return lexicon.words("places/countries.tsv")


@cache
def latin_stop() -> frozenset[str]:
    """Latin abbreviations that are no organizations: MOU, GDP."""
    return lexicon.words("latin_stop.tsv")


@cache
def common() -> frozenset[str]:
    """Words that end in a head and name nothing: 대학병원, 시민단체."""
    return lexicon.words("organization_common.tsv")
