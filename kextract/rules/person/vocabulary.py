"""The lists behind the person rules, read on first use and kept."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from kextract import lexicon
from kextract.lexicon.compiled import compiled, compiled_by_letter
from kextract.rules.organization.names import COUNTRY, catalog

WORDS_KEPT = 20_000
LONGEST_ORGANIZATION = 12
SHORTEST_GLUED = 3
TITLES = "persons/titles.tsv"
GROUPS = "persons/groups.tsv"
KNOWN = "persons/known_people.tsv"


@dataclass(frozen=True, slots=True)
class Title:
    """A title's class and what may be done with it; `flags` as in the head of the list.

    `noun`: the word is an everyday noun as well (시장 is a market). `person`: it is said of a person whose name comes
    before it, unlike 남편 or 목격자. `role`: it stands before names (배우 한석규).
    """

    name_class: str
    flags: str
    noun: bool = field(init=False)
    person: bool = field(init=False)
    role: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "noun", "N" in self.flags)
        object.__setattr__(self, "person", "S" in self.flags or self.name_class == "legis")
        object.__setattr__(self, "role", "R" in self.flags)


@cache
def surnames() -> dict[str, float]:
    """Surname → people in a thousand."""
    return {row[0]: float(row[1]) for row in lexicon.rows("persons/surnames.tsv")}


@cache
def surname_starts() -> frozenset[str]:
    """First letters of all surnames: the prefilter."""
    return frozenset(name[0] for name in surnames())


@cache
def hanja_surnames() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("persons/hanja_surnames.tsv")}


@compiled_by_letter
def given_names() -> dict[str, int]:
    """Given name → with how many surnames it is seen."""
    return {row[0]: int(row[1]) for row in lexicon.rows("persons/given_names.tsv")}


@compiled_by_letter
def noun_given_names() -> dict[str, bool]:
    """Given names that are common nouns or places as well."""
    return {row[0]: True for row in lexicon.rows("persons/given_names.tsv") if row[2] == "1"}


@cache
def given_syllables() -> tuple[dict[str, float], dict[str, float]]:
    """Decimal logarithms of how many people bear a syllable first and second in the given name."""
    first, second = {}, {}
    for syllable, one, two, *_ in lexicon.rows("persons/given_syllables.tsv"):
        first[syllable] = math.log10(int(one) + 1)
        second[syllable] = math.log10(int(two) + 1)
    return first, second


def is_full_name(name: str) -> bool:
    """Is it a listed Korean name of three syllables: 김민수?"""
    return name in _full_names()


@compiled_by_letter
def _full_names() -> dict[str, bool]:
    return dict.fromkeys(lexicon.lines("persons/korean_names.txt"), True)


@cache
def short_names() -> dict[str, bool]:
    """Full names of two syllables → whether the name is something else as well (조국)."""
    return {row[0]: len(row) > 1 and "C" in row[1] for row in lexicon.rows("persons/korean_names_2.tsv")}


@compiled_by_letter
def not_names() -> dict[str, bool]:
    """Nouns that have the shape of a name: 경영진, 정상화."""
    return dict.fromkeys(lexicon.lines("persons/not_names.txt"), True)


# words of address that other rules read: 김씨, 박 군
ADDRESS = frozenset("씨 군 양 님 모씨 모군 모양 공 경 옹 미스 미스터 미세스 닥터 마담".split())


_FIRST_WORD = re.compile(r"[\W_]")


@compiled_by_letter
def known_people() -> dict[str, list[tuple[str, bool]]]:
    """First two letters → names and aliases, the longest first, each with whether it is an everyday word as well."""
    surfaces: dict[str, bool] = {}
    for line in (*lexicon.lines(KNOWN), *lexicon.lines(GROUPS)):
        name, _, *more = line.split("\t")
        surfaces.setdefault(name, bool(more) and "C" in more[0])
        for alias in _aliases(more[1:]) if len(more) > 1 else ():
            surfaces.setdefault(alias, False)
    for surface in [surface for surface in surfaces if " " in surface]:
        glued = surface.replace(" ", "")  # 톰 크루즈 is 톰크루즈 in headlines
        if len(glued) >= SHORTEST_GLUED:
            surfaces.setdefault(glued, surfaces[surface])
    groups: dict[str, list[tuple[str, bool]]] = {}
    for item in surfaces.items():
        groups.setdefault(item[0][:2], []).append(item)
    for group in groups.values():
        if len(group) > 1:
            group.sort(key=lambda item: -len(item[0]))
    return groups


_FIELDS = {"athlete": "sports", "leader": "state", "president": "state"}
_STAGE = frozenset(["singer", "actor", "entertainer", "director", "group_music"])


@compiled
def known_fields() -> dict[str, str]:
    """Names that are everyday words too → in what texts they are names: stage, sports or state."""
    found: dict[str, str] = {}
    for name, sort, *more in (*lexicon.rows(KNOWN), *lexicon.rows(GROUPS)):
        if more and "C" in more[0] and name not in places():
            found[name] = "stage" if sort in _STAGE else _FIELDS.get(sort, "")
    return found


@compiled
def known_beginnings() -> dict[str, tuple[str, ...]]:
    """First two letters, or the one of 뷔 → the listed names' first words."""
    groups: dict[str, set[str]] = {}
    for names in known_people().values():
        for name, _ in names:
            first = name if name.isalnum() else _FIRST_WORD.split(name, maxsplit=1)[0]
            if len(first) > 1 or first == name:
                groups.setdefault(first[:2], set()).add(first)
    return {key: tuple(found) for key, found in groups.items()}


