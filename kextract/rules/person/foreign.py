"""Names of foreigners: runs of words (하비에 고메즈, 무함마드 빈 살만) and single words (오바마), by lists and by sound.

The sound of a word is the mean log ratio of its pairs of syllables, counted in foreigners' names and in all other words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kextract.rules.person import vocabulary
from kextract.rules.person.context import surroundings
from kextract.rules.person.particles import ANIMATE, LOCATIVE, is_particle
from kextract.rules.person.titles import title_end
from kextract.rules.person.view import Draft, View
from kextract.rules.person.vocabulary import Foreign
from kextract.rules.person.weights import WEIGHTS, score

RUN_RULE = "person.foreign_run"
WORD_RULE = "person.foreign_word"
LONGEST_RUN = 6
LONGEST_WORD = 9
LEAST_SOUND = -0.5
STRONG_SOUND, GOOD_SOUND, FAIR_SOUND, POOR_SOUND = 1.6, 1.0, 0.5, 0.0
COMMON_COUNT = 8
SURNAME_FIRST = frozenset(["ja", "zh", "vi", "ko"])
RUN_FLOOR, WORD_FLOOR = -1.0, -2.2
HONORIFICS = ("씨", "군", "양")
FUNCTIONAL = frozenset(["MA", "VV", "VA", "VX", "MM", "NP", "NR", "VC", "IC"])
BACKOFF = 0.7
# words inside names: 무함마드 빈 살만, 반 고흐, 에우제비우 다 실바
LINKS = frozenset("다 드 데 디 델 두 도 라 르 레 폰 반 판 빈 벤 엘 알 이븐 아부 압둘 주니어 시니어 산 상 생 세인트 더 오".split())


_HANGUL = re.compile(r"[가-힣]+").fullmatch
_INITIAL = Foreign("-", False, 1)


@dataclass(slots=True)
class Part:
    """A word as a piece of a foreign name: where it ends, how it sounds, how often the lists have it."""

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
    def common(self) -> bool:
        return _count(self.given) + _count(self.surname) >= COMMON_COUNT


def _count(entry: Foreign | None) -> int:
    return entry.count if entry else 0


def sound(word: str) -> float:
    table = vocabulary.foreign_syllables()
    framed = f"^{word}^"
    total = 0.0
    for i in range(len(framed) - 1):
        pair = framed[i : i + 2]
        value = table.get(pair)
        if value is None:
            singles = [table.get(letter, 0.0) for letter in pair if letter != "^"]
            value = BACKOFF * sum(singles) / len(singles)
        total += value
    return total / (len(word) + 1)


def foreign_names(view: View) -> None:
    """Adds a draft for each run of words that may be a foreign name."""
    wholes = [_whole(view, i) for i in range(len(view.words))]
    for i, first in enumerate(wholes):
        last = _last(view, i)
        if first is None and last is None:
            continue
        if last is not None:
            _word_draft(view, i, last)
        parts: list[Part] = []
        k = i
        while k < len(view.words) - 1 and k - i < LONGEST_RUN - 1:
            part = wholes[k]
            if part is None or not _continues(view, k):
                break
            parts.append(part)
            k += 1
            ending = _last(view, k)
            if ending is not None:
                _run_draft(view, i, k, [*parts, ending])


def _continues(view: View, k: int) -> bool:
    gap = view.gap(k)
    return gap == " " or (gap == ". " and len(view.words[k]) == 1)


def _whole(view: View, i: int) -> Part | None:
    word = view.words[i]
    if len(word) > LONGEST_WORD or not view.heads[i]:
        return None
    if not "가" <= word[0] <= "힣":
        return Part(view.ends[i], word, 0.0, _INITIAL, None) if len(word) == 1 and "A" <= word <= "Z" else None
    part = _part(word, view.ends[i], "")
    if part and not part.given and part.text not in LINKS and (view.particled(i) or not view.bare(i)):
        return None
    return part


def _part(text: str, end: int, rest: str) -> Part | None:
    if not _HANGUL(text) or text in vocabulary.titles() or text in vocabulary.status_words() or text in vocabulary.countries():
        return None
    given = vocabulary.foreign_given().get(text)
    surname = vocabulary.foreign_surnames().get(text)
    if not given and not surname and len(text) == 1 and text not in LINKS:
        return None
    heard = sound(text)
    if heard < LEAST_SOUND and not given and not surname and text not in LINKS:
        return None
    return Part(end, text, heard, given, surname, rest)


def _last(view: View, i: int) -> Part | None:
    """The word as a name's last piece, without its particle; the best of all readings."""
    word = view.words[i]
    if len(word) > LONGEST_WORD + 4 or not "가" <= word[0] <= "힣" or title_end(word, 0) or not view.heads[i]:
        return None
    best: Part | None = None
    most = -9.0
    boundaries = view.line.boundaries
    for end in range(len(word), 0, -1):
        rest = word[end:]
        if rest and not (view.starts[i] + end in boundaries and _fits(word, end)):
            continue
        part = _part(word[:end], view.starts[i] + end, rest)
        if part is None or (not rest and not part.given and view.particled(i)):
            continue
        value = _value(view, i, part)
        if value > most:
            best, most = part, value
    return best


