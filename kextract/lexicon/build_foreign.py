"""Foreign names in Hangul, counted over people: given names, surnames, syllables of transliteration."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Run = tuple[str, ...]

GIVEN, SURNAME = "g", "s"
# Languages whose people are written surname first (기시다 후미오, 응우옌 쑤언 푹).
SURNAME_FIRST = frozenset({"ja", "vi", "zh"})
LISTED_COUNT = 3
ONE_SYLLABLE_COUNT = 40
# A word of so many people counts as everyday only where it is typed so: dictionaries list 다니엘 and 카렌 as nouns.
SURE_COUNT_LONG, SURE_COUNT_SHORT = 15, 100
SHORT = 2
LANGUAGE_ROUNDS = 2
LANGUAGE_VOTES = 2
LANGUAGE_SHARE = 0.6
# Ranks, not names, at the end of a run (나루히토 천황, 마틴 루서 킹 주니어).
RANKS = frozenset(
    (
        "주니어 시니어 주니오르 천황 왕녀 공녀 공작 백작 후작 남작 친왕 내친왕 왕자 공주 황후 왕비 "
        "대공 일세 이세 삼세 회장 감독 사장 의원 대통령 장관 기자"
    ).split()
)
SYLLABLE_COUNT = 8
BIGRAM_COUNT = 40
BIGRAM_ROWS = 4500
SMOOTHING = 1.0
EDGE = "^"


@dataclass(slots=True)
class HandNames:
    """The words typed by hand: language and flag of (word, kind)."""

    language: dict[tuple[str, str], str] = field(default_factory=dict)
    flag: dict[tuple[str, str], str] = field(default_factory=dict)

    def languages_of(self, word: str) -> set[str]:
        """Languages the word is typed under, whichever part of a name it is."""
        return {self.language[word, kind] for kind in (GIVEN, SURNAME) if (word, kind) in self.language}


def clean_runs(runs: Iterable[Run], korean: set[str]) -> list[Run]:
    """Leave out ranks, and runs that hold a Korean full name (정몽원 회장)."""
    kept = []
    for run in sorted(runs):
        words = tuple(word for word in run if word not in RANKS)
        if len(words) > 1 and not any(word in korean for word in words):
            kept.append(words)
    return kept


def guess_languages(runs: list[Run], hand: HandNames) -> dict[str, str]:
    """A word that stands mostly beside names of one language is of that language (… 히로시)."""
    known: dict[str, str] = {}
    for word, _ in hand.language:
        languages = hand.languages_of(word)
        if len(languages) == 1:
            known[word] = languages.pop()
    typed = dict(known)
    for _ in range(LANGUAGE_ROUNDS):
        votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for run in runs:
            for word, partner in ((run[0], run[-1]), (run[-1], run[0])):
                if partner in known:
                    votes[word][known[partner]] += 1
        known = {word: best for word, seen in votes.items() if (best := _majority(seen))} | typed
    return known


def _majority(votes: Counter[str]) -> str:
    language, count = min(votes.items(), key=lambda item: (-item[1], item[0]))
    enough = count >= LANGUAGE_VOTES and count >= LANGUAGE_SHARE * votes.total()
    return language if enough else ""


def count_parts(runs: list[Run], languages: Mapping[str, str]) -> dict[str, Counter[str]]:
    """How often each word is a given name, how often a surname; Japanese names come surname first."""
    parts: dict[str, Counter[str]] = {GIVEN: Counter(), SURNAME: Counter()}
    for run in runs:
        votes = {languages.get(run[0], ""), languages.get(run[-1], "")}
        reverse = bool(votes & SURNAME_FIRST) and votes - {""} <= SURNAME_FIRST
        parts[SURNAME if reverse else GIVEN][run[0]] += 1
        parts[GIVEN if reverse else SURNAME][run[-1]] += 1
    return parts


def name_rows(
    kind: str,
    counts: Counter[str],
    languages: Mapping[str, str],
    hand: HandNames,
    everyday: set[str],
    barred: set[str],
) -> list[str]:
    """Word, language or -, flag, count; typed words always, counted ones from LISTED_COUNT people on."""
    listed = {word for word, count in counts.items() if word not in barred and _enough(word, count)}
    listed |= {word for word, part in hand.language if part == kind}
    rows = []
    for word in listed:
        typed = (word, kind) in hand.language
        language = hand.language[word, kind] if typed else languages.get(word, "-")
        flag = hand.flag[word, kind] if typed else "N" * _everyday(word, counts[word], everyday)
        rows.append(f"{word}\t{language}\t{flag}\t{counts[word]}")
    return rows


def _enough(word: str, count: int) -> bool:
    if word.endswith("의"):
        return False  # 바이에른의 루트비히
    return count >= (ONE_SYLLABLE_COUNT if len(word) == 1 else LISTED_COUNT)


def _everyday(word: str, count: int, everyday: set[str]) -> bool:
    if len(word) == 1:
        return True
    return word in everyday and count < (SURE_COUNT_SHORT if len(word) <= SHORT else SURE_COUNT_LONG)


def syllable_counts(words: Iterable[str]) -> Counter[str]:
    """Syllables and bigrams, the word's edges marked (^러, 프^)."""
    counts: Counter[str] = Counter()
    for word in words:
        framed = EDGE + word + EDGE
        counts.update(word)
        counts.update(framed[at : at + 2] for at in range(len(framed) - 1))
    return counts


def syllable_rows(foreign: Iterable[str], ordinary: Iterable[str]) -> list[str]:
    """Natural log of how much likelier a syllable or bigram is in foreign names than in Korean nouns."""
    names, nouns = syllable_counts(foreign), syllable_counts(ordinary)
    totals = {
        size: (
            sum(n for g, n in names.items() if len(g) == size),
            sum(n for g, n in nouns.items() if len(g) == size),
        )
        for size in (1, 2)
    }
    seen = names + nouns
    grams = [gram for gram, count in seen.items() if len(gram) == 1 and count >= SYLLABLE_COUNT]
    pairs = [gram for gram, count in seen.items() if len(gram) == 2 and count >= BIGRAM_COUNT]
    grams += sorted(pairs, key=lambda gram: (-seen[gram], gram))[:BIGRAM_ROWS]
    rows = []
    for gram in grams:
        in_names, in_nouns = totals[len(gram)]
        score = math.log((names[gram] + SMOOTHING) / in_names) - math.log((nouns[gram] + SMOOTHING) / in_nouns)
        rows.append(f"{gram}\t{score:.2f}")
    return rows