@compiled
def known_singles() -> dict[str, list[tuple[str, bool]]]:
    """First letter → those of the names whose first word is but that letter (톰 크루즈), the longest first."""
    singles: dict[str, list[tuple[str, bool]]] = {}
    for key, names in known_people().items():
        if not key[1:].isalnum():
            singles.setdefault(key[0], []).extend(names)
    return {letter: sorted(names, key=lambda item: -len(item[0])) for letter, names in singles.items()}


@cache
def titles() -> dict[str, Title]:
    """Titles and roles that are words of their own."""
    return {row[0]: Title(row[1], row[2]) for row in lexicon.rows(TITLES) if row[0] not in ADDRESS}


@cache
def title_heads() -> frozenset[str]:
    """Titles that may end a longer one: 단장 in 산학협력단장."""
    return frozenset(name for name, title in titles().items() if "H" in title.flags)


@cache
def title_starts() -> frozenset[str]:
    return frozenset(name[0] for name in titles())


@cache
def title_ends() -> frozenset[str]:
    return frozenset(name[-1] for name in titles())


STATUS_LIST = "persons/status_words.tsv"
STATUSES = frozenset(
    "former late current new next designate appointed elect candidate first predecessor successor retired".split()
)


@cache
def status_words() -> dict[str, str]:
    """Words between a name and a title, or before a name, that tell when it is held: 전, 前, 신임, 고."""
    return {row[0]: row[1] for row in lexicon.rows(STATUS_LIST) if row[1] in STATUSES}


@cache
def title_modifiers() -> frozenset[str]:
    """Words that belong to the title behind them: 수석 부총장, 명예 교수."""
    kinds = STATUSES | {"alias", "arrested", "acting"}
    return frozenset(row[0] for row in lexicon.rows(STATUS_LIST) if row[1] not in kinds)


@cache
def title_openings() -> frozenset[str]:
    """The first two letters of what may follow a name as its title: 감독, 전 대통령, 수석 부총장."""
    return frozenset(word[:2] for words in (titles(), status_words(), title_modifiers()) for word in words)


@cache
def acting_words() -> frozenset[str]:
    """Words that go on a title: 서울시장 권한대행."""
    return frozenset(row[0] for row in lexicon.rows(STATUS_LIST) if row[1] == "acting")


@cache
def neighbours(kind: str) -> frozenset[str]:
    """Words that tell something of the name beside them: work, namesake … as in the head of the list."""
    return frozenset(_neighbours().get(kind, ()))