def _fits(word: str, end: int) -> bool:
    rest = word[end:]
    if is_particle(rest, word[end - 1]) or (rest[0] in HONORIFICS and is_particle(rest[1:], rest[0])):
        return True
    return len(rest) > 1 and title_end(word, end) > 0


def _value(view: View, i: int, part: Part) -> float:
    value = part.sound / 2 + (0.4 if part.common else 0.2 if part.listed else 0.0) - (1.2 if len(part.text) == 1 else 0.0)
    if part.rest:
        value += 0.5 if part.end in view.line.boundaries else -0.3
    return value


def _sound_piece(value: float) -> str:
    if value >= STRONG_SOUND:
        return "strong_foreign_sound"
    if value >= GOOD_SOUND:
        return "good_foreign_sound"
    if value >= FAIR_SOUND:
        return "fair_foreign_sound"
    return "poor_foreign_sound" if value >= POOR_SOUND else "no_foreign_sound"


def _run_draft(view: View, i: int, k: int, parts: list[Part]) -> None:
    first, last = parts[0], parts[-1]
    if len(first.text) == 1 and not first.common and first.text not in LINKS:
        return
    if len(last.text) == 1 and not (first.given and (last.surname or last.text in vocabulary.surnames())):
        return
    heard = [part.sound for part in parts if len(part.text) > 1]
    if not heard:
        return
    evidence = ["run_of_words", _sound_piece(sum(heard) / len(heard)), *_order(first, last)]
    for part in parts[1:-1]:
        known = part.listed or part.text in LINKS
        evidence.append("foreign_middle" if known else "unknown_middle")
    if min(heard) < POOR_SOUND:
        evidence.append("unforeign_word")
    evidence += [piece for n in range(i, k + 1) if (piece := _word_piece(view, n, parts[n - i])) != ""]
    if sum(map(WEIGHTS.__getitem__, evidence)) < RUN_FLOOR:
        return
    _finish(view, i, k, last, RUN_RULE, evidence)


def _order(first: Part, last: Part) -> list[str]:
    """Given name and surname, or surname and given name as in 기시다 후미오."""
    western = _given(first.given) + _surname(last)
    if not western and first.given is None and last.text in vocabulary.surnames() and first.common:
        western = ["korean_surname_last"]
    if not (first.surname and first.surname.language in SURNAME_FIRST):
        return western
    eastern = _given(last.given) + _surname(first)
    if last.given and last.given.language == first.surname.language:
        eastern.append("same_language")
    return eastern if len(eastern) >= len(western) else western


def _given(entry: Foreign | None) -> list[str]:
    if entry is None:
        return []
    return ["foreign_given_common" if entry.count >= COMMON_COUNT else "foreign_given"]


def _surname(part: Part) -> list[str]:
    if part.surname is None:
        return []
    return ["foreign_surname_common" if part.surname.count >= COMMON_COUNT else "foreign_surname"]


def _word_draft(view: View, i: int, part: Part) -> None:
    if len(part.text) < 2:
        return
    evidence = ["single_word", _sound_piece(part.sound)]
    if part.common:
        evidence.append("foreign_listed_common")
    elif part.listed:
        evidence.append("foreign_listed")
    piece = _word_piece(view, i, part)
    if piece:
        evidence.append(piece)
        if piece == "common_word":
            evidence.append("common_word_alone")
    if sum(map(WEIGHTS.__getitem__, evidence)) < WORD_FLOOR:
        return
    _finish(view, i, i, part, WORD_RULE, evidence)


def _word_piece(view: View, i: int, part: Part) -> str:
    """Is this piece of a name something else as well?"""
    if part.text in vocabulary.places():
        return "place_word"
    if part.text in vocabulary.organizations():
        return "organization_word"
    line, k = view.line, view.tokens[i]
    if k >= len(line.starts):
        return ""
    if line.tags[k][:2] in FUNCTIONAL and part.text not in LINKS:
        return "functional_word"
    if line.starts[k] == view.starts[i] and line.ends[k] == part.end:
        if line.tags[k] == "NNG":
            return "common_word"
        if line.tags[k] == "NNP" or view.starts[i] + len(part.text) != part.end:
            return ""
        return "" if part.text in LINKS or part.common else "functional_word"
    return ""


def _finish(view: View, i: int, k: int, last: Part, rule: str, evidence: list[str]) -> None:
    start = view.starts[i]
    draft = Draft(start, last.end, i, k, "foreign", rule, view.text[start : last.end], evidence)
    if last.rest:
        if last.rest[0] in HONORIFICS and is_particle(last.rest[1:], last.rest[0]):
            evidence.append("honorific")
        elif len(last.rest) > 1 and (end := title_end(view.words[k], len(last.text))):
            evidence.append("title_glued" if " " in draft.surface else "title_glued_single")
            draft.title = (last.end, view.starts[k] + end)
        elif last.rest in ANIMATE:
            evidence.append("animate_particle")
        elif last.rest in LOCATIVE:
            evidence.append("locative_particle")
        elif last.rest in ("은", "는", "이", "가"):
            evidence.append("foreign_subject")
    surroundings(view, draft)
    if rule == WORD_RULE and "title_near" in evidence:
        evidence.append("far_for_one_word")
    draft.score = score(draft.evidence)
    view.drafts.append(draft)
