"""Words as pieces of foreigners' names: what the lists say of them and how they sound.

The sound of a word is the mean log ratio of its pairs of syllables, counted in foreigners' names and in Korean nouns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import add

from kextract.rules.person import particles, vocabulary
from kextract.rules.person.particles import is_particle
from kextract.rules.person.titles import title_end
from kextract.rules.person.tokens import FUNCTIONAL
from kextract.rules.person.view import View
from kextract.rules.person.vocabulary import Foreign

LONGEST_WORD = 9
LONGEST_TAIL = 4
LEAST_SOUND = -0.5
LEAST_START = -0.7
COMMON_COUNT = 8
CHINESE = (3, 5)  # letters of a Chinese name: 장이머우, 롄더구이
BACKOFF = 0.7
PAIRS_KEPT = 30_000
HONORIFICS = ("씨", "군", "양")
# words inside names: 무함마드 빈 살만, 반 고흐, 호베르투 다 코스타
LINKS = frozenset(
    """다 드 데 디 델 두 도 라 르 레 폰 반 판 빈 벤 엘 알 이븐 아부 압둘 주니어 시니어 산 상 생 세인트 더 오
    술탄 셰이크""".split()
)
# those of them that are everyday words before anything but a name: 더 나이
INNER_LINKS = frozenset("다 두 도 라 더 산 상 생 오 주니어 시니어".split())
_LONG_PARTICLES = frozenset("부터 까지 에서 에게 처럼 보다 이라 이다".split())
# particles that end names as well: 파인만, 홀데인, 아사도
_NAMELIKE = frozenset("만 도 로 나 인 이 라 다 고 여 자 랑 아 야 등 역 표 발 식 편".split())
_PLAIN = frozenset("이 가 은 는 을 를 의 와 과 도 에게".split())
_HANGUL = re.compile(r"[가-힣]+").match
_INITIAL = Foreign("-", False, COMMON_COUNT)


@dataclass(slots=True)  # not frozen: three times as quick to make
class Part:
    """A word as a piece of a foreign name: `text` and what follows it in the word, how it sounds, what the lists have.

    `everyday` and `common` are said of the listed; `value` tells which of a word's readings is the better one. `alone`
    and `known_as` are the business of `foreign`, which notes them on first use.
    """

    text: str
    rest: str
    sound: float
    given: Foreign | None = None
    surname: Foreign | None = None
    listed: bool = False
    common: bool = False
    everyday: bool = False
    chinese: bool = False
    value: float = 0.0
    alone: tuple[tuple[str, ...], float] | None = None
    known_as: str | None = None


NEITHER: tuple[Part | None, Part | None] = (None, None)


def pieces(view: View, i: int, parts: Sequence[Part]) -> tuple[Part | None, Part | None]:
    """Word `i`, read as `parts`, as a piece inside a name and as a name's last piece, without its particle."""
    word = view.words[i]
    if not view.heads[i]:
        return NEITHER
    if not "가" <= word[0] <= "힣":
        return parts[0], None
    alone = len(word) > 1 or view.text[view.ends[i] : view.ends[i] + 1] != "("  # unlike 리디아 고(뉴질랜드)
    odd = view.line.tags[view.tokens[i]][:2] in FUNCTIONAL
    if odd and alone and word not in LINKS and parts[0].given is None:
        return NEITHER
    start, boundaries = view.starts[i], view.line.boundaries
    whole = last = None
    stems = [part for part in parts if part.listed and part.rest in _PLAIN and len(part.text) > 2]  # 벤제마가
    for part in parts:
        if not part.rest:
            particled = view.particled(i)
            if part.given or part.text in LINKS or (not particled and view.bare(i) and not (stems and not part.listed)):
                whole = part
            elif particled and len(parts) > 1 and parts[1].rest in _NAMELIKE and not any(p.listed for p in parts):
                whole = part  # 리어나도 그린우드
            if not part.given and (particled or view.ends_in_ending(i)):
                continue
        elif start + len(part.text) not in boundaries and not (part.listed and part.rest in _PLAIN):
            continue
        if last is None or part.value > last.value:
            last = part
    return whole, last


def readings(word: str) -> Sequence[Part]:
    """The ways to read a word as a piece of a foreign name, whatever its tokens are; the whole word first."""
    if not "가" <= word[0] <= "힣":
        return (Part(word, "", 0.0, _INITIAL, None, True, True),) if len(word) == 1 and "A" <= word <= "Z" else ()
    size, letters = len(word), _HANGUL(word).end()  # type: ignore[union-attr]
    ends = [size] if size <= LONGEST_WORD and size == letters else []
    after, honoured = particles.after(), _honoured()
    for end in range(min(size - 1, letters), max(0, size - LONGEST_TAIL - 1), -1):
        rest = word[end:]
        particle = rest in after[(ord(word[end - 1]) - 0xAC00) % particles.FINALS]
        if particle or rest in honoured or (len(rest) > 1 and title_end(word, end)):
            ends.append(end)
    if not ends:
        return ()
    sums = _sums(word)
    found = [part for end in ends if (part := _part(word, end, sums)) is not None]
    return found if found and (word in LINKS or not title_end(word, 0)) else ()