@cache
def _neighbours() -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for word, kind, *_ in lexicon.rows("persons/neighbours.tsv"):
        kinds.setdefault(kind, []).append(word)
    return kinds


@cache
def countries() -> frozenset[str]:
    return lexicon.words("places/countries.tsv")


def needs_context(organization: str) -> bool | None:
    """Whether the name of an organization is an everyday word or a person's name as well; None for no organization."""
    squeezed = organization.replace(" ", "")
    name = catalog().get(squeezed)
    if name is None or name.name_class == COUNTRY or len(squeezed) > LONGEST_ORGANIZATION:
        return None
    return "C" in name.flag if squeezed == organization or name.canonical == organization else None


def is_organization(name: str) -> bool:
    return needs_context(name) is not None


@cache
def music_groups() -> frozenset[str]:
    """Bands and idol groups: 소녀시대 수영."""
    return frozenset(name for row in lexicon.rows(GROUPS) for name in (row[0], *_aliases(row[3:])))


def _aliases(columns: list[str]) -> list[str]:
    """The names of an alias column, if there is one; `=name` only points to another row."""
    return [alias for alias in columns[0].split("|") if alias and alias[0] != "="] if columns else []


@cache
def thing_endings() -> frozenset[str]:
    """Ends of foreign words that are firms, works or things: 스포츠모델컴퍼니."""
    return lexicon.words("persons/thing_endings.txt")


def is_thing(word: str) -> bool:
    endings = thing_endings()
    return any(word[-length:] in endings for length in (2, 3, 4, 5, 6))


@cache
def places() -> frozenset[str]:
    lists = ("places/korea.tsv", "places/world.tsv", "places/countries.tsv")
    return frozenset[str]().union(*(lexicon.words(name) for name in lists))


class Foreign(NamedTuple):
    """A word of foreigners' names: its language or -, whether it is an everyday word too, how many people bear it."""

    language: str
    noun: bool
    bearers: int


def _foreign(name: str) -> dict[str, tuple[str, bool, int]]:
    """The list `name`: word → what Foreign tells of it, one object for all words of which the same is told."""
    rows = {word: (language, "N" in flags, int(bearers or 0)) for word, language, flags, bearers in lexicon.rows(name)}
    one = {row: row for row in rows.values()}
    return {word: one[row] for word, row in rows.items()}


@compiled_by_letter
def foreign_given() -> dict[str, tuple[str, bool, int]]:
    return _foreign("persons/foreign_given.tsv")


@compiled_by_letter
def foreign_surnames() -> dict[str, tuple[str, bool, int]]:
    return _foreign("persons/foreign_surnames.tsv")


def foreign_word(word: str) -> tuple[Foreign | None, Foreign | None]:
    """What the lists tell of a word as a given name and as a surname."""
    given, surname = foreign_given().get(word), foreign_surnames().get(word)
    return Foreign(*given) if given else None, Foreign(*surname) if surname else None


@compiled
def foreign_prefixes() -> frozenset[str]:
    """The first two letters of all listed words of foreigners' names, and the words of one letter."""
    return frozenset(word[:2] for names in (foreign_given(), foreign_surnames()) for word in names)


@cache
def pinyin() -> dict[str, str]:
    """Chinese syllables in Hangul → flags: S surname, D seldom in Korean words."""
    return {row[0]: row[1] if len(row) > 1 else "" for row in lexicon.rows("persons/pinyin.tsv")}


@cache
def chinese_starts() -> frozenset[str]:
    """The first letters of Chinese surnames."""
    return frozenset(syllable[0] for syllable, flags in pinyin().items() if "S" in flags)


@compiled
def foreign_syllables() -> dict[str, float]:
    """Syllables and pairs of them → natural log of how much likelier they are in foreigners' names than in Korean
    nouns; ^ stands for a word's edge."""
    return {row[0]: float(row[1]) for row in lexicon.rows("persons/foreign_syllables.tsv")}
