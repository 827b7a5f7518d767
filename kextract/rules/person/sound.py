"""Words as pieces of foreigners' names: what the lists say of them and how they sound.

The sound of a word is the mean log ratio of its pairs of syllables, counted in foreigners' names and in Korean nouns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kextract.rules.person import vocabulary
from kextract.rules.person.particles import is_particle
from kextract.rules.person.titles import title_end
from kextract.rules.person.view import View
from kextract.rules.person.vocabulary import Foreign

LONGEST_WORD = 9
LONGEST_TAIL = 4
LEAST_SOUND = -0.5
LEAST_START = -2.2
COMMON_COUNT = 8
BACKOFF = 0.7
HONORIFICS = ("씨", "군", "양")
# words inside names: 무함마드 빈 살만, 반 고흐, 에우제비우 다 실바
LINKS = frozenset(
    "다 드 데 디 델 두 도 라 르 레 폰 반 판 빈 벤 엘 알 이븐 아부 압둘 주니어 시니어 산 상 생 세인트 더 오".split()
)
# first tokens of words that are no names: adverbs, predicates, determiners, pronouns, numerals
FUNCTIONAL = frozenset(["MA", "VV", "VA", "VX", "MM", "NP", "NR", "VC", "IC", "SN"])
# particles that end names as well: 파인만, 홀데인, 아사도
_NAMELIKE = frozenset("만 도 로 나 인 이 라 다 고 여 자 랑 아 야 등 역 표 발 식 편".split())
_PLAIN = frozenset("이 가 은 는 을 를 의 와 과 도 에게".split())
_HANGUL = re.compile(r"[가-힣]+").fullmatch
_INITIAL = Foreign("-", False, COMMON_COUNT)


@dataclass(slots=True)
class Part:
    """A word as a piece of a foreign name: where it ends in the line, what follows it in its word, how it sounds."""

    end: int
    text: str
    sound: float
    given: Foreign | None
    surname: Foreign | None
    rest: str = ""

    @property
    def listed(self) -> bool:
        return self.given is not None or self.surname is not None

    @property
    def everyday(self) -> bool:
        return bool((self.given and self.given.noun) or (self.surname and self.surname.noun))

    @property
    def common(self) -> bool:
        return count(self.given) + count(self.surname) >= COMMON_COUNT


def count(entry: Foreign | None) -> int:
    return entry.count if entry else 0


def pieces(view: View, i: int) -> tuple[Part | None, Part | None]:
    """Word `i` as a piece inside a name and as a name's last piece, without its particle."""
    word = view.words[i]
    if len(word) == 1 and "A" <= word <= "Z":
        return Part(view.ends[i], word, 0.0, _INITIAL, None), None
    if not view.heads[i] or len(word) > LONGEST_WORD + LONGEST_TAIL or not "가" <= word[0] <= "힣":
        return None, None
    if len(word) == 2 and word[1] == "모" and word[0] in vocabulary.surnames():
        return None, None  # 조모(49)씨
    odd = view.line.tags[view.tokens[i]][:2] in FUNCTIONAL
    if odd and word not in LINKS and word not in vocabulary.foreign_given():
        return None, None
    pairs = vocabulary.foreign_syllables()
    nominal = view.nominal(i)
    korean = len(nominal) == 1 and nominal in vocabulary.surnames()  # 제니퍼 박
    if not korean and _pair(pairs, "^", word[0]) < LEAST_START and not _listed(nominal):
        return None, None
    ends = _ends(view, i, word)
    if not ends or title_end(word, 0):
        return None, None
    return _read(view, i, word, ends)


def _listed(word: str) -> bool:
    return word in vocabulary.foreign_given() or word in vocabulary.foreign_surnames()


def _ends(view: View, i: int, word: str) -> list[int]:
    """Where the name may end inside its word: at the word's end or where a particle, title or 씨 begins."""
    size, start, boundaries = len(word), view.starts[i], view.line.boundaries
    ends = [size] if size <= LONGEST_WORD else []
    for end in range(size - 1, max(0, size - LONGEST_TAIL - 1), -1):
        known = start + end in boundaries or (word[end:] in _PLAIN and _listed(word[:end]))
        if known and _fits(word, end):
            ends.append(end)
    return ends


def _fits(word: str, end: int) -> bool:
    rest = word[end:]
    if is_particle(rest, word[end - 1]) or (rest[0] in HONORIFICS and is_particle(rest[1:], rest[0])):
        return True
    return len(rest) > 1 and title_end(word, end) > 0


def _read(view: View, i: int, word: str, ends: list[int]) -> tuple[Part | None, Part | None]:
    sums = _sums(word[: max(ends)])
    particled = view.particled(i)
    whole = last = None
    most = -9.0
    for end in ends:
        part = _part(word, end, view.starts[i], sums)
        if part is None:
            continue
        if not part.rest:
            if part.given or part.text in LINKS or (not particled and view.bare(i)):
                whole = part
            if not part.given and (particled or view.ends_in_ending(i)):
                continue
        value = _value(part)
        if value > most:
            last, most = part, value
    return whole, last


def _sums(word: str) -> list[float]:
    """Sums of the log ratios of the pairs up to each letter, the beginning's included."""
    table = vocabulary.foreign_syllables()
    total = 0.0
    sums = [0.0]
    before = "^"
    for letter in word:
        total += _pair(table, before, letter)
        sums.append(total)
        before = letter
    return sums


def _pair(table: dict[str, float], before: str, letter: str) -> float:
    value = table.get(before + letter)
    if value is not None:
        return value
    if before == "^":
        return BACKOFF * table.get(letter, 0.0)
    if letter == "^":
        return BACKOFF * table.get(before, 0.0)
    return BACKOFF * 0.5 * (table.get(before, 0.0) + table.get(letter, 0.0))


def _part(word: str, end: int, start: int, sums: list[float]) -> Part | None:
    text = word[:end]
    given = vocabulary.foreign_given().get(text)
    surname = vocabulary.foreign_surnames().get(text)
    if not given and not surname and text not in LINKS:
        if end == 1 and text not in vocabulary.surnames():
            return None
        heard = (sums[end] + _pair(vocabulary.foreign_syllables(), text[-1], "^")) / (end + 1)
        if heard < LEAST_SOUND and end > 1:
            return None
    else:
        heard = (sums[end] + _pair(vocabulary.foreign_syllables(), text[-1], "^")) / (end + 1)
    barred = (
        text[-1] == "의"
        or text in vocabulary.titles()
        or text in vocabulary.status_words()
        or text in vocabulary.countries()
    )
    if barred or not _HANGUL(text):
        return None
    return Part(start + end, text, heard, given, surname, word[end:])


def _value(part: Part) -> float:
    value = part.sound / 2 + (0.4 if part.common else 0.2 if part.listed else 0.0)
    value -= 1.2 if len(part.text) == 1 else 0.0
    if not part.rest:
        return value
    return value + (0.1 if part.rest in _NAMELIKE else 0.5)


def is_chinese(text: str) -> bool:
    """Does a word read as a Chinese surname and one or two more syllables: 롄더구이, 장이머우?"""
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