def may_begin(word: str) -> bool:
    """The cheap question before `readings`: is the word short enough, and does its beginning sound foreign or do lists
    have it?"""
    first, size = word[0], len(word)
    if not "가" <= first <= "힣":
        return size == 1 and "A" <= first <= "Z"
    if size > LONGEST_WORD + LONGEST_TAIL or (size == 2 and word[1] == "모" and first in vocabulary.surnames()):
        return False
    if _sounds_foreign(word[:2]):
        return True
    return (first in vocabulary.surnames() and is_particle(word[1:], first)) or _chinese_start(word)


def is_listed_beginning(word: str) -> bool:
    """Does the word begin with a listed name of two letters or more, or is it one of the words inside names?"""
    if word[:2] not in vocabulary.foreign_prefixes():
        return word in LINKS
    given, surnames = vocabulary.foreign_given(), vocabulary.foreign_surnames()
    return word in LINKS or any(word[:end] in given or word[:end] in surnames for end in range(2, len(word) + 1))


@cache
def _sounds_foreign(beginning: str) -> bool:
    start = _pairs()["^" + beginning[0]]
    if len(beginning) > 1:
        start += vocabulary.foreign_syllables().get(beginning, 0.0)
    return start >= LEAST_START or beginning in vocabulary.foreign_prefixes()


def _chinese_start(word: str) -> bool:
    if word[0] not in vocabulary.chinese_starts():
        return False
    return any(is_chinese(word[:size]) for size in range(CHINESE[0], min(len(word), CHINESE[1]) + 1))


@cache
def _honoured() -> frozenset[str]:
    """씨 and the like with the particles that they may have."""
    every = ("", *particles.after()[-1])
    return frozenset(word + rest for word in HONORIFICS for rest in every if is_particle(rest, word))


def _sums(word: str) -> list[float]:
    """Sums of the log ratios of the pairs up to each letter, the beginning's included."""
    return [0.0, *accumulate(map(_pairs().__getitem__, map(add, "^" + word, word)))]


class _Pairs(dict[str, float]):
    """The log ratios of pairs of syllables; a pair not listed has what its syllables have, less certain."""

    def __missing__(self, pair: str) -> float:
        before, letter = self.get(pair[0]), self.get(pair[1])
        if pair[0] == "^":
            value = BACKOFF * (letter or 0.0)
        elif pair[1] == "^":
            value = BACKOFF * (before or 0.0)
        else:
            value = BACKOFF * 0.5 * ((before or 0.0) + (letter or 0.0))
        if len(self) < PAIRS_KEPT:
            self[pair] = value
        return value


@cache
def _pairs() -> _Pairs:
    return _Pairs(vocabulary.foreign_syllables())


def _part(word: str, end: int, sums: list[float]) -> Part | None:
    text, rest = word[:end], word[end:]
    given, surname = vocabulary.foreign_word(text)
    listed = given is not None or surname is not None
    if text[-1] == "의" or text in _other_words():
        return None
    if not listed and (text[-1] == "들" or text[-2:] in _LONG_PARTICLES):  # unlike 마쓰다이라, 켄들
        return None
    heard = (sums[end] + _pairs()[text[-1] + "^"]) / (end + 1)
    unheard = text not in vocabulary.surnames() if end == 1 else heard < LEAST_SOUND
    chinese = CHINESE[0] <= end <= CHINESE[1] and is_chinese(text)
    if unheard and not listed and text not in LINKS and not chinese:
        return None
    common = listed and _count(given) + _count(surname) >= COMMON_COUNT
    everyday = listed and bool((given and given.noun) or (surname and surname.noun))
    value = (
        (max(heard, 1.0) if chinese else heard) / 2
        + (0.4 if common else 0.2 if listed else 0.0)
        - (1.2 if end == 1 else 0.0)
    )
    if rest:
        value += 0.1 if rest in _NAMELIKE else 0.5
    return Part(text, rest, heard, given, surname, listed, common, everyday, chinese, value)


@cache
def _other_words() -> frozenset[str]:
    """Words that no piece of a name is: titles, former and current (but 리디아 고), countries."""
    titles = vocabulary.titles().keys() - LINKS
    return vocabulary.countries() | titles | (vocabulary.status_words().keys() - {"고"})


def _count(entry: Foreign | None) -> int:
    return entry.bearers if entry else 0


def is_chinese(text: str) -> bool:
    """Does a word read as a Chinese surname and one or two more syllables: 롄더구이, 장이머우?"""
    if text[0] not in vocabulary.chinese_starts():
        return False
    table = vocabulary.pinyin()
    for length in (1, 2):
        flags = table.get(text[:length])
        if flags is not None and "S" in flags and _chinese_rest(text[length:], "D" in flags, 2):
            return True
    return False


def _chinese_rest(rest: str, marked: bool, most: int) -> bool:
    if not rest or not most:
        return not rest and marked
    table = vocabulary.pinyin()
    for length in (1, 2):
        flags = table.get(rest[:length])
        if flags is not None and len(rest) >= length and _chinese_last(rest[length:], marked or "D" in flags, most - 1):
            return True
    return False


def _chinese_last(rest: str, marked: bool, most: int) -> bool:
    return marked if not rest else _chinese_rest(rest, marked, most)
