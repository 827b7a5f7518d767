"""What a chunk's letters alone say to the organization rules, read once a word: most words say nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from operator import add

from kextract.rules.organization.names import Catalog, catalog, foreign_places, heads
from kextract.rules.organization.vocabulary import BARE, FIRM_OFFICERS, REPORT, STATES, vocabulary

KEPT = 60_000  # words
# states that go by one letter alone, and what such a letter may have behind it: 북측, 美는
ALONE = frozenset("북남美中日北露韓")
HANJA = frozenset("美中日北露韓英佛獨")  # 美의회
AFTER_SCHOOL = frozenset("은는이가의과와도만을를에")
AFTER_ALONE = frozenset("은는이가의과와도만을를에측전간으로")
# Latin letters by their names, of which firms' names are made: 에스비엠, 엔케이누리
_LETTERS = re.compile(
    "에이치|에이|에스|에프|아이|케이|제이|브이|더블유|엑스|와이|제트|엘|엠|앰|엔|앤|비|씨|디|이|지|오|피|큐|알|티|유"
)
_TELLING = re.compile("에이치|에이|에스|에프|케이|제이|브이|더블유|엑스|와이|엘|엠|앰|엔|앤|씨|큐|알")
SPELLED_FIRSTS = frozenset("에아케제브더엑와엘엠앰엔앤비씨디이지오피큐알티유")
_TOWN_WORDS = ("따르면", "시", "주")  # 포틀랜드 시
_SHORTEST = 3  # letters from which a word tells more than the first two letters of a name


@dataclass(slots=True)
class Sign:
    """`lengths` are those of the lexicon's names that may begin here, the longest first; None where one letter cannot
    tell. `live`: a name may begin here; `invites`: in the next chunk (a role); `called`: in the chunk before (an
    officer). `marks` are the kinds of verbs, `bare` is said of 시, 도, 군 and 구."""

    lengths: Sequence[int] | None = ()
    live: bool = False
    invites: bool = False
    called: bool = False
    bare: bool = False
    marks: Sequence[str] = ()


NOTHING = Sign()
_kept: dict[str, Sign] = {}


def signs(words: Sequence[str]) -> list[Sign]:
    """What each word of a line says."""
    kept = _kept
    return [kept.get(word) or _learn(word) for word in words]


def live(found: Sequence[Sign], gaps: Sequence[str], text: str) -> list[bool]:
    """Which chunks of a line may begin a name that a list, its ending or the chunks beside it give away."""
    if REPORT in text:
        return [True] * len(found)
    alive = [sign.live for sign in found]
    size = len(found)
    for i, sign in enumerate(found):
        if sign is not NOTHING:
            if sign.invites and i + 1 < size:
                alive[i + 1] = True
            if sign.called and i:
                alive[i - 1] = True
    if "(" in gaps:
        for i in range(size):
            if gaps[i + 1] == "(":
                alive[i] = True
    return alive


def _learn(word: str) -> Sign:
    if len(_kept) >= KEPT:
        _kept.clear()
    words, first = vocabulary(), word[0]
    lengths = _lengths(word, catalog())
    live = (
        lengths is None
        or len(lengths) > 0
        or (first in STATES and (word[1] in STATES or (first in ALONE and word[1] in AFTER_ALONE)))
        or first in HANJA
        or _may_teach(word)
        or "A" <= first <= "Z"
        or _names_town(word)
        or (first in SPELLED_FIRSTS and spelled(word))
        or not _head_pairs().isdisjoint(map(add, word, word[1:]))
    )
    invites = words.role(word) is not None
    called = word.startswith(_TOWN_WORDS) or (
        first in _calling_firsts() and not _calling().isdisjoint(accumulate(word))
    )
    bare = first in BARE
    marks = words.marks.get(word[:2], ())
    kinds = tuple(dict.fromkeys([kind for start, kind in marks if word.startswith(start)])) if marks else ()
    silent = not (live or invites or called or bare or kinds)
    _kept[word] = sign = NOTHING if silent else Sign(lengths, live, invites, called, bare, kinds)
    return sign


@lru_cache(4096)
def spelled(word: str) -> bool:
    """Does a word begin with the names of two or more Latin letters: 에스비엠, 엔케이누리?"""
    at = letters = telling = 0
    while (letter := _LETTERS.match(word, at)) is not None:
        telling += _TELLING.match(letter[0]) is not None
        letters, at = letters + 1, letter.end()
    return letters > 1 and telling > 0 and len(word) > 2 and (letters > 2 or telling > 1)


def _may_teach(word: str) -> bool:
    """베이츠대, 하버드大는"""
    if "대" not in word and "大" not in word:
        return False
    return any(
        letter in "대大" and (at + 1 == len(word) or word[at + 1] in AFTER_SCHOOL)
        for at, letter in enumerate(word)
        if at > 1
    )


def _names_town(word: str) -> bool:
    """포틀랜드시, 텍사스주"""
    if "시" not in word and "주" not in word:
        return False
    towns = foreign_places()
    return any(letter in "시주" and word[:at] in towns for at, letter in enumerate(word))


def _lengths(word: str, names: Catalog) -> Sequence[int] | None:
    size = len(word)
    if size == 1:
        return None
    surfaces = names.surfaces.letters[word[0]]
    if size < _SHORTEST:
        return [n for n in names.lengths(word) if n > size or word in surfaces]
    mask = names.masks.letters[word[0]].get(word[:_SHORTEST])
    if mask is None:
        return (2,) if word[:2] in surfaces else ()
    lengths = names.lengths(word[:2])
    return [n for n in lengths if (n < _SHORTEST or mask >> n & 1) and (n > size or word[:n] in surfaces)]


@cache
def _head_pairs() -> frozenset[str]:
    return frozenset(heads())


@cache
def _calling() -> frozenset[str]:
    """Words that make a name of what stands before them: 한들정밀 대표, 한들정밀 지분."""
    return vocabulary().firm | FIRM_OFFICERS


@cache
def _calling_firsts() -> frozenset[str]:
    return frozenset(word[0] for word in _calling())
