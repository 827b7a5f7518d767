"""Korean names out of the raw material: full names, given names and the syllables they are made of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kextract.lexicon.build_packages import MecabWords

# A surname that fewer people bear proves nothing about the syllables after it (가너스, 로마노).
COMMON_SURNAME_PER_MILLE = 0.3
# A rare surname is believed only before a given name that so many others bear (가국현, not 가나코).
RARE_SURNAME_GIVEN_COUNT = 3
# 고용한, 강의의, 배상해 are rather a noun and what follows it, whoever bears the name.
ENDINGS = frozenset("한해의은을를이가로도만된할적권중용간님년자력률성화식기상제인")
SYLLABLE_MINIMUM = 12
SYLLABLE_LISTED = 3
GIVEN_LISTED = 2
# A name of four syllables is no transcription when its surname has two (남궁민수).
SHORT, LONG = 3, 4


@dataclass(frozen=True, slots=True)
class KoreanNames:
    """What is counted over the people of mecab-ko-dic."""

    full: list[str]
    given: dict[str, int]
    first: dict[str, int]
    second: dict[str, int]


def split_name(name: str, surnames: Mapping[str, float]) -> tuple[str, str] | None:
    """김두겸 is 김 and 두겸, 남궁민수 is 남궁 and 민수; None for what has another shape."""
    if len(name) == LONG and name[:2] in surnames:
        return name[:2], name[2:]
    if len(name) == SHORT and name[0] in surnames:
        return name[0], name[1:]
    return None


def korean_names(
    words: MecabWords, surnames: Mapping[str, float], foreign: set[str], rejected: set[str]
) -> KoreanNames:
    """Keep what reads as surname and given name, and is neither a foreign word nor anything but a name."""
    pairs = sorted({pair for name in words.people if (pair := split_name(name, surnames))})
    plain = [pair for pair in pairs if surnames[pair[0]] >= COMMON_SURNAME_PER_MILLE and "".join(pair) not in foreign]
    given = given_counts(plain)
    first = Counter(name[0] for _, name in plain)
    second = Counter(name[1] for _, name in plain)
    barred = words.homographs() | rejected | foreign
    full = [
        surname + name
        for surname, name in pairs
        if surname + name not in barred
        and not ((surname + name)[:-1] in rejected and name[-1] in ENDINGS)
        and first[name[0]] >= SYLLABLE_MINIMUM
        and second[name[1]] >= SYLLABLE_MINIMUM
        and (surnames[surname] >= COMMON_SURNAME_PER_MILLE or given.get(name, 0) >= RARE_SURNAME_GIVEN_COUNT)
    ]
    return KoreanNames(full, given, dict(first), dict(second))


def given_counts(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """With how many surnames each given name is seen."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for surname, name in pairs:
        bearers[name].add(surname)
    return {name: len(seen) for name, seen in bearers.items()}


def given_rows(names: KoreanNames, words: MecabWords) -> list[str]:
    """Given name, number of surnames, 1 when the form is a common noun or a place too (성호, 보라)."""
    common = words.nouns | words.places
    return [f"{name}\t{count}\t{int(name in common)}" for name, count in names.given.items() if count >= GIVEN_LISTED]


def syllable_rows(names: KoreanNames) -> list[str]:
    """Syllable, people who have it first in the given name, people who have it second."""
    syllables = names.first.keys() | names.second.keys()
    rows = []
    for syllable in syllables:
        first, second = names.first.get(syllable, 0), names.second.get(syllable, 0)
        if first + second >= SYLLABLE_LISTED:
            rows.append(f"{syllable}\t{first}\t{second}")
    return rows
